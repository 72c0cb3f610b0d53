"""Records as JSON and back, so that a file that is known need not be parsed again.

How a record is written follows from the types of its fields: a list of their values, in order,
with the number of the class in front where there are several. Places are written without
their path, which is that of the file.
"""

import json
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from enum import StrEnum
from fractions import Fraction
from functools import cache, lru_cache
from types import NoneType, UnionType
from typing import Any, NewType, Union, get_args, get_origin, get_type_hints

from cvcgen.core.diagnostics import Location
from cvcgen.core.model import NOWHERE, Clientele, Kind, Project, Rubric, Value
from cvcgen.sources.records import Record

_CLASSES: dict[Kind, type[Record]] = {
    Kind.RUBRIC: Rubric,
    Kind.VALUE: Value,
    Kind.CLIENTELE: Clientele,
    Kind.PROJECT: Project,
}
_Write = Callable[[Any], Any] | None
"""Makes JSON of a value; None where the value is JSON as it is."""
_Read = Callable[[Any, str], Any]
"""Makes a value of its JSON and of the path of its file."""
_new: Any = tuple.__new__
"""Makes a named tuple in half the time that a call of its class takes."""


def write_text(kind: Kind, record: Record) -> bytes:
    """The record as JSON, on one line."""
    return write_row(list_fields(kind, record))


def list_fields(kind: Kind, record: Record) -> list[Any]:
    """What stands in its JSON, field by field."""
    write = _codec(_class(kind))[0]
    assert write is not None  # a record has texts and places, which are no JSON
    written: list[Any] = write(record)
    return written


def write_row(written: list[Any]) -> bytes:
    """These fields as JSON, on one line."""
    text = json.dumps(written, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "surrogatepass")  # ids of files whose names are no UTF-8


def read_text(kind: Kind, text: bytes, path: str) -> Record | None:
    """The record of the file at that path; None for what `write_text` never writes."""
    try:
        found: Record = _codec(_class(kind))[1](json.loads(text), path)
    except (ValueError, TypeError, LookupError, ArithmeticError, RecursionError):
        return None
    return found


def _class(kind: Kind) -> Any:
    return _CLASSES[kind]


@cache
def _codec(kind: Any) -> tuple[_Write, _Read]:
    """How values of that type are written and read."""
    if isinstance(kind, NewType):
        return _codec(kind.__supertype__)
    if get_origin(kind) in {Union, UnionType}:
        return _either(get_args(kind))
    if get_origin(kind) is tuple:
        return _several(get_args(kind))
    return _single(kind)


def _single(kind: Any) -> tuple[_Write, _Read]:
    if kind is Location:
        return _write_place, _read_place
    if is_dataclass(kind):
        return _fields(kind)
    if kind is Fraction:
        return _write_fraction, lambda text, _path: _fraction(text)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        members = {member.value: member for member in kind}
        return None, lambda value, _path: members[value]
    if kind not in {str, bool, int}:
        raise TypeError(f"no record has a {kind}")
    return None, lambda value, _path: _checked(value, kind)


def _fields(kind: Any) -> tuple[_Write, _Read]:
    hints = get_type_hints(kind)
    names = [field.name for field in fields(kind)]
    writers, readers = zip(*(_codec(hints[name]) for name in names), strict=True)

    changed = [(at, put) for at, put in enumerate(writers) if put is not None]

    def write(record: Any) -> list[Any]:
        row = [getattr(record, name) for name in names]
        for at, put in changed:
            row[at] = put(row[at])
        return row

    def read(row: Any, path: str) -> Any:
        if type(row) is not list or len(row) != len(readers):
            raise TypeError(row)
        return kind(*[get(value, path) for get, value in zip(readers, row, strict=False)])

    return write, read


def _either(kinds: tuple[Any, ...]) -> tuple[_Write, _Read]:
    some = [kind for kind in kinds if kind is not NoneType]
    codecs = [_codec(kind) for kind in some]
    if len(some) == 1:
        put, get = codecs[0]
        return (
            None if put is None else (lambda value: None if value is None else put(value)),
            lambda value, path: None if value is None else get(value, path),
        )

    def write(value: Any) -> Any:
        number = some.index(type(value))
        put = codecs[number][0]
        return number, value if put is None else put(value)

    def read(pair: Any, path: str) -> Any:
        number, value = _checked(pair, list)
        return codecs[number][1](value, path)

    return write, read


def _several(kinds: tuple[Any, ...]) -> tuple[_Write, _Read]:
    if kinds[1:] == (Ellipsis,):
        put, get = _codec(kinds[0])
        return (
            None if put is None else (lambda values: [*map(put, values)] if values else ()),
            lambda row, path: tuple([get(value, path) for value in _checked(row, list)]),
        )
    codecs = [_codec(kind) for kind in kinds]
    if any(put is not None for put, _ in codecs):
        raise TypeError(f"no record has {kinds}")
    return (
        None,
        lambda row, path: tuple(
            [get(v, path) for (_, get), v in zip(codecs, row, strict=True)]
        ),
    )


def _write_place(place: Location) -> tuple[Any, ...] | None:
    return None if not place[0] and place == NOWHERE else place[1:]


def _read_place(row: Any, path: str) -> Location:
    if row is None:
        return NOWHERE
    line, column, pointer, length, cell = row
    if not (
        type(row) is list
        and type(line) is type(column) is type(length) is int
        and type(pointer) is type(cell) is str
    ):
        raise TypeError(row)
    place: Location = _new(Location, (path, line, column, pointer, length, cell))
    return place


def _write_fraction(number: Fraction) -> str:
    whole, denominator = number.as_integer_ratio()
    return f"{whole}" if denominator == 1 else f"{whole}/{denominator}"


@lru_cache(maxsize=4096)
def _fraction(text: str) -> Fraction:
    return Fraction(text)


def _checked(value: Any, kind: Any) -> Any:
    if type(value) is not kind:
        raise TypeError(f"{value!r} is no {kind}")
    return value
