"""Why a score changed: the parts of the change of a total, value by value."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction
from typing import TypeVar

from cvcgen.core.changes.comparison import Cause
from cvcgen.core.changes.differences import Fact, Sides
from cvcgen.core.changes.kinds import CauseKind, Unrated
from cvcgen.core.changes.parts import Factors, split_change
from cvcgen.core.changes.side import Sheet
from cvcgen.core.diagnostics import Location
from cvcgen.core.model import Feasibility, NotApplicable, Project, Rated, Rating, ValueId
from cvcgen.core.raters import given_by_raters
from cvcgen.core.scoring import HUNDRED, Completeness, Contribution

Pair = tuple[Sheet, Sheet]
"""A score's sheets before and after."""
_NOTHING = Fraction(0)
_Read = TypeVar("_Read")


def score_causes(pair: Pair) -> tuple[Cause, ...]:
    """The causes of a score's change; their amounts sum to the change of the total, exactly.

    Where a side has no total the same causes are named, without amounts.
    """
    unknown = any(sheet.place.score.total is None for sheet in pair)
    causes = [*_total_causes(pair), *_gate_causes(pair)]
    if unknown:
        causes = [replace(cause, amount=None) for cause in causes]
    return tuple(sorted(causes, key=cause_order))


def cause_order(cause: Cause) -> tuple[str, str]:
    """By value, then kind."""
    return (cause.value or "", cause.kind)


def rating_fact(rating: Rating | None) -> Fact:
    """The points, or the state that stands in their place; None where there is no rating."""
    if rating is None or isinstance(rating, Rated):
        return rating.points if rating else None
    return Unrated.NOT_APPLICABLE if isinstance(rating, NotApplicable) else Unrated.NOT_RATED


def gate_moved(before: Project, after: Project) -> bool:
    """Whether the project became or ceased to be not feasible."""
    closed = [one.feasibility is Feasibility.NOT_FEASIBLE for one in (before, after)]
    return closed[0] != closed[1]


def _total_causes(pair: Pair) -> Iterator[Cause]:
    before, after = pair
    scores = (before.place.score, after.place.score)
    if Completeness.PUBLISHED in (scores[0].completeness, scores[1].completeness):
        old, new = scores[0].total, scores[1].total
        if old != new or scores[0].completeness != scores[1].completeness:
            amount = new - old if new is not None and old is not None else None
            sides = Sides(before.card.where, after.card.where)
            yield Cause(CauseKind.PUBLISHED, None, amount, old, new, sides=sides)
        return
    for value in sorted(before.parts.keys() | after.parts.keys()):
        if not _stands_still(pair, value):  # as most of a scorecard
            yield from _value_causes(pair, value)
    yield from _unknown_scale_causes(pair)


def _stands_still(pair: Pair, value: ValueId) -> bool:
    """Whether the value is in both pyramids, and neither its rating nor its weight is new."""
    before, after = pair
    old, new = before.parts.get(value), after.parts.get(value)
    if old is None or new is None or old != new:
        return False
    was, becomes = before.pyramid[value].weight, after.pyramid[value].weight
    return was is becomes or was == becomes


def _value_causes(pair: Pair, value: ValueId) -> Iterator[Cause]:
    old, new = (sheet.parts.get(value) for sheet in pair)
    if old is None or new is None:
        kind = CauseKind.VALUE_ADDED if old is None else CauseKind.VALUE_REMOVED
        yield _presence_cause(pair, value, kind)
        return
    if isinstance(old.rating, NotApplicable) or isinstance(new.rating, NotApplicable):
        if type(old.rating) is not type(new.rating):
            yield _rating_cause(pair, value, CauseKind.APPLICABILITY, _gain(old, new))
        yield from _weight_cause(pair, value, _NOTHING)
    elif isinstance(old.rating, Rated) and isinstance(new.rating, Rated):
        yield from _rated_causes(pair, value)
    else:
        if type(old.rating) is not type(new.rating):
            yield _rating_cause(pair, value, CauseKind.COMPLETENESS, _NOTHING)
        yield from _weight_cause(pair, value, _NOTHING)


def _rated_causes(pair: Pair, value: ValueId) -> Iterator[Cause]:
    """The causes of a value that is rated on both sides."""
    factors = [_factors(sheet, value) for sheet in pair]
    parts = split_change(factors[0], factors[1])
    yield from _weight_cause(pair, value, parts.weight)
    if factors[0].points != factors[1].points:
        kind = CauseKind.RATERS_RULE if _by_rule(pair, value) else CauseKind.RATING
        yield _rating_cause(pair, value, kind, parts.rating)
    if parts.coverage:
        shares = _both(pair, lambda sheet: HUNDRED * sheet.place.score.coverage)
        sides = Sides(*_both(pair, lambda sheet: sheet.card.where))
        yield Cause(CauseKind.COVERAGE, value, parts.coverage, *shares, False, sides)
    if parts.rubric:
        maxima = _both(pair, lambda sheet: sheet.rubric.maximum)
        sides = Sides(*_both(pair, lambda sheet: sheet.rubric.levels[-1].where))
        yield Cause(CauseKind.RUBRIC, value, parts.rubric, *maxima, True, sides)


def _by_rule(pair: Pair, value: ValueId) -> bool:
    """Whether the raters gave what they gave before, and the rule for it is another one."""
    given = _both(pair, lambda sheet: given_by_raters(sheet.parts[value].rating))
    rules = _both(pair, lambda sheet: getattr(sheet.card, "rule", None))
    return bool(given[0]) and given[0] == given[1] and rules[0] != rules[1]


def _weight_cause(pair: Pair, value: ValueId, amount: Fraction) -> Iterator[Cause]:
    """The cause for the value's weight, if it was edited or its share moves the score.

    Where a side has no total, amounts are not told: only what moves the score is a cause.
    """
    old, new = (sheet.pyramid[value] for sheet in pair)
    shares = _both(pair, lambda sheet: sheet.parts[value].weight)
    edited = old.weight != new.weight
    told = edited or amount != 0
    if any(sheet.place.score.total is None for sheet in pair):
        rated = all(isinstance(sheet.parts[value].rating, Rated) for sheet in pair)
        told = amount != 0 if rated else shares[0] != shares[1]
    if told:
        sides = Sides(old.where, new.where)
        yield Cause(CauseKind.WEIGHT, value, amount, *shares, edited, sides)


def _presence_cause(pair: Pair, value: ValueId, kind: CauseKind) -> Cause:
    """The cause for a value that is in one side's pyramid only: all that it brings."""
    parts = _both(pair, lambda sheet: sheet.parts.get(value))
    old, new = (part.rating if part else None for part in parts)
    facts = (rating_fact(old), rating_fact(new))
    sides = Sides(*_both(pair, lambda sheet: _entry_place(sheet, value)))
    return Cause(kind, value, _gain(*parts), *facts, True, sides)


def _rating_cause(pair: Pair, value: ValueId, kind: CauseKind, amount: Fraction) -> Cause:
    facts = _both(pair, lambda sheet: rating_fact(sheet.parts[value].rating))
    sides = Sides(*_both(pair, lambda sheet: sheet.parts[value].rating.where))
    return Cause(kind, value, amount, *facts, True, sides)


def _unknown_scale_causes(pair: Pair) -> Iterator[Cause]:
    """The rubric's lowest level, where it moves what is known of an incomplete score."""
    if all(sheet.place.score.completeness is not Completeness.INCOMPLETE for sheet in pair):
        return
    lowest = _both(pair, lambda sheet: sheet.rubric.levels[0].points / sheet.rubric.maximum)
    if lowest[0] != lowest[1]:
        sides = Sides(*_both(pair, lambda sheet: sheet.rubric.levels[0].where))
        yield Cause(CauseKind.RUBRIC, None, _NOTHING, *lowest, True, sides)


def _gate_causes(pair: Pair) -> Iterator[Cause]:
    if gate_moved(*_both(pair, lambda sheet: sheet.project)):
        facts = _both(pair, lambda sheet: sheet.project.feasibility)
        sides = Sides(*_both(pair, lambda sheet: sheet.project.where))
        yield Cause(CauseKind.FEASIBILITY, None, _NOTHING, *facts, True, sides)


def _factors(sheet: Sheet, value: ValueId) -> Factors:
    part = sheet.parts[value]
    return Factors(
        weight=part.weight,
        coverage=sheet.place.score.coverage,
        points=part.points or _NOTHING,
        maximum=sheet.rubric.maximum,
    )


def _gain(old: Contribution | None, new: Contribution | None) -> Fraction:
    """What the value brings after, less what it brought before, in points of percent."""
    earned = [(part.earned if part else None) or _NOTHING for part in (old, new)]
    return earned[1] - earned[0]


def _entry_place(sheet: Sheet, value: ValueId) -> Location | None:
    entry = sheet.pyramid.get(value)
    return entry.where if entry else None


def _both(pair: Pair, read: Callable[[Sheet], _Read]) -> tuple[_Read, _Read]:
    return read(pair[0]), read(pair[1])
