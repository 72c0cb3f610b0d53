"""Pieces of pages that differ in their texts alone: rows of long tables, pictures of scores.

What a macro makes of a view that has a mark in the place of each text is a mould; another
view of the same shape needs no macro, only its own texts in the places of the marks. Of the
shape is everything else: which views are inside which, how many there are of each, `None`,
truth, members of enumerations, and which texts are empty.

So a macro may write a text, and ask whether it is empty. Whatever else it does to one fails
at once, because a mark cannot do it.

A closed view (`closed`) is neither text nor shape: what the macro hands it on to is called
whenever a mould is filled.
"""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any

from markupsafe import Markup, escape

from cvcgen.publish.shapes import (
    BETWEEN,
    MARK,
    Call,
    Held,
    open_view,
    pick_at,
    put_marks,
    take_apart,
)

MOST_REMEMBERED = 4_000
"""Moulds of one language; beyond, all are forgotten: that costs time, never memory."""
_Macro = Callable[..., str]
Fill = Callable[..., str]
"""What is given a view, a macro and its other arguments, and gives the piece."""


@dataclass(frozen=True, slots=True)
class _Mould:
    """What is the same in all pieces of one shape."""

    fixed: tuple[str | None, ...]
    """The piece with None for each text, and for what is made of each closed view; these are
    every other one."""
    pick: Callable[[Sequence[str]], tuple[str, ...]]
    """Gives these in their order, of texts, then calls, then texts escaped twice."""
    calls: tuple[Call, ...]
    """By which number each closed view is handed on, and what makes something of it."""
    twice: tuple[int, ...]
    """The texts that stand escaped twice."""

    def fill(self, texts: list[str], closed: list[Any]) -> str:
        """The piece with these texts and closed views."""
        filling = _escape_all(texts)
        if self.calls:
            filling += [make(closed[number], *more) for number, make, more in self.calls]
        if self.twice:
            filling += _escape_all([filling[number] for number in self.twice])
        whole: list[Any] = list(self.fixed)
        whole[1::2] = self.pick(filling)
        return "".join(whole)


def _escape_all(texts: list[str]) -> list[str]:
    """The texts, each escaped: all at once, in a fifth of the time."""
    escaped = str.split(escape(BETWEEN.join(texts)), BETWEEN)
    return escaped if len(escaped) == len(texts) else [str(escape(text)) for text in texts]


def fill_anew(view: object, macro: _Macro, *more: Hashable) -> str:
    """The same without moulds: for macros of which nothing is known."""
    return macro(view, *more)


class Moulds:
    """The moulds of one language's templates."""

    def __init__(self) -> None:
        self._made: dict[tuple[Hashable, ...], _Mould] = {}
        self._making = False

    def fill(self, view: object, macro: _Macro, *more: Hashable) -> Markup:
        """What the macro makes of the view and, where there are, of more arguments.

        These are of the shape. The macro knows nothing else, as one of an imported template.
        """
        kind: Any = type(view)
        shape: list[Hashable] = [macro, *more, kind]
        texts: list[str] = []
        closed: list[Any] = []
        take_apart(open_view(view), shape, texts, closed)
        key = tuple(shape)
        mould = self._made.get(key)
        if mould is None:
            if len(self._made) >= MOST_REMEMBERED:
                self._made.clear()
            mould = self._made[key] = self._make(view, macro, len(texts), *more)
        return Markup(mould.fill(texts, closed))

    def waiting(self, make: Fill, directly: Fill = fill_anew) -> Fill:
        """The filter `make`, which waits with closed views until a mould is filled.

        What is not closed has marks in it while a mould is made: then `directly` is called.
        """

        def wait(view: Any, macro: _Macro, *more: Hashable) -> str:
            if not self._making:
                return make(view, macro, *more)
            if isinstance(view, Held):
                hash(more)  # no mark may be among what is kept
                return view.hand_on(make, macro, *more)
            return directly(view, macro, *more)

        return wait

    def escape_again(self, text: object) -> Markup:
        """What Jinja's `forceescape` does; in a mould it is done to each text that comes."""
        plain = str(text.__html__() if hasattr(text, "__html__") else text)
        again = str(escape(plain))
        return Markup(MARK.sub(r"\0\1!\0", again) if self._making else again)

    def _make(self, view: object, macro: _Macro, texts: int, *more: Hashable) -> _Mould:
        calls: list[Call] = []
        self._making = True
        try:
            (marked,) = put_marks((view,), count(), count(), calls)
            made = macro(marked, *more)
        finally:
            self._making = False
        # Between two fixed texts, the number and the kind of a mark.
        apart = MARK.split(made)
        marks = list(zip(apart[1::3], apart[2::3], strict=True))
        twice = tuple(dict.fromkeys(int(number) for number, kind in marks if kind == "!"))
        order = (
            texts + int(number)
            if kind == "+"
            else texts + len(calls) + twice.index(int(number))
            if kind
            else int(number)
            for number, kind in marks
        )
        fixed = [part for text in apart[::3] for part in (text, None)]
        return _Mould(tuple(fixed[:-1]), pick_at(order), tuple(calls), twice)
