"""What a rating or its weight was before, on a preview."""

from collections.abc import Iterator
from fractions import Fraction

from cvcgen.core.changes import Cause, CauseKind
from cvcgen.core.changes.telling import say_cause
from cvcgen.core.diagnostics import message
from cvcgen.core.exact import telling_digits
from cvcgen.core.model import Kind, ValueId
from cvcgen.core.ranking import Place
from cvcgen.publish.numbers import shared_digits
from cvcgen.publish.preview import Preview
from cvcgen.publish.views.bothstates import BothStates
from cvcgen.publish.views.context import PageContext
from cvcgen.publish.voice import Voice

_SAY_A_RATING = {
    CauseKind.RATING,
    CauseKind.RATERS_RULE,
    CauseKind.COMPLETENESS,
    CauseKind.APPLICABILITY,
}
"""The causes whose facts are ratings of one value."""


def tell_former(page: PageContext, preview: Preview, place: Place, value: ValueId) -> str:
    """What the value's weight and level were, or that it is new; empty where both are."""
    change = preview.changes.get((place.project, place.score.clientele))
    causes = change.causes if change and change.before else ()
    states, voice = BothStates(page, preview), page.voice
    said = []
    for cause in causes:
        if cause.value == value and cause.kind is CauseKind.VALUE_ADDED:
            return voice.say(message("new in the pyramid"))
        if cause.value == value and cause.kind in _SAY_A_RATING:
            said.append(states.rating(cause.before, place.score.clientele, after=False))
        if cause.value == value and cause.kind is CauseKind.WEIGHT:
            said.append(voice.say(message("weight {weight}", weight=_weight(voice, cause))))
    return voice.say(message("was {before}", before=", ".join(said))) if said else ""


def tell_gone(page: PageContext, preview: Preview, place: Place) -> Iterator[str]:
    """The values that left the pyramid and what they were, as among the causes of a change."""
    change = preview.changes.get((place.project, place.score.clientele))
    states = BothStates(page, preview)
    for cause in change.causes if change else ():
        if cause.kind is CauseKind.VALUE_REMOVED and cause.value is not None:
            value = states.name(Kind.VALUE, cause.value).text
            former = states.rating(cause.before, place.score.clientele, after=False)
            yield page.voice.say(say_cause(cause, value, former, ""))


def _weight(voice: Voice, cause: Cause) -> str:
    shares = [fact for fact in (cause.before, cause.after) if isinstance(fact, Fraction)]
    digits = max(telling_digits(shares, shared_digits(shares, 1)))
    return voice.percent(shares[0], digits)
