"""Pieces of pages that are made once and stand on many: the distinct rows of all scorecards.

A template asks for one by `view | once(macro)`. A macro that was imported knows its arguments
and its language alone, never the page, and a view is a value: so a piece is remembered by the
macro and by all that it shows, and a remembered piece equals a new one.
"""

from collections.abc import Callable, Hashable

MOST_REMEMBERED = 20_000
"""Pieces of one language; beyond, all are forgotten: that costs time, never memory."""


class Fragments:
    """What macros made of views, for the templates of one language."""

    def __init__(self) -> None:
        self._made: dict[tuple[Hashable, ...], str] = {}

    def once(self, view: Hashable, macro: Callable[..., str], *more: Hashable) -> str:
        """What the macro makes of the view and, where there are, of more arguments.

        These are values that are equal only where they look the same; the macro comes from
        an imported template.
        """
        key = (macro, view, *more)
        found = self._made.get(key)
        if found is None:
            if len(self._made) >= MOST_REMEMBERED:
                self._made.clear()
            found = self._made[key] = macro(view, *more)
        return found
