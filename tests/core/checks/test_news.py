"""Judging only what is new against judging everything."""

from dataclasses import replace
from itertools import product

import pytest

from cvcgen.core.checks import check_catalogue
from cvcgen.core.checks.news import check_news
from cvcgen.core.diagnostics import Diagnostic, Severity
from cvcgen.core.model import Catalogue, ClienteleId, Project, RatedScorecard
from tests.core.checks.catalogues import catalogue
from tests.core.grids import grid, project, published, scorecard

GRID, LIGHTER = grid("60 40"), grid("50 40")
CARD = scorecard("1 3")
PROJECTS: tuple[Project, ...] = (
    project("a", CARD),
    project("a", scorecard("1 4")),
    project("b", replace(CARD, clientele=ClienteleId("nobody"))),
    project("b", RatedScorecard(CARD.clientele, CARD.ratings[:1])),
    project("c", published("60")),
    project("c", published("61.1")),
)


def errors(faults: tuple[Diagnostic, ...]) -> list[Diagnostic]:
    return [fault for fault in faults if fault.severity is Severity.ERROR]


def contents() -> list[Catalogue]:
    chosen = product((None, *PROJECTS[:2]), (None, *PROJECTS[2:4]), (None, *PROJECTS[4:]))
    return [
        catalogue(found, projects=[one for one in projects if one is not None])
        for found in (GRID, LIGHTER)
        for projects in chosen
    ]


@pytest.mark.parametrize("former", [c for c in contents() if not check_catalogue(c)])
def test_the_errors_of_what_is_new_are_all_errors(former: Catalogue) -> None:
    found = [(errors(check_catalogue(c)), errors(check_news(c, former))) for c in contents()]
    assert all(whole == news for whole, news in found)
    assert any(whole for whole, _ in found)


def test_what_was_judged_is_not_judged_again() -> None:
    former = catalogue(GRID, projects=PROJECTS[1:2])
    assert check_catalogue(former)
    assert check_news(former, former) == ()
