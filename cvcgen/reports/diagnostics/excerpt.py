"""The line of a file that a diagnostic is about, with carets under what is meant.

Columns of a file are code points, columns of a terminal are not: tabs, wide and combining
characters and escapes take more or fewer. A long line is cut to what surrounds the carets.
"""

import re
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


def excerpt(text: str, place: Location, widest: int = WIDEST) -> Excerpt | None:
    """The excerpt for the place, or None where the text has no such line."""
    lines = _split_lines(text)
    if not 1 <= place.line <= len(lines):
        return None
    line = lines[place.line - 1]
    # A line may be the whole file, and have thousands of faults.
    begin = max(place.column - 1 - _MOST_LOOKED_AT // 2, 0)
    cells = escape_line_each(line[begin : begin + _MOST_LOOKED_AT])
    start = min(max(place.column - 1 - begin, 0), len(cells))
    end = min(start + max(place.length, 1), len(cells))
    columns = [width(cell) for cell in cells]
    first = _first_shown(columns, start, widest)
    last = _last_shown(columns, first, widest)
    end = max(min(end, last), start)
    lead = _CUT if begin + first else ""
    return Excerpt(
        lead + "".join(cells[first:last]) + (_CUT if begin + last < len(line) else ""),
        len(lead) + sum(columns[first:start]),
        max(sum(columns[start:end]), 1),
    )


@lru_cache(maxsize=8)
def _split_lines(text: str) -> list[str]:
    """The lines of a text: of the same one, for each of its faults."""
    return _LINE_END.split(text)


def _first_shown(columns: list[int], start: int, widest: int) -> int:
    """The first character to show: 0 unless the line is too long and the carets are far."""
    if sum(columns) <= widest or sum(columns[:start]) <= widest // 2:
        return 0
    first, room = start, min(_BEFORE, widest // 3)
    while first and room >= columns[first - 1]:
        first -= 1
        room -= columns[first]
    return first


def _last_shown(columns: list[int], first: int, widest: int) -> int:
    """One past the last character to show; at least one is shown where there is one."""
    last, room = first, widest
    while last < len(columns) and (room >= columns[last] or last == first):
        room -= columns[last]
        last += 1
    return last
