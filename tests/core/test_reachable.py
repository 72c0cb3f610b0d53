"""The totals that a grid can give, against all its vectors of ratings."""

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given

from cvcgen.core.model import Clientele, Rubric
from cvcgen.core.reachable import ReachableTotals, reachable_totals
from tests.core.grids import CITIZENS, Figures, Grid, grid
from tests.core.strategies import grids, law, percents

SMALL_GRIDS = [
    grid("= = ="),
    grid("= = = = =", "0 1 2"),
    grid("50 30 20"),
    grid("60 40", "1 2.5 4"),
    grid("33.3 33.3 33.4", "0 1 3 9"),
    grid("1/3 1/7"),
    grid("100", "2 3"),
    grid("98 1.5 0.5", "0 0.5"),
]


def brute_force(found: Grid) -> list[Fraction]:
    """Every total, by scoring every vector of ratings."""
    return sorted({found.score(ratings).total for ratings in found.every_rating()})


def totals_of(found: Grid) -> ReachableTotals:
    totals = reachable_totals(found.clientele, found.rubric)
    assert totals is not None
    return totals


@pytest.mark.parametrize("found", SMALL_GRIDS)
def test_reachable_totals_are_those_of_all_vectors_of_ratings(found: Grid) -> None:
    assert list(totals_of(found).all()) == brute_force(found)


@law
@given(grids(most_values=3))
def test_reachable_totals_are_those_of_all_vectors_of_random_grids(found: Grid) -> None:
    totals = reachable_totals(found.clientele, found.rubric)
    if totals is not None:
        assert list(totals.all()) == brute_force(found)


@pytest.mark.parametrize("found", SMALL_GRIDS)
def test_a_total_is_contained_if_some_ratings_give_it(found: Grid) -> None:
    totals = totals_of(found)
    known = set(brute_force(found))
    asked = (
        {Fraction(k, 4) for k in range(-8, 408)} | known | {k + totals.step / 2 for k in known}
    )
    assert {total for total in asked if total in totals} == known


@pytest.mark.parametrize("found", SMALL_GRIDS)
def test_nearest_brackets_every_percentage(found: Grid) -> None:
    totals, known = totals_of(found), brute_force(found)
    for total in [Fraction(k, 7) for k in range(-20, 720)] + known:
        below = [reached for reached in known if reached <= total]
        above = [reached for reached in known if reached > total]
        assert totals.nearest(total) == (*below[-1:], *above[:1])


@law
@given(grids(most_values=4), percents)
def test_nothing_reachable_lies_between_the_nearest(found: Grid, percent: Fraction) -> None:
    totals = reachable_totals(found.clientele, found.rubric)
    if totals is None:
        return
    nearest = totals.nearest(percent)
    assert nearest
    assert all(total in totals for total in nearest)
    if len(nearest) == 2:
        below, above = nearest
        assert below <= percent < above
        assert not [total for total in totals.all() if below < total < above]


@pytest.mark.parametrize("found", SMALL_GRIDS)
def test_the_highest_ratings_always_reach_100(found: Grid) -> None:
    totals = totals_of(found)
    assert Fraction(100) in totals
    assert Fraction(100) + totals.step not in totals
    assert totals.nearest(Fraction(100)) == (100,)
    assert totals.nearest(Fraction(10**30)) == (100,)


def test_below_the_lowest_total_there_is_only_one_nearest() -> None:
    totals = totals_of(grid("60 40", "1 2 4"))
    assert totals.nearest(Fraction(0)) == (25,)
    assert totals.nearest(Fraction(-1, 3)) == (25,)
    assert totals.nearest(Fraction(25)) == (25, 35)


def test_each_step_is_one_total_or_none() -> None:
    totals = totals_of(grid("50 30 20"))
    assert totals.step * totals.steps == 100
    every = list(totals.all())
    assert all(above - below >= totals.step for below, above in pairwise(every))
    assert all((total / totals.step).denominator == 1 for total in every)


@pytest.mark.parametrize(
    ("weights", "published", "shows"),
    [
        ("= = =", "33.3", True),  # 100/3
        ("= = =", "33.33", True),
        ("= = =", "33.4", False),
        ("= = =", "33", False),  # whole percentages must be exact
        ("= = =", "66.7", True),  # rounded up, from below
        ("= = =", "60", True),
        ("= = =", "60.1", False),
        ("= = = = = = = =", "62.5", True),
        ("= = = = = = = =", "62", False),
        ("= = = = = = = =", "63", False),
        ("= = = = = = = =", "97.5", False),
        ("30.35 69.65", "30.4", True),  # half up, as docs/method.md §2.7 has it
        ("30.35 69.65", "30.3", False),
        ("30.35 69.65", "30.35", True),
    ],
)
def test_a_percentage_with_decimals_may_be_a_rounded_total(
    weights: Figures, published: str, shows: bool
) -> None:
    assert totals_of(grid(weights)).shows_as(Fraction(published)) is shows


@pytest.mark.parametrize("found", SMALL_GRIDS)
def test_every_total_shows_as_itself(found: Grid) -> None:
    totals = totals_of(found)
    assert all(totals.shows_as(total) for total in brute_force(found))


def test_weights_too_fine_for_a_table_give_none() -> None:
    """The step is 1/40 000 % where the table is largest; a tenth of it is refused."""
    assert totals_of(grid("50.0002 49.9998", "0 1")).steps == 500_000
    largest = totals_of(grid("50.000025 49.999975", "0 1"))
    assert largest.steps == 4_000_000
    assert list(largest.all()) == [0, Fraction("49.999975"), Fraction("50.000025"), 100]
    finer = grid("50.0000125 49.9999875", "0 1")
    assert reachable_totals(finer.clientele, finer.rubric) is None


def test_a_sparse_table_answers_at_once() -> None:
    """Bit by bit, 300 questions to four million steps would take an hour."""
    totals = totals_of(grid("50.000025 49.999975", "0 1"))
    nearest = {totals.nearest(Fraction(k, 3)) for k in range(1, 300)}
    assert nearest == {
        (0, Fraction("49.999975")),
        (Fraction("49.999975"), Fraction("50.000025")),
        (Fraction("50.000025"), 100),
    }


def test_a_grid_that_would_take_minutes_gets_no_table() -> None:
    """As many values and levels as a file may have, and steps as fine as a table may have."""
    points = " ".join(str(number) for number in (*range(199), 1009))
    assert reachable_totals(*parts_of(grid([1] * 200, points))) is None
    assert reachable_totals(*parts_of(grid([1] * 8, points))) is not None


def parts_of(found: Grid) -> tuple[Clientele, Rubric]:
    return found.clientele, found.rubric


def test_pyramids_share_the_work_of_their_tables() -> None:
    """A hundred of the largest took over a minute."""
    fine = grid("50.0002 49.9998", "0 1")
    assert reachable_totals(fine.clientele, fine.rubric, 100) is not None
    assert reachable_totals(fine.clientele, fine.rubric, 2_000) is None
    usual = grid(CITIZENS)
    assert reachable_totals(usual.clientele, usual.rubric, 2_000) is not None


def test_no_fraction_is_made_for_each_cell_of_a_grid(monkeypatch: pytest.MonkeyPatch) -> None:
    """200 values with 200 levels have 40,000, which took most of the time."""
    made: list[None] = []
    multiply = Fraction.__mul__
    large = grid(["="] * 200, range(200))

    def count(one: Fraction, other: Fraction) -> Fraction:
        made.append(None)
        return multiply(one, other)

    monkeypatch.setattr(Fraction, "__mul__", count)
    assert reachable_totals(large.clientele, large.rubric) is not None
    assert len(made) < 1_000
