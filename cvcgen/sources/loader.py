"""A snapshot to a catalogue and everything that is wrong with its files.

Every file is read on its own: a fault in one never hides another's. What crosses files is
for `core.checks`.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from cvcgen.core.diagnostics import Diagnostic, Location, message, sort_diagnostics
from cvcgen.core.model import Catalogue, Clientele, Kind, Project, Rubric, Site, Value
from cvcgen.sources.placement import place_files
from cvcgen.sources.records import Reader, Record, read_site
from cvcgen.sources.schemas import schema_faults
from cvcgen.sources.snapshot import CONFIGURATION, MAX_BYTES, Refusal, Snapshot
from cvcgen.sources.textfile import decode_text
from cvcgen.sources.tree import Mapping as Map
from cvcgen.sources.tree import Node, Scalar, Sequence, without
from cvcgen.sources.yamltext import parse_yaml

_SCHEMAS = {
    Kind.RUBRIC: "rubric",
    Kind.VALUE: "value",
    Kind.CLIENTELE: "clientele",
    Kind.PROJECT: "project",
}
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
_LANGUAGES = "languages"
_UNKNOWN_KEY = "CVC302"
_MISSING_KEY = "CVC303"
_REPLACED = {"CVC110", "CVC111", "CVC112", "CVC114", "CVC115"}
"""Faults of form that leave null, or nothing, where they stand."""
_UNREAD = {"CVC106", "CVC107", "CVC116"}
"""Faults after which nothing of a file is left."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a snapshot says, and what is wrong with it."""

    catalogue: Catalogue
    """Whole only where no diagnostic is an error."""
    diagnostics: tuple[Diagnostic, ...]
    """Of every file, sorted."""
    texts: Mapping[str, str] = field(compare=False)
    """The text of every file that is text, by path: for showing lines."""


@dataclass(frozen=True, slots=True)
class _ReadFile:
    """One file on its way to a record."""

    root: Map | None
    """What is left of it without its faulty parts; None where nothing is."""
    faults: tuple[Diagnostic, ...]
    text: str | None


def load_catalogue(snapshot: Snapshot) -> Loaded:
    """The catalogue of a snapshot, with every fault of names, form and language."""
    settings = _read_file(snapshot, CONFIGURATION, "site")
    site, faults = read_site(settings.root or Map(Location(str(CONFIGURATION)), ()))
    reader = Reader(site.languages)
    placement = place_files(snapshot.files, snapshot.refused)
    read = {
        placed: _read_file(snapshot, placed.path, _SCHEMAS[placed.kind])
        for placed in placement.records
    }
    records = [
        reader.record(placed.kind, placed.id, file.root)
        for placed, file in read.items()
        if file.root is not None and not placed.is_duplicate
    ]
    in_names = [*placement.faults, *_refusals(snapshot)]
    in_files = [fault for file in (settings, *read.values()) for fault in file.faults]
    in_texts = [*faults, *reader.faults] if _says_languages(settings) else []
    texts = {str(placed.path): file.text for placed, file in read.items()}
    texts[str(CONFIGURATION)] = settings.text
    unread = frozenset((p.kind, p.id) for p, file in read.items() if file.root is None)
    return Loaded(
        _catalogue(site, records, unread | placement.strays),
        sort_diagnostics([*in_names, *in_files, *_beyond_keys(in_files, in_texts)]),
        {path: text for path, text in texts.items() if text is not None},
    )


def _catalogue(
    site: Site, records: Iterable[Record], unreadable: frozenset[tuple[Kind, str]]
) -> Catalogue:
    ordered = sorted(records, key=lambda record: record.id)
    return Catalogue(
        site=site,
        rubrics=tuple(record for record in ordered if isinstance(record, Rubric)),
        values=tuple(record for record in ordered if isinstance(record, Value)),
        clienteles=tuple(record for record in ordered if isinstance(record, Clientele)),
        projects=tuple(record for record in ordered if isinstance(record, Project)),
        unreadable=unreadable,
    )


def _read_file(snapshot: Snapshot, path: PurePosixPath, schema: str) -> _ReadFile:
    """The file's tree without its faulty parts, and the faults."""
    if path not in snapshot.files:
        return _ReadFile(None, (), None)
    decoded = decode_text(str(path), snapshot.files[path])
    if decoded.text is None:
        return _ReadFile(None, decoded.faults, None)
    parsed = parse_yaml(str(path), decoded.text, decoded.lines)
    faults = (*decoded.faults, *parsed.faults)
    if any(fault.code in _UNREAD for fault in parsed.faults):
        return _ReadFile(None, faults, decoded.text)
    if not isinstance(parsed.root, Map):
        return _ReadFile(None, (*faults, _not_a_mapping(path, parsed.root)), decoded.text)
    found = tuple(_beyond(faults, schema_faults(schema, parsed.root)))
    if any(fault.code in _UNREAD for fault in found):
        return _ReadFile(None, (*faults, *found), decoded.text)
    faulty = {fault.location.pointer for fault in found if fault.code != _MISSING_KEY}
    sound = without(parsed.root, frozenset(faulty | _incomplete(parsed.faults)))
    return _ReadFile(sound if isinstance(sound, Map) else None, (*faults, *found), decoded.text)


def _beyond(known: Iterable[Diagnostic], found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """The faults found where null does not stand for what could not be read."""
    replaced = {fault.location.pointer for fault in known if fault.code in _REPLACED}
    for fault in found:
        pointer = fault.location.pointer
        merged = fault.code == _MISSING_KEY and f"{pointer}/<<" in replaced
        if pointer not in replaced and not merged:
            yield fault


def _incomplete(faults: Iterable[Diagnostic]) -> set[str]:
    """The mappings that lost a key of which nobody knows what it was."""
    merged = {f.location.pointer.rpartition("/")[0] for f in faults if f.code == "CVC112"}
    return merged | {fault.location.pointer for fault in faults if fault.code == "CVC114"}


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


def _says_languages(settings: _ReadFile) -> bool:
    """Whether the site's languages could be read: without them no text can be judged."""
    listed = settings.root.get(_LANGUAGES) if settings.root else None
    faulty = (fault.location.pointer for fault in settings.faults)
    return isinstance(listed, Sequence) and not any(
        pointer.startswith(f"/{_LANGUAGES}/") for pointer in faulty
    )


def _refusals(snapshot: Snapshot) -> Iterator[Diagnostic]:
    """What stands in the place of files that were not read."""
    for path, refusal in snapshot.refused.items():
        code, found, hint = _REFUSALS[refusal]
        yield Diagnostic(code, found, Location(str(path)), hint=hint)


def _not_a_mapping(path: PurePosixPath, root: Node | None) -> Diagnostic:
    hint = message("start with a line such as `name: …` or `title: …`")
    if root is None or (isinstance(root, Scalar) and root.value is None):
        found = message("the file is empty")
    else:
        found = message("the file holds a list or a text, where keys and values are wanted")
    return Diagnostic("CVC301", found, root.where if root else Location(str(path)), hint=hint)
