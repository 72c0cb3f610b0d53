"""Judging only what is new against judging everything."""

from dataclasses import replace
from itertools import product

import pytest

from cvcgen.core.checks import (
    CHECKS,
    PROJECT_CHECKS,
    check_catalogue,
    check_projects,
    check_strictly,
)
from cvcgen.core.checks.news import check_news, judge
from cvcgen.core.diagnostics import Diagnostic, Severity
from cvcgen.core.model import Catalogue, ClienteleId, Project, RatedScorecard
from cvcgen.sources.loader import load_catalogue
from cvcgen.sources.memory import Memory
from tests.building import BASE, base_with, files_in
from tests.core.checks.catalogues import catalogue
from tests.core.grids import NO_TEXT, grid, project, published, scorecard

GRID, LIGHTER, LEVEL = grid("60 40"), grid("50 40"), grid("50 50")
CARD = scorecard("1 3")
PROJECTS: tuple[Project, ...] = (
    project("a", CARD),
    project("a", scorecard("1 4")),
    project("b", replace(CARD, clientele=ClienteleId("nobody"))),
    project("b", RatedScorecard(CARD.clientele, CARD.ratings[:1])),
    project("c", published("60")),
    project("c", published("61.1")),
    project("c", published("12")),  # what three fifths of the weight can give, not a half
)


def errors(faults: tuple[Diagnostic, ...]) -> list[Diagnostic]:
    return [fault for fault in faults if fault.severity is Severity.ERROR]


def contents() -> list[Catalogue]:
    chosen = [*product((None, *PROJECTS[:2]), (None, *PROJECTS[2:4]), (None, *PROJECTS[4:]))]
    return [
        catalogue(found, projects=[one for one in projects if one is not None])
        for found in (GRID, LIGHTER, LEVEL)
        for projects in chosen
    ]


@pytest.mark.parametrize("former", [c for c in contents() if not check_catalogue(c)])
def test_the_errors_of_what_is_new_are_all_errors(former: Catalogue) -> None:
    found = [(errors(check_catalogue(c)), errors(check_news(c, former))) for c in contents()]
    assert all(whole == news for whole, news in found)
    assert any(whole for whole, _ in found)


def test_the_checks_of_projects_are_all_that_look_at_projects() -> None:
    others = [check for check in CHECKS if check not in PROJECT_CHECKS]
    for found in contents():
        bare = replace(found, projects=())
        assert check_projects(bare) == ()
        assert [[*check(found)] for check in others] == [[*check(bare)] for check in others]
        assert {*check_projects(found)} <= {*check_catalogue(found)}


def test_what_was_judged_is_not_judged_again() -> None:
    former = catalogue(GRID, projects=PROJECTS[1:2])
    assert check_catalogue(former)
    assert check_news(former, former) == ()


GUICHET = "content/projects/guichet.yaml"
SOUND = files_in(BASE)[GUICHET].decode()
EDITS: tuple[dict[str, str | None], ...] = (
    {},
    {GUICHET: None},
    {GUICHET: f"{SOUND}\n"},
    {GUICHET: SOUND.replace("rapidite", "rapidte")},
    {GUICHET: SOUND.replace("securite: 3", "securite: 4")},
    {"content/projects/rappel.yaml": SOUND},
    {"content/projects/rappel.yaml": SOUND.replace("rapidite: ", "autre: ")},
    {"content/values/rapidite.yaml": None},
    {"content/values/rapidite.yaml": "name: {fr: Rapidité}\n"},
)


def test_judging_again_finds_what_judging_all_would() -> None:
    memory, quicker = Memory(), 0
    states = [load_catalogue(base_with(edit), memory).catalogue for edit in EDITS]
    assert any(check_catalogue(state) for state in states)
    for former, after in product(states, states):
        first = judge(former)
        again = judge(after, first)
        assert again.faults == check_catalogue(after)
        assert again.strict == check_strictly(after)
        quicker += judge(after, replace(first, faults=())).faults != again.faults
    assert quicker


def test_of_the_same_records_only_new_projects_are_judged_again() -> None:
    former = catalogue(GRID, projects=PROJECTS[1:2])
    faulty = judge(former)
    assert faulty.faults
    cleared = replace(faulty, faults=())
    assert judge(former, cleared).faults == ()
    edited = replace(former, projects=(replace(PROJECTS[1], summary=NO_TEXT),))
    assert judge(edited, cleared).faults == faulty.faults


def test_other_records_that_are_only_equal_are_judged_with_everything() -> None:
    former = catalogue(GRID, projects=PROJECTS[1:2])
    moved = replace(former, clienteles=tuple(replace(one) for one in former.clienteles))
    assert moved == former
    cleared = replace(judge(former), faults=())
    assert judge(moved, cleared).faults == judge(former).faults
