"""Pieces of pages that are made once and stand on many: the distinct rows of all scorecards.

A template asks for one by `view | once(macro)`, for several by `views | each(macro)`. A macro
that was imported knows its arguments and its language alone, never the page, and a view is a
value: so a piece is remembered by the macro and by all that it shows, and a remembered piece
equals a new one.

Most views are the very same object whenever they come (`once_per_folder` hands them out), and
then their piece is found by that, a tenth of the work of comparing all that they say.
"""

from collections.abc import Callable, Hashable, Iterable

from markupsafe import Markup

MOST_REMEMBERED = 20_000
"""Pieces of one language; beyond, all are forgotten: that costs time, never memory."""
_Macro = Callable[..., str]


class Fragments:
    """What macros made of views, for the templates of one language."""

    def __init__(self) -> None:
        self._made: dict[tuple[Hashable, ...], str] = {}
        self._seen: dict[tuple[object, ...], dict[int, str]] = {}
        """The same by macro and which objects the other arguments and the view are."""
        self._kept: list[tuple[Hashable, ...]] = []
        """These objects: they stay, and no others can be taken for them."""

    def once(self, view: Hashable, macro: _Macro, *more: Hashable) -> str:
        """What the macro makes of the view and, where there are, of more arguments.

        These are values that are equal only where they look the same; the macro comes from
        an imported template.
        """
        known = self._seen.get((macro, *map(id, more)))
        found = known.get(id(view)) if known else None
        return self._compare(view, macro, more) if found is None else found

    def each(self, views: Iterable[Hashable], macro: _Macro, *more: Hashable) -> Markup:
        """The same of several views, joined."""
        known = self._seen.get((macro, *map(id, more)))
        try:
            if known:
                return Markup("".join([known[id(view)] for view in views]))
        except KeyError:
            pass  # one at least comes for the first time
        return Markup("".join([self.once(view, macro, *more) for view in views]))

    def _compare(self, view: Hashable, macro: _Macro, more: tuple[Hashable, ...]) -> str:
        """The piece of a view that was not seen yet, though perhaps an equal one was."""
        key = (macro, view, *more)
        found = self._made.get(key)
        if found is None:
            if len(self._made) >= MOST_REMEMBERED:
                self._made.clear()
            found = self._made[key] = macro(view, *more)
        if len(self._kept) >= MOST_REMEMBERED:
            self._seen.clear()
            self._kept.clear()
        self._kept.append(key)
        self._seen.setdefault((macro, *map(id, more)), {})[id(view)] = found
        return found
