"""A snapshot to a catalogue and everything that is wrong with its files.

Every file is read on its own: a fault in one never hides another's. What crosses files is
for `core.checks`.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from operator import attrgetter
from pathlib import PurePosixPath
from typing import TypeVar

from cvcgen.core.diagnostics import Diagnostic, Location, message, sort_diagnostics
from cvcgen.core.identity import changed_at
from cvcgen.core.model import Catalogue, Clientele, Kind, Project, Rubric, Site, Value
from cvcgen.sources.keyplaces import meant_for
from cvcgen.sources.memory import KnownRecord, KnownSettings, Memory
from cvcgen.sources.placement import Placement
from cvcgen.sources.records import Record
from cvcgen.sources.snapshot import CONFIGURATION, MAX_BYTES, Refusal, Snapshot

_REFUSALS = {
    Refusal.LINK: (
        "CVC102",
        message("this is a link, and links are not followed"),
        message("put the file itself in its place"),
    ),
    Refusal.SPECIAL: ("CVC102", message("this is not a regular file"), message("remove it")),
    Refusal.TOO_LARGE: (
        "CVC116",
        message("the file is larger than {limit} bytes", limit=MAX_BYTES),
        message("one record, one file: shorten the texts"),
    ),
    Refusal.NO_PERMISSION: (
        "CVC101",
        message("the file may not be read"),
        message("give yourself the right to read it"),
    ),
    Refusal.VANISHED: (
        "CVC101",
        message("the file could not be read"),
        message("run the command again"),
    ),
}
_MISPLACED = "CVC202"
_UNKNOWN_KEY = "CVC302"
_Family = TypeVar("_Family", Rubric, Value, Clientele, Project)


@dataclass(frozen=True, slots=True)
class _Read:
    """What was made of each file of a snapshot."""

    settings: KnownSettings
    placement: Placement
    rows: tuple[KnownRecord, ...]
    """One for each record of the placement."""
    refused: Mapping[PurePosixPath, Refusal]
    """Why the others were not read."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a snapshot says, and what is wrong with it."""

    catalogue: Catalogue
    """Whole only where no diagnostic is an error."""
    diagnostics: tuple[Diagnostic, ...]
    """Of every file, sorted."""
    texts: Mapping[str, str] = field(compare=False)
    """The text of every file that is text, by path: for showing lines."""
    read: _Read = field(compare=False, repr=False)
    """What it was made from."""


def load_catalogue(
    snapshot: Snapshot, memory: Memory | None = None, former: Loaded | None = None
) -> Loaded:
    """The catalogue of a snapshot, with every fault of names, form and language.

    With the `memory` of former snapshots only new files are read; of `former`, one that was
    loaded with the same memory, what did not change is kept. The outcome is the same.
    """
    memory = Memory() if memory is None else memory
    settings = memory.settings(snapshot.files.get(CONFIGURATION))
    placement = memory.placement(tuple(snapshot.files), tuple(snapshot.refused))
    contents = memory.contents(snapshot.files, placement)
    rows = memory.records(placement.records, contents, settings.site.languages)
    read = _Read(settings, placement, rows, snapshot.refused)
    edited = None if former is None else _edited(former, read)
    return _load(read) if edited is None else edited


def _edited(former: Loaded, read: _Read) -> Loaded | None:
    """What was read, where all that is new is a few records, faultless now and before."""
    old = former.read
    if old.settings is not read.settings or old.placement is not read.placement:
        return None
    if old.refused != read.refused:
        return None
    others = changed_at(old.rows, read.rows)
    new = [read.rows[at] for at in others]
    if not all(map(_is_sound, [*new, *(old.rows[at] for at in others)])):
        return None
    return Loaded(
        _with_records(former.catalogue, [row.record for row in new if row.record is not None]),
        former.diagnostics,
        {**former.texts, **{row.path: row.text for row in new if row.text is not None}},
        read,
    )


def _is_sound(row: KnownRecord) -> bool:
    return row.record is not None and row.text is not None and not row.faults + row.text_faults


def _with_records(catalogue: Catalogue, records: Sequence[Record]) -> Catalogue:
    """The catalogue with these records in place of those of the same ids."""
    return replace(
        catalogue,
        rubrics=_with(catalogue.rubrics, [r for r in records if isinstance(r, Rubric)]),
        values=_with(catalogue.values, [r for r in records if isinstance(r, Value)]),
        clienteles=_with(
            catalogue.clienteles, [r for r in records if isinstance(r, Clientele)]
        ),
        projects=_with(catalogue.projects, [r for r in records if isinstance(r, Project)]),
    )


def _with(family: tuple[_Family, ...], records: Sequence[_Family]) -> tuple[_Family, ...]:
    found = list(family)
    for record in records:
        found[bisect_left(found, record.id, key=attrgetter("id"))] = record
    return tuple(found) if records else family


def _load(read: _Read) -> Loaded:
    settings, rows = read.settings, read.rows
    in_names = [*read.placement.faults, *_refusals(read.refused)]
    files: tuple[KnownSettings | KnownRecord, ...] = (settings, *rows)
    in_files = [fault for file in files for fault in file.faults]
    in_texts = [
        fault
        for file in (files if settings.says_languages else ())
        for fault in file.text_faults
    ]
    unread = frozenset((row.kind, row.id) for row in rows if not row.readable)
    unreadable = unread | read.placement.strays | frozenset(_meant_elsewhere(in_files))
    return Loaded(
        _catalogue(settings.site, [row.record for row in rows], unreadable),
        sort_diagnostics([*in_names, *in_files, *_beyond_keys(in_files, in_texts)]),
        {file.path: file.text for file in files if file.text is not None},
        read,
    )


def refusal(path: PurePosixPath, why: Refusal) -> Diagnostic:
    """The fault of a file that was not read."""
    code, found, hint = _REFUSALS[why]
    return Diagnostic(code, found, Location(str(path)), hint=hint)


def _catalogue(
    site: Site, records: Iterable[Record | None], unreadable: frozenset[tuple[Kind, str]]
) -> Catalogue:
    found: dict[type[Record], list[Record]] = {}
    for record in records:
        if record is not None:
            found.setdefault(type(record), []).append(record)
    return Catalogue(
        site=site,
        rubrics=_sorted(found, Rubric),
        values=_sorted(found, Value),
        clienteles=_sorted(found, Clientele),
        projects=_sorted(found, Project),
        unreadable=unreadable,
    )


def _sorted(
    found: Mapping[type[Record], list[Record]], family: type[_Family]
) -> tuple[_Family, ...]:
    """The records of that family, by id."""
    records = [record for record in found.get(family, ()) if isinstance(record, family)]
    return tuple(sorted(records, key=attrgetter("id")))


def _meant_elsewhere(faults: Iterable[Diagnostic]) -> Iterator[tuple[Kind, str]]:
    """The records that lie among those of another kind, as their keys say."""
    for fault in faults:
        if fault.code == _MISPLACED and fault.hint is not None:
            path = PurePosixPath(str(dict(fault.hint.arguments)["path"]))
            yield Kind(path.parent.name), path.stem


def _beyond_keys(
    known: Iterable[Diagnostic], found: Iterable[Diagnostic]
) -> Iterator[Diagnostic]:
    """The faults of texts that do not come from a misspelt language, which is known."""
    faults = [fault for fault in known if fault.code == _UNKNOWN_KEY]
    unknown = [fault.location for fault in faults]
    keys = {(place.path, place.pointer) for place in unknown}
    texts = {(place.path, place.pointer.rpartition("/")[0]) for place in unknown}
    texts |= {(one.location.path, meant) for one in faults if (meant := meant_for(one))}
    for fault in found:
        place = fault.location.path, fault.location.pointer
        if place not in keys and place not in texts:
            yield fault


def _refusals(refused: Mapping[PurePosixPath, Refusal]) -> Iterator[Diagnostic]:
    """What stands in the place of files that were not read."""
    for path, why in refused.items():
        yield refusal(path, why)
