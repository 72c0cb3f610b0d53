"""The plain finding that a page begins with, in a sentence or two."""

from fractions import Fraction
from operator import attrgetter

from cvcgen.core.diagnostics import message
from cvcgen.core.exact import in_units
from cvcgen.core.model import ClienteleId
from cvcgen.core.ranking import Place
from cvcgen.core.scoring import Contribution
from cvcgen.publish.views.context import LanguageContext, PageContext
from cvcgen.publish.views.facts import settled
from cvcgen.publish.views.knownratings import KnownRatings
from cvcgen.publish.views.standing import median_place, show_score
from cvcgen.publish.voice import Localised

_NOTHING = Fraction(0)
_STRONGEST = 2


def strongest_parts(place: Place) -> tuple[Contribution, ...]:
    """The two values that bring most to a score, the pyramid's order deciding among equals."""
    parts = place.score.parts
    brought = [part.earned for part in parts]
    earned, _ = in_units([_NOTHING if one is None else one for one in brought])
    order = sorted(range(len(parts)), key=earned.__getitem__, reverse=True)
    return tuple([parts[at] for at in order[:_STRONGEST] if earned[at]])


def name_strongest(page: PageContext, place: Place) -> tuple[Localised, ...]:
    """What the two values that bring most are called."""
    return tuple(page.value_link(part.value).label for part in strongest_parts(place))


def say_strongest(page: PageContext, place: Place, known: KnownRatings | None) -> str:
    """Which values bring most to a total, and what remains to be gained.

    `known` are the ratings behind it, where they are.
    """
    voice, digits = page.voice, place.digits
    # Two integers are subtracted in a tenth of the time of two fractions.
    reached, whole = (place.score.total or _NOTHING).as_integer_ratio()
    remaining = 100 * whole - reached
    strongest = _name_strongest(page, place, known)
    if not strongest:
        return voice.say(message("No value gains anything: the score is zero."))
    if not remaining:
        return voice.say(message("Every value reaches the highest level."))
    most = voice.one("Most comes from: {values}.", values=voice.enumerate(strongest))
    points = voice.ratio(remaining, whole, digits)
    left = voice.one("{points} points remain to be gained.", points=points)
    return f"{most} {left}"


def _name_strongest(page: PageContext, place: Place, known: KnownRatings | None) -> list[str]:
    """The two values that bring most, each with what it brings."""
    if known is None:
        return [_name_part(page, part, place.digits) for part in strongest_parts(place)]
    ordered = sorted(known.ratings, key=attrgetter("earned"), reverse=True)
    return [rating.named for rating in ordered[:_STRONGEST] if rating.earned]


@settled
def say_ranking(page: LanguageContext, clientele: ClienteleId) -> str:
    """How many projects are ranked, and what half of them reach."""
    voice, ranked = page.voice, page.site.whole_ranking(clientele).ranked
    if not ranked:
        return voice.say(message("No project is ranked for this clientele yet."))
    counted = voice.many("{count} project ranked.", "{count} projects ranked.", len(ranked))
    if len(ranked) < 3:
        return counted
    middle = median_place(ranked)
    half = message("At least half of them reach {score}.", score=show_score(middle, voice))
    return f"{counted} {voice.say(half)}"


def _name_part(page: PageContext, part: Contribution, digits: int) -> str:
    earned = page.voice.number(part.earned or _NOTHING, digits)
    return f"{page.value_link(part.value).label.text} ({earned})"
