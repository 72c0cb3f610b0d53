"""Levels that differ, and explanations of levels that exist."""

from dataclasses import replace
from fractions import Fraction

from cvcgen.core.checks.rubrics import check_level_points, check_value_levels
from cvcgen.core.model import Catalogue, Kind, Value, ValueId, ValueLevel
from tests.core.checks.catalogues import catalogue, said
from tests.core.grids import NO_TEXT, grid


def explaining(site: Catalogue, *points: str) -> Catalogue:
    """The catalogue whose one value, `v01`, explains levels of these points."""
    levels = tuple(ValueLevel(Fraction(figure), NO_TEXT) for figure in points)
    return replace(site, values=(Value(ValueId("v01"), NO_TEXT, levels=levels),))


def test_levels_of_the_same_points_are_told() -> None:
    assert said(check_level_points(catalogue(grid("=", "0 1 3")))) == []
    assert said(check_level_points(catalogue(grid("=", "0 1 1.0 3")))) == [
        (
            "CVC414",
            "two levels have 1 points",
            "a rating must tell its level: change or remove one",
        )
    ]


def test_a_level_that_no_rubric_of_the_value_has_is_told_with_those_it_has() -> None:
    faults = list(check_value_levels(explaining(catalogue(grid("=", "0 1 2.5")), "1", "2")))
    assert said(faults) == [("CVC415", "no rubric has a level of 2 points", None)]
    assert [note.message.text(str) for note in faults[0].notes] == ["`r` has `0`, `1`, `2.5`"]


def test_a_level_of_any_rubric_that_rates_the_value_may_be_explained() -> None:
    first = grid("=", "0 1", name="a", scale="r")
    second = grid("=", "0 7", name="b", scale="s")
    assert said(check_value_levels(explaining(catalogue(first, second), "1", "7"))) == []


def test_a_value_of_no_pyramid_may_explain_anything() -> None:
    unused = grid("=", "0 1", values=["other"])
    assert said(check_value_levels(explaining(catalogue(unused), "9"))) == []


def test_a_level_explained_twice_is_told() -> None:
    site = explaining(catalogue(grid("=", "0 1 5")), "1", "5", "5.0")
    assert said(check_value_levels(site)) == [
        ("CVC113", "the key `5` stands twice", "keep one of the two")
    ]


def test_levels_are_not_judged_without_a_readable_rubric() -> None:
    site = explaining(catalogue(grid("=", "")), "9")
    assert said(check_value_levels(site)) == []
    unread = replace(site, rubrics=(), unreadable=frozenset({(Kind.RUBRIC, "r")}))
    assert said(check_value_levels(unread)) == []


def test_a_long_list_of_points_is_cut() -> None:
    many = grid("=", [str(number) for number in range(40)])
    [fault] = check_value_levels(explaining(catalogue(many), "99"))
    assert fault.notes[0].message.text(str).endswith("`23`, …")


def test_of_many_rubrics_that_lack_a_level_the_first_are_named() -> None:
    """1,500 levels beside 80 rubrics made a report of 26 MB."""
    grids = [grid("=", "0 1", name=f"c{n:02}", scale=f"r{n:02}") for n in range(20)]
    (fault,) = check_value_levels(explaining(catalogue(*grids), "2"))
    assert [note.message.text(str)[:5] for note in fault.notes] == [
        "`r00`",
        "`r01`",
        "`r02`",
        "`r03`",
    ]
