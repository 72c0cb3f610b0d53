"""Rankings for spreadsheets: a row per place, exact numbers with a point.

Heads and states are the same in every language, so that a formula can rely on them.
"""

from collections.abc import Iterable

from cvcgen.core.exact import decimal_text
from cvcgen.core.model import Catalogue, Origin, Project
from cvcgen.core.ranking import Place, Ranking
from cvcgen.reports.media.csv import escape, exact, table
from cvcgen.reports.reader import Reader

HEAD = (
    "clientele",
    "rank",
    "tied",
    "project",
    "project_title",
    "provenance",
    "state",
    "score",
    "score_decimal",
    "low",
    "high",
    "unranked",
    "ratings_from",
    "weights_from",
)
"""`score`, `low` and `high` are exact fractions in percent; `score_decimal` is empty where no
finite decimal is exact. `ratings_from` and `weights_from` are commits; empty for the folder as
it stands."""


def report(
    rankings: Iterable[Ranking],
    catalogue: Catalogue,
    reader: Reader,
    states: tuple[Origin, Origin] | None = None,
) -> str:
    """The places of every ranking, in order; `states` are those of ratings and weights."""
    commits = [escape(state.revision or "") for state in states] if states else ["", ""]
    projects = {project.id: project for project in catalogue.projects}
    rows = [
        [
            escape(ranking.clientele),
            *_place(place, projects[place.project], catalogue, reader),
            *commits,
        ]
        for ranking in rankings
        for place in ranking.places
    ]
    return table([HEAD, *rows])


def _place(place: Place, project: Project, catalogue: Catalogue, reader: Reader) -> list[str]:
    score = place.score
    decimal = None if score.total is None else decimal_text(score.total)
    return [
        "" if place.rank is None else str(place.rank),
        "yes" if place.tied else "no",
        escape(project.id),
        escape(reader.text(project.title, catalogue.site)),
        project.provenance or "",
        score.completeness,
        exact(score.total),
        decimal or "",
        exact(score.low),
        exact(score.high),
        place.unranked or "",
    ]
