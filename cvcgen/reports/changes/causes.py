"""Why a score changed, in words: one line per part, that add up to the change."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from cvcgen.core.changes import Cause, CauseKind, Fact, ScoreChange, Unrated
from cvcgen.core.changes.labels import FEASIBILITY, say_published
from cvcgen.core.changes.telling import exact_key, moves_total, say_cause, told_causes
from cvcgen.core.diagnostics import Message
from cvcgen.core.model import ClienteleId
from cvcgen.core.scoring import Completeness
from cvcgen.reports.changes.figures import Column, make_column, signed
from cvcgen.reports.changes.origins import NOWHERE, Trace, Tracer
from cvcgen.reports.changes.review import Names, cut
from cvcgen.reports.scores.digits import digits_for

_OF_THE_METHOD = {CauseKind.WEIGHT, CauseKind.COVERAGE, CauseKind.RUBRIC}


@dataclass(frozen=True, slots=True)
class CauseLine:
    """One part of a change as it is shown."""

    amount: str
    """Signed, in points of percent; empty where a side has no total."""
    what: str
    """What changed: «Security: weight 16% → 13%»."""
    trace: Trace


@dataclass(frozen=True, slots=True)
class Causes:
    """All parts of a change as they are shown, the largest first."""

    lines: tuple[CauseLine, ...]
    """None for what came, went, or only changed its rank."""
    rounding: str
    """What rounding leaves, signed; empty where the parts are exact."""
    total: str
    """Their sum, signed; empty where a side has no total."""
    column: Column | None
    """The same as numbers; None where a side has no total."""

    @property
    def adds_up(self) -> bool:
        """Whether there is a sum worth showing: of several parts, or of rounded ones."""
        return bool(self.total and (len(self.lines) > 1 or self.rounding))


def tell_causes(
    change: ScoreChange, names: Names, tracer: Tracer, rounded: bool = False
) -> Causes:
    """The causes of the change in words; no line for what changed its rank alone.

    `rounded` gives the parts the decimals of the totals, for reports that show no others.
    """
    causes = told_causes(change.causes)
    if len(causes) > 1:
        causes.sort(key=_by_size)
    amounts = [cause.amount for cause in causes if cause.amount is not None]
    column = make_column(change, amounts, rounded)
    lines = tuple(_line(cause, change, column, names, tracer) for cause in causes)
    if column is None:
        return Causes(lines, "", "", None)
    reader = names.reader
    left = signed(column.rounding, column.digits, reader) if column.rounding else ""
    return Causes(lines, left, signed(column.total, column.digits, reader), column)


def tell_cause(cause: Cause, change: ScoreChange, names: Names) -> str:
    """What changed, without the amount: «Security: weight 16% → 13%»."""
    if cause.kind is CauseKind.PUBLISHED:
        return names.reader.say(_published(change, names))
    facts = (exact_key(cause.before), exact_key(cause.after))
    key = (cause.kind, cause.value, cause.edited, *facts, change.clientele)
    if key not in names.sentences:
        names.sentences[key] = names.reader.say(_sentence(cause, change.clientele, names))
    return names.sentences[key]


def rating_text(fact: Fact, clientele: ClienteleId, after: bool, names: Names) -> str:
    """The level with its points, or what stands in their place."""
    if fact == Unrated.NOT_APPLICABLE:
        return names.reader.phrases.one("not applicable")
    if not isinstance(fact, Fraction):
        return names.reader.phrases.one("not rated")
    rubric = names.rubric(clientele, after)
    wording = names.sides[after]
    return cut(wording.level(fact, rubric) if rubric else names.reader.plain(fact))


def _by_size(cause: Cause) -> tuple[Fraction, bool]:
    """The largest part first; where there are no amounts, what the project itself says."""
    return (-abs(cause.amount or Fraction(0)), cause.kind in _OF_THE_METHOD)


def _line(
    cause: Cause, change: ScoreChange, column: Column | None, names: Names, tracer: Tracer
) -> CauseLine:
    amount = ""
    if cause.amount is not None and column is not None and moves_total(cause):
        amount = signed(cause.amount, column.digits, names.reader)
    trace = tracer.trace(cause.sides.where) if cause.edited else NOWHERE
    return CauseLine(amount, tell_cause(cause, change, names), trace)


def _sentence(cause: Cause, clientele: ClienteleId, names: Names) -> Message:
    before, after = _facts(cause, clientele, names)
    value = names.value(cause.value) if cause.value is not None else ""
    return say_cause(cause, value, before, after)


def _facts(cause: Cause, clientele: ClienteleId, names: Names) -> Sequence[str]:
    facts = (cause.before, cause.after)
    reader = names.reader
    if cause.kind is CauseKind.FEASIBILITY:
        return [reader.say(FEASIBILITY[str(fact)]) for fact in facts]
    if cause.kind in (CauseKind.WEIGHT, CauseKind.COVERAGE):
        shares = [fact for fact in facts if isinstance(fact, Fraction)]
        digits = digits_for(shares, 1, 0)
        return [reader.percent(share, digits) for share in shares]
    if cause.kind is CauseKind.RUBRIC:
        return [reader.plain(fact) for fact in facts if isinstance(fact, Fraction)]
    return [
        rating_text(fact, clientele, after, names)
        for fact, after in zip(facts, (False, True), strict=True)
    ]


def _published(change: ScoreChange, names: Names) -> Message:
    """A total that was published and is now rated, the reverse, or another one."""
    places = [place for place in (change.before, change.after) if place is not None]
    published = [p.score.completeness is Completeness.PUBLISHED for p in places]
    wording = names.sides[1]
    before, after = (wording.figure(place) for place in places)
    return say_published(published, before, after)
