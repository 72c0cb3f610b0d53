"""What a build is made from, as digests: by them the next build knows what has changed."""

from dataclasses import dataclass
from hashlib import blake2b

from cvcgen.core.origin import Kind
from cvcgen.publish.owntemplates import OwnTemplates
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


def digest_inputs(snapshot: Snapshot, own_templates: OwnTemplates | None, tool: str) -> Inputs:
    """The digests of that content under those templates, and the name of the tool."""
    method: list[bytes] = []
    projects: list[bytes] = []
    for path, content in snapshot.files.items():
        name = str(path)
        named = projects if name.startswith(_PROJECTS) else method
        named += (_encode(name), content)
    own = {} if own_templates is None else own_templates.files
    templates = (part for path, content in own.items() for part in (_encode(path), content))
    surroundings = _digest(tool.encode(), *method, b"", *templates)
    origin = snapshot.origin
    commit = repr((origin.label, origin.revision, origin.committed_at))
    refused = (_encode(f"{path} {refusal}") for path, refusal in snapshot.refused.items())
    parts = (surroundings.encode(), _encode(commit), *projects, b"", *refused)
    return Inputs(surroundings, _digest(*parts))


def _encode(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")


def _digest(*parts: bytes) -> str:
    """The digest of these parts, which no other parts have."""
    found = blake2b(digest_size=_DIGEST_BYTES)
    for part in parts:
        found.update(len(part).to_bytes(8, "little"))
        found.update(part)
    return found.hexdigest()
