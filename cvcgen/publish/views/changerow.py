"""The scores and ranks that changed, row by row, for each clientele."""

from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby

from cvcgen.core.changes import ChangeKind, Presence, ScoreChange
from cvcgen.core.changes.telling import came_or_went_with_clientele, importance
from cvcgen.core.diagnostics import message
from cvcgen.core.model import ClienteleId, Kind
from cvcgen.publish.views.bothstates import BothStates
from cvcgen.publish.views.changecauses import ChangeCauses, show_causes, show_delta
from cvcgen.publish.views.changemark import Move, show_ends, show_move
from cvcgen.publish.views.changenotes import say_notes
from cvcgen.publish.voice import Localised

MOST_ROWS = 150


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One project's score for one clientele, before and after."""

    project: Localised
    """What the project is called."""
    project_href: str | None
    """The project's page, or None where it is gone."""
    move: Move | None
    """By how many ranks it moved; None where it did not."""
    news: str
    """That the score is new or gone; empty for all others."""
    rank: str
    """«5 → 2», or one rank where it is the same."""
    score: str
    """«52.4% → 55.2%», or one score where it is the same."""
    delta: str
    """The difference, signed; empty where there is none."""
    causes: ChangeCauses
    """Why, part by part."""
    notes: tuple[str, ...]
    """What else happened, a sentence each."""
    change: ScoreChange
    """What is told here."""


@dataclass(frozen=True, slots=True)
class ChangeBoard:
    """What changed for one clientele."""

    clientele: Localised
    """What the clientele is called."""
    clientele_href: str | None
    """The clientele's page, or None where it is gone."""
    rows: tuple[ChangeRow, ...]
    """What matters most first: the first places, then the largest changes."""
    more: str
    """How many rows were left out, or came or went with the clientele; empty where none."""


def show_boards(states: BothStates, most: int = MOST_ROWS) -> tuple[ChangeBoard, ...]:
    """A board for each clientele that something happened to, by its id; rows up to `most`."""
    changes = states.preview.comparison.changes
    return tuple(
        _board(name, tuple(group), states, most)
        for name, group in groupby(changes, key=lambda change: change.clientele)
    )


def _board(
    name: ClienteleId, changes: tuple[ScoreChange, ...], states: BothStates, most: int
) -> ChangeBoard:
    listed = [change for change in changes if not came_or_went_with_clientele(change)]
    ordered = sorted(listed, key=importance)
    came = changes[0].presence_before is Presence.NO_CLIENTELE
    return ChangeBoard(
        clientele=states.name(Kind.CLIENTELE, name),
        clientele_href=states.href(Kind.CLIENTELE, name),
        rows=tuple(_row(change, states) for change in ordered[:most]),
        more=_say_more(len(changes) - len(listed), came, len(listed) - most, states),
    )


def _say_more(whole: int, came: bool, cut: int, states: BothStates) -> str:
    many = states.page.voice.many
    said = []
    if whole and came:
        said.append(
            many(
                "{count} score came with the clientele.",
                "{count} scores came with the clientele.",
                whole,
            )
        )
    elif whole:
        said.append(
            many(
                "{count} score went with the clientele.",
                "{count} scores went with the clientele.",
                whole,
            )
        )
    if cut > 0:
        said.append(
            many(
                "{count} more score changed, by less.",
                "{count} more scores changed, by less.",
                cut,
            )
        )
    return " ".join(said)


def _row(change: ScoreChange, states: BothStates) -> ChangeRow:
    before, after = show_ends(states.page, change)
    return ChangeRow(
        project=states.name(Kind.PROJECT, change.project),
        project_href=states.href(Kind.PROJECT, change.project),
        move=show_move(states.page, change),
        news=_news(change, states),
        rank=_show_ranks(change, states),
        score=after if before == after else f"{before} → {after}",
        delta=show_delta(change, states),
        causes=show_causes(change, states),
        notes=say_notes(change, states),
        change=change,
    )


def _news(change: ScoreChange, states: BothStates) -> str:
    if ChangeKind.APPEARED in change.kinds:
        back = message("back") if states.back_since(change) else message("new")
        return states.page.voice.say(back)
    if ChangeKind.VANISHED in change.kinds:
        return states.page.voice.say(message("gone"))
    return ""


def _show_ranks(change: ScoreChange, states: BothStates) -> str:
    ranks = [place.rank if place else None for place in (change.before, change.after)]
    before, after = (
        "–" if rank is None else states.page.voice.number(Fraction(rank), 0) for rank in ranks
    )
    return after if before == after else f"{before} → {after}"
