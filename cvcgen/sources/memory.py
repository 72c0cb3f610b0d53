"""What was made of the files of former snapshots, so that a history reads each one once.

A file is known by its place and its bytes, its record also by the site's languages. Of two
snapshots that follow each other, the files that are one object on both sides are passed over
at once: `git.read_revisions` gives them so.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from cvcgen.core.diagnostics import Diagnostic, Location
from cvcgen.core.identity import changed_at
from cvcgen.core.model import Kind, Language, Site
from cvcgen.sources.placement import Placed, Placement, place_files
from cvcgen.sources.recordfile import RecordFile, read_file
from cvcgen.sources.records import Reader, Record, read_site
from cvcgen.sources.snapshot import CONFIGURATION
from cvcgen.sources.swallowed import with_swallowed
from cvcgen.sources.tree import Mapping as Map
from cvcgen.sources.tree import Sequence as List

_SCHEMAS = {
    Kind.RUBRIC: "rubric",
    Kind.VALUE: "value",
    Kind.CLIENTELE: "clientele",
    Kind.PROJECT: "project",
}
_LANGUAGES = "languages"


@dataclass(frozen=True, slots=True)
class KnownRecord:
    """What a file of the four families says."""

    path: str
    kind: Kind
    id: str
    record: Record | None
    """None where nothing could be read, or another file holds the record of that id."""
    readable: bool
    """Whether anything could be read."""
    faults: tuple[Diagnostic, ...]
    """Of form and schema."""
    text_faults: tuple[Diagnostic, ...]
    """Of texts that lack one of the site's languages."""
    text: str | None
    """None where the file is no text."""


@dataclass(frozen=True, slots=True)
class KnownSettings:
    """What `cvcgen.yaml` says."""

    site: Site
    says_languages: bool
    """Whether the site's languages could be read: without them no text can be judged."""
    faults: tuple[Diagnostic, ...]
    """Of form and schema."""
    text_faults: tuple[Diagnostic, ...]
    """Of texts that lack one of the site's languages."""
    text: str | None
    """None where the file is no text."""
    path: str = str(CONFIGURATION)


@dataclass(frozen=True, slots=True)
class _Last:
    """The records of the snapshot before."""

    placed: Sequence[Placed]
    languages: tuple[Language, ...]
    contents: Sequence[bytes | None]
    records: tuple[KnownRecord, ...]


_Paths = tuple[PurePosixPath, ...]


class Memory:
    """What was made of each file so far. It never changes what loading gives."""

    def __init__(self) -> None:
        self._settings: dict[bytes | None, KnownSettings] = {}
        self._records: dict[tuple[Placed, bytes | None, tuple[Language, ...]], KnownRecord] = {}
        self._placed: tuple[_Paths, _Paths, Placement] | None = None
        self._order: tuple[Placement, list[int]] | None = None
        self._last: _Last | None = None

    def settings(self, content: bytes | None) -> KnownSettings:
        """What the bytes of `cvcgen.yaml` say."""
        if content not in self._settings:
            self._settings[content] = _read_settings(content)
        return self._settings[content]

    def placement(self, paths: _Paths, refused: _Paths) -> Placement:
        """The records that files of these paths hold."""
        if self._placed is None or self._placed[:2] != (paths, refused):
            self._placed = (paths, refused, place_files(paths, refused))
        return self._placed[2]

    def contents(
        self, files: Mapping[PurePosixPath, bytes], placement: Placement
    ) -> Sequence[bytes | None]:
        """What is in the file of each record of the placement, which is that of these files.

        None for one that was not read.
        """
        if self._order is None or self._order[0] is not placement:
            at = {path: number for number, path in enumerate(files)}
            self._order = (placement, [at.get(one.path, len(at)) for one in placement.records])
        contents = (*files.values(), None)
        return [contents[number] for number in self._order[1]]

    def records(
        self,
        placed: Sequence[Placed],
        contents: Sequence[bytes | None],
        languages: tuple[Language, ...],
    ) -> tuple[KnownRecord, ...]:
        """What files at these places say, one for one; no content is an unreadable file."""
        last = self._last
        if last is not None and last.placed is placed and last.languages == languages:
            rows = list(last.records)
            new = changed_at(last.contents, contents)
        else:
            rows, new = [], list(range(len(placed)))
        for at in new:
            rows[at : at + 1] = [self._record(placed[at], contents[at], languages)]
        self._last = _Last(placed, languages, contents, tuple(rows))
        return self._last.records

    def _record(
        self, placed: Placed, content: bytes | None, languages: tuple[Language, ...]
    ) -> KnownRecord:
        key = (placed, content, languages)
        if key not in self._records:
            self._records[key] = self._read(*key)
        return self._records[key]

    def _read(
        self, placed: Placed, content: bytes | None, languages: tuple[Language, ...]
    ) -> KnownRecord:
        """What a file says that is not known yet."""
        return _read_record(placed, content, languages)


def _read_settings(content: bytes | None) -> KnownSettings:
    file = read_file(CONFIGURATION, content, "site")
    site, of_texts = read_site(file.root or Map(Location(str(CONFIGURATION)), ()))
    faults, text_faults = (
        with_swallowed(found, file.root, file.text) for found in (file.faults, of_texts)
    )
    return KnownSettings(site, _says_languages(file), faults, text_faults, file.text)


def _says_languages(settings: RecordFile) -> bool:
    listed = settings.root.get(_LANGUAGES) if settings.root else None
    faulty = (fault.location.pointer for fault in settings.faults)
    return isinstance(listed, List) and not any(
        pointer.startswith(f"/{_LANGUAGES}/") for pointer in faulty
    )


def _read_record(
    placed: Placed, content: bytes | None, languages: tuple[Language, ...]
) -> KnownRecord:
    file = read_file(placed.path, content, _SCHEMAS[placed.kind])
    reader = Reader(languages)
    record = None
    if file.root is not None and not placed.is_duplicate:
        record = reader.record(placed.kind, placed.id, file.root)
    return KnownRecord(
        path=str(placed.path),
        kind=placed.kind,
        id=placed.id,
        record=record,
        readable=file.root is not None,
        faults=with_swallowed(file.faults, file.root, file.text),
        text_faults=with_swallowed(reader.faults, file.root, file.text),
        text=file.text,
    )
