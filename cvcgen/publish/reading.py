"""What the making of a file reads: the names of all that its bytes depend on.

Whoever hands out something that changes from build to build notes its name here, so that
nobody has to list what a page is made from. `making.noted` does so for the whole site.
"""

import json
from collections.abc import Iterable

ANYTHING = "anything"
"""The name of what no build has in common with another."""
FACT = "fact"
"""What begins the name of a fact that views find, see `views.facts`."""


def name_fact(function: str, language: str, args: tuple[object, ...]) -> str:
    """The name of what the function finds in that language for these ids and numbers.

    >>> name_fact("standings.take", "fr", ("citoyens", 0, 150))
    'fact/standings.take/fr/["citoyens",0,150]'
    """
    return f"{FACT}/{function}/{language}/{json.dumps(args, separators=(',', ':'))}"


class Reading:
    """The names that were read, in nested spans: what is inside is outside too."""

    def __init__(self) -> None:
        self._open: list[set[str]] = [set()]

    def note(self, name: str) -> None:
        """Something of that name is being read."""
        self._open[-1].add(name)

    def note_all(self, names: Iterable[str]) -> None:
        """Things of these names are being read, or what was made from them."""
        self._open[-1].update(names)

    def begin(self) -> None:
        """From here on names belong to a new span, which `end` closes."""
        self._open.append(set())

    def end(self) -> frozenset[str]:
        """The names of the span that was begun last; the one around it does not have them."""
        return frozenset(self._open.pop())
