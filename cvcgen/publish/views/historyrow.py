"""The moments of one series, row by row: where a score stood, and what moved it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from cvcgen.core.changes.telling import says_unranked
from cvcgen.core.diagnostics import message
from cvcgen.core.ranking import Place
from cvcgen.core.trend import Point, Series, company
from cvcgen.publish.views.changecauses import ChangeCauses, show_causes, show_delta
from cvcgen.publish.views.changeditem import say_edited
from cvcgen.publish.views.changemark import Move, show_ranks
from cvcgen.publish.views.changenotes import say_company, say_notes
from cvcgen.publish.views.codespans import Coded, split_code
from cvcgen.publish.views.commitmark import CommitMark, mark_commit, say_gap
from cvcgen.publish.views.context import PageContext
from cvcgen.publish.views.paststates import PastStates, past_states
from cvcgen.publish.views.standing import say_unranked, show_score

NOTHING = "–"
"""What stands for a score or rank that is not there."""
_MOST_EDITS = 4
_NO_CAUSES = ChangeCauses((), "", "")


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """Where one project stood for one clientele, from one commit on."""

    commit: CommitMark
    """Which commit."""
    score: str
    """The total or the interval; a dash where there is none."""
    delta: str
    """By how much the total changed, signed; empty where it did not, or nobody knows."""
    rank: str
    """«2nd of 18»; a dash where the score has none, empty where there is no score."""
    move: Move | None
    """By how many ranks it moved; None where it did not."""
    breaks: str
    """What of the method changed with it; empty where nothing did."""
    causes: ChangeCauses
    """Why, part by part."""
    notes: tuple[str, ...]
    """What else happened, a sentence each."""
    gap: Coded
    """Why nothing is known; empty where something is."""


def find_moments(series: Series) -> tuple[tuple[Point | None, Point], ...]:
    """The points that say something new, oldest first, each after the point before it.

    Left out are those where neither score nor rank is another one, such as the last.
    """
    pairs = pairwise((None, *series.points))
    return tuple(
        (former, point)
        for former, point in pairs
        if point is not None and _tells(former, point)
    )


def show_row(page: PageContext, former: Point | None, point: Point) -> HistoryRow:
    """The row of a point that comes after the former one."""
    states = past_states(page, point.occasion)
    change, ranks = point.change, _ranks(former, point)
    return HistoryRow(
        commit=mark_commit(page, point.occasion),
        score=show_score(point.place, page.voice) if point.place else NOTHING,
        delta=show_delta(change, states) if change and states else "",
        rank=_say_rank(page, point),
        move=show_ranks(page, ranks),
        breaks=say_breaks(point, states) if states else "",
        causes=show_causes(change, states) if change and states else _NO_CAUSES,
        notes=tuple(_notes(page, former, point, states)),
        gap=split_code(_say_unknown(page, point)),
    )


def _say_unknown(page: PageContext, point: Point) -> str:
    why = say_gap(page, point.occasion)
    return page.voice.say(message("Not known: {why}", why=why)) if why else ""


def say_breaks(point: Point, states: PastStates) -> str:
    """What of the method changed at the point, in a sentence; empty where nothing did."""
    if not point.breaks:
        return ""
    edited = tuple(dict.fromkeys(say_edited(edit, states) for edit in point.breaks))
    voice = states.page.voice
    shown = list(edited[:_MOST_EDITS])
    if len(edited) > _MOST_EDITS:
        more = len(edited) - _MOST_EDITS
        shown.append(voice.many("{count} more", "{count} more", more))
    what = ", ".join(shown)
    return voice.say(message("Measured otherwise from here: {what}", what=what))


def _tells(former: Point | None, point: Point) -> bool:
    if former is None or point.change is not None or point.breaks:
        return True
    if former.gap is not None or point.gap is not None:
        return True
    return _standing(former.place) != _standing(point.place)


def _standing(place: Place | None) -> tuple[object, ...] | None:
    return None if place is None else (place.rank, place.tied, place.unranked)


def _ranks(former: Point | None, point: Point) -> int:
    """By how many ranks it rose since the former point; 0 without a rank on both sides."""
    before = former.place.rank if former and former.place else None
    after = point.place.rank if point.place else None
    return 0 if before is None or after is None else before - after


def _say_rank(page: PageContext, point: Point) -> str:
    place = point.place
    if place is None:
        return ""
    if place.rank is None:
        return NOTHING
    rank = page.voice.rank(place.rank, place.tied)
    return page.voice.say(message("{rank} of {count}", rank=rank, count=point.ranked))


def _notes(
    page: PageContext, former: Point | None, point: Point, states: PastStates | None
) -> Iterator[str]:
    if point.gap is not None:
        return
    if former is None and point.change is None:
        yield page.voice.say(message("first score known"))
    if former is not None and former.gap is not None:
        yield page.voice.say(message("told from the last revision that could be read"))
    if former is not None:
        yield from _new_ids(page, former, point)
    if states is not None and point.change is not None:
        yield from say_notes(point.change, states)
    elif states is not None and former is not None:
        yield from say_company(company(point, former), states)
    yield from _unranked(page, former, point)


def _new_ids(page: PageContext, former: Point, point: Point) -> Iterator[str]:
    """The id that the project, or the clientele, had until now."""
    if point.place is None or former.place is None:
        return
    ids = [(place.project, place.score.clientele) for place in (former.place, point.place)]
    for old, new in zip(*ids, strict=True):
        if old != new:
            yield page.voice.say(message("new id, before: {former}", former=old))


def _unranked(page: PageContext, former: Point | None, point: Point) -> Iterator[str]:
    """Why there is no rank, where neither the former point nor a note has said so."""
    place, known = point.place, former.place if former else None
    if place is not None and point.change is None and says_unranked(known, place):
        yield say_unranked(place, page.voice)
