r"""Text on a terminal or in a log: hidden characters shown, columns that line up, colours.

Logs of CI services are terminals too, and obey commands wherever they stand in a line
(`##vso[…]`, `##[…]`) or where it starts (`::error::`), so these are broken up as well.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from cvcgen.core.hidden import HIDDEN, shown_code
from cvcgen.reports.media.logs import ANY_COMMAND

_UNEVEN = re.compile(
    "[^\x00-\u02ff\u1d43-\u1d4d\u2010-\u2027\u202f\u2030-\u205e\u2190-\u21ff\u2212]"
)
"""A character that may take another number of columns than one."""
_TAB = "    "
_REMEMBERED = 16_384
"""Of how many cells the width is kept: long tables have few different ones."""


class Ink(StrEnum):
    """What a piece of text is, for its colour; the value is its SGR parameter."""

    ERROR = "1;31"
    WARNING = "1;33"
    NOTE = "1;36"
    STRONG = "1"
    FAINT = "2"


@dataclass(frozen=True, slots=True)
class Palette:
    """Whether pieces of text are coloured at all."""

    coloured: bool = False
    """Off where nobody asked: text for a file or a program has no colours."""

    def ink(self, ink: Ink, text: str) -> str:
        """The text in that ink, which ends with the text."""
        return f"\x1b[{ink}m{text}\x1b[0m" if self.coloured and text else text


PLAIN = Palette()


def escape(text: str) -> str:
    r"""The text as one line that shows everything and does nothing.

    >>> print(escape("\x1b]0;title\x07 ##vso[task] ::error::x"))
    \u{1b}]0;title\u{7} #\u{23}vso[task] \u{3a}:error::x
    """
    return text if is_plain(text) else "".join(escape_each(text))


def is_plain(text: str) -> bool:
    """Whether the text shows everything and does nothing as it is; quick for most texts."""
    if ("##" in text or "::" in text) and ANY_COMMAND.search(text):
        return False
    return (text.isascii() and text.isprintable()) or not HIDDEN.search(text)


def escape_each(text: str) -> list[str]:
    """What stands for each character of the text, one item per character."""
    commands = {found.start() for found in ANY_COMMAND.finditer(text)}
    return [
        shown_code(character) if HIDDEN.match(character) or at in commands else character
        for at, character in enumerate(text)
    ]


def escape_line_each(line: str) -> list[str]:
    """As `escape_each`, for a line of source, where tabs become spaces."""
    return [
        _TAB if character == "\t" else shown
        for character, shown in zip(line, escape_each(line), strict=True)
    ]


def width(text: str) -> int:
    """How many columns the text takes: two for wide characters, none for combining ones.

    >>> width("é"), width("e\u0301"), width("表")
    (1, 1, 2)
    """
    if text.isascii() or not _UNEVEN.search(text):
        return len(text)
    return sum(map(_columns, text))


def table(rows: Sequence[Sequence[str]], right: Sequence[bool], indent: str = "") -> str:
    """Rows of escaped cells in columns that line up, one line each, none blank at its end.

    `right` says of each column whether its cells stand on the right.
    """
    if not rows:
        return ""
    measured = [[*map(_cell_width, row)] for row in rows]
    widest = [max(column) for column in zip(*measured, strict=True)]
    even = "  ".join(f"{{:{'>' if r else '<'}{w}}}" for w, r in zip(widest, right, strict=True))
    lines = []
    for row, widths in zip(rows, measured, strict=True):
        if [*map(len, row)] == widths:  # as nearly all: one call fills every column
            lines.append(indent + even.format(*row).rstrip(" ") + "\n")
            continue
        cells = [
            " " * (most - taken) + cell if on_right else cell + " " * (most - taken)
            for cell, taken, most, on_right in zip(row, widths, widest, right, strict=True)
        ]
        lines.append(indent + "  ".join(cells).rstrip(" ") + "\n")
    return "".join(lines)


_cell_width = lru_cache(maxsize=_REMEMBERED)(width)


def _columns(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in {"Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1
