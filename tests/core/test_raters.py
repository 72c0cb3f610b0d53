"""Several raters: the rating that counts, over all small cases, and how far they agree."""

from dataclasses import replace
from fractions import Fraction
from itertools import permutations, product
from statistics import median_low

from cvcgen.core.model import (
    Language,
    NotApplicable,
    NotRated,
    Rated,
    RaterId,
    RaterPoints,
    RatersRule,
    Text,
)
from cvcgen.core.raters import (
    agreeing_share,
    agreement,
    counting_points,
    in_order,
    raters_by_id,
)
from tests.core.changes.catalogues import french
from tests.core.grids import NO_TEXT, grid, scorecard

RUBRIC = grid("100").rubric
LEVELS = ("0", "1", "3", "5")


def given(*points: str | None) -> tuple[RaterPoints, ...]:
    names = "ABCDEF"
    return tuple(
        RaterPoints(RaterId(name), None if one is None else Fraction(one))
        for name, one in zip(names, points, strict=False)
    )


def measured(*points: str | None):
    return agreement(Rated("v", Fraction(0), by_rater=given(*points)), RUBRIC)


def test_the_median_of_all_small_cases_is_a_level_that_a_rater_gave() -> None:
    for size in range(1, 6):
        for points in product(LEVELS, repeat=size):
            found = counting_points(RatersRule.MEDIAN, given(*points), None)
            assert found == median_low(Fraction(one) for one in points)


def test_the_order_of_the_raters_means_nothing() -> None:
    for rule in RatersRule:
        found = {counting_points(rule, given(*p), None) for p in permutations("0155")}
        assert len(found) == 1


def test_a_missing_rater_leaves_the_median_open() -> None:
    assert counting_points(RatersRule.MEDIAN, given("5", None, "5"), None) is None


def test_a_consensus_is_what_was_agreed_or_what_all_gave() -> None:
    assert counting_points(RatersRule.CONSENSUS, given("3", "5"), Fraction(5)) == 5
    assert counting_points(RatersRule.CONSENSUS, given("3", "3"), Fraction(5)) == 5
    assert counting_points(RatersRule.CONSENSUS, given("3", "3"), None) == 3
    assert counting_points(RatersRule.CONSENSUS, given("3", "5"), None) is None
    assert counting_points(RatersRule.CONSENSUS, given("3", None), None) is None
    assert counting_points(RatersRule.CONSENSUS, given("3", None), Fraction(3)) == 3


def test_without_raters_the_points_are_the_points() -> None:
    for rule in (None, *RatersRule):
        assert counting_points(rule, (), Fraction(3)) == 3
        assert counting_points(rule, (), None) is None


def test_agreement_counts_pairs_and_levels() -> None:
    found = measured("5", "3", "5")
    assert found is not None
    assert (found.same, found.pairs, found.share) == (1, 3, Fraction(1, 3))
    assert (found.lowest, found.highest, found.steps) == (3, 5, 1)
    assert not found.disagrees


def test_two_levels_apart_is_a_disagreement_however_many_points_that_is() -> None:
    assert [measured("0", high).disagrees for high in LEVELS] == [False, False, True, True]
    assert not measured("3", "5").disagrees
    assert measured("1", "5").disagrees


def test_raters_who_have_not_rated_are_no_pair() -> None:
    found = measured("5", None, "0")
    assert found is not None
    assert (found.pairs, found.steps) == (1, 3)
    assert measured("5", None) is None
    assert measured() is None
    assert agreement(NotRated("v", by_rater=given("5", "1", None)), RUBRIC).steps == 2
    assert agreement(NotApplicable("v", NO_TEXT), RUBRIC) is None


def test_the_share_over_several_ratings_is_that_of_fleiss() -> None:
    """With as many raters each, the mean of the ratings' own shares (P̄)."""
    rows = [measured(*row) for row in (("5", "5", "3"), ("0", "0", "0"), ("0", "1", "3"))]
    own = [row.share for row in rows]
    assert own == [Fraction(1, 3), 1, 0]
    assert agreeing_share(rows) == sum(own) / 3
    assert agreeing_share([]) is None


def test_raters_are_called_as_in_the_default_language_and_stay_in_their_order() -> None:
    both = Text(((Language("en"), "Team B"), (Language("fr"), "B")))
    english = Text(((Language("en"), "Only English"),))
    card = replace(scorecard("5"), raters=(both, french("A"), english))
    raters = raters_by_id(card, Language("fr"))
    assert list(raters.items()) == [("B", both), ("A", french("A"))]
    rating = Rated("v", Fraction(0), by_rater=given("5", "3"))
    assert [one.rater for one in in_order(rating, raters)] == ["B", "A"]
