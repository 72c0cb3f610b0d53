"""A published total must be one that some ratings give, and agree with those beside it."""

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

from cvcgen.core.checks.wording import shown
from cvcgen.core.diagnostics import Diagnostic, Message, message
from cvcgen.core.exact import decimal_text, finite_digits, round_half_up
from cvcgen.core.model import (
    Catalogue,
    Clientele,
    ClienteleId,
    NotConcerned,
    Project,
    PublishedScorecard,
    Rated,
    RatedScorecard,
    Rubric,
    WeightsKind,
)

if TYPE_CHECKING:
    from cvcgen.core.reachable import ReachableTotals


def check_published_totals(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """CVC409 and CVC410: a published percentage is reachable, and is what its ratings give."""
    cards = [
        (project, card, card.published)
        for project in catalogue.projects
        for card in project.scorecards
        if not isinstance(card, NotConcerned) and card.published is not None
    ]
    if not cards:
        return
    from cvcgen.core.reachable import reachable_totals  # noqa: PLC0415 - few are published

    rubrics = {rubric.id: rubric for rubric in catalogue.rubrics}
    grids = {
        clientele.id: (clientele, rubrics[clientele.rubric])
        for clientele in catalogue.clienteles
        if clientele.rubric in rubrics and _is_sound(clientele, rubrics[clientele.rubric])
    }
    totals: dict[ClienteleId, ReachableTotals | None] = {}
    for project, card, published in cards:
        if card.clientele not in grids:
            continue
        clientele, rubric = grids[card.clientele]
        if card.clientele not in totals:
            totals[card.clientele] = reachable_totals(clientele, rubric, len(grids))
        disagreeing = (
            _disagreeing(project, card, published, clientele, rubric)
            if isinstance(card, RatedScorecard)
            else None
        )
        if disagreeing is not None:
            yield disagreeing
        else:
            yield from _unreachable(card, published, totals[card.clientele])


def _is_sound(clientele: Clientele, rubric: Rubric) -> bool:
    """Whether a grid can be computed at all; what is wrong is reported elsewhere."""
    weights = [entry.weight for entry in clientele.pyramid]
    if clientele.weights.kind is WeightsKind.EQUAL:
        return bool(weights) and bool(rubric.levels) and rubric.maximum > 0
    whole = sum((weight for weight in weights if weight is not None), Fraction(0))
    summed = None not in weights and whole == clientele.weights.total
    return summed and bool(rubric.levels) and rubric.maximum > 0


def _unreachable(
    card: PublishedScorecard | RatedScorecard,
    published: Fraction,
    totals: "ReachableTotals | None",
) -> Iterator[Diagnostic]:
    if totals is None or totals.shows_as(published):
        return
    found = message("no ratings can give a total of {percent}%", percent=shown(published))
    hint = _nearest_totals(published, totals)
    if published < 1 and totals.shows_as(published * 100):
        hint = message("write percents: `{percent}`", percent=_writable(published * 100))
    yield Diagnostic("CVC409", found, card.published_where, hint=hint)


def _nearest_totals(published: Fraction, totals: "ReachableTotals") -> Message:
    nearest = [_writable(total) for total in totals.nearest(published)]
    if len(nearest) == 1:
        return message("the nearest total is {total}", total=nearest[0])
    return message(
        "the nearest totals are {below} and {above}", below=nearest[0], above=nearest[1]
    )


def _writable(total: Fraction) -> str:
    """The total as a file may state it: rounded where no decimal is exact."""
    exact = decimal_text(total)
    return exact if exact is not None else shown(round_half_up(total, 2))


def _disagreeing(
    project: Project,
    card: RatedScorecard,
    published: Fraction,
    clientele: Clientele,
    rubric: Rubric,
) -> Diagnostic | None:
    known = {entry.value for entry in clientele.pyramid}
    rated = [rating for rating in card.ratings if isinstance(rating, Rated)]
    if {rating.value for rating in card.ratings} != known or any(
        rubric.level(rating.points) is None for rating in rated
    ):
        return None
    from cvcgen.core.scoring import score_ratings  # noqa: PLC0415 - see above

    total = score_ratings(project.id, card, clientele, rubric).total
    digits = max(1, finite_digits(published) or 0)
    if total is None or published in (total, round_half_up(total, digits)):
        return None
    found = message(
        "the ratings give {total}%, not the published {published}%",
        total=_writable(total),
        published=shown(published),
    )
    hint = message("correct the ratings, or leave them out: totals do not identify them")
    return Diagnostic("CVC410", found, card.published_where, hint=hint)
