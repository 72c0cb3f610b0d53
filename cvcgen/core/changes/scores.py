"""What happened to every score, rank and tie between two sides."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from cvcgen.core.changes.causes import gate_moved, score_causes
from cvcgen.core.changes.comparison import Cause, ScoreChange
from cvcgen.core.changes.differences import Sides
from cvcgen.core.changes.kinds import CauseKind, ChangeKind
from cvcgen.core.changes.side import Side, Subject
from cvcgen.core.changes.standings import EMPTY, Company, Crowd
from cvcgen.core.model import ClienteleId, Feasibility
from cvcgen.core.ranking import Place
from cvcgen.core.scoring import Completeness, Score

_Crowds = Mapping[ClienteleId, Crowd]


def score_changes(before: Side, after: Side) -> tuple[ScoreChange, ...]:
    """Every place that changed, by clientele and project."""
    subjects = before.places.keys() | after.places.keys()
    old, new = before.standings, after.standings
    names = old.keys() | new.keys()
    crowds = {x: Crowd(old.get(x, EMPTY), new.get(x, EMPTY)) for x in names}
    moved = [one for one in subjects if not _stands_still(before, after, one, crowds)]
    found = (_score_change(before, after, subject, crowds) for subject in sorted(moved))
    return tuple(change for change in found if change.kinds)


def _stands_still(before: Side, after: Side, subject: Subject, crowds: _Crowds) -> bool:
    """Whether it is the same score of the same rank, with the same others: most are."""
    if not _is_settled(before, after, subject):
        return False
    old, new = before.places[subject], after.places[subject]
    if old.rank != new.rank:
        return False
    return not (old.tied or new.tied) or crowds[subject[0]].is_level(old, new)


def _is_settled(before: Side, after: Side, subject: Subject) -> bool:
    """Whether the very same score was kept, so that there is no cause to look for.

    One object is on both sides only where evaluating found nothing new to compute.
    """
    old, new = before.places.get(subject), after.places.get(subject)
    if old is None or new is None or old.score is not new.score:
        return False
    return before.projects[subject[1]] is after.projects[subject[1]]


def _score_change(before: Side, after: Side, subject: Subject, crowds: _Crowds) -> ScoreChange:
    old, new = before.places.get(subject), after.places.get(subject)
    causes: tuple[Cause, ...] = ()
    if old and new and not _is_settled(before, after, subject):
        causes = score_causes((before.sheet(subject), after.sheet(subject)))
    beside = crowds[subject[0]].company(subject[1], old, new)
    gate = _gate_kinds(before, after, subject)
    kinds = {*_kinds(old, new, causes), *gate, *_company_kinds(beside)}
    return ScoreChange(
        project=subject[1],
        clientele=subject[0],
        kinds=tuple(sorted(kinds)),
        before=old,
        after=new,
        presence_before=before.presence(subject),
        presence_after=after.presence(subject),
        delta=_delta(old, new),
        causes=causes,
        above=beside.above,
        below=beside.below,
        tied=beside.tied,
        untied=beside.untied,
        sides=Sides(before.card_place(subject), after.card_place(subject)),
    )


def _delta(old: Place | None, new: Place | None) -> Fraction | None:
    before = old.score.total if old else None
    after = new.score.total if new else None
    if before is None or after is None:
        return None
    return Fraction(0) if before is after else after - before


def _kinds(
    old: Place | None, new: Place | None, causes: tuple[Cause, ...]
) -> Iterator[ChangeKind]:
    if old is None or new is None:
        if old or new:
            yield ChangeKind.APPEARED if new else ChangeKind.VANISHED
        return
    yield from _score_kinds(old.score, new.score, causes)
    yield from _rank_kinds(old, new)


def _gate_kinds(before: Side, after: Side, subject: Subject) -> Iterator[ChangeKind]:
    if subject not in before.places or subject not in after.places:
        return
    old, new = before.projects[subject[1]], after.projects[subject[1]]
    if gate_moved(old, new):
        closed = new.feasibility is Feasibility.NOT_FEASIBLE
        yield ChangeKind.GATE_CLOSED if closed else ChangeKind.GATE_OPENED


def _score_kinds(old: Score, new: Score, causes: tuple[Cause, ...]) -> Iterator[ChangeKind]:
    if old is new and not causes:  # moved by others alone
        return
    if old.total is None and new.total is None:
        if (old.low, old.high) != (new.low, new.high):
            yield ChangeKind.INTERVAL
        elif any(cause.kind is not CauseKind.FEASIBILITY for cause in causes):
            yield ChangeKind.BALANCED
    elif old.total is None or new.total is None:
        lost = new.total is None
        yield ChangeKind.BECAME_INCOMPLETE if lost else ChangeKind.BECAME_COMPLETE
    elif old.total != new.total:
        yield ChangeKind.SCORE_UP if new.total > old.total else ChangeKind.SCORE_DOWN
    elif any(cause.amount for cause in causes):
        yield ChangeKind.BALANCED
    yield from _method_kinds(old, new)


def _method_kinds(old: Score, new: Score) -> Iterator[ChangeKind]:
    """Published or rated, and how much of the weight applies."""
    published = [score.completeness is Completeness.PUBLISHED for score in (old, new)]
    if published[0] != published[1]:
        yield ChangeKind.RATINGS_GIVEN if published[0] else ChangeKind.RATINGS_WITHDRAWN
    elif old.coverage != new.coverage:
        yield ChangeKind.COVERAGE


def _rank_kinds(old: Place, new: Place) -> Iterator[ChangeKind]:
    if old.rank is None or new.rank is None:
        if old.rank != new.rank:
            yield ChangeKind.RANK_LOST if new.rank is None else ChangeKind.RANK_GAINED
    elif old.rank != new.rank:
        yield ChangeKind.RANK_UP if new.rank < old.rank else ChangeKind.RANK_DOWN


def _company_kinds(found: Company) -> Iterator[ChangeKind]:
    if found.tied:
        yield ChangeKind.TIE_MADE
    if found.untied:
        yield ChangeKind.TIE_BROKEN
