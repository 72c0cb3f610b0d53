"""One content file, on its way from bytes to a record: its tree, and what is wrong with it.

A fault takes away the part where it stands, and no more. What the record says is for
`records`, how records fit together for `core.checks`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from cvcgen.core.diagnostics import Diagnostic, Location, message
from cvcgen.sources.baretext import BareText, bare_text
from cvcgen.sources.plaintree import plain_root
from cvcgen.sources.schemas import schema_faults
from cvcgen.sources.textfile import TextFile, decode_text
from cvcgen.sources.tree import Mapping as Map
from cvcgen.sources.tree import Node, Scalar, without

_INVISIBLE = "CVC105"
_SECOND = "CVC108"
_TWICE = "CVC113"
_AMBIGUOUS = "CVC115"
_UNKNOWN_KEY = "CVC302"
_MISSING_KEY = "CVC303"
_CHOICE = "CVC304"
_OF_ABSENCE = {_MISSING_KEY, "CVC307"}
"""Faults that say that something lacks, or that nothing is there."""
_REPLACED = {"CVC110", "CVC111", "CVC112", "CVC114", "CVC115"}
"""Faults of form that leave null, or nothing, where they stand."""
_UNREAD = {"CVC106", "CVC107", "CVC116"}
"""Faults after which nothing of a file is left."""


@dataclass(frozen=True, slots=True)
class RecordFile:
    """One file as far as it could be read."""

    root: Map | None
    """What is left of it without its faulty parts; None where nothing is."""
    faults: tuple[Diagnostic, ...]
    """Of form and schema."""
    text: str | None
    """None where the file is no text."""


def read_file(path: PurePosixPath, content: bytes | None, schema: str) -> RecordFile:
    """The file's tree without its faulty parts, and the faults.

    `schema` is the name of its schema; no `content` is what could not be read.
    """
    if content is None:
        return RecordFile(None, (), None)
    decoded = decode_text(str(path), content)
    if decoded.text is None:
        return RecordFile(None, decoded.faults, None)
    root, of_form = read_tree(str(path), decoded)
    faults = (*decoded.faults, *of_form)
    if any(fault.code in _UNREAD for fault in of_form):
        return RecordFile(None, faults, decoded.text)
    if not isinstance(root, Map):
        return RecordFile(None, (*faults, _not_a_mapping(path, root)), decoded.text)
    return _judged(root, faults, schema_faults(schema, root), decoded.text)


def _judged(
    root: Map, faults: tuple[Diagnostic, ...], by_schema: tuple[Diagnostic, ...], text: str
) -> RecordFile:
    """What is left of a file after the faults of its form and those of its schema."""
    if strange := next(filter(None, map(_strange_key, by_schema)), None):
        return RecordFile(None, (*faults, strange), text)
    faults = tuple(_with_choices(_once(faults, root), by_schema))
    of_schema = tuple(_beyond(faults, by_schema))
    found = tuple(fault for fault in of_schema if not _is_hidden(fault, faults))
    if any(fault.code in _UNREAD for fault in found):
        return RecordFile(None, (*faults, *found), text)
    faulty = {fault.location.pointer for fault in of_schema if fault.code != _MISSING_KEY}
    unknown = {
        fault.location.pointer: str(dict(fault.hint.arguments).get("name", ""))
        for fault in of_schema
        if fault.code == _UNKNOWN_KEY and fault.hint is not None
    }
    sound = without(root, frozenset(faulty | _incomplete(faults)), unknown)
    return RecordFile(sound if isinstance(sound, Map) else None, (*faults, *found), text)


def read_tree(path: str, file: TextFile) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """The tree of a file, and its faults of form: as if what it may not hold were deleted."""
    if file.text is None:
        return None, ()
    if file.text == file.written:
        return _read_text(path, file.text, file)
    bare = bare_text(file.lines)
    root, faults = _read_text(path, bare.text, bare)
    placed = None if root is None else bare.node_of(root)
    return placed, tuple(map(bare.fault_of, faults))


def _read_text(
    path: str, text: str, split: TextFile | BareText
) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """The tree of a text, and its faults of form: by the shortest way that gives them.

    It is `split` into lines for the careful one alone.
    """
    plain = plain_root(path, text)
    if plain is not None:
        return plain, ()
    # Imported late: the parser takes a third of the time that a small site is checked in.
    from cvcgen.sources.yamltext import parse_yaml, quick_root  # noqa: PLC0415

    quick = quick_root(path, text)
    if quick is not None:
        return quick, ()
    parsed = parse_yaml(path, text, split.lines)
    return parsed.root, parsed.faults


def _strange_key(fault: Diagnostic) -> Diagnostic | None:
    """The fault of lines that are keys only for what stands before them; None for others."""
    start = fault.location.pointer.rpartition("/")[2][:1]
    if fault.code != _UNKNOWN_KEY or not start:
        return None
    # Imported late: most contents have no unknown key.
    from cvcgen.sources.oddspaces import ODD_SPACES, odd_space  # noqa: PLC0415
    from cvcgen.sources.pasted import diff_fault  # noqa: PLC0415

    if start in ODD_SPACES:
        return odd_space(fault.location)
    return diff_fault(fault.location) if start == "+" else None


def _once(faults: tuple[Diagnostic, ...], root: Map) -> Iterator[Diagnostic]:
    """The faults of form; of a file that stands twice in itself only the first key's."""
    again = [
        one for one in faults if one.code == _TWICE and one.location.pointer.count("/") == 1
    ]
    is_whole = len(again) > 1 and len(again) == len(root.entries)
    for fault in faults:
        if is_whole and fault == again[0]:
            hint = message("the file stands here twice: delete all from this line on")
            yield replace(fault, hint=hint)
        elif not is_whole or fault not in again:
            yield fault


def _with_choices(
    known: Iterable[Diagnostic], found: Iterable[Diagnostic]
) -> Iterator[Diagnostic]:
    """The faults of form; of a word such as `yes` with the hint of what stands to choose."""
    hints = {
        fault.location.pointer: fault.hint
        for fault in found
        if fault.code == _CHOICE or (fault.hint and "answer" in dict(fault.hint.arguments))
    }
    for fault in known:
        better = hints.get(fault.location.pointer) if fault.code == _AMBIGUOUS else None
        yield fault if better is None else replace(fault, hint=better)


def _beyond(known: Iterable[Diagnostic], found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """The faults found where null does not stand for what could not be read."""
    replaced = {fault.location.pointer for fault in known if fault.code in _REPLACED}
    is_cut = any(fault.code == _SECOND for fault in known)
    for fault in found:
        if is_cut and fault.code == _MISSING_KEY and not fault.location.pointer:
            continue  # it probably stands below the line that cuts the file in two
        pointer = fault.location.pointer
        merged = fault.code in _OF_ABSENCE and f"{pointer}/<<" in replaced
        if pointer not in replaced and not merged:
            yield fault


def _is_hidden(fault: Diagnostic, known: Iterable[Diagnostic]) -> bool:
    """Whether the fault is of a word that an invisible character stands in or beside."""
    place = fault.location
    return fault.code not in _OF_ABSENCE and any(
        one.code == _INVISIBLE
        and one.location.line == place.line
        and place.column - 1 <= one.location.column <= place.column + place.length
        for one in known
    )


def _incomplete(faults: Iterable[Diagnostic]) -> set[str]:
    """The mappings that lost a key of which nobody knows what it was."""
    merged = {f.location.pointer.rpartition("/")[0] for f in faults if f.code == "CVC112"}
    return merged | {fault.location.pointer for fault in faults if fault.code == "CVC114"}


def _not_a_mapping(path: PurePosixPath, root: Node | None) -> Diagnostic:
    hint = message("start with a line such as `name: …` or `title: …`")
    if root is None or (isinstance(root, Scalar) and root.value is None):
        found = message("the file is empty")
    else:
        found = message("the file holds a list or a text, where keys and values are wanted")
    return Diagnostic("CVC301", found, root.where if root else Location(str(path)), hint=hint)
