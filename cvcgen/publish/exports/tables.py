"""What the spreadsheets hold, whatever their format and language."""

from collections.abc import Mapping
from fractions import Fraction
from functools import lru_cache

from cvcgen.core.diagnostics import Message, message
from cvcgen.core.model import (
    Catalogue,
    Clientele,
    NotApplicable,
    Project,
    ProjectId,
    Rated,
    RatedScorecard,
    Text,
    WeightsKind,
)
from cvcgen.core.ranking import Place, Ranking, Unranked
from cvcgen.core.raters import given_by_raters, in_order, raters_by_id
from cvcgen.core.scoring import HUNDRED, Completeness, Contribution, weight_shares
from cvcgen.publish.exports.cells import Cell, Quantity, Table, make_table
from cvcgen.publish.exports.numbers import MOST_WEIGHT_DIGITS, plain_digits
from cvcgen.publish.numbers import shared_digits
from cvcgen.publish.views.labels import FEASIBILITY, PROVENANCE, STATUS

_RANKING, _WEIGHTS_NAME = message("Ranking"), message("Weights")
_HEADINGS = (
    message("Rank"),
    message("Tied"),
    message("Id"),
    message("Project"),
    message("Score (%)"),
    message("Exact score (%), numerator"),
    message("Exact score (%), denominator"),
    message("Lowest possible score (%)"),
    message("Highest possible score (%)"),
    message("State"),
    message("Feasibility"),
    message("Status"),
    message("Provenance"),
    message("Weights"),
)
_WEIGHTS_HEADINGS = (
    message("Place"),
    message("Id"),
    message("Value"),
    message("Weight (%)"),
    message("Exact weight (%), numerator"),
    message("Exact weight (%), denominator"),
)
_RATERS = message("Raters")
_RATERS_HEADINGS = (
    message("Id"),
    message("Project"),
    message("Value id"),
    message("Value"),
    message("Rater"),
    message("Points given"),
    message("Points that count"),
)
_UNRANKED = {
    Unranked.INCOMPLETE: message("not ranked: some values are not rated yet"),
    Unranked.EMPTY: message("not ranked: no value applies"),
    Unranked.LOW_COVERAGE: message("not ranked: too few values apply"),
    Unranked.NOT_FEASIBLE: message("not ranked: not feasible"),
}
_COMPLETE = message("complete")
_PUBLISHED = message("only the total was published")
_WEIGHTS = {
    WeightsKind.EQUAL: message("equal weights"),
    WeightsKind.DECLARED: message("declared weights"),
    WeightsKind.ILLUSTRATIVE: message("illustrative weights"),
    WeightsKind.DERIVED: message("weights derived from a survey"),
}
_YES, _NO = message("yes"), message("no")
_NOT_RATED = message("not rated")
_NOT_APPLICABLE = message("not applicable")
_INTERVAL_DIGITS = 1


def tabulate_ranking(catalogue: Catalogue, clientele: Clientele, ranking: Ranking) -> Table:
    """One row per project with a score, best first, and one column of points per value.

    Points that are missing are said in words, so that no spreadsheet takes them for 0; they
    are empty only where the total alone was published. The exact score is two integers,
    because spreadsheets read «11/5» as a date.
    """
    names = {value.id: value.name for value in catalogue.values}
    projects = {project.id: project for project in catalogue.projects}
    columns = tuple(names.get(entry.value, Text(())) for entry in clientele.pyramid)
    rows = (_row(place, projects, clientele) for place in ranking.places)
    return make_table(_RANKING, _HEADINGS + columns, rows)


def tabulate_weights(catalogue: Catalogue, clientele: Clientele) -> Table:
    """One row per value, most important first: what the scores are recomputed with."""
    names = {value.id: value.name for value in catalogue.values}
    weights = [HUNDRED * share for share in weight_shares(clientele).values()]
    digits = shared_digits(weights, MOST_WEIGHT_DIGITS)
    rows = (
        (
            place,
            entry.value,
            names.get(entry.value, Text(())),
            Quantity(*weight.as_integer_ratio(), digits, percent=True),
            *weight.as_integer_ratio(),
        )
        for place, (entry, weight) in enumerate(zip(clientele.pyramid, weights, strict=True), 1)
    )
    return make_table(_WEIGHTS_NAME, _WEIGHTS_HEADINGS, rows)


def tabulate_raters(catalogue: Catalogue, clientele: Clientele) -> tuple[Table, ...]:
    """One row per rater and value, beside the points that count; none without such ratings."""
    names = {value.id: value.name for value in catalogue.values}
    rows = tuple(
        (
            project.id,
            project.title,
            rating.value,
            names.get(rating.value, Text(())),
            raters[one.rater],
            _points(one.points),
            _points(rating.points if isinstance(rating, Rated) else None),
        )
        for project in catalogue.projects
        for card in project.scorecards
        if isinstance(card, RatedScorecard) and card.clientele == clientele.id
        if any(map(given_by_raters, card.ratings))
        for raters in [raters_by_id(card, catalogue.site.default_language)]
        for rating in card.ratings
        for one in in_order(rating, raters)
    )
    return (make_table(_RATERS, _RATERS_HEADINGS, rows),) if rows else ()


def _row(
    place: Place, projects: Mapping[ProjectId, Project], clientele: Clientele
) -> tuple[Cell, ...]:
    project, score = projects[place.project], place.score
    points = [_rating(part) for part in score.parts] or [None] * len(clientele.pyramid)
    return (
        place.rank,
        None if place.rank is None else _YES if place.tied else _NO,
        project.id,
        project.title,
        _quantity(score.total, place.digits),
        *((None, None) if score.total is None else score.total.as_integer_ratio()),
        _quantity(score.low, max(place.digits, _INTERVAL_DIGITS)),
        _quantity(score.high, max(place.digits, _INTERVAL_DIGITS)),
        _state(place),
        FEASIBILITY[project.feasibility],
        STATUS[project.status] if project.status else None,
        PROVENANCE[project.provenance] if project.provenance else None,
        _WEIGHTS[clientele.weights.kind],
        *points,
    )


def _quantity(number: Fraction | None, digits: int) -> Quantity | None:
    if number is None:
        return None
    return Quantity(*number.as_integer_ratio(), digits, percent=True)


def _state(place: Place) -> Message:
    if place.unranked is not None:
        return _UNRANKED[place.unranked]
    return _PUBLISHED if place.score.completeness is Completeness.PUBLISHED else _COMPLETE


def _rating(part: Contribution) -> Cell:
    rating = part.rating
    if isinstance(rating, NotApplicable):
        return _NOT_APPLICABLE
    return _points(rating.points if isinstance(rating, Rated) else None)


def _points(points: Fraction | None) -> Cell:
    return _NOT_RATED if points is None else _plain(*points.as_integer_ratio())


@lru_cache(maxsize=1024)
def _plain(numerator: int, denominator: int) -> Quantity:
    """Points, with all their decimals; integers are a key ten times faster than a fraction."""
    digits = plain_digits(Fraction(numerator, denominator))
    return Quantity(numerator, denominator, digits)
