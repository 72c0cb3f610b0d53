"""Rankings for a terminal."""

from collections.abc import Iterable
from fractions import Fraction

from cvcgen.core.exact import round_half_up
from cvcgen.core.model import Catalogue
from cvcgen.core.ranking import Ranking
from cvcgen.core.scoring import HUNDRED
from cvcgen.reports.media.terminal import PLAIN, Ink, Palette, escape, table
from cvcgen.reports.rankings.rows import Board, Row, boards
from cvcgen.reports.reader import Reader

BAR_COLUMNS = 20
"""How long the bar of 100 % is."""
_EIGHTHS = " ▏▎▍▌▋▊▉"


def report(  # noqa: PLR0913, PLR0917 - what is shown, to whom, how
    rankings: Iterable[Ranking],
    catalogue: Catalogue,
    reader: Reader,
    palette: Palette = PLAIN,
    bars: bool = False,
    states: str = "",
) -> str:
    """Each ranking under its clientele, below what `states` says of where they come from.

    `bars` draws the scores too.
    """
    shown = boards(tuple(rankings), catalogue, reader)
    head = [f"{palette.ink(Ink.NOTE, escape(states))}\n"] if states else []
    return "\n".join([*head, *(_board(board, reader, palette, bars) for board in shown)])


def bar(total: Fraction) -> str:
    """A total in percent as a bar, to an eighth of a column, rounded half up.

    >>> bar(Fraction(50)), bar(Fraction(0)), len(bar(Fraction(100)))
    ('██████████', '', 20)
    """
    eighths = int(round_half_up(total / HUNDRED * BAR_COLUMNS * 8, 0))
    return ("█" * (eighths // 8) + _EIGHTHS[eighths % 8]).rstrip()


def _board(board: Board, reader: Reader, palette: Palette, bars: bool) -> str:
    title = palette.ink(Ink.STRONG, escape(board.title))
    parts = [f"{title}\n"]
    if board.ranked:
        rows = [_cells(row, bars) for row in board.ranked]
        right = [True, True, False, False] if bars else [True, True, False]
        parts.append(table(rows, right, "  "))
    if board.unranked:
        label = palette.ink(Ink.FAINT, escape(reader.phrases.one("Not ranked")))
        parts.append(f"  {label}\n")
        rows = [[escape(row.figure), _with_reason(row)] for row in board.unranked]
        parts.append(table(rows, [True, False], "  "))
    if not board.ranked and not board.unranked:
        nothing = reader.phrases.one("No scorecard yet")
        parts.append(f"  {nothing}\n")
    return "".join(parts)


def _cells(row: Row, bars: bool) -> list[str]:
    drawn = [bar(row.total)] if bars and row.total is not None else []
    return [escape(row.rank), escape(row.figure), *drawn, escape(row.project)]


def _with_reason(row: Row) -> str:
    return f"{escape(row.project)} · {escape(row.why)}"
