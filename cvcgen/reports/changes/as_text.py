"""A change for a terminal: per clientele what moved and why, then all that was edited."""

from cvcgen.reports.changes.causes import Causes
from cvcgen.reports.changes.origins import Trace
from cvcgen.reports.changes.review import Review
from cvcgen.reports.changes.rows import Board, Row
from cvcgen.reports.changes.story import Section, tell
from cvcgen.reports.media.terminal import PLAIN, Ink, Palette, escape, table, width
from cvcgen.reports.reader import Reader

_INDENT, _DEEPER = "  ", "      "
_RIGHT = (False, True, True, True, False)


def report(review: Review, reader: Reader, palette: Palette = PLAIN) -> str:
    """The whole report; empty where nothing changed in meaning."""
    if review.comparison.is_empty:
        return ""
    story = tell(review, reader)
    head = f"{palette.ink(Ink.STRONG, escape(story.headline))}\n{escape(story.compared)}\n"
    boards = [_board(board, reader, palette) for board in story.boards]
    sections = [_section(section, palette) for section in story.sections]
    return "\n".join([head, *boards, *sections])


def _board(board: Board, reader: Reader, palette: Palette) -> str:
    parts = [palette.ink(Ink.STRONG, escape(board.title)) + "\n"]
    if came := board.tell_whole(reader):
        parts.append(f"{_INDENT}{came}\n")
    if board.rows:
        cells = [[escape(cell) for cell in _cells(row)] for row in board.rows]
        lines = table(cells, _RIGHT, _INDENT).splitlines()
        for row, line in zip(board.rows, lines, strict=True):
            parts += [f"{line}\n", _why(row, reader, palette)]
    return "".join(parts)


def _cells(row: Row) -> tuple[str, ...]:
    return (row.move, row.rank, row.score, row.delta, row.project)


def _why(row: Row, reader: Reader, palette: Palette) -> str:
    """The causes below their row, as a sum where there are several, then the notes."""
    if not row.causes.lines:
        said = escape("; ".join(row.notes))
        return f"{_DEEPER}{said}\n" if said else ""
    notes = "".join(f"{_DEEPER}{escape(note)}\n" for note in row.notes)
    return _sum(row.causes, reader, palette) + notes


def _sum(causes: Causes, reader: Reader, palette: Palette) -> str:
    one = reader.phrases.one
    rows = [(line.amount, escape(line.what), _trace(line.trace)) for line in causes.lines]
    if causes.rounding:
        rows.append((causes.rounding, one("rounding"), ""))
    if causes.adds_up:
        rows.append((causes.total, one("in all"), ""))
    columns = max((width(amount) for amount, _, _ in rows), default=0)
    drawn = []
    for amount, what, trace in rows:
        gap = " " * (columns - width(amount))
        faint = palette.ink(Ink.FAINT, f"  {trace}" if trace else "")
        drawn.append(f"{_DEEPER}{gap}{amount}{'  ' if columns else ''}{what}{faint}\n")
    return "".join(drawn)


def _section(section: Section, palette: Palette) -> str:
    lines = [palette.ink(Ink.STRONG, escape(section.title)) + "\n"]
    for item in section.items:
        effect = f" · {escape(item.effect)}" if item.effect else ""
        trace = _trace(item.trace)
        faint = palette.ink(Ink.FAINT, f"  {trace}" if trace else "")
        lines.append(f"{_INDENT}{escape(item.what)}{effect}{faint}\n")
    return "".join(lines)


def _trace(trace: Trace) -> str:
    return escape(" · ".join(part for part in (trace.where, trace.by) if part))
