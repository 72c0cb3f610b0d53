"""Which causes and changes are told, how, and in which order: for reports and pages alike."""

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import replace
from fractions import Fraction

from cvcgen.core.changes.comparison import Cause, ScoreChange
from cvcgen.core.changes.differences import NOTHING_ALONG, Edit, Fact, RecordChange
from cvcgen.core.changes.kinds import (
    CauseKind,
    ChangeKind,
    EditKind,
    Presence,
    RecordEvent,
    ScorecardForm,
)
from cvcgen.core.changes.labels import (
    BECAME,
    CAUSES,
    LOWEST_RATING,
    PASSED,
    PASSED_BY,
    REWEIGHTED,
    TIED,
    UNTIED,
)
from cvcgen.core.changes.standings import Company
from cvcgen.core.changes.summary import FIRST, is_first
from cvcgen.core.diagnostics import Message, message
from cvcgen.core.model import Catalogue, NotConcerned, ProjectId, Text
from cvcgen.core.ranking import Place
from cvcgen.core.scoring import Completeness

Importance = tuple[bool, int, Fraction, int, str]
"""What changes are sorted by: the smallest is told first."""
ToldOf = tuple[Message, tuple[ProjectId, ...]]
"""A sentence that lacks the `names` of others, and those others, of whom there may be none."""
Counted = Callable[[str, str, int], str]
"""The words for one or for several, translated, to those that say how many there are."""

_NOTHING = Fraction(0)
_SCORED = {ScorecardForm.RATED, ScorecardForm.PUBLISHED}
_OF_THE_WHOLE = {CauseKind.RUBRIC, CauseKind.COVERAGE}
"""Causes that say the same of every value; they are told once, with their sum."""
_ARRIVALS = {RecordEvent.ADDED, EditKind.VALUE_ADDED}
_UNTOLD_AT_ZERO = {CauseKind.WEIGHT, CauseKind.COVERAGE}
_OF_TOTALS = {ChangeKind.INTERVAL, ChangeKind.BECAME_COMPLETE, ChangeKind.BECAME_INCOMPLETE}
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


def say_cause(cause: Cause, value: str, before: str, after: str) -> Message:
    """What changed, without the amount: «Security: weight 16% → 13%».

    Of any cause but a published total, which has sentences of its own.
    """
    template = CAUSES[cause.kind]
    if cause.kind is CauseKind.WEIGHT and not cause.edited:
        template = REWEIGHTED
    if cause.kind is CauseKind.RUBRIC and cause.value is None:
        template = LOWEST_RATING
    return message(template.template, value=value, before=before, after=after)


def told_states(change: ScoreChange) -> Iterator[Message]:
    """What became of the score beside its figure, the most telling first.

    Where no value applies a score is neither complete nor incomplete: the causes say it.
    """
    empty = any(
        place is not None and place.score.completeness is Completeness.EMPTY
        for place in (change.before, change.after)
    )
    for kind, sentence in BECAME.items():
        if kind in change.kinds and not (empty and kind in _OF_TOTALS):
            yield sentence


def told_company(company: Company | ScoreChange) -> tuple[ToldOf, ToldOf, ToldOf, ToldOf]:
    """Who came beside a project, left from beside, was passed by it, and passed it.

    Each other once: who was tied and passed it is only told to have passed.
    """
    untied = _without(company.untied, company.above)
    passed = _without(company.below, company.tied)
    return (TIED, company.tied), (UNTIED, untied), (PASSED, passed), (PASSED_BY, company.above)


def why_not_concerned(change: ScoreChange, after: Catalogue) -> Text | None:
    """Why the project no longer touches the clientele; None where it is not that."""
    project = after.project(change.project)
    if change.presence_after is not Presence.NOT_CONCERNED or project is None:
        return None
    cards = (card for card in project.scorecards if card.clientele == change.clientele)
    return next((card.reason for card in cards if isinstance(card, NotConcerned)), None)


def says_unranked(before: Place | None, after: Place | None) -> bool:
    """Whether it is news that the latter place has no rank, or why it has none."""
    if after is None or after.unranked is None:
        return False
    return before is None or before.unranked is not after.unranked


def moves_total(cause: Cause) -> bool:
    """Whether it can: feasibility moves ranks alone, and has no amount worth a figure."""
    return cause.kind is not CauseKind.FEASIBILITY


def comes_or_goes(edit: Edit) -> Message | None:
    """That a score came or went with a scorecard; None for any other edit."""
    if edit.kind is not EditKind.SCORECARD:
        return None
    was, becomes = (fact in _SCORED for fact in (edit.before, edit.after))
    if was == becomes:
        return None
    return message("brings a score") if becomes else message("takes a score away")


def say_along(change: RecordChange | Edit, many: Counted) -> Message | None:
    """How much came or went along with the change; None where nothing did."""
    along = change.along
    if along == NOTHING_ALONG:
        return None
    counted = (
        (along.scorecards, many("{count} scorecard", "{count} scorecards", along.scorecards)),
        (
            along.ratings,
            many("{count} rating of the value", "{count} ratings of the value", along.ratings),
        ),
        (along.reasons, many("{count} reason", "{count} reasons", along.reasons)),
        (along.texts, many("{count} other text", "{count} other texts", along.texts)),
    )
    what = ", ".join(words for count, words in counted if count)
    came = change.event if isinstance(change, RecordChange) else change.kind
    if came in _ARRIVALS:
        return message("brings {what} with it", what=what)
    return message("takes {what} away with it", what=what)


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


def _without(
    projects: tuple[ProjectId, ...], told: tuple[ProjectId, ...]
) -> tuple[ProjectId, ...]:
    return tuple(name for name in projects if name not in told)


def _added(one: Cause, other: Cause) -> Cause:
    known = one.amount is not None and other.amount is not None
    summed = Fraction((one.amount or 0) + (other.amount or 0)) if known else None
    return replace(one, amount=summed)
