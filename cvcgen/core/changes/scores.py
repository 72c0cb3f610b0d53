"""What happened to every score, rank and tie between two sides."""

from collections.abc import Iterator
from fractions import Fraction

from cvcgen.core.changes.causes import gate_moved, score_causes
from cvcgen.core.changes.comparison import Cause, ScoreChange
from cvcgen.core.changes.differences import Sides
from cvcgen.core.changes.kinds import CauseKind, ChangeKind
from cvcgen.core.changes.side import Sheet, Side, Subject
from cvcgen.core.changes.standings import NOBODY, Company, company
from cvcgen.core.model import Feasibility
from cvcgen.core.ranking import Place
from cvcgen.core.scoring import Completeness, Score

_ROUND_A_RATING = {
    CauseKind.RATING,
    CauseKind.RATERS_RULE,
    CauseKind.COMPLETENESS,
    CauseKind.APPLICABILITY,
    CauseKind.VALUE_ADDED,
    CauseKind.VALUE_REMOVED,
}


def score_changes(before: Side, after: Side) -> tuple[ScoreChange, ...]:
    """Every place that changed, by clientele and project."""
    subjects = sorted(before.sheets.keys() | after.sheets.keys())
    found = (
        _score_change(before, after, subject)
        for subject in subjects
        if not _stands_still(before.sheets.get(subject), after.sheets.get(subject))
    )
    return tuple(change for change in found if change.kinds)


def _stands_still(old: Sheet | None, new: Sheet | None) -> bool:
    """Whether it is the same score at the same place, with nobody beside: most are."""
    if old is None or new is None or not _is_settled(old, new):
        return False
    return old.place is new.place and not new.place.tied


def _is_settled(old: Sheet, new: Sheet) -> bool:
    """Whether the very same score was kept, so that there is no cause to look for.

    One object is on both sides only where evaluating found nothing new to compute.
    """
    return old.project is new.project and old.place.score is new.place.score


def _score_change(before: Side, after: Side, subject: Subject) -> ScoreChange:
    old, new = before.sheets.get(subject), after.sheets.get(subject)
    causes = score_causes((old, new)) if old and new and not _is_settled(old, new) else ()
    beside = _company(before, after, subject)
    return ScoreChange(
        project=subject[1],
        clientele=subject[0],
        kinds=tuple(sorted({*_kinds(old, new, causes), *_company_kinds(beside)})),
        before=old.place if old else None,
        after=new.place if new else None,
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


def _company(before: Side, after: Side, subject: Subject) -> Company:
    old, new = before.standings.get(subject[0]), after.standings.get(subject[0])
    if old and new and old.are_those_of(new):
        return NOBODY
    sheets = [side.sheets.get(subject) for side in (before, after)]
    stood = old.of(sheets[0].place) if old and sheets[0] else None
    stands = new.of(sheets[1].place) if new and sheets[1] else None
    return company(stood, stands)


def _delta(old: Sheet | None, new: Sheet | None) -> Fraction | None:
    before = old.place.score.total if old else None
    after = new.place.score.total if new else None
    return None if before is None or after is None else after - before


def _kinds(
    old: Sheet | None, new: Sheet | None, causes: tuple[Cause, ...]
) -> Iterator[ChangeKind]:
    if old is None or new is None:
        if old or new:
            yield ChangeKind.APPEARED if new else ChangeKind.VANISHED
        return
    yield from _score_kinds(old.place.score, new.place.score, causes)
    yield from _rank_kinds(old.place, new.place)
    if gate_moved((old, new)):
        closed = new.project.feasibility is Feasibility.NOT_FEASIBLE
        yield ChangeKind.GATE_CLOSED if closed else ChangeKind.GATE_OPENED


def _score_kinds(old: Score, new: Score, causes: tuple[Cause, ...]) -> Iterator[ChangeKind]:
    if old.total is None and new.total is None:
        if (old.low, old.high) != (new.low, new.high):
            yield ChangeKind.INTERVAL
        elif any(cause.kind in _ROUND_A_RATING for cause in causes):
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
