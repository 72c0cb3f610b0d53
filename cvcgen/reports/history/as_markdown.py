"""A history as Markdown, for minutes and wikis."""

from collections.abc import Iterator
from functools import lru_cache

from cvcgen.core.diagnostics import message
from cvcgen.core.trend import Series
from cvcgen.reports.history.chronicle import REMEMBERED, Chronicle, series_pieces
from cvcgen.reports.history.teller import Line, Story, Teller
from cvcgen.reports.media.markdown import escape, table
from cvcgen.reports.pieces import Pieces
from cvcgen.reports.reader import Reader

_cell = lru_cache(maxsize=REMEMBERED)(escape)
_RIGHT = [False, False, True, True, False, False]


def report(chronicle: Chronicle, reader: Reader) -> Pieces:
    """A section with a table for each series, oldest first."""
    teller = Teller(chronicle, reader)

    def draw(series: Series, number: int) -> str:
        return "\n" * bool(number) + _story(teller.story(series), reader)

    return series_pieces(chronicle, draw)


def _story(story: Story, reader: Reader) -> str:
    one = reader.phrases.one
    head = [one("Date"), one("Commit"), one("Score"), one("Change"), one("Rank"), one("Why")]
    rows = [_cells(line, reader) for line in story.lines]
    return f"## {escape(story.title)}\n\n{table([head, *rows], _RIGHT)}"


def _cells(line: Line, reader: Reader) -> list[str]:
    why = "<br>".join(_why(line, reader))
    cells = (line.date, line.commit, line.score, line.delta, line.rank)
    return [*map(_cell, cells), why]


def _why(line: Line, reader: Reader) -> Iterator[str]:
    for fact in line.breaks:
        said = reader.say(message("measured otherwise from here: {what}", what=fact))
        yield f"**{_cell(said)}**"
    if line.gap:
        yield _cell(reader.say(message("not known: {why}", why=line.gap)))
    yield from map(_cell, line.causes)
