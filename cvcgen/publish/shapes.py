"""Views taken apart: which texts there are in them, and what shape all the rest has.

Of the shape is which views are inside which, how many there are of each, `None`, truth,
members of enumerations, and which texts are empty. Two views of the same shape differ in
their texts and closed views (`closed`) alone. See `moulds` for what that is good for.
"""

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import Field, dataclass, fields, is_dataclass
from functools import cache
from operator import attrgetter, itemgetter, truth
from types import NoneType
from typing import Any, NoReturn

from markupsafe import Markup

from cvcgen.publish.closed import Closed

BETWEEN = "\x00"
"""A character that no text has: the loader refuses it."""
MARK = re.compile("\x00([0-9]+)([+!]?)\x00")
"""Of a text, of a call (`+`) or of a text to be escaped once more (`!`)."""
Call = tuple[int, Callable[..., str], tuple[Any, ...]]
"""The number of a closed view, what makes something of it, and the other arguments of that."""


class Mark:
    """What stands for a text: it can be written, and it is not empty."""

    __slots__ = ("_number",)

    def __init__(self, number: int) -> None:
        self._number = number

    def __html__(self) -> str:
        return f"{BETWEEN}{self._number}{BETWEEN}"

    def __bool__(self) -> bool:
        return True

    def _refuse(self, *_: object) -> NoReturn:
        msg = "a macro of a mould writes texts, or asks whether they are empty, no more"
        raise TypeError(msg)

    __str__ = __eq__ = __hash__ = __len__ = __iter__ = _refuse


class Held:
    """What stands for a closed view, or for a tuple of them: it can be handed on."""

    __slots__ = ("_calls", "_number")

    def __init__(self, number: int, calls: list[Call]) -> None:
        self._number = number
        self._calls = calls

    def hand_on(self, make: Callable[..., str], *more: Hashable) -> Markup:
        """The mark of what `make` will make of the view and of these."""
        self._calls.append((self._number, make, more))
        return Markup(f"{BETWEEN}{len(self._calls) - 1}+{BETWEEN}")


@dataclass(frozen=True, slots=True, eq=False)
class _Kinds:
    """What to do with parts of such kinds, in their order: one object for the same kinds."""

    texts: Callable[[Sequence[Any]], tuple[Any, ...]]
    """Gives those that are texts."""
    others: tuple[tuple[int, Any, Callable[[Any], tuple[Any, ...]] | None, bool], ...]
    """Of those with something inside: the position, the kind, what reads it where it is a view,
    whether that is closed."""


def open_view(view: Any) -> tuple[Any, ...]:
    """The parts of a view, or what is no view as the only part."""
    kind: Any = type(view)
    read = read_parts(kind)
    return (view,) if read is None else read(view)


def take_apart(
    parts: tuple[Any, ...], shape: list[Hashable], texts: list[str], closed: list[Any]
) -> None:
    """Append to all three what the parts of a view, and all that is inside them, consist of."""
    known = _know(tuple(map(type, parts)))
    # Which are empty, false or None; parts of other kinds say more of themselves below.
    shape += (known, tuple(map(truth, parts)))
    texts += known.texts(parts)
    for at, kind, read, is_closed in known.others:
        part = parts[at]
        if is_closed:
            closed.append(part)
        elif read is not None:
            take_apart(read(part), shape, texts, closed)
        elif kind is not tuple:
            shape.append(part)
        elif part and isinstance(part[0], Closed):
            shape.append(Closed)
            closed.append(part)
        elif part:
            take_apart(part, shape, texts, closed)


def put_marks(
    parts: tuple[Any, ...],
    texts: Iterator[int],
    closed: Iterator[int],
    calls: list[Call],
) -> tuple[Any, ...]:
    """The same with marks in the place of their texts, numbered as they are taken apart."""
    marked = [_mark(part, next(texts)) if type(part) is str else part for part in parts]
    for at, kind, read, is_closed in _know(tuple(map(type, parts))).others:
        part = parts[at]
        if is_closed or (kind is tuple and part and isinstance(part[0], Closed)):
            marked[at] = Held(next(closed), calls)
        elif read is not None:
            marked[at] = _put_together(kind, iter(put_marks(read(part), texts, closed, calls)))
        elif kind is tuple:
            marked[at] = put_marks(part, texts, closed, calls)
    return tuple(marked)


def _mark(text: str, number: int) -> Mark | str:
    return Mark(number) if text else text


@cache
def _know(kinds: tuple[Any, ...]) -> _Kinds:
    """What to do with parts of such kinds."""
    others = (
        (at, kind, read_parts(kind), issubclass(kind, Closed))
        for at, kind in enumerate(kinds)
        if kind not in {str, bool, NoneType}
    )
    texts = [at for at, kind in enumerate(kinds) if kind is str]
    in_a_row = not texts or texts[-1] - texts[0] + 1 == len(texts)
    span = slice(texts[0], texts[-1] + 1) if texts else slice(0)
    return _Kinds(itemgetter(span) if in_a_row else itemgetter(*texts), tuple(others))


def pick_at(positions: Iterable[int]) -> Callable[[Sequence[Any]], tuple[Any, ...]]:
    """What gives the parts at these positions."""
    wanted = tuple(positions)
    if len(wanted) > 1:
        return itemgetter(*wanted)
    return lambda parts: tuple([parts[at] for at in wanted])


@cache
def read_parts(kind: Any) -> Callable[[Any], tuple[Any, ...]] | None:
    """What gives all that a view of that kind consists of; None for what is no view.

    A view that each of them has inside it is not of the parts: its own parts are.
    """
    if not is_dataclass(kind):
        return None
    paths = tuple(_list_paths(kind))
    read = attrgetter(*paths)
    return read if len(paths) > 1 else lambda view: (read(view),)


def _list_paths(kind: Any) -> Iterator[str]:
    for field in fields(kind):
        if is_always_inside(field):
            yield from (f"{field.name}.{path}" for path in _list_paths(field.type))
        else:
            yield field.name


def _put_together(kind: Any, parts: Iterator[Any]) -> Any:
    """The view of that kind with these parts, in the order in which they are read."""
    return kind(
        *[
            _put_together(field.type, parts) if is_always_inside(field) else next(parts)
            for field in fields(kind)
        ]
    )


def is_always_inside(field: Field[Any]) -> bool:
    """Whether the field holds a view of one kind, never None, that is no closed one."""
    kind = field.type
    return isinstance(kind, type) and is_dataclass(kind) and not issubclass(kind, Closed)
