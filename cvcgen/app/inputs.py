"""What a build is made from, as digests: by them the next build knows what has changed."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from cvcgen.core.model import Kind
from cvcgen.sources.snapshot import CONTENT, Snapshot

_DIGEST_BYTES = 16
_PROJECTS = f"{CONTENT / Kind.PROJECT}/"


@dataclass(frozen=True, slots=True)
class Inputs:
    """Digests of all that a site is made from, but for the tool itself."""

    stamps: Mapping[str, str]
    """One for each content file, by path: of its path and bytes."""
    surroundings: str
    """Of what every file is made from: settings, rubrics, values, clienteles, own templates."""
    everything: str
    """Of these, the projects and the commit together."""


def digest_inputs(snapshot: Snapshot, own_templates: Path | None, tool: str) -> Inputs:
    """The digests of that content under those templates, and the name of the tool."""
    stamps = {
        str(path): _digest(str(path).encode("utf-8", "surrogateescape"), content)
        for path, content in snapshot.files.items()
    }
    method = [stamp for path, stamp in stamps.items() if not path.startswith(_PROJECTS)]
    templates = [] if own_templates is None else list(_digest_folder(own_templates))
    surroundings = _digest_all([tool, *method, "", *templates])
    origin = repr(
        (snapshot.origin.label, snapshot.origin.revision, snapshot.origin.committed_at)
    )
    refused = (f"{path} {refusal}" for path, refusal in snapshot.refused.items())
    everything = _digest_all([surroundings, origin, *stamps.values(), "", *refused])
    return Inputs(stamps, surroundings, everything)


def _digest_folder(folder: Path) -> Iterator[str]:
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield _digest(path.relative_to(folder).as_posix().encode(), path.read_bytes())


def _digest_all(lines: Iterable[str]) -> str:
    return _digest(*(line.encode("utf-8", "surrogateescape") for line in lines))


def _digest(*parts: bytes) -> str:
    """The digest of these parts, which no other parts have."""
    found = blake2b(digest_size=_DIGEST_BYTES)
    for part in parts:
        found.update(len(part).to_bytes(8, "little"))
        found.update(part)
    return found.hexdigest()
