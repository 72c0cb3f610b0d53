"""The plain finding that a page begins with, in a sentence or two."""

from fractions import Fraction

from cvcgen.core.diagnostics import message
from cvcgen.core.ranking import Place
from cvcgen.core.scoring import Contribution
from cvcgen.publish.views.context import PageContext
from cvcgen.publish.views.standing import median_place, show_score
from cvcgen.publish.voice import Localised

_STRONGEST = 2


def strongest_parts(place: Place) -> tuple[Contribution, ...]:
    """The two values that bring most to a score, the pyramid's order deciding among equals."""
    earning = [part for part in place.score.parts if part.earned]
    ordered = sorted(earning, key=lambda part: part.earned or 0, reverse=True)
    return tuple(ordered[:_STRONGEST])


def name_strongest(page: PageContext, place: Place) -> tuple[Localised, ...]:
    """What the two values that bring most are called."""
    return tuple(page.value_link(part.value).label for part in strongest_parts(place))


def say_strongest(page: PageContext, place: Place) -> str:
    """Which values bring most to a total, and what remains to be gained."""
    voice = page.voice
    remaining = Fraction(100) - (place.score.total or 0)
    left = message(
        "{points} points remain to be gained.", points=voice.number(remaining, place.digits)
    )
    named = voice.enumerate(_name_part(page, place, part) for part in strongest_parts(place))
    if not named:
        return voice.say(message("No value gains anything: the score is zero."))
    if not remaining:
        return voice.say(message("Every value reaches the highest level."))
    most = message("Most comes from: {values}.", values=named)
    return f"{voice.say(most)} {voice.say(left)}"


def say_ranking(page: PageContext, ranked: tuple[Place, ...]) -> str:
    """How many projects are ranked, and what half of them reach."""
    voice = page.voice
    if not ranked:
        return voice.say(message("No project is ranked for this clientele yet."))
    counted = voice.many("{count} project ranked.", "{count} projects ranked.", len(ranked))
    if len(ranked) < 3:
        return counted
    middle = median_place(ranked)
    half = message("At least half of them reach {score}.", score=show_score(middle, voice))
    return f"{counted} {voice.say(half)}"


def _name_part(page: PageContext, place: Place, part: Contribution) -> str:
    earned = page.voice.number(part.earned or Fraction(0), place.digits)
    return f"{page.value_link(part.value).label} ({earned})"
