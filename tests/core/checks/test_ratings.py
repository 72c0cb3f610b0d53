"""Scorecards that rate the values of their pyramid, with points of their rubric."""

import json
from dataclasses import replace
from fractions import Fraction
from itertools import combinations

import pytest

from cvcgen.assets import schemas_dir
from cvcgen.core.checks.ratings import (
    check_points,
    check_rated_values,
    check_uniform_ratings,
)
from cvcgen.core.diagnostics import Severity
from cvcgen.core.model import PyramidEntry, Rated, RaterId, RaterPoints, ValueId
from tests.core.checks.catalogues import Said, catalogue, said
from tests.core.grids import Grid, grid, project, scorecard

VALUES = ("autonomie", "rapidite", "securite")
SCHEMA = json.loads((schemas_dir() / "project.schema.json").read_text("utf-8"))
RATING = SCHEMA["$defs"]["rating"]
THREE = grid("50 30 20", values=VALUES)


def rated(*values: str, known: tuple[str, ...] = VALUES, on: Grid = THREE) -> list[Said]:
    card = scorecard(["3"] * len(values), values=values)
    return said(check_rated_values(catalogue(on, projects=[project("p", card)], values=known)))


@pytest.mark.parametrize(
    "values", [some for size in range(4) for some in combinations(VALUES, size)]
)
def test_exactly_the_values_left_out_are_told(values: tuple[str, ...]) -> None:
    found = rated(*values)
    missing = [value for value in VALUES if value not in values]
    assert len(found) == bool(missing)
    for value in VALUES:
        assert any(f"`{value}`" in message for _, message, _ in found) == (value in missing)


def test_one_value_left_out_is_told_with_the_line_to_add() -> None:
    assert rated("autonomie", "securite") == [
        (
            "CVC407",
            "`rapidite` is neither rated nor `null`",
            "add `rapidite: null` until it is rated",
        )
    ]


def test_several_values_left_out_are_one_fault() -> None:
    assert rated("securite") == [
        (
            "CVC407",
            "2 values are neither rated nor `null`: `autonomie`, `rapidite`",
            "add a line such as `autonomie: null` for each",
        )
    ]


def test_null_is_a_rating_that_is_there() -> None:
    card = scorecard("- - n/a", values=VALUES)
    assert said(check_rated_values(catalogue(THREE, projects=[project("p", card)]))) == []


def test_a_misspelt_value_is_not_left_out_too() -> None:
    assert rated("autonomie", "rapidte", "securite") == [
        (
            "CVC406",
            "`rapidte` is not in the pyramid of `c`",
            "did you mean `rapidite`?",
        )
    ]


@pytest.mark.parametrize("pyramid", [("autonomie", "rapidite"), ("autonomie", "prix")])
def test_a_value_that_left_the_pyramid_is_not_taken_for_another(
    pyramid: tuple[str, ...],
) -> None:
    card = scorecard("3 3 3", values=("agilite", *pyramid))
    small = grid("60 40", values=pyramid)
    known = ("agilite", "autonomie", "prix", "rapidite")
    site = catalogue(small, projects=[project("p", card)], values=known)
    assert said(check_rated_values(site)) == [
        (
            "CVC406",
            "`agilite` is not in the pyramid of `c`",
            f"take it away here, or put it into the pyramid in `{small.clientele.where.path}`",
        )
    ]


@pytest.mark.parametrize("key", RATING["properties"])
def test_a_key_of_a_rating_that_is_not_indented_is_told_as_that(key: str) -> None:
    said_of_it = rated(*VALUES, key)
    assert said_of_it == [
        (
            "CVC406",
            f"`{key}` is not in the pyramid of `c`",
            "it is a key of a rating: indent it by two spaces more than its value",
        )
    ]
    assert rated(*VALUES, key, known=(*VALUES, key))[0][2] != said_of_it[0][2]


def test_a_known_value_may_still_be_a_slip_for_one_that_is_left_out() -> None:
    known = (*VALUES, "securite-2019")
    assert rated("autonomie", "rapidite", "securite-2019", known=known) == [
        (
            "CVC406",
            "`securite-2019` is not in the pyramid of `c`",
            "did you mean `securite`?",
        )
    ]


def test_one_strange_value_where_one_is_left_out_is_told_with_it() -> None:
    assert rated("autonomie", "prix", "securite") == [
        (
            "CVC406",
            "`prix` is not in the pyramid of `c`",
            "if it is `rapidite`, which is not rated, write that; else remove it, and add"
            " `rapidite: null`",
        )
    ]


def test_strange_values_hide_none_that_are_left_out() -> None:
    for values in (("autonomie", "prix"), ("autonomie", "prix", "zebre", "securite")):
        assert [code for code, *_ in rated(*values)][-1] == "CVC407"


def test_a_value_renamed_in_the_pyramid_alone_is_no_fault_of_the_projects() -> None:
    renamed = grid("50 30 20", values=("autonomie", "vitesse", "securite"))
    assert rated(*VALUES, on=renamed) == []
    assert [code for code, *_ in rated(*VALUES, "prix", on=renamed)] == ["CVC406"]


def test_a_slip_in_the_pyramid_is_no_fault_of_the_projects() -> None:
    slip = grid("50 30 20", values=("autonomie", "rapidte", "securite"))
    assert rated(*VALUES, on=slip) == []
    assert rated("autonomie", "securite", on=slip) == []
    assert [code for code, *_ in rated("autonomie", "securite", "prix", on=slip)] == ["CVC406"]


def test_an_unreadable_pyramid_judges_nobody() -> None:
    entries = (*THREE.clientele.pyramid, PyramidEntry(ValueId(""), None))
    for pyramid in ((), entries):
        broken = Grid(replace(THREE.clientele, pyramid=pyramid), THREE.rubric)
        assert rated("prix", on=broken) == []


@pytest.mark.parametrize(
    ("points", "expected"),
    [
        ("0", None),
        ("5", None),
        ("5.0", None),
        ("4", "the nearest are `3` and `5`"),
        ("0.5", "the nearest are `0` and `1`"),
        ("6", "the nearest is `5`"),
    ],
)
def test_points_between_levels_are_told_with_the_nearest(
    points: str, expected: str | None
) -> None:
    card = scorecard([points, "0", "-"], values=VALUES)
    faults = list(check_points(catalogue(THREE, projects=[project("p", card)])))
    found = f"the rubric `r` has no level of {points} points"
    assert said(faults) == ([("CVC408", found, expected)] if expected else [])
    for fault in faults:
        assert fault.notes[0].message.text(str) == "its points are `0`, `1`, `3`, `5`"


def test_the_points_of_every_rater_are_judged_beside_those_that_count() -> None:
    given = tuple(
        RaterPoints(RaterId(name), Fraction(points))
        for name, points in (("A", 3), ("B", 4), ("C", 2))
    )
    for points, told in ((3, ["4", "2"]), (4, ["4", "2"]), (7, ["4", "2", "7"])):
        rating = Rated(ValueId("autonomie"), Fraction(points), by_rater=given)
        card = replace(scorecard("3 3 3", values=VALUES), ratings=(rating,))
        found = [
            one
            for _, one, _ in said(check_points(catalogue(THREE, projects=[project("p", card)])))
        ]
        assert found == [f"the rubric `r` has no level of {one} points" for one in told]


def test_points_are_not_judged_without_a_readable_rubric() -> None:
    card = project("p", scorecard("7 7 7", values=VALUES))
    unread = Grid(THREE.clientele, replace(THREE.rubric, levels=()))
    assert said(check_points(catalogue(unread, projects=[card]))) == []
    assert said(check_points(replace(catalogue(THREE, projects=[card]), rubrics=()))) == []


@pytest.mark.parametrize(
    ("ratings", "warned"),
    [
        ("3 3 3", True),
        ("5 5 5", True),
        ("0 0 0", False),
        ("3 3 1", False),
        ("3 3 -", False),
        ("3 3 n/a", False),
        ("3 3", False),
    ],
)
def test_the_same_points_everywhere_are_a_warning(ratings: str, warned: bool) -> None:
    some = grid(["1"] * len(ratings.split()))
    faults = list(
        check_uniform_ratings(catalogue(some, projects=[project("p", scorecard(ratings))]))
    )
    assert [fault.code for fault in faults] == (["CVC417"] if warned else [])
    assert all(fault.severity is Severity.WARNING for fault in faults)
