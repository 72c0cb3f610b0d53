"""The parts of all projects, named by the sources in which they first said what they say.

A build keeps the bytes of each project's file. Of a file that has changed, the next build
reads the former bytes beside the new ones and compares: nothing of the others is looked at.
"""

from collections.abc import Iterable, Mapping
from hashlib import blake2b
from pathlib import PurePosixPath

from cvcgen.core.model import Kind, Language, Project, ProjectId
from cvcgen.core.projectparts import ProjectParts, keep_names, name_parts
from cvcgen.sources.memory import Memory
from cvcgen.sources.placement import Placed
from cvcgen.store import Store

_DIGEST_BYTES = 20


def find_parts(
    projects: Iterable[Project],
    files: Mapping[PurePosixPath, bytes],
    languages: tuple[Language, ...],
    former: Mapping[ProjectId, ProjectParts],
    store: Store,
) -> Mapping[ProjectId, ProjectParts]:
    """What each project is made of.

    `files` are those that the projects were read from, `former` the parts of the last build.
    The store holds the sources of former builds, and is given those that are new.
    """
    found: dict[ProjectId, ProjectParts] = {}
    edited: list[tuple[Project, str, ProjectParts]] = []
    for project in projects:
        source = _source(project, files)
        name = _name(source, languages)
        known = former.get(project.id)
        if known is not None and known.whole == name:
            found[project.id] = known
            continue
        found[project.id] = name_parts(project, name)
        store.put(name, source)
        if known is not None:
            edited.append((project, name, known))
    before = store.get_many(known.whole for _, _, known in edited)
    for project, name, known in edited:
        old = _read(project, before.get(known.whole), languages)
        if old is not None:
            found[project.id] = keep_names(project, name, old, known)
    return found


def _source(project: Project, files: Mapping[PurePosixPath, bytes]) -> bytes:
    """The path and the bytes that the project was read from."""
    path = project.where.path
    return path.encode("utf-8", "surrogateescape") + b"\0" + files[PurePosixPath(path)]


def _name(source: bytes, languages: tuple[Language, ...]) -> str:
    """A name that no other source has, nor the same in a site of other languages."""
    key = " ".join(languages).encode("utf-8", "surrogatepass")
    read_as = blake2b(key, digest_size=_DIGEST_BYTES).digest()
    return blake2b(source, key=read_as, digest_size=_DIGEST_BYTES).hexdigest()


def _read(
    project: Project, source: bytes | None, languages: tuple[Language, ...]
) -> Project | None:
    """What was read from that source; None where it lay elsewhere, or is not known."""
    path, _, content = (source or b"").partition(b"\0")
    if path.decode("utf-8", "surrogateescape") != project.where.path:
        return None
    placed = Placed(PurePosixPath(project.where.path), Kind.PROJECT, project.id)
    (known,) = Memory().records((placed,), (content,), languages)
    return known.record if isinstance(known.record, Project) else None
