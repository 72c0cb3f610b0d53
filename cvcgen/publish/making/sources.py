"""What everything that files are made from holds in this build, as a short text each.

Two builds with the same tool, templates and method give two texts that are equal where, and
only where, they hold the same.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import blake2b

from cvcgen.core.model import ClienteleId, Language, ProjectId
from cvcgen.core.projectparts import PART_OF, ProjectParts
from cvcgen.core.ranking import Place
from cvcgen.publish.artifacts import Download
from cvcgen.publish.making.names import (
    ALL,
    CARD,
    DOWNLOADS,
    ORDER,
    ORIGIN,
    PARTS,
    PLACE,
    POINTS,
    PROJECT,
    PROJECTS,
    RANKED,
    UNRANKED,
    shorten,
)
from cvcgen.publish.making.notedmappings import round_size
from cvcgen.publish.reading import FACT
from cvcgen.publish.views.context import LanguageContext, SiteIndex
from cvcgen.publish.views.facts import SETTLED
from cvcgen.publish.voice import Voice, make_voice

_ABSENT = "-"
_DIGEST_BYTES = 10
_MOST_PARTS = 3
"""Of a name, after its first: ids have no stroke, and those of a fact come last."""


class Sources:
    """What is read for the files of one site.

    `parts` has the digests of each project's parts; scores follow from them and the method.
    `others` is what is read beside the index. Facts are found in the `noted` index: `facts`
    tells what was read for each.
    """

    def __init__(
        self,
        index: SiteIndex,
        parts: Mapping[ProjectId, ProjectParts],
        others: Mapping[str, str] | None = None,
        noted: SiteIndex | None = None,
    ) -> None:
        self._index = index
        self._noted = noted or index
        self.facts: dict[str, frozenset[str]] = {}
        self._parts = parts
        self._known = {**dict(_list_parts(parts)), **(others or {})}
        self._voices: dict[str, Voice] = {}
        self._kinds: Mapping[str, Callable[..., str]] = {
            PLACE: self._hold_place,
            PROJECTS: lambda: digest_lines(project for project in parts),
            ORDER: self._hold_order,
            RANKED: self._count_ranked,
            UNRANKED: self._hold_unranked,
            FACT: self._find_fact,
            DOWNLOADS: self._hold_files,
            ORIGIN: self._hold_origin,
        }

    def holds(self, name: str) -> str:
        """What that holds now; what is not there holds a dash."""
        held = self._known.get(name)
        if held is None:
            held = self._known[name] = self._hold(*name.split("/", _MOST_PARTS))
        return held

    def _hold(self, kind: str, *ids: str) -> str:
        if ids[:1] == (ALL,) and kind in PARTS:
            names = ("/".join((kind, project, *ids[1:])) for project in self._parts)
            return digest_lines(f"{name} {self.holds(name)}" for name in names)
        hold = self._kinds.get(kind)
        return _ABSENT if hold is None else hold(*ids)

    def _hold_place(self, project: ProjectId, clientele: ClienteleId) -> str:
        place = self._index.places.get((project, clientele))
        return _ABSENT if place is None else _describe(place)

    def _hold_order(self, clientele: ClienteleId) -> str:
        ranking = self._index.rankings.get(clientele)
        return digest_lines(place.project for place in ranking.places) if ranking else _ABSENT

    def _hold_unranked(self, clientele: ClienteleId) -> str:
        ranking = self._index.rankings.get(clientele)
        return digest_lines(one.project for one in ranking.unranked) if ranking else _ABSENT

    def _count_ranked(self, clientele: ClienteleId) -> str:
        ranking = self._index.rankings.get(clientele)
        return str(ranking.ranked_count) if ranking else _ABSENT

    def _hold_files(self, clientele: str | None = None, project: str | None = None) -> str:
        index = self._index
        if clientele is None:
            return digest_lines(_describe_file(file, file.size) for file in index.downloads)
        key = ClienteleId(clientele) or None, ProjectId(project or "") or None
        files = index.downloads_of.get(key)
        if files is None:
            return _ABSENT
        return digest_lines(_describe_file(file, round_size(file.size)) for file in files)

    def _hold_origin(self) -> str:
        origin = self._index.scoreboard.origin
        return repr((origin.label, origin.revision, origin.committed_at))

    def _find_fact(self, function: str, language: str, args: str) -> str:
        """What the views find now, whatever they found it from; see `views.facts`."""
        find = SETTLED.get(function)
        if find is None:
            return _ABSENT
        site = self._noted
        page = LanguageContext(site, self._voice(language))
        site.reading.begin()
        found = repr(find(page, *json.loads(args)))
        reads = site.reading.end()
        self.facts["/".join((FACT, function, language, args))] = shorten(reads)
        return digest_lines([found])

    def _voice(self, language: str) -> Voice:
        if language not in self._voices:
            default = self._index.catalogue.site.default_language
            self._voices[language] = make_voice(Language(language), default)
        return self._voices[language]


def _list_parts(parts: Mapping[ProjectId, ProjectParts]) -> Iterator[tuple[str, str]]:
    """Each part of each project, with the source that it is named by."""
    plain = frozenset(PART_OF.values())
    for project, named in parts.items():
        yield f"{PROJECT}/{project}", named.whole
        for part in plain:
            yield f"{part}/{project}", getattr(named, part)
        for clientele, card in named.cards.items():
            yield f"{POINTS}/{project}/{clientele}", card.points
            yield f"{CARD}/{project}/{clientele}", card.whole


def _describe(place: Place) -> str:
    """Where a place stands; its score follows from the project's points and the method."""
    rank, tied = place.rank or _ABSENT, "=" if place.tied else ""
    return f"{rank}{tied} {place.digits} {place.unranked or ''}"


def _describe_file(file: Download, size: int) -> str:
    """A data file; what is said of it follows from its path and the tool."""
    return f"{file.path} {size} {file.rows} {file.schema}"


def digest_lines(lines: Iterable[str]) -> str:
    """A short text that other lines do not have."""
    text = "\n".join(lines).encode("utf-8", "surrogatepass")
    return blake2b(text, digest_size=_DIGEST_BYTES).hexdigest()
