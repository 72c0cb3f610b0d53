"""What everything that files are made from holds in this build, as a short text each.

Two builds with the same tool, templates and method give two texts that are equal where, and
only where, they hold the same.
"""

from collections.abc import Iterable, Mapping
from functools import cached_property
from hashlib import blake2b

from cvcgen.core.model import ProjectId
from cvcgen.core.ranking import Place
from cvcgen.publish.artifacts import Download
from cvcgen.publish.making.noted import (
    DOWNLOADS,
    ORIGIN,
    PLACE,
    PROJECT,
    PROJECTS,
    RANKED,
    RANKING,
    name_downloads,
)
from cvcgen.publish.views.context import SiteIndex

_ABSENT = "-"
_DIGEST_BYTES = 16


class Sources:
    """What is read for the files of one site.

    `stamps` has a digest of each content file by path: a project is made from its file alone,
    and its scores from it and the method. `others` is what is read beside the index.
    """

    def __init__(
        self,
        index: SiteIndex,
        stamps: Mapping[str, str],
        others: Mapping[str, str] | None = None,
    ) -> None:
        self._index = index
        self._stamps = stamps
        self._others = others or {}

    def holds(self, name: str) -> str:
        """What that holds now; what is not there holds a dash."""
        return self._held.get(name, _ABSENT)

    @cached_property
    def _held(self) -> Mapping[str, str]:
        index, origin = self._index, self._index.scoreboard.origin
        projects = {project.id: self._stamp(project.id) for project in index.catalogue.projects}
        held = {
            PROJECTS: digest_lines(f"{name} {stamp}" for name, stamp in projects.items()),
            ORIGIN: repr((origin.label, origin.revision, origin.committed_at)),
            DOWNLOADS: digest_lines(map(_describe_file, index.downloads)),
            **{PROJECT + name: stamp for name, stamp in projects.items()},
            **self._others,
        }
        for clientele, ranking in index.rankings.items():
            places = {
                f"{PLACE}{place.project}/{clientele}": self._describe(place)
                for place in ranking.places
            }
            held |= places
            held[RANKED + clientele] = str(ranking.ranked_count)
            held[RANKING + clientele] = digest_lines(
                f"{name} {place}" for name, place in places.items()
            )
        for key, files in index.downloads_of.items():
            held[name_downloads(key)] = "\n".join(map(_describe_file, files))
        return held

    def _stamp(self, project: ProjectId) -> str:
        return self._stamps.get(self._index.projects[project].where.path, _ABSENT)

    def _describe(self, place: Place) -> str:
        """A place; its score follows from the project's file and the method."""
        rank, digits = place.rank or _ABSENT, place.digits
        tied, why = "=" if place.tied else "", place.unranked or ""
        return f"{rank}{tied} {digits} {why} {self._stamp(place.project)}"


def _describe_file(file: Download) -> str:
    """A data file; what is said of it follows from its path and the tool."""
    return f"{file.path} {file.size} {file.rows} {file.schema}"


def digest_lines(lines: Iterable[str]) -> str:
    """A short text that other lines do not have."""
    found = blake2b(digest_size=_DIGEST_BYTES)
    for line in lines:
        found.update(f"{line}\n".encode())
    return found.hexdigest()
