"""The arithmetic of a score: a row per value, subtotals per level, and what would raise it."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from operator import itemgetter
from typing import NamedTuple

from cvcgen.core.diagnostics import message
from cvcgen.core.exact import rounding_gap
from cvcgen.core.model import Rubric, RubricId, ValueId
from cvcgen.core.ranking import Place
from cvcgen.core.scoring import level_subtotals
from cvcgen.publish.numbers import shared_digits
from cvcgen.publish.views.context import FolderContext, Link, PageContext, once_per_folder
from cvcgen.publish.views.levels import LevelMark, mark_level
from cvcgen.publish.views.raters import RatersTable, tabulate_raters
from cvcgen.publish.views.ratingfigures import scale_rows
from cvcgen.publish.views.ratingrow import RatingRow, show_row
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
    raters: RatersTable | None
    """Which rating counts, and where raters disagree; None where they rated together."""


class _Step(NamedTuple):
    """All that a raise depends on; numbers as two integers, a key ten times as fast."""

    rubric: RubricId
    value: ValueId
    points: tuple[int, int]
    gain: tuple[int, int]
    digits: int


def show_scorecard(page: PageContext, place: Place, rubric: Rubric) -> ScorecardTable:
    """The arithmetic of a rated score."""
    parts = place.score.parts
    scale = scale_rows(place, rubric)
    complete = place.score.total is not None
    subtotals = level_subtotals(place.score, rubric) if complete else ()
    return ScorecardTable(
        rows=tuple(show_row(page, place, scale, part) for part in parts),
        rounding=_rounding(page.voice, place, (part.earned for part in parts)),
        total=show_score(place, page.voice),
        levels=tuple(
            LevelRow(
                mark_level(page, rubric.id, subtotal.points),
                page.voice.count(subtotal.count),
                page.voice.number(subtotal.earned, place.digits),
            )
            for subtotal in reversed(subtotals)
        ),
        levels_rounding=_rounding(page.voice, place, (part.earned for part in subtotals)),
        raises=_raises(page, place, rubric),
        coverage=_coverage(page.voice, place),
        raters=tabulate_raters(page, place),
    )


def _rounding(voice: Voice, place: Place, earned: Iterable[Fraction | None]) -> str | None:
    total, digits = place.score.total, place.digits
    if total is None:
        return None
    lacking = rounding_gap(total, [part for part in earned if part is not None], digits)
    return voice.gain(lacking, digits) if lacking else None


def _raises(page: PageContext, place: Place, rubric: Rubric) -> tuple[Raise, ...]:
    """The changes that would add most, one per value: always to the highest level.

    A smaller step on the same value adds less, and two steps on one value exclude each other.
    """
    gains = ((part.unrealised, part) for part in place.score.parts)
    raisable = [(gain, part) for gain, part in gains if gain]
    raisable.sort(key=itemgetter(0), reverse=True)
    steps = (
        _Step(
            rubric.id,
            part.value,
            (part.points or Fraction(0)).as_integer_ratio(),
            gain.as_integer_ratio(),
            place.digits,
        )
        for gain, part in raisable[:_MOST_RAISES]
    )
    return tuple(_raise(page, step) for step in steps)


@once_per_folder
def _raise(page: FolderContext, step: _Step) -> Raise:
    voice = page.voice
    now = mark_level(page, step.rubric, Fraction(*step.points)).name
    best = mark_level(page, step.rubric, page.site.rubrics[step.rubric].maximum).name
    gain = voice.gain(Fraction(*step.gain), step.digits)
    return Raise(
        value=page.value_link(step.value),
        change=voice.say(message("from “{level}” to “{best}”", level=now, best=best)),
        gain=voice.say(message("{gain} points", gain=gain)),
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
