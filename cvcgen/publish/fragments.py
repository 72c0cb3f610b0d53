"""Pieces of pages that are made once and stand on many: the distinct rows of all scorecards.

A template asks for one by `view | once(macro)`, for several by `views | each(macro)`. A macro
that was imported knows its arguments and its language alone, never the page, and a view is a
value: so a piece is remembered by the macro and by all that it shows, and a remembered piece
equals a new one.

Most views are the very same object whenever they come (`once_per_folder` hands them out), and
then their piece is found by that, a tenth of the work of comparing all that they say.
"""

from collections.abc import Callable, Hashable

MOST_REMEMBERED = 20_000
"""Pieces of one language; beyond, all are forgotten: that costs time, never memory."""
_Macro = Callable[..., str]


class Fragments:
    """What macros made of views, for the templates of one language."""

    def __init__(self) -> None:
        self._made: dict[tuple[Hashable, ...], str] = {}
        self._seen: dict[tuple[object, ...], tuple[str, tuple[Hashable, ...]]] = {}
        """The same by which objects these are, with them: they stay, and no others can be
        taken for them."""

    def once(self, view: Hashable, macro: _Macro, *more: Hashable) -> str:
        """What the macro makes of the view and, where there are, of more arguments.

        These are values that are equal only where they look the same; the macro comes from
        an imported template.
        """
        key = (macro, id(view), *map(id, more)) if more else (macro, id(view))
        known = self._seen.get(key)
        return known[0] if known else self._compare(view, macro, more)

    def _compare(self, view: Hashable, macro: _Macro, more: tuple[Hashable, ...]) -> str:
        """The piece of a view that was not seen yet, though perhaps an equal one was."""
        key = (macro, view, *more)
        found = self._made.get(key)
        if found is None:
            if len(self._made) >= MOST_REMEMBERED:
                self._made.clear()
            found = self._made[key] = macro(view, *more)
        if len(self._seen) >= MOST_REMEMBERED:
            self._seen.clear()
        self._seen[macro, id(view), *map(id, more)] = found, key
        return found
