"""Several raters on a scorecard: what each gave, how far they agree, where they disagree."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from cvcgen.core.diagnostics import message
from cvcgen.core.model import RatedScorecard, RaterPoints, RatersRule, Rating, RubricId, Text
from cvcgen.core.ranking import Place
from cvcgen.core.raters import (
    Agreement,
    agreeing_share,
    agreement,
    given_by_raters,
    in_order,
    raters_by_id,
)
from cvcgen.publish.views.context import FolderContext, Link, PageContext
from cvcgen.publish.views.levels import LevelMark, mark_level
from cvcgen.publish.voice import Localised, Prose, Voice

_RULES = {
    RatersRule.CONSENSUS: message(
        "Each rater rated alone; what they then agreed on counts, or what all of them gave."
    ),
    RatersRule.MEDIAN: message(
        "Each rater rated alone; the rating in the middle counts (of two, the lower)."
    ),
}


@dataclass(frozen=True, slots=True)
class RaterMark:
    """What one rater gave a value."""

    name: Localised
    """What the rater is called."""
    level: LevelMark | None
    """The level; None until the rater has rated the value."""
    reason: Prose | None
    """Why, in the rater's own words."""


@dataclass(frozen=True, slots=True)
class RaterMarks:
    """What each rater gave a value."""

    given: tuple[RaterMark, ...]
    """In the order of the scorecard's raters."""
    agreement: str
    """How far they agree, as a sentence; empty where fewer than two have rated."""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A value on which two raters are two levels apart or more."""

    value: Link
    """The value's page."""
    span: str
    """From which level to which, in words."""


@dataclass(frozen=True, slots=True)
class RatersTable:
    """What a scorecard says of its raters together."""

    rule: str
    """Which rating counts, as a sentence."""
    disagreements: tuple[Disagreement, ...]
    """The values with raters two levels apart or more, in the pyramid's order."""


def show_raters(page: PageContext, place: Place, rating: Rating) -> RaterMarks | None:
    """What each rater gave a value; None where they rated together."""
    card = find_card(page, place) if given_by_raters(rating) else None
    if card is None:
        return None
    rubric = page.site.clienteles[card.clientele].rubric
    raters = raters_by_id(card, page.site.catalogue.site.default_language)
    found = agreement(rating, page.site.rubrics[rubric])
    return RaterMarks(
        tuple(
            _mark_rater(page, rubric, raters[one.rater], one)
            for one in in_order(rating, raters)
        ),
        say_agreement((found,), page.voice) if found else "",
    )


def tabulate_raters(page: PageContext, place: Place) -> RatersTable | None:
    """The rule of the scorecard and its disagreements; None where the raters rated together."""
    if not any(given_by_raters(part.rating) for part in place.score.parts):
        return None
    card = find_card(page, place)
    if card is None or card.rule is None:
        return None
    rubric = page.site.rubrics[page.site.clienteles[card.clientele].rubric]
    found = ((part.value, agreement(part.rating, rubric)) for part in place.score.parts)
    return RatersTable(
        page.voice.say(_RULES[card.rule]),
        tuple(
            Disagreement(page.value_link(value), _span(page, rubric.id, measured))
            for value, measured in found
            if measured and measured.disagrees
        ),
    )


def say_agreement(found: Iterable[Agreement], voice: Voice) -> str:
    """The share of pairs of raters that gave the same level, over at least one rating."""
    counted = tuple(found)
    share = agreeing_share(counted) or Fraction(0)
    said = message(
        "Agreement: {share} (pairs of raters at the same level: {same} of {pairs})",
        share=voice.share(share),
        same=voice.count(sum(one.same for one in counted)),
        pairs=voice.count(sum(one.pairs for one in counted)),
    )
    return voice.say(said)


def find_card(page: PageContext, place: Place) -> RatedScorecard | None:
    """The scorecard that the place comes from, where it has ratings."""
    cards = page.site.projects[place.project].scorecards
    found = next((card for card in cards if card.clientele == place.score.clientele), None)
    return found if isinstance(found, RatedScorecard) else None


def _mark_rater(
    page: FolderContext, rubric: RubricId, name: Text, one: RaterPoints
) -> RaterMark:
    level = None if one.points is None else mark_level(page, rubric, one.points)
    return RaterMark(page.voice.localise(name), level, page.voice.prose(one.why))


def _span(page: FolderContext, rubric: RubricId, found: Agreement) -> str:
    low = mark_level(page, rubric, found.lowest)
    high = mark_level(page, rubric, found.highest)
    said = message(
        "from “{low}” to “{high}”, {steps} levels apart",
        low=low.name.text,
        high=high.name.text,
        steps=page.voice.count(found.steps),
    )
    return page.voice.say(said)
