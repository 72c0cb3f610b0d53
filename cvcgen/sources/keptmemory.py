"""A memory of files that outlives the run: what was made of them is in the user's cache.

Only what is faultless is kept; a file with faults is read again each time, since few have any.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from pathlib import PurePosixPath

from cvcgen.core.model import Kind, Language, Project, ProjectId
from cvcgen.core.projectparts import ProjectParts
from cvcgen.sources.memory import KnownRecord, Memory
from cvcgen.sources.partdigests import digest_parts, digest_whole, read_parts, write_parts
from cvcgen.sources.placement import Placed
from cvcgen.sources.records import Record
from cvcgen.sources.recordtext import list_fields, read_text, write_row
from cvcgen.store import Store

_DIGEST_BYTES = 24


class KeptMemory(Memory):
    """What was made of each file, in this run and in former ones."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self._keys: dict[PurePosixPath, bytes] = {}
        """What the files that are asked for now are called in the store."""
        self._kept: dict[bytes, bytes] = {}
        self._parts: dict[str, tuple[Project, ProjectParts]] = {}
        self._new: dict[str, tuple[bytes, Kind, Record]] = {}
        """What is not kept yet, by path: its key in the store, its kind, the record."""

    def parts_of(self, projects: Iterable[Project]) -> Mapping[ProjectId, ProjectParts]:
        """What each of these projects is made of, found once it is asked for."""
        return _PartsOf({project.id: project for project in projects}, self.parts)

    def parts(self, project: Project) -> ProjectParts:
        """The digests of what a project is made of, which was read by this memory."""
        path = project.where.path
        if path in self._new and self._new[path][2] is project:
            self._keep(path)
        of, parts = self._parts.get(path, (None, None))
        if of is not project or parts is None:
            return digest_parts(project, list_fields(Kind.PROJECT, project))
        return parts

    def keep(self) -> None:
        """Puts into the store what was read and is not there yet: only later runs need it."""
        for path in tuple(self._new) if self._store.keeps else ():
            self._keep(path)

    def _keep(self, path: str) -> None:
        """What is kept of a record: of a project the digests of its parts, then its JSON."""
        key, kind, record = self._new.pop(path)
        row = list_fields(kind, record)
        if isinstance(record, Project):
            parts, text = digest_whole(record, row)
            self._parts[path] = record, parts
            kept = write_parts(parts) + b"\n" + text.encode("utf-8", "surrogatepass")
        else:
            kept = b"\n" + write_row(row)
        self._store.put(key, kept)

    def records(
        self,
        placed: Sequence[Placed],
        contents: Sequence[bytes | None],
        languages: tuple[Language, ...],
    ) -> tuple[KnownRecord, ...]:
        """What files at these places say, one for one; no content is an unreadable file."""
        self._keys = {
            place.path: _key(place, content, languages)
            for place, content in zip(placed, contents, strict=True)
            if content is not None
        }
        self._kept = self._store.get_many(self._keys.values())
        found = super().records(placed, contents, languages)
        self._keys, self._kept = {}, {}
        return found

    def _read(
        self, placed: Placed, content: bytes | None, languages: tuple[Language, ...]
    ) -> KnownRecord:
        if content is None or placed.is_duplicate:
            return super()._read(placed, content, languages)
        key = self._keys[placed.path]
        known = self._recall(placed, content, self._kept.get(key))
        if known is None:
            known = super()._read(placed, content, languages)
            is_sound = not (known.faults or known.text_faults)
            is_plain = known.text is not None and known.text.encode() == content
            if known.record is not None and is_sound and is_plain:
                self._new[known.path] = key, placed.kind, known.record
        return known

    def _recall(self, placed: Placed, content: bytes, kept: bytes | None) -> KnownRecord | None:
        """What the file says, by what was kept of it; None where that is nothing."""
        path = str(placed.path)
        head, _, text = (kept or b"").partition(b"\n")
        record = read_text(placed.kind, text, path)
        if record is None or record.id != placed.id:
            return None
        if isinstance(record, Project) and (parts := read_parts(head)) is not None:
            self._parts[path] = record, parts
        return KnownRecord(
            path=path,
            kind=placed.kind,
            id=placed.id,
            record=record,
            readable=True,
            faults=(),
            text_faults=(),
            text=content.decode(),
        )


class _PartsOf(Mapping[ProjectId, ProjectParts]):
    """The parts of projects, by id."""

    def __init__(
        self, projects: Mapping[ProjectId, Project], find: Callable[[Project], ProjectParts]
    ) -> None:
        self._projects = projects
        self._find = find

    def __getitem__(self, project: ProjectId) -> ProjectParts:
        return self._find(self._projects[project])

    def __iter__(self) -> Iterator[ProjectId]:
        return iter(self._projects)

    def __len__(self) -> int:
        return len(self._projects)


def _key(placed: Placed, content: bytes, languages: tuple[Language, ...]) -> bytes:
    """What a record is made from: the file's place and bytes, and the site's languages."""
    place = "\0".join((str(placed.path), placed.kind, placed.id, *languages, "\0"))
    found = blake2b(place.encode("utf-8", "surrogateescape"), digest_size=_DIGEST_BYTES)
    found.update(content)
    return found.digest()
