"""Views taken apart: which texts there are in them, and what shape all the rest has.

Of the shape is which views are inside which, how many there are of each, `None`, truth,
members of enumerations, and which texts are empty. Two views of the same shape differ in
their texts and closed views (`closed`) alone. See `moulds` for what that is good for.
"""

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from functools import cache
from operator import attrgetter, itemgetter
from types import NoneType
from typing import Any, NamedTuple, NoReturn

from markupsafe import Markup

from cvcgen.publish.closed import Closed

BETWEEN = "\x00"
"""A character that no text has: the loader refuses it."""
MARK = re.compile("\x00([0-9]+)([+!]?)\x00")
"""Of a text, of a call (`+`) or of a text to be escaped once more (`!`)."""
Call = tuple[int, Callable[[Any], str]]
"""The number of a closed view, and what makes something of it."""


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

    def hand_on(self, make: Callable[[Any], str]) -> Markup:
        """The mark of what `make` will make of the view."""
        self._calls.append((self._number, make))
        return Markup(f"{BETWEEN}{len(self._calls) - 1}+{BETWEEN}")


class _Kinds(NamedTuple):
    """What to do with parts of such kinds, one after the other."""

    texts: Callable[[Sequence[Any]], tuple[Any, ...]]
    """Gives those that are texts."""
    others: tuple[tuple[int, Any, Callable[[Any], tuple[Any, ...]] | None, bool], ...]
    """Of those with something inside: the position, the kind, what reads it where it is a view,
    whether that is closed."""


def take_apart(
    parts: tuple[Any, ...], shape: list[Hashable], texts: list[str], closed: list[Any]
) -> None:
    """Append to all three what the parts of a view, and all that is inside them, consist of."""
    kinds = tuple(map(type, parts))
    # Which are empty, false or None; parts of other kinds say more of themselves below.
    shape += (kinds, tuple(map(bool, parts)))
    known = _know(kinds)
    texts += filter(None, known.texts(parts))
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
        else:
            take_apart(part, shape, texts, closed)


def put_marks(
    parts: tuple[Any, ...],
    texts: Iterator[int],
    closed: Iterator[int],
    calls: list[Call],
) -> tuple[Any, ...]:
    """The same with marks in the place of their texts, numbered as they are taken apart."""
    marked = [Mark(next(texts)) if type(p) is str and p else p for p in parts]
    for at, kind, read, is_closed in _know(tuple(map(type, parts))).others:
        part = parts[at]
        if is_closed or (kind is tuple and part and isinstance(part[0], Closed)):
            marked[at] = Held(next(closed), calls)
        elif read is not None:
            marked[at] = kind(*put_marks(read(part), texts, closed, calls))
        elif kind is tuple:
            marked[at] = put_marks(part, texts, closed, calls)
    return tuple(marked)


@cache
def _know(kinds: tuple[Any, ...]) -> _Kinds:
    """What to do with parts of such kinds."""
    others = (
        (at, kind, _reader(kind), issubclass(kind, Closed))
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


def _reader(kind: Any) -> Callable[[Any], tuple[Any, ...]] | None:
    """What gives all that a view of that kind consists of; None for what is no view."""
    if not is_dataclass(kind):
        return None
    names = [field.name for field in fields(kind)]
    if len(names) == 1:
        return lambda view: (getattr(view, names[0]),)
    return attrgetter(*names)
