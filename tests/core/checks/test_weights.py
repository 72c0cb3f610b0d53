"""Weights that sum to their total, in the order of their values."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cvcgen.core.checks.weights import check_weight_order, check_weight_sums
from cvcgen.core.diagnostics import Severity
from tests.core.checks.catalogues import catalogue, said
from tests.core.grids import CITIZENS, grid


@pytest.mark.parametrize(
    ("weights", "total", "expected"),
    [
        (CITIZENS, 100, None),
        ("33.3 33.3 33.4", 100, None),
        ("0.5 0.5", 1, None),
        ("= = =", 100, None),
        (
            "50 30 19",
            100,
            ("the weights sum to 99, not to 100: 50 + 30 + 19", "1 is missing"),
        ),
        (
            "33.3 33.3 33.3",
            100,
            ("the weights sum to 99.9, not to 100: 33.3 + 33.3 + 33.3", "0.1 is missing"),
        ),
        ("60 41", 100, ("the weights sum to 101, not to 100: 60 + 41", "1 is too much")),
        (
            "0.5 0.3 0.2",
            100,
            (
                "the weights sum to 1, not to 100: 0.5 + 0.3 + 0.2",
                "write percents, such as `50` for `0.5`; or `total: 1` under `weights`",
            ),
        ),
        ("0.5 0.4", 1, ("the weights sum to 0.9, not to 1: 0.5 + 0.4", "0.1 is missing")),
    ],
)
def test_a_sum_that_is_off_shows_every_addend(
    weights: str, total: int, expected: tuple[str, str] | None
) -> None:
    found = said(check_weight_sums(catalogue(grid(weights, total=total))))
    assert found == ([("CVC405", *expected)] if expected else [])


def test_a_long_sum_is_cut() -> None:
    [(_, message, _)] = said(check_weight_sums(catalogue(grid(["2"] * 30))))
    assert message == "the weights sum to 60, not to 100: " + "2 + " * 24 + "…"


def test_a_sum_with_an_unread_weight_is_not_judged() -> None:
    assert said(check_weight_sums(catalogue(grid("50 = 30")))) == []
    assert said(check_weight_sums(catalogue(grid("")))) == []


def test_a_value_that_outweighs_the_one_above_is_a_warning() -> None:
    faults = list(check_weight_order(catalogue(grid("30 50 20", values=["a", "b", "c"]))))
    assert said(faults) == [
        (
            "CVC416",
            "`b` weighs more than `a`, which stands above it",
            "the pyramid goes from the most important value to the least",
        )
    ]
    assert faults[0].severity is Severity.WARNING
    assert faults[0].notes[0].message.text(str) == "its weight is 30"


@given(st.lists(st.integers(1, 30), min_size=1, max_size=9))
def test_weights_in_falling_order_have_no_warning(weights: list[int]) -> None:
    falling = sorted(weights, reverse=True)
    assert list(check_weight_order(catalogue(grid(falling)))) == []
    rises = sum(below > above for above, below in pairwise(weights))
    assert len(list(check_weight_order(catalogue(grid(weights))))) == rises


@given(st.lists(st.integers(1, 60), min_size=1, max_size=9))
def test_weights_are_told_exactly_where_they_do_not_sum_to_100(weights: list[int]) -> None:
    found = list(check_weight_sums(catalogue(grid(weights))))
    assert bool(found) == (sum(weights) != 100)
