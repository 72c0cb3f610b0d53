"""Which causes and changes are told, and in which order: for reports and pages alike."""

from collections.abc import Hashable, Iterable
from dataclasses import replace
from fractions import Fraction

from cvcgen.core.changes.comparison import Cause, ScoreChange
from cvcgen.core.changes.differences import Fact
from cvcgen.core.changes.kinds import CauseKind, ChangeKind, Presence
from cvcgen.core.changes.summary import FIRST, is_first

Importance = tuple[bool, int, Fraction, int, str]
"""What changes are sorted by: the smallest is told first."""

_NOTHING = Fraction(0)
_OF_THE_WHOLE = {CauseKind.RUBRIC, CauseKind.COVERAGE}
"""Causes that say the same of every value; they are told once, with their sum."""
_UNTOLD_AT_ZERO = {CauseKind.WEIGHT, CauseKind.COVERAGE}
_RANKS = {
    ChangeKind.RANK_UP,
    ChangeKind.RANK_DOWN,
    ChangeKind.RANK_GAINED,
    ChangeKind.RANK_LOST,
    ChangeKind.APPEARED,
    ChangeKind.VANISHED,
}
"""What happens to a rank; a new project may take a first place."""


def told_causes(causes: Iterable[Cause]) -> list[Cause]:
    """Those worth a line, those that say the same of several values as one."""
    found: dict[tuple[CauseKind, Hashable, Hashable, object], Cause] = {}
    for cause in filter(_counts, causes):
        whole = cause.kind in _OF_THE_WHOLE and cause.value is not None
        facts = exact_key(cause.before), exact_key(cause.after)
        key = (cause.kind, *facts, whole or cause.value)
        other = found.get(key)
        found[key] = cause if other is None else _added(other, cause)
    return list(found.values())


def exact_key(fact: Fact) -> Hashable:
    """What tells the fact from others, a number as two integers.

    Hashing fractions takes ten times as long.
    """
    return fact.as_integer_ratio() if isinstance(fact, Fraction) else fact


def importance(change: ScoreChange, first: int = FIRST) -> Importance:
    """Moves from or to the first places by their length, then scores by their change."""
    near = is_first(change.before, first) or is_first(change.after, first)
    moved = near and bool(_RANKS & set(change.kinds))
    length = abs(change.rank_change)
    # One zero for all whose score stayed: sorting need not compare it with itself.
    delta = -abs(change.delta) if change.delta else _NOTHING
    return (not moved, -length if moved else 0, delta, -length, change.project)


def came_or_went_with_clientele(change: ScoreChange) -> bool:
    """Whether the clientele itself came or went: that is told once, not of every project."""
    return Presence.NO_CLIENTELE in (change.presence_before, change.presence_after)


def _counts(cause: Cause) -> bool:
    """Whether the cause is worth a line: a weight that moved nothing here is not."""
    return bool(cause.amount != 0 or cause.kind not in _UNTOLD_AT_ZERO)


def _added(one: Cause, other: Cause) -> Cause:
    known = one.amount is not None and other.amount is not None
    summed = Fraction((one.amount or 0) + (other.amount or 0)) if known else None
    return replace(one, amount=summed)
