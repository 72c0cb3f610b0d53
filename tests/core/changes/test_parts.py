"""The split of one contribution's change into its four parts."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from cvcgen.core.changes.parts import Factors, Parts, split_change
from tests.core.strategies import law

positive = st.fractions(min_value=Fraction(1, 50), max_value=1, max_denominator=50)
factors = st.builds(
    Factors,
    weight=positive.map(lambda share: 100 * share),
    coverage=positive,
    points=st.fractions(min_value=0, max_value=5, max_denominator=4),
    maximum=st.fractions(min_value=1, max_value=9, max_denominator=4),
)


@law
@given(factors, factors)
def test_the_parts_sum_to_the_change_and_swap_their_sign(before, after):
    parts, back = split_change(before, after), split_change(after, before)
    assert sum(listed(parts)) == brings(after) - brings(before)
    assert listed(back) == [-part for part in listed(parts)]


@law
@given(factors, factors)
def test_a_factor_that_stayed_has_no_part(before, after):
    same_weight = Factors(before.weight, after.coverage, after.points, after.maximum)
    same_points = Factors(after.weight, after.coverage, before.points, after.maximum)
    same_maximum = Factors(after.weight, after.coverage, after.points, before.maximum)
    assert split_change(before, same_weight).weight == 0
    assert split_change(before, same_points).rating == 0
    assert split_change(before, same_maximum).rubric == 0


def test_a_part_alone_is_the_whole_change():
    before = Factors(Fraction(20), Fraction(4, 5), Fraction(3), Fraction(5))
    after = Factors(Fraction(20), Fraction(1), Fraction(3), Fraction(5))
    assert split_change(before, after) == Parts(*map(Fraction, (0, -3, 0, 0)))


def listed(parts: Parts) -> list[Fraction]:
    return [parts.weight, parts.coverage, parts.rating, parts.rubric]


def brings(found: Factors) -> Fraction:
    return found.weight / found.coverage * found.points / found.maximum
