"""The line of a file that a diagnostic is about, with carets under what is meant.

Columns of a file are code points, columns of a terminal are not: tabs, wide and combining
characters and escapes take more or fewer. A long line is cut to what surrounds the carets.
"""

import re
from array import array
from dataclasses import dataclass
from functools import lru_cache

from cvcgen.core.diagnostics import Location
from cvcgen.reports.media.terminal import escape_line_each, width

WIDEST = 100
"""How many columns of a source line are shown."""
_BEFORE = 30
"""How many columns before the carets stay, where a line is cut."""
_MOST_LOOKED_AT = 4_000
"""How many characters of a line are looked at, half of them before the carets."""
_MOST_TEXTS = 128
"""Of how many files the lines are remembered: faults of one are noted in many others."""
_CUT = "…"
_LINE_END = re.compile("\r\n|\n|\r")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """One line, ready to print."""

    line: str
    """Escaped, without its line end."""
    indent: int
    """How many columns stand before the carets."""
    carets: int
    """How many columns are underlined, at least 1."""


def excerpt(text: str, place: Location) -> Excerpt | None:
    """The excerpt for the place, or None where the text has no such line."""
    starts = _line_starts(text)
    if not 1 <= place.line < len(starts):
        return None
    stop = starts[place.line] - 1
    if text[stop - 1 : stop + 1] == "\r\n":
        stop -= 1
    # A line may be the whole file, and have thousands of faults: it is never copied.
    origin = starts[place.line - 1]
    begin = max(place.column - 1 - _MOST_LOOKED_AT // 2, 0)
    cells = escape_line_each(text[origin + begin : min(origin + begin + _MOST_LOOKED_AT, stop)])
    start = min(max(place.column - 1 - begin, 0), len(cells))
    end = min(start + max(place.length, 1), len(cells))
    columns = [width(cell) for cell in cells]
    first = _first_shown(columns, start)
    last = _last_shown(columns, first)
    end = max(min(end, last), start)
    lead = _CUT if begin + first else ""
    return Excerpt(
        lead + "".join(cells[first:last]) + (_CUT if origin + begin + last < stop else ""),
        len(lead) + sum(columns[first:start]),
        max(sum(columns[start:end]), 1),
    )


@lru_cache(maxsize=_MOST_TEXTS)
def _line_starts(text: str) -> "array[int]":
    """Where each line of a text starts, and one more as if another came after the last."""
    ends = (found.end() for found in _LINE_END.finditer(text))
    return array("I", (0, *ends, len(text) + 1))


def _first_shown(columns: list[int], start: int) -> int:
    """The first character to show: 0 unless the line is too long and the carets are far."""
    if sum(columns) <= WIDEST or sum(columns[:start]) <= WIDEST // 2:
        return 0
    first, room = start, _BEFORE
    while first and room >= columns[first - 1]:
        first -= 1
        room -= columns[first]
    return first


def _last_shown(columns: list[int], first: int) -> int:
    """One past the last character to show; at least one is shown where there is one."""
    last, room = first, WIDEST
    while last < len(columns) and (room >= columns[last] or last == first):
        room -= columns[last]
        last += 1
    return last
