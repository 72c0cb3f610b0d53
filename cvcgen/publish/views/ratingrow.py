"""One row of a scorecard: a value, the level it was rated at, what that brings and why."""

from dataclasses import dataclass
from fractions import Fraction

from cvcgen.core.diagnostics import message
from cvcgen.core.model import NotApplicable, NotRated, Rated, Rubric, Text
from cvcgen.core.ranking import Place
from cvcgen.core.scoring import Contribution
from cvcgen.publish.numbers import shared_digits
from cvcgen.publish.sourcelinks import issue_link, line_link
from cvcgen.publish.views.changemark import say_former
from cvcgen.publish.views.context import Link, PageContext
from cvcgen.publish.views.figures import Bar, draw_bar
from cvcgen.publish.views.levels import LevelMark, mark_level
from cvcgen.publish.voice import Prose

MOST_WEIGHT_DIGITS = 2


@dataclass(frozen=True, slots=True)
class RatingRow:
    """What one value brings to a score."""

    value: Link
    """The value's page."""
    weight: str
    """Its declared weight in percent."""
    level: LevelMark | None
    """The level it was rated at, or None."""
    state: str
    """Why there is no level, in words; empty where there is one."""
    earned: str
    """What it brings, in points of the score."""
    possible: str
    """Out of how many, in words; empty where it is not rated."""
    bar: Bar | None
    """The same drawn: the track is the weight. None where it does not apply."""
    reason: Prose | None
    """Why this level, or why the value does not apply."""
    evidence: tuple[Prose, ...]
    """What the level rests on."""
    former: str
    """What its weight and level were, on a preview where they changed; else empty."""
    file_href: str | None
    """The file and line, or None where the repository is not known."""
    contest_href: str | None
    """The form to contest the rating, or None where that is not possible."""


@dataclass(frozen=True, slots=True)
class RowScale:
    """What the rows of one scorecard have in common."""

    place: Place
    rubric: Rubric
    weight_digits: int
    """How many decimals show the weights."""
    widest: Fraction
    """What the heaviest value can bring, in points of the score, above 0."""


def scale_rows(place: Place, rubric: Rubric) -> RowScale:
    """What the rows of this score have in common."""
    parts = place.score.parts
    widest = max((part.possible for part in parts), default=Fraction(0))
    digits = shared_digits((part.weight for part in parts), MOST_WEIGHT_DIGITS)
    return RowScale(place, rubric, digits, widest or Fraction(1))


def show_row(page: PageContext, scale: RowScale, part: Contribution) -> RatingRow:
    """The row of one value."""
    voice, rating = page.voice, part.rating
    site = page.site.catalogue.site
    rated = isinstance(rating, Rated)
    applies = not isinstance(rating, NotApplicable)
    return RatingRow(
        value=page.value_link(part.value),
        weight=voice.percent(part.weight, scale.weight_digits),
        level=mark_level(page, scale.rubric, rating.points)
        if isinstance(rating, Rated)
        else None,
        state=_state(page, part),
        earned=_earned(page, scale, part),
        possible=_possible(page, scale, part) if rated else "",
        bar=_bar(scale, part) if applies else None,
        reason=voice.prose(_reason(part)),
        evidence=_evidence(page, part),
        former=say_former(page, scale.place, part.value),
        file_href=line_link(site.repository, page.site.scoreboard.origin, rating.where),
        contest_href=_contest(page, scale.place, part) if rated else None,
    )


def _state(page: PageContext, part: Contribution) -> str:
    if isinstance(part.rating, NotRated):
        return page.voice.say(message("not rated yet"))
    if isinstance(part.rating, NotApplicable):
        return page.voice.say(message("not applicable"))
    return ""


def _earned(page: PageContext, scale: RowScale, part: Contribution) -> str:
    digits = scale.place.digits
    if isinstance(part.rating, NotApplicable):
        return "–"
    if part.earned is not None:
        return page.voice.number(part.earned, digits)
    low = page.voice.number(part.possible * _lowest_share(scale.rubric), digits)
    high = page.voice.number(part.possible, digits)
    return page.voice.say(message("{low} to {high}", low=low, high=high))


def _possible(page: PageContext, scale: RowScale, part: Contribution) -> str:
    possible = page.voice.number(part.possible, scale.place.digits)
    return page.voice.say(message("out of {possible}", possible=possible))


def _bar(scale: RowScale, part: Contribution) -> Bar:
    unit = Fraction(100) / scale.widest
    track = part.possible * unit
    if part.earned is not None:
        return draw_bar(part.earned * unit, track)
    return draw_bar(track * _lowest_share(scale.rubric), track, track)


def _lowest_share(rubric: Rubric) -> Fraction:
    return rubric.levels[0].points / rubric.maximum


def _reason(part: Contribution) -> Text | None:
    if isinstance(part.rating, Rated):
        return part.rating.why
    return part.rating.reason if isinstance(part.rating, NotApplicable) else None


def _evidence(page: PageContext, part: Contribution) -> tuple[Prose, ...]:
    texts = part.rating.evidence if isinstance(part.rating, Rated) else ()
    found = (page.voice.prose(text) for text in texts)
    return tuple(prose for prose in found if prose is not None)


def _contest(page: PageContext, place: Place, part: Contribution) -> str | None:
    names = {
        "project": page.project_link(place.project).label,
        "clientele": page.clientele_name(place.score.clientele),
        "value": page.value_link(part.value).label,
    }
    title = message("Contest a rating: {project}, {clientele}, {value}", **names)
    where = part.rating.where
    body = message(
        "Rating contested: {place}. Why, and which level would be right?",
        place=f"{where.path}:{where.line}",
    )
    repository = page.site.catalogue.site.repository
    return issue_link(repository, page.voice.say(title), page.voice.say(body))
