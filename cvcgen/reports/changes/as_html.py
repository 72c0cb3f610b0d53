"""A change as one HTML document without scripts, for a mail, an archive or a CI artifact."""

from collections.abc import Iterable, Sequence
from html import escape as escape_markup

from cvcgen.core.hidden import show_hidden
from cvcgen.reports.changes.causes import Causes
from cvcgen.reports.changes.origins import Trace
from cvcgen.reports.changes.review import Review
from cvcgen.reports.changes.rows import Board, Row
from cvcgen.reports.changes.story import Section, Story, tell
from cvcgen.reports.media.logs import COMMAND
from cvcgen.reports.reader import Reader

_STYLE = """
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 70rem; margin: auto; padding: 1rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; }
caption { text-align: start; font-weight: bold; }
th, td { border: 1px solid; padding: .25rem .5rem; text-align: start; vertical-align: top; }
.number { text-align: end; white-space: nowrap; font-variant-numeric: tabular-nums; }
code { overflow-wrap: anywhere; }
"""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""Nothing is loaded or run, whatever the text holds."""


def report(review: Review, reader: Reader) -> str:
    """The whole document."""
    story = tell(review, reader)
    parts = [
        "<!doctype html>",
        f'<html lang="{_escape(reader.phrases.language)}">',
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{_escape(story.headline)}</title>",
        f"<style>{_STYLE}</style>",
        f"<main>\n<h1>{_escape(story.headline)}</h1>",
        f"<p>{_escape(story.compared)}</p>",
        *_body(story, review, reader),
        "</main>\n</html>",
    ]
    return "\n".join(parts) + "\n"


def _body(story: Story, review: Review, reader: Reader) -> Iterable[str]:
    if review.comparison.is_empty:
        return
    explained = reader.phrases.one(
        "A score says how much a project would bring to a clientele, from 0% to 100%. "
        "Rank 1 is the best."
    )
    yield f"<p>{_escape(explained)}</p>"
    for board in story.boards:
        yield _board(board, reader)
    for section in story.sections:
        yield _section(section)


def _board(board: Board, reader: Reader) -> str:
    parts = [f"<h2>{_escape(board.title)}</h2>"]
    if came := board.tell_whole(reader):
        parts.append(f"<p>{_escape(came)}</p>")
    if board.rows:
        one = reader.phrases.one
        heads = (one("Project"), one("Rank"), one("Score"), one("Change"), one("Why"))
        caption = one("Scores and ranks that change")
        rows = [_row(row, reader) for row in board.rows]
        parts.append(_table(caption, heads, rows))
    return "\n".join(parts)


def _row(row: Row, reader: Reader) -> str:
    rank = row.rank if row.move == "=" else f"{row.rank} {row.move}"
    numbers = "".join(
        f'<td class="number">{_escape(cell)}</td>' for cell in (rank, row.score, row.delta)
    )
    notes = "".join(f"<li>{_escape(note)}</li>" for note in row.notes)
    why = _causes(row.causes, reader) + (f"<ul>{notes}</ul>" if notes else "")
    return f'<tr><th scope="row">{_escape(row.project)}</th>{numbers}<td>{why}</td></tr>'


def _causes(causes: Causes, reader: Reader) -> str:
    """The parts as a list that adds up."""
    one = reader.phrases.one
    lines = [
        f"<li>{_joined(line.amount, line.what)}{_trace(line.trace)}</li>"
        for line in causes.lines
    ]
    if causes.rounding:
        lines.append(f"<li>{_joined(causes.rounding, one('rounding'))}</li>")
    if causes.adds_up:
        lines.append(f"<li><strong>{_joined(causes.total, one('in all'))}</strong></li>")
    return f"<ul>{''.join(lines)}</ul>" if lines else ""


def _section(section: Section) -> str:
    items = []
    for item in section.items:
        said = " · ".join(filter(None, (item.what, item.effect)))
        items.append(f"<li>{_escape(said)}{_trace(item.trace)}</li>")
    listed = "\n".join(items)
    return f"<h2>{_escape(section.title)}</h2>\n<ul>\n{listed}\n</ul>"


def _trace(trace: Trace) -> str:
    where = f" <code>{_escape(trace.where)}</code>" if trace.where else ""
    by = f" · {_escape(trace.by)}" if trace.by else ""
    return where + by


def _table(caption: str, heads: Sequence[str], rows: Sequence[str]) -> str:
    top = "".join(f'<th scope="col">{_escape(head)}</th>' for head in heads)
    inside = "\n".join(rows)
    return (
        f'<div class="wide" role="region" tabindex="0" aria-label="{_escape(caption)}">\n'
        f"<table>\n<caption>{_escape(caption)}</caption>\n"
        f"<thead><tr>{top}</tr></thead>\n<tbody>\n{inside}\n</tbody>\n</table>\n</div>"
    )


def _joined(amount: str, what: str) -> str:
    return _escape(f"{amount} {what}".strip())


def _escape(text: str) -> str:
    return COMMAND.sub("&#35;", escape_markup(show_hidden(text), quote=True))
