"""Rankings as Markdown, for comments and minutes."""

from collections.abc import Iterable

from cvcgen.core.model import Catalogue
from cvcgen.core.ranking import Ranking
from cvcgen.reports.media.markdown import escape, table
from cvcgen.reports.rankings.rows import Board, boards
from cvcgen.reports.reader import Reader


def report(
    rankings: Iterable[Ranking], catalogue: Catalogue, reader: Reader, states: str = ""
) -> str:
    """A section for each clientele, below what `states` says of where they come from."""
    shown = boards(tuple(rankings), catalogue, reader)
    head = [f"**{escape(states)}**\n"] if states else []
    return "\n".join([*head, *(_board(board, reader) for board in shown)])


def _board(board: Board, reader: Reader) -> str:
    one = reader.phrases.one
    parts = [f"## {escape(board.title)}\n"]
    if board.ranked:
        head = [one("Rank"), one("Score"), one("Project")]
        rows = [
            [escape(row.rank), escape(row.figure), escape(row.project)] for row in board.ranked
        ]
        parts.append(table([head, *rows], [True, True, False]))
    if board.unranked:
        head = [one("Score"), one("Project"), one("Why not ranked")]
        rows = [
            [escape(row.figure), escape(row.project), escape(row.why)] for row in board.unranked
        ]
        parts.append("### " + one("Not ranked") + "\n")
        parts.append(table([head, *rows], [True, False, False]))
    if not board.ranked and not board.unranked:
        parts.append(one("No scorecard yet") + "\n")
    return "\n".join(parts)
