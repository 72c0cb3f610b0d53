from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from cvcgen.core.exact import round_half_up
from cvcgen.core.model import ClienteleId, ProjectId
from cvcgen.core.ranking import evaluate
from cvcgen.reports.scores.arithmetic import Arithmetic, Column, arithmetic
from tests.reports.samples import (
    EVERY_STATE,
    ORIGIN,
    RUBRIC,
    board,
    card,
    catalogue,
    clientele,
    project,
)


def _sums(name: str) -> Arithmetic:
    place = board().place(ProjectId(name), ClienteleId("citoyens"))
    assert place is not None
    return arithmetic(place, RUBRIC)


def test_finite_parts_are_shown_exactly_and_leave_nothing() -> None:
    sums = _sums("x")
    shown = [Fraction(n) for n in ("18", "0", "8.4", "13", "7.2", "2.2", "0", "3.6")]
    assert list(sums.earned.low.addends) == shown
    assert sums.earned.low.digits == 1
    assert sums.earned.rounding == (0, 0)
    assert sums.earned.low.total == Fraction("52.4")
    assert not sums.partial


def test_endless_parts_are_rounded_and_what_is_left_is_said() -> None:
    column = Column((Fraction(100, 3),) * 3, Fraction(100), 1)
    assert column.rounding == Fraction("0.1")
    assert _sums("partial").partial


def test_levels_sum_to_the_total() -> None:
    sums = _sums("x")
    assert [row.low for row in sums.levels] == [0, Fraction("2.2"), Fraction("19.2"), 31]
    assert [row.count for row in sums.levels] == [2, 1, 3, 2]


def test_what_is_not_rated_is_a_span() -> None:
    sums = _sums("incomplete")
    assert (sums.earned.low.total, sums.earned.high.total) == (
        Fraction("39.4"),
        Fraction("52.4"),
    )
    assert sums.levels[-1].points is None
    assert (sums.levels[-1].low, sums.levels[-1].high) == (0, 13)


@given(
    st.lists(st.integers(1, 30), min_size=1, max_size=8),
    st.lists(st.sampled_from([0, 1, 3, 5, None]), min_size=8, max_size=8),
)
def test_the_rows_a_reader_sees_always_add_up(
    weights: list[int], points: list[int | None]
) -> None:
    of = catalogue(
        project("p", card(tuple(points[: len(weights)]), "c")),
        clienteles=(clientele("c", tuple(weights)),),
    )
    place = evaluate(of, ORIGIN).place(ProjectId("p"), ClienteleId("c"))
    assert place is not None
    sums = arithmetic(place, RUBRIC)
    columns = [sums.weights, sums.possible]
    for span in (sums.earned, sums.unrealised, sums.level_sum):
        columns += [span.low, span.high]
    for column in columns:
        assert sum(column.addends) == column.total
        rows = sum(round_half_up(addend, column.digits) for addend in column.addends)
        assert rows + column.rounding == round_half_up(column.total, column.digits)


def test_every_state_of_the_sample_with_parts_has_an_arithmetic() -> None:
    for place in board(EVERY_STATE).rankings[0].places:
        if place.score.parts and place.score.low is not None:
            sums = arithmetic(place, RUBRIC)
            assert sums.earned.low.total == place.score.low
