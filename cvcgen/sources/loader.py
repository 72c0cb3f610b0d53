"""A snapshot to a catalogue and everything that is wrong with its files.

Every file is read on its own: a fault in one never hides another's. What crosses files is
for `core.checks`.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from operator import attrgetter
from pathlib import PurePosixPath
from typing import TypeVar

from cvcgen.core.diagnostics import Diagnostic, Location, message, sort_diagnostics
from cvcgen.core.model import Catalogue, Clientele, Kind, Project, Rubric, Site, Value
from cvcgen.sources.memory import KnownRecord, KnownSettings, Memory
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
_UNKNOWN_KEY = "CVC302"
_Family = TypeVar("_Family", Rubric, Value, Clientele, Project)


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a snapshot says, and what is wrong with it."""

    catalogue: Catalogue
    """Whole only where no diagnostic is an error."""
    diagnostics: tuple[Diagnostic, ...]
    """Of every file, sorted."""
    texts: Mapping[str, str] = field(compare=False)
    """The text of every file that is text, by path: for showing lines."""


def load_catalogue(snapshot: Snapshot, memory: Memory | None = None) -> Loaded:
    """The catalogue of a snapshot, with every fault of names, form and language.

    With the `memory` of former snapshots only new files are read; the outcome is the same.
    """
    memory = Memory() if memory is None else memory
    settings = memory.settings(snapshot.files.get(CONFIGURATION))
    placement = memory.placement(tuple(snapshot.files), tuple(snapshot.refused))
    contents = [snapshot.files.get(placed.path) for placed in placement.records]
    rows = memory.records(placement.records, contents, settings.site.languages)
    in_names = [*placement.faults, *_refusals(snapshot)]
    files: tuple[KnownSettings | KnownRecord, ...] = (settings, *rows)
    in_files = [fault for file in files for fault in file.faults]
    in_texts = [
        fault
        for file in (files if settings.says_languages else ())
        for fault in file.text_faults
    ]
    unread = frozenset((row.kind, row.id) for row in rows if not row.readable)
    return Loaded(
        _catalogue(settings.site, [row.record for row in rows], unread | placement.strays),
        sort_diagnostics([*in_names, *in_files, *_beyond_keys(in_files, in_texts)]),
        {file.path: file.text for file in files if file.text is not None},
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


def _beyond_keys(
    known: Iterable[Diagnostic], found: Iterable[Diagnostic]
) -> Iterator[Diagnostic]:
    """The faults of texts that do not come from a misspelt language, which is known."""
    unknown = [fault.location for fault in known if fault.code == _UNKNOWN_KEY]
    keys = {(place.path, place.pointer) for place in unknown}
    texts = {(place.path, place.pointer.rpartition("/")[0]) for place in unknown}
    for fault in found:
        place = fault.location.path, fault.location.pointer
        if place not in keys and place not in texts:
            yield fault


def _refusals(snapshot: Snapshot) -> Iterator[Diagnostic]:
    """What stands in the place of files that were not read."""
    for path, why in snapshot.refused.items():
        yield refusal(path, why)
