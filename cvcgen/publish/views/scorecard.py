"""The arithmetic of a score: a row per value, subtotals per level, and what would raise it."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from cvcgen.core.diagnostics import message
from cvcgen.core.exact import round_half_up
from cvcgen.core.model import Rubric
from cvcgen.core.ranking import Place
from cvcgen.core.scoring import Contribution, level_subtotals
from cvcgen.publish.numbers import shared_digits
from cvcgen.publish.views.context import Link, PageContext
from cvcgen.publish.views.levels import LevelMark, mark_level
from cvcgen.publish.views.ratingrow import RatingRow, scale_rows, show_row
from cvcgen.publish.views.standing import show_score
from cvcgen.publish.voice import Voice

_MOST_RAISES = 3


@dataclass(frozen=True, slots=True)
class LevelRow:
    """What all values rated at one level bring together."""

    level: LevelMark
    """The level."""
    count: str
    """How many values have it."""
    earned: str
    """What they bring, in points of the score."""


@dataclass(frozen=True, slots=True)
class Raise:
    """A change of level that would raise the score."""

    value: Link
    """The value's page."""
    change: str
    """From which level to which."""
    gain: str
    """What that would add, in points of the score, in words."""


@dataclass(frozen=True, slots=True)
class ScorecardTable:
    """The whole arithmetic of one score."""

    rows: tuple[RatingRow, ...]
    """One per value, in the pyramid's order."""
    rounding: str | None
    """What the shown parts lack to the shown total, signed; None where nothing."""
    total: str
    """The total, or the interval, as everywhere on the page."""
    levels: tuple[LevelRow, ...]
    """One per level of the rubric, most points first; none where a rating is missing."""
    levels_rounding: str | None
    """What the shown subtotals lack to the shown total, signed; None where nothing."""
    raises: tuple[Raise, ...]
    """What would add most, the most first."""
    coverage: str | None
    """What it means that some value does not apply, as a sentence; None where all apply."""


def show_scorecard(page: PageContext, place: Place, rubric: Rubric) -> ScorecardTable:
    """The arithmetic of a rated score."""
    parts = place.score.parts
    scale = scale_rows(place, rubric)
    complete = place.score.total is not None
    subtotals = level_subtotals(place.score, rubric) if complete else ()
    return ScorecardTable(
        rows=tuple(show_row(page, scale, part) for part in parts),
        rounding=_rounding(page.voice, place, (part.earned for part in parts)),
        total=show_score(place, page.voice),
        levels=tuple(
            LevelRow(
                mark_level(page, rubric, subtotal.points),
                page.voice.number(Fraction(subtotal.count), 0),
                page.voice.number(subtotal.earned, place.digits),
            )
            for subtotal in reversed(subtotals)
        ),
        levels_rounding=_rounding(page.voice, place, (part.earned for part in subtotals)),
        raises=_raises(page, place, rubric),
        coverage=_coverage(page.voice, place),
    )


def _rounding(voice: Voice, place: Place, earned: Iterable[Fraction | None]) -> str | None:
    total, digits = place.score.total, place.digits
    if total is None:
        return None
    shown = sum(
        (round_half_up(part, digits) for part in earned if part is not None), Fraction(0)
    )
    lacking = round_half_up(total, digits) - shown
    return voice.gain(lacking, digits) if lacking else None


def _raises(page: PageContext, place: Place, rubric: Rubric) -> tuple[Raise, ...]:
    """The changes that would add most, one per value: always to the highest level.

    A smaller step on the same value adds less, and two steps on one value exclude each other.
    """
    raisable = [
        part for part in place.score.parts if part.points is not None and part.unrealised
    ]
    ordered = sorted(raisable, key=lambda part: part.unrealised or 0, reverse=True)
    return tuple(_raise(page, place, rubric, part) for part in ordered[:_MOST_RAISES])


def _raise(page: PageContext, place: Place, rubric: Rubric, part: Contribution) -> Raise:
    voice = page.voice
    now = mark_level(page, rubric, part.points or Fraction(0)).name
    best = mark_level(page, rubric, rubric.maximum).name
    gain = part.unrealised or Fraction(0)
    return Raise(
        value=page.value_link(part.value),
        change=voice.say(message("from “{level}” to “{best}”", level=now, best=best)),
        gain=voice.say(message("{gain} points", gain=voice.gain(gain, place.digits))),
    )


def _coverage(voice: Voice, place: Place) -> str | None:
    share = place.score.coverage
    if share == 1 or not place.score.parts:
        return None
    shown = voice.percent(100 * share, shared_digits([100 * share], 1))
    return voice.say(
        message(
            "The values that apply make up {share} of the weight: what each can bring is its"
            " weight divided by that share.",
            share=shown,
        )
    )
