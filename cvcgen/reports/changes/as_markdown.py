"""A change as a comment on a pull request: what moved and why, in 65,000 bytes at most.

Forges refuse a comment of 65,536 characters or more. So the report is made of whole rows and
whole folded parts, taken in their order while there is room; what is left out is counted.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cvcgen.core.diagnostics import message
from cvcgen.reports.changes.causes import Causes
from cvcgen.reports.changes.origins import Trace
from cvcgen.reports.changes.review import Review
from cvcgen.reports.changes.rows import Row
from cvcgen.reports.changes.story import Section, Story, tell
from cvcgen.reports.media.markdown import code, escape, escape_in_markup, table
from cvcgen.reports.reader import Reader

MARKER = "<!-- cvcgen-diff -->"
"""Hidden first line: the comment that has it is the one to update."""
MOST_BYTES = 65_000
"""The largest comment, in UTF-8; no text has more UTF-16 code units than UTF-8 bytes."""
_RESERVED = 2_000
"""Kept for titles, notices of what is left out, and the lines that are always there."""
_SHARES = (45, 30, 25)
"""How much of the room the rows, the lists and the folded parts may take, in percent; what one
does not need is left to the next."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch of the comment, made of pieces that are never cut."""

    head: str
    pieces: tuple[str, ...]


def report(review: Review, reader: Reader) -> str:
    """The whole comment."""
    story = tell(review, reader)
    one = reader.phrases.one
    opening = f"{MARKER}\n### {escape(story.headline)}\n\n{escape(story.compared)}\n"
    if review.comparison.is_empty:
        return opening
    explained = one(
        "A score says how much a project would bring to a clientele, from 0% to 100%. "
        "Rank 1 is the best."
    )
    rows = sorted((r for b in story.boards for r in b.rows), key=lambda row: row.importance)
    groups = (
        [_whole(story, reader), *([_moves(rows, reader)] if rows else [])],
        [_listed(section) for section in story.sections],
        [_folded(rows, reader)] if rows else [],
    )
    fixed = f"{opening}\n{escape(explained)}\n"
    return fixed + "".join(_fitted(groups, MOST_BYTES - _RESERVED - _size(fixed), reader))


def _moves(rows: Sequence[Row], reader: Reader) -> _Part:
    """The table of scores and ranks that changed, across clienteles."""
    one = reader.phrases.one
    title = one("Scores and ranks that change")
    heads = [one("Project"), one("Clientele"), one("Rank"), one("Score"), one("Change")]
    right = [False, False, True, True, True, False]
    top = table([[*heads, one("Mainly because")]], right)
    pieces = (table([["x"] * 6, _cells(row)], right).splitlines()[-1] + "\n" for row in rows)
    return _Part(f"\n#### {title}\n\n{top}", tuple(pieces))


def _cells(row: Row) -> list[str]:
    rank = row.rank if row.move == "=" else f"{row.rank} {row.move}"
    reasons = "; ".join(row.reasons)
    cells = (row.project, row.clientele, rank, row.score, row.delta, reasons)
    return [escape(cell) for cell in cells]


def _folded(rows: Sequence[Row], reader: Reader) -> _Part:
    """Each project's causes, folded, in the order of the table."""
    by_project: dict[str, list[Row]] = {}
    for row in rows:
        if row.causes.lines or row.notes:
            by_project.setdefault(row.project, []).append(row)
    title = reader.phrases.one("Why, project by project")
    pieces = (_details(project, found, reader) for project, found in by_project.items())
    return _Part(f"\n#### {title}\n", tuple(pieces))


def _details(project: str, rows: Sequence[Row], reader: Reader) -> str:
    parts = [f"\n<details><summary>{escape_in_markup(project)}</summary>\n"]
    for row in rows:
        heading = reader.say(
            message("{clientele}: {score}", clientele=row.clientele, score=row.score)
        )
        parts.append(f"\n**{escape(heading)}**\n\n{_sum(row.causes, reader)}")
        parts += [f"- {escape(note)}\n" for note in row.notes]
    return "".join([*parts, "\n</details>\n"])


def _sum(causes: Causes, reader: Reader) -> str:
    """The parts as a table that adds up."""
    if not causes.lines:
        return ""
    one = reader.phrases.one
    heads = [one("Part"), one("What changed"), one("Where"), one("By")]
    rows = [
        [escape(line.amount), escape(line.what), *_trace_cells(line.trace)]
        for line in causes.lines
    ]
    if causes.rounding:
        rows.append([escape(causes.rounding), one("rounding"), "", ""])
    if causes.adds_up:
        rows.append([f"**{escape(causes.total)}**", one("in all"), "", ""])
    return table([heads, *rows], [True, False, False, False]) + "\n"


def _listed(section: Section) -> _Part:
    pieces = []
    for item in section.items:
        said = " · ".join(filter(None, (item.what, item.effect, item.trace.by)))
        where = f" ({_place(item.trace)})" if item.trace.where else ""
        pieces.append(f"- {escape(said)}{where}\n")
    return _Part(f"\n#### {escape(section.title)}\n\n", tuple(pieces))


def _trace_cells(trace: Trace) -> list[str]:
    return [_place(trace), escape(trace.by)]


def _place(trace: Trace) -> str:
    """The place as code; not where it would end a cell of a table."""
    plain = trace.where and "|" not in trace.where
    return code(trace.where) if plain else escape(trace.where)


def _whole(story: Story, reader: Reader) -> _Part:
    """What came or went with its clientele, in numbers."""
    lines = []
    for board in story.boards:
        if came := board.tell_whole(reader):
            lines.append(f"\n{escape(board.title)} · {came}\n")
    return _Part("", tuple(lines))


def _fitted(groups: Sequence[Sequence[_Part]], room: int, reader: Reader) -> Iterator[str]:
    """The parts as far as each group's share of the room goes, and counts of the rest."""
    spare = 0
    for parts, share in zip(groups, _SHARES, strict=True):
        spare += room * share // 100
        for part in parts:
            kept = []
            for piece in part.pieces:
                if _size(piece) <= spare:
                    spare -= _size(piece)
                    kept.append(piece)
            yield part.head + "".join(kept)
            more = len(part.pieces) - len(kept)
            if more:
                left = reader.phrases.many(
                    "{count} more is left out here",
                    "{count} more are left out here",
                    more,
                )
                yield f"\n{left.format(count=more)}\n"


def _size(text: str) -> int:
    return len(text.encode("utf-8", "backslashreplace"))
