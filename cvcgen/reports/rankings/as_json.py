"""Rankings for programs: exact fractions beside the shown text.

`schemas/data/rank.schema.json` states the form.
"""

from collections.abc import Iterable
from fractions import Fraction

from cvcgen.core.model import Catalogue, Origin, Project
from cvcgen.core.ranking import Place, Ranking
from cvcgen.reports.media.json import Json, document, number, origin
from cvcgen.reports.reader import Reader
from cvcgen.reports.reasons import unranked_reason, value_names

SCHEMA_VERSION = 1
"""Raised when a key changes its meaning or goes."""


def report(
    rankings: Iterable[Ranking],
    catalogue: Catalogue,
    state: Origin,
    reader: Reader,
    weights: Origin | None = None,
) -> str:
    """One object per clientele; percentages are numbers out of 100.

    `weights` is the state that the weights come from, if it is not that of the ratings.
    """
    shown = [_ranking(ranking, catalogue, reader) for ranking in rankings]
    return document(
        {
            "schema_version": SCHEMA_VERSION,
            "origin": origin(state),
            "weights_origin": None if weights is None or weights == state else origin(weights),
            "rankings": shown,
        }
    )


def _ranking(ranking: Ranking, catalogue: Catalogue, reader: Reader) -> Json:
    clientele = next(c for c in catalogue.clienteles if c.id == ranking.clientele)
    return {
        "clientele": {
            "id": clientele.id,
            "name": reader.text(clientele.name, catalogue.site),
            "edition": clientele.edition,
        },
        "weights": clientele.weights.kind,
        "places": _places(ranking, catalogue, reader),
    }


def _places(ranking: Ranking, catalogue: Catalogue, reader: Reader) -> list[Json]:
    projects = {project.id: project for project in catalogue.projects}
    names = value_names(catalogue, reader)
    return [
        {
            **_place(place, projects[place.project], catalogue, reader),
            "unranked": place.unranked,
            "reason": unranked_reason(place, names, reader) or None,
        }
        for place in ranking.places
    ]


def _place(
    place: Place, project: Project, catalogue: Catalogue, reader: Reader
) -> dict[str, Json]:
    score = place.score
    return {
        "rank": place.rank,
        "tied": place.tied,
        "shown": None if place.rank is None else reader.ordinal(place.rank, place.tied),
        "project": {"id": project.id, "title": reader.text(project.title, catalogue.site)},
        "provenance": project.provenance,
        "state": score.completeness,
        "score": _percent(score.total, place.digits, reader),
        "low": _percent(score.low, place.digits, reader),
        "high": _percent(score.high, place.digits, reader),
    }


def _percent(exact: Fraction | None, digits: int, reader: Reader) -> Json:
    return None if exact is None else number(exact, reader.percent(exact, digits))
