"""How a project stands for one clientele: its score, its rank, or why it has none."""

from dataclasses import dataclass

from cvcgen.core.diagnostics import message
from cvcgen.core.model import ClienteleId
from cvcgen.core.ranking import Place, Unranked
from cvcgen.publish.views.context import FolderContext, PageContext, once_per_folder
from cvcgen.publish.views.figures import Bar, draw_bar
from cvcgen.publish.voice import Voice

INTERVAL_DIGITS = 1
_RANK = "\x00"
"""What stands for a rank in a sentence that several share; no text has it."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A score as pages show it."""

    score: str
    """The total, or the interval where ratings are missing, or that there is none."""
    bar: Bar | None
    """The score drawn, or None where there is none."""
    rank: str | None
    """The place, ties said; None where not ranked."""
    rank_of: str
    """The place among how many, or why there is none, as a sentence without its full stop."""


def show_standing(page: PageContext, place: Place) -> Standing:
    """The standing of a place."""
    voice, number = page.voice, place.rank
    rank = None if number is None else voice.rank(number, place.tied)
    return Standing(show_score(place, voice), _bar(place), rank, say_rank_of(page, place, rank))


def show_score(place: Place, voice: Voice) -> str:
    """The total with as many decimals as tell it from others, or what stands for it."""
    score = place.score
    total = score.total
    if total is not None:
        return voice.percent(total, place.digits)
    if score.low is None or score.high is None:
        return voice.say(message("no score"))
    return voice.say(
        message(
            "between {low} and\N{NO-BREAK SPACE}{high}",
            low=voice.percent(score.low, INTERVAL_DIGITS),
            high=voice.percent(score.high, INTERVAL_DIGITS),
        )
    )


def say_unranked(place: Place, voice: Voice) -> str:
    """Why a place has no rank, or nothing where it has one."""
    if place.unranked is None:
        return ""
    reasons = {
        Unranked.INCOMPLETE: message("not ranked: some values are not rated yet"),
        Unranked.EMPTY: message("not ranked: no value applies"),
        Unranked.LOW_COVERAGE: message(
            "not ranked: the values that apply are only {share} of the weight",
            share=voice.share(place.score.coverage),
        ),
        Unranked.NOT_FEASIBLE: message("not ranked: not feasible"),
    }
    return voice.say(reasons[place.unranked])


def _bar(place: Place) -> Bar | None:
    low = place.score.low  # None where no value applies
    return None if low is None else draw_bar(low, possible=place.score.high)


def say_rank_of(page: PageContext, place: Place, rank: str | None) -> str:
    """The rank, as it is written, among how many; without one, why there is none."""
    if rank is None:
        return say_unranked(place, page.voice)
    return _among(page, place.score.clientele).replace(_RANK, rank)


@once_per_folder
def _among(page: FolderContext, clientele: ClienteleId) -> str:
    """Of how many projects a rank is one, with a mark where the rank belongs."""
    ranked = page.site.rankings[clientele].ranked_count
    return page.voice.many(
        "{rank} of {count} project", "{rank} of {count} projects", ranked, rank=_RANK
    )


def median_place(places: tuple[Place, ...]) -> Place:
    """The place that at least half of the ranked ones reach, best first, not empty.

    With an even number it is the lower of the better half.
    """
    return places[(len(places) + 1) // 2 - 1]
