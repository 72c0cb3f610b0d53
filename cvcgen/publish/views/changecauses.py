"""Why a score changed, in words: one line per part, that add up to the change."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from cvcgen.core.changes import Cause, CauseKind, ScoreChange
from cvcgen.core.changes.labels import FEASIBILITY, say_published
from cvcgen.core.changes.telling import moves_total, say_cause, told_causes
from cvcgen.core.diagnostics import Message
from cvcgen.core.exact import finite_digits, round_half_up, telling_digits
from cvcgen.core.model import Kind
from cvcgen.core.scoring import Completeness
from cvcgen.publish.numbers import shared_digits
from cvcgen.publish.views.bothstates import BothStates
from cvcgen.publish.views.changemark import show_ends

_MOST_DIGITS = 4
_Figures = tuple[int, Fraction]
"""With how many decimals a change is shown, and the change so shown."""


@dataclass(frozen=True, slots=True)
class CauseLine:
    """One part of a change."""

    amount: str
    """What it adds, signed, in points of the score; empty where a side has no total."""
    what: str
    """What changed: «Security: weight 16% → 13%»."""
    file_href: str | None
    """The file and line, or None where the repository is not known."""


@dataclass(frozen=True, slots=True)
class ChangeCauses:
    """All parts of a change, the largest first."""

    lines: tuple[CauseLine, ...]
    """The parts."""
    rounding: str
    """What rounding leaves, signed; empty where nothing."""
    total: str
    """Their sum, signed; empty where there is none worth saying."""


def show_causes(change: ScoreChange, states: BothStates) -> ChangeCauses:
    """The causes of the change in words; none for what changed its rank alone."""
    causes = sorted(
        told_causes(change.causes), key=lambda cause: -abs(cause.amount or Fraction(0))
    )
    amounts = [cause.amount for cause in causes if cause.amount is not None]
    figures = _figure(change, amounts)
    lines = tuple(_line(cause, change, figures, states) for cause in causes)
    if figures is None or not lines:
        return ChangeCauses(lines, "", "")
    digits, total = figures
    left = total - sum((round_half_up(amount, digits) for amount in amounts), Fraction(0))
    gain = states.page.voice.gain
    several = len(lines) > 1 or left
    return ChangeCauses(
        lines,
        gain(left, digits) if left else "",
        gain(total, digits) if several else "",
    )


def show_delta(change: ScoreChange, states: BothStates) -> str:
    """The change of the total as it is shown, signed; empty where there is none."""
    figures = _figure(change, ())
    if figures is None or not change.moved:
        return ""
    return states.page.voice.gain(figures[1], figures[0])


def _figure(change: ScoreChange, amounts: Sequence[Fraction]) -> _Figures | None:
    """With how many decimals the parts are shown, and what they are to add up to.

    Each part is exact where all are decimals of at most four digits; else all are rounded.
    """
    places = [place for place in (change.before, change.after) if place is not None]
    known = [end for place in places if (end := place.score.total) is not None]
    if len(known) < 2:
        return None
    head = max(telling_digits(known, max(place.digits for place in places)))
    found = [finite_digits(amount) for amount in amounts]
    exact = [digits for digits in found if digits is not None and digits <= _MOST_DIGITS]
    digits = max([head, *exact]) if len(exact) == len(found) else head
    # The totals before and after stand beside it with `head` decimals: the sum is theirs.
    total = round_half_up(known[1], head) - round_half_up(known[0], head)
    return digits, total


def _line(
    cause: Cause, change: ScoreChange, figures: _Figures | None, states: BothStates
) -> CauseLine:
    voice, amount = states.page.voice, ""
    if cause.amount is not None and figures is not None and moves_total(cause):
        amount = voice.gain(cause.amount, figures[0])
    href = states.line_href(cause.sides) if cause.edited else None
    return CauseLine(amount, voice.say(_sentence(cause, change, states)), href)


def _sentence(cause: Cause, change: ScoreChange, states: BothStates) -> Message:
    if cause.kind is CauseKind.PUBLISHED:
        return _published(change, states)
    before, after = _facts(cause, change, states)
    value = states.name(Kind.VALUE, cause.value).text if cause.value is not None else ""
    return say_cause(cause, value, before, after)


def _facts(cause: Cause, change: ScoreChange, states: BothStates) -> Sequence[str]:
    facts, voice = (cause.before, cause.after), states.page.voice
    numbers = [fact for fact in facts if isinstance(fact, Fraction)]
    if cause.kind is CauseKind.FEASIBILITY:
        return [voice.say(FEASIBILITY[str(fact)]) for fact in facts]
    if cause.kind in (CauseKind.WEIGHT, CauseKind.COVERAGE):
        digits = shared_digits(numbers, 1)
        digits = max(telling_digits(numbers, digits), default=digits)
        return [voice.percent(share, digits) for share in numbers]
    if cause.kind is CauseKind.RUBRIC:
        return [states.plain(number) for number in numbers]
    return [
        states.rating(fact, change.clientele, after)
        for fact, after in zip(facts, (False, True), strict=True)
    ]


def _published(change: ScoreChange, states: BothStates) -> Message:
    """A total that was published and is now rated, the reverse, or another one."""
    places = [place for place in (change.before, change.after) if place is not None]
    published = [p.score.completeness is Completeness.PUBLISHED for p in places]
    before, after = show_ends(states.page, change)
    return say_published(published, before, after)
