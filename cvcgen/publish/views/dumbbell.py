"""A dumbbell: where two clienteles rank one project, on one line from first to last."""

from dataclasses import dataclass
from fractions import Fraction

from cvcgen.core.diagnostics import message
from cvcgen.core.ranking import Place
from cvcgen.publish.numbers import figure_text, ordinal
from cvcgen.publish.views.context import Link, PageContext
from cvcgen.publish.views.standing import show_score
from cvcgen.publish.views.standpoints import Standpoints

_LEFT, _RIGHT = Fraction(24), Fraction(296)
_CLOSE = 36
"""Below this distance the two labels would touch each other."""


@dataclass(frozen=True, slots=True)
class DumbbellEnd:
    """One end of a dumbbell."""

    x: str
    """Where it is on the line, in a figure 320 wide."""
    anchor: str
    """On which side of it the label stands: `start`, `middle` or `end`."""
    rank: str
    """The rank as an ordinal."""
    words: str
    """The rank, for whom, and the score."""


@dataclass(frozen=True, slots=True)
class Dumbbell:
    """Where clienteles rank one project, from the 1st rank on the left to the last."""

    project: Link
    """The project's page."""
    label: str
    """What the drawing shows, for those who do not see it."""
    disc: DumbbellEnd
    """The first clientele; among more than two, the one that ranks it best."""
    diamond: DumbbellEnd
    """The second clientele; among more than two, the one that ranks it worst."""
    between: tuple[str, ...]
    """Where the other clienteles are on the line."""


def draw_dumbbell(page: PageContext, standpoints: Standpoints, last: int) -> Dumbbell:
    """The dumbbell of a project that has different ranks, on a line that ends at `last`."""
    ends = find_ends(standpoints)
    positions = [_position(place, last) for place in ends]
    disc, diamond = (
        _end(page, place, here, there)
        for place, here, there in zip(ends, positions, reversed(positions), strict=True)
    )
    shown = message(
        "From the {first} to the {second} rank", first=disc.rank, second=diamond.rank
    )
    return Dumbbell(
        project=page.project_link(standpoints.project),
        label=page.voice.say(shown),
        disc=disc,
        diamond=diamond,
        between=tuple(
            figure_text(_position(place, last))
            for place in standpoints.ranked
            if place not in ends
        ),
    )


def find_ends(standpoints: Standpoints) -> tuple[Place, Place]:
    """The two places of a dumbbell: those of two clienteles, else the best and the worst."""
    ranked = standpoints.ranked
    if len(standpoints.places) == 2:
        return ranked[0], ranked[1]
    ordered = sorted(ranked, key=lambda place: place.rank or 0)
    return ordered[0], ordered[-1]


def say_place(page: PageContext, place: Place) -> str:
    """The rank, for whom, and the score: «5ᵉ pour Citoyens (49,2 %)»."""
    voice = page.voice
    return voice.say(
        message(
            "{rank} for {clientele} ({score})",
            rank=voice.rank(place.rank or 0, place.tied),
            clientele=page.clientele_name(place.score.clientele),
            score=show_score(place, voice),
        )
    )


def _end(page: PageContext, place: Place, here: Fraction, there: Fraction) -> DumbbellEnd:
    return DumbbellEnd(
        x=figure_text(here),
        anchor=_anchor(here, there),
        rank=ordinal(place.rank or 0, page.voice.words),
        words=say_place(page, place),
    )


def _position(place: Place, last: int) -> Fraction:
    return _LEFT + (_RIGHT - _LEFT) * ((place.rank or 1) - 1) / max(last - 1, 1)


def _anchor(here: Fraction, there: Fraction) -> str:
    if abs(here - there) >= _CLOSE:
        return "middle"
    return "end" if here < there else "start"
