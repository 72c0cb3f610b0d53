"""Comparisons of catalogues written by hand, so that a test fits on one screen."""

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction

from cvcgen.core.changes import Comparison, ScoreChange, compare
from cvcgen.core.model import (
    Catalogue,
    ClienteleId,
    Project,
    ProjectId,
    PyramidEntry,
    RatedScorecard,
    Scorecard,
    ValueId,
)
from tests.core.changes.catalogues import SITE, french, state
from tests.core.grids import CITIZENS, Grid, grid, scorecard
from tests.core.grids import project as bare_project

CITIZEN_VALUES = (
    "accessibilite",
    "securite",
    "communication",
    "autonomie",
    "rapidite",
    "tentative-unique",
    "bienveillance",
    "agilite",
)
X = "5 0 3 5 3 1 0 3"
"""W2 of DOMAIN.md §2.8: 52.4 % for citizens."""
Y = "3 5 3 3 1 3 1 1"
"""W5 of DOMAIN.md §2.8: 55.2 %."""


def citizens(weights: str = CITIZENS, points: str = "0 1 3 5") -> Grid:
    return grid(weights, points, values=CITIZEN_VALUES)


def card(ratings: str, clientele: str = "c") -> RatedScorecard:
    """A scorecard for the citizens' values, in their order."""
    return scorecard(ratings, clientele=clientele, values=CITIZEN_VALUES)


def named(name: str, *cards: Scorecard) -> Project:
    """A project with a title of its own."""
    return replace(bare_project(name, *cards), title=french(f"Projet {name * 3}"))


def content(found: Grid, *projects: Project) -> Catalogue:
    ordered = tuple(sorted(projects, key=lambda project: project.id))
    return Catalogue(SITE, (found.rubric,), (), (found.clientele,), ordered)


def compared(before: Catalogue, after: Catalogue) -> Comparison:
    return compare(state(before, "before"), state(after, "after"))


def change(comparison: Comparison, project: str, clientele: str = "c") -> ScoreChange:
    found = comparison.change(ProjectId(project), ClienteleId(clientele))
    assert found is not None
    return found


def words(found: ScoreChange) -> list[tuple[str, str | None, str | None]]:
    """The causes as kind, value and amount."""
    return [
        (c.kind.value, c.value, None if c.amount is None else text(c.amount))
        for c in found.causes
    ]


def text(number: Fraction) -> str:
    """The number as a decimal where there is one, else as a fraction."""
    shown = float(number)
    return f"{shown:g}" if Fraction(f"{shown:g}") == number else str(number)


def entries(pairs: Iterable[tuple[str, int]]) -> tuple[PyramidEntry, ...]:
    return tuple(PyramidEntry(ValueId(value), Fraction(weight)) for value, weight in pairs)
