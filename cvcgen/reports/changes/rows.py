"""The scores and ranks that changed, as rows of raw words and figures, per clientele."""

from dataclasses import dataclass
from itertools import groupby

from cvcgen.core.changes import ChangeKind, Presence, ScoreChange
from cvcgen.core.changes.telling import (
    Importance,
    came_or_went_with_clientele,
    importance,
)
from cvcgen.reports.changes.causes import Causes, tell_causes
from cvcgen.reports.changes.figures import rank_text, score_text, signed
from cvcgen.reports.changes.notes import tell_notes
from cvcgen.reports.changes.origins import Tracer
from cvcgen.reports.changes.review import Names
from cvcgen.reports.reader import Reader


@dataclass(frozen=True, slots=True)
class Row:
    """One project's score for one clientele, before and after."""

    project: str
    """The title and the id."""
    clientele: str
    """The clientele's name, without id."""
    move: str
    """«▲3», «▼2», «=»; «▲» and «▼» for ranks that were gained and lost, «new» and «gone» for
    scores that came and went."""
    rank: str
    """«5 → 2», or one rank where it is the same."""
    score: str
    """«52.4% → 55.2%», or one score where it is the same."""
    delta: str
    """Signed, in points of percent; empty where a side has no total or only the rank moved."""
    causes: Causes
    notes: tuple[str, ...]
    """What else happened, a sentence each."""
    importance: Importance
    """Sorts the most important row first."""

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why, in short: the two largest parts, then what else happened."""
        lines = tuple(line.what for line in self.causes.lines[:2])
        return (*lines, *self.notes)


@dataclass(frozen=True, slots=True)
class Board:
    """What changed for one clientele."""

    title: str
    """The clientele's name, id and edition."""
    rows: tuple[Row, ...]
    """The most important first; none where the clientele itself came or went."""
    whole: int
    """How many scores came or went with the clientele."""
    came: bool = False
    """Whether the clientele came; else it went, where scores did with it."""

    def tell_whole(self, reader: Reader) -> str:
        """A raw sentence of those that came or went with it; empty where none did."""
        if not self.whole:
            return ""
        many = reader.phrases.many
        if self.came:
            template = many(
                "{count} score came with the clientele",
                "{count} scores came with the clientele",
                self.whole,
            )
        else:
            template = many(
                "{count} score went with the clientele",
                "{count} scores went with the clientele",
                self.whole,
            )
        return template.format(count=self.whole)


def make_boards(names: Names, tracer: Tracer) -> tuple[Board, ...]:
    """A board for each clientele that something happened to, by its id."""
    changes = names.review.comparison.changes
    boards = []
    for name, group in groupby(changes, key=lambda change: change.clientele):
        listed = tuple(group)
        rows = [_row(c, names, tracer) for c in listed if not came_or_went_with_clientele(c)]
        ordered = tuple(sorted(rows, key=lambda row: row.importance))
        came = listed[0].presence_before is Presence.NO_CLIENTELE
        boards.append(Board(names.clientele(name), ordered, len(listed) - len(rows), came))
    return tuple(boards)


def name_change(change: ScoreChange, names: Names) -> str:
    """The change in one line: whose score, which rank, which score."""
    causes = tell_causes(change, names, Tracer((), names.reader))
    whose = f"{names.project(change.project)} · {names.group(change.clientele)}"
    score = score_text(change, causes.column, names.reader)
    return f"{whose}  {rank_text(change)}  {score}"


def _row(change: ScoreChange, names: Names, tracer: Tracer) -> Row:
    causes = tell_causes(change, names, tracer)
    column = causes.column
    told = change.moved or any(line.amount for line in causes.lines)
    return Row(
        project=names.project(change.project),
        clientele=names.group(change.clientele),
        move=_move(change, names),
        rank=rank_text(change),
        score=score_text(change, column, names.reader),
        delta=signed(column.total, column.head_digits, names.reader) if column and told else "",
        causes=causes,
        notes=tell_notes(change, names),
        importance=importance(change, names.review.first),
    )


def _move(change: ScoreChange, names: Names) -> str:
    one = names.reader.phrases.one
    if ChangeKind.APPEARED in change.kinds:
        return one("new")
    if ChangeKind.VANISHED in change.kinds:
        return one("gone")
    if change.rank_change:
        return f"{'▲' if change.rank_change > 0 else '▼'}{abs(change.rank_change)}"
    if change.moves_rank:
        return "▲" if ChangeKind.RANK_GAINED in change.kinds else "▼"
    return "="
