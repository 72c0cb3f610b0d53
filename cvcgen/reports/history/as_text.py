"""A history for a terminal: a table for each series, oldest first, with its breaks and gaps."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, islice

from cvcgen.core.diagnostics import message
from cvcgen.core.trend import Series
from cvcgen.reports.history.chronicle import REMEMBERED, Chronicle, series_pieces
from cvcgen.reports.history.teller import Line, Story, Teller
from cvcgen.reports.media.terminal import PLAIN, Ink, Palette, escape, table
from cvcgen.reports.pieces import Pieces
from cvcgen.reports.reader import Reader

_INDENT = "  "
_cell = lru_cache(maxsize=REMEMBERED)(escape)
_RIGHT = [False, False, True, True, False, False]


def report(chronicle: Chronicle, reader: Reader, palette: Palette = PLAIN) -> Pieces:
    """Each series under its name, an empty line between two."""
    teller = Teller(chronicle, reader)

    def draw(series: Series, number: int) -> str:
        return "\n" * bool(number) + _story(teller.story(series), reader, palette)

    return series_pieces(chronicle, draw)


def _story(story: Story, reader: Reader, palette: Palette) -> str:
    title = palette.ink(Ink.STRONG, escape(story.title))
    told = [[*_rows(line, reader)] for line in story.lines]
    drawn = iter(table([*chain.from_iterable(told)], _RIGHT, _INDENT).splitlines(True))
    shown = [f"{title}\n"]
    for line, rows in zip(story.lines, told, strict=True):
        for fact in line.breaks:
            said = reader.say(message("measured otherwise from here: {what}", what=fact))
            shown.append(f"{_INDENT}{palette.ink(Ink.NOTE, f'── {escape(said)}')}\n")
        shown.extend(islice(drawn, len(rows)))
    return "".join(shown)


def _rows(line: Line, reader: Reader) -> Iterator[list[str]]:
    """One for the point, and one for each further cause."""
    causes = line.causes or ("",)
    if line.gap:
        causes = (reader.say(message("not known: {why}", why=line.gap)),)
    cells = (line.date, line.commit, line.score, line.delta, line.rank, causes[0])
    yield [*map(_cell, cells)]
    for cause in causes[1:]:
        yield ["", "", "", "", "", _cell(cause)]
