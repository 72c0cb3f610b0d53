"""What a build is made from, as digests: by them the next build knows what has changed."""

from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from cvcgen.core.origin import Kind
from cvcgen.sources.snapshot import CONTENT, Snapshot

_DIGEST_BYTES = 16
_PROJECTS = f"{CONTENT / Kind.PROJECT}/"


@dataclass(frozen=True, slots=True)
class Inputs:
    """Digests of all that a site is made from, but for the tool itself."""

    surroundings: str
    """Of what every file is made from: settings, rubrics, values, clienteles, own templates."""
    everything: str
    """Of these, the projects and the commit together."""


def digest_inputs(snapshot: Snapshot, own_templates: Path | None, tool: str) -> Inputs:
    """The digests of that content under those templates, and the name of the tool."""
    method: list[bytes] = []
    projects: list[bytes] = []
    for path, content in snapshot.files.items():
        name = str(path)
        named = projects if name.startswith(_PROJECTS) else method
        named += (_encode(name), content)
    templates = [] if own_templates is None else _list_templates(own_templates)
    surroundings = _digest(tool.encode(), *method, b"", *templates)
    origin = snapshot.origin
    commit = repr((origin.label, origin.revision, origin.committed_at))
    refused = (_encode(f"{path} {refusal}") for path, refusal in snapshot.refused.items())
    parts = (surroundings.encode(), _encode(commit), *projects, b"", *refused)
    return Inputs(surroundings, _digest(*parts))


def _list_templates(folder: Path) -> list[bytes]:
    """The name and the content of each file, in turns."""
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    pairs = (
        (_encode(path.relative_to(folder).as_posix()), path.read_bytes()) for path in files
    )
    return [part for pair in pairs for part in pair]


def _encode(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")


def _digest(*parts: bytes) -> str:
    """The digest of these parts, which no other parts have."""
    found = blake2b(digest_size=_DIGEST_BYTES)
    for part in parts:
        found.update(len(part).to_bytes(8, "little"))
        found.update(part)
    return found.hexdigest()
