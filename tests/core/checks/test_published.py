"""Published totals that ratings can give, and that those beside them do give."""

from dataclasses import replace
from fractions import Fraction

import pytest

from cvcgen.core.checks.published import check_published_totals
from cvcgen.core.model import RubricId
from tests.core.checks.catalogues import Said, catalogue, said
from tests.core.grids import Grid, grid, project, published, scorecard

EIGHT = grid("= = = = = = = =")
THREE = grid("= = =")
WEIGHTED = grid("50 30 20")


def judged(on: Grid, percent: str, ratings: str | None = None) -> list[Said]:
    card = (
        published(percent)
        if ratings is None
        else replace(scorecard(ratings), published=Fraction(percent))
    )
    return said(check_published_totals(catalogue(on, projects=[project("p", card)])))


def test_of_all_fortieths_only_37_and_39_are_told() -> None:
    """The eight equal criteria of the first method, docs/method.md and DOMAIN.md §1.2."""
    told = [n for n in range(41) if judged(EIGHT, str(Fraction(n * 100, 40)))]
    assert told == [37, 39]


@pytest.mark.parametrize(
    ("on", "percent", "hint"),
    [
        (EIGHT, "62", "the nearest totals are 60 and 62.5"),
        (EIGHT, "0.625", "write percents: `62.5`"),
        (EIGHT, "0.975", "the nearest totals are 0 and 2.5"),
        (EIGHT, "97.5", "the nearest totals are 95 and 100"),
        (THREE, "62", "the nearest totals are 60 and 66.67"),
        (THREE, "66", "the nearest totals are 60 and 66.67"),
        (THREE, "66.6", "the nearest totals are 60 and 66.67"),
        (WEIGHTED, "99.9", "the nearest totals are 92 and 100"),
    ],
)
def test_a_total_that_no_ratings_give_is_told_with_the_nearest(
    on: Grid, percent: str, hint: str
) -> None:
    assert judged(on, percent) == [
        ("CVC409", f"no ratings can give a total of {percent}%", hint)
    ]


@pytest.mark.parametrize("percent", ["66.7", "66.67", "0", "100", "20"])
def test_a_rounded_total_is_one_that_ratings_give(percent: str) -> None:
    assert judged(THREE, percent) == []


def test_the_only_near_total_is_told_alone() -> None:
    assert judged(THREE, "101") == [
        ("CVC409", "no ratings can give a total of 101%", "the nearest total is 100")
    ]


@pytest.mark.parametrize(
    ("percent", "agrees"), [("72", True), ("72.0", True), ("76", False), ("73", False)]
)
def test_a_total_beside_ratings_is_theirs(percent: str, agrees: bool) -> None:
    expected = (
        "CVC410",
        f"the ratings give 72%, not the published {Fraction(percent)}%",
        "correct the ratings, or leave them out: totals do not identify them",
    )
    assert judged(WEIGHTED, percent, "5 3 1") == ([] if agrees else [expected])


def test_a_total_beside_ratings_may_be_rounded_to_its_decimals() -> None:
    assert judged(THREE, "86.7", "5 5 3") == []
    assert judged(THREE, "86.67", "5 5 3") == []
    assert [code for code, *_ in judged(THREE, "86.6", "5 5 3")] == ["CVC410"]


def test_ratings_that_are_not_whole_say_nothing_about_the_total() -> None:
    assert judged(WEIGHTED, "76", "5 3 -") == []
    assert judged(WEIGHTED, "76", "5 3") == []
    assert judged(WEIGHTED, "76", "5 3 4") == []
    assert [code for code, *_ in judged(WEIGHTED, "99", "5 3 -")] == ["CVC409"]


def test_nothing_is_judged_on_a_grid_with_a_fault() -> None:
    for broken in (
        grid("50 30 10"),
        grid("50 = 20"),
        grid("50 30 20", ""),
        Grid(replace(WEIGHTED.clientele, rubric=RubricId("other")), WEIGHTED.rubric),
        Grid(replace(WEIGHTED.clientele, pyramid=()), WEIGHTED.rubric),
    ):
        assert judged(broken, "99.9") == []


def test_another_clientele_is_told_elsewhere() -> None:
    card = project("p", published("99.9", clientele="nobody"))
    assert said(check_published_totals(catalogue(WEIGHTED, projects=[card]))) == []
