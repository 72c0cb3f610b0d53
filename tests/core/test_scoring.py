"""The laws of scoring: over every small grid and vector of ratings, then over random ones."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import permutations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cvcgen.core.model import (
    ClienteleId,
    NotApplicable,
    NotRated,
    ProjectId,
    Rated,
    RatedScorecard,
    ValueId,
)
from cvcgen.core.scoring import (
    Completeness,
    LevelSubtotal,
    Score,
    combine,
    level_subtotals,
    score_published,
    score_ratings,
    weight_shares,
)
from tests.core.grids import (
    NOT_APPLICABLE,
    NOT_RATED,
    Grid,
    grid,
    published,
    scorecard,
)
from tests.core.strategies import complete, grids, law, mixed, percents, weights

SMALL_GRIDS = [
    grid("= = ="),
    grid("50 30 20"),
    grid("98 1.5 0.5"),
    grid("33.3 33.3 33.4"),
    grid("7 11 13", "0 1 3 9", total=31),
    grid("60 30 10", "1 2.5 4"),
    grid("60 40", "0 0.1 0.25 1 100"),
    grid("100", "0 1 2 3 4 5 6"),
]
Ratings = tuple[object, ...] | list[str]


def small_cases(*others: str) -> Iterator[tuple[Grid, Ratings]]:
    """Every vector of ratings of every small grid."""
    return (
        (small, ratings) for small in SMALL_GRIDS for ratings in small.every_rating(*others)
    )


def formula(weights: list[Fraction], ratings: Ratings, maximum: Fraction) -> Fraction:
    """docs/method.md §2.2, word by word: S = 100 · Σ w·r / (R · Σ w)."""
    earned = sum(w * Fraction(str(r)) for w, r in zip(weights, ratings, strict=True))
    return 100 * earned / (maximum * sum(weights))


def weights_of(found: Grid) -> list[Fraction]:
    return [entry.weight or Fraction(1) for entry in found.clientele.pyramid]


def assert_parts_sum_to_the_total(found: Grid, ratings: Ratings) -> None:
    score = found.score(ratings)
    assert sum(part.earned for part in score.parts) == score.total
    assert sum(part.possible for part in score.parts) == 100
    assert sum(part.weight for part in score.parts) == 100
    assert score.total + sum(part.unrealised for part in score.parts) == 100
    for part in score.parts:
        assert part.earned == part.possible * part.share
        assert 0 <= part.earned <= part.possible


def assert_level_subtotals_sum_to_the_total(found: Grid, ratings: Ratings) -> None:
    score = found.score(ratings)
    subtotals = level_subtotals(score, found.rubric)
    assert tuple(subtotal.points for subtotal in subtotals) == found.points
    assert sum(subtotal.earned for subtotal in subtotals) == score.total
    assert sum(subtotal.count for subtotal in subtotals) == len(ratings)


def completions(ratings: Ratings, found: Grid) -> Iterator[Ratings]:
    """Every way to rate what is not rated yet."""
    return product(*(found.points if r == NOT_RATED else (r,) for r in ratings))


def with_missing_as(points: Fraction, ratings: Ratings) -> Ratings:
    return [str(points) if rating == NOT_RATED else str(rating) for rating in ratings]


def test_total_is_the_formula_on_every_small_case() -> None:
    for found, ratings in small_cases():
        score = found.score(ratings)
        expected = formula(weights_of(found), ratings, found.rubric.maximum)
        assert (score.total, score.low, score.high) == (expected,) * 3
        assert score.completeness is Completeness.COMPLETE
        assert score.coverage == 1
        assert score.missing == ()


@law
@given(complete())
def test_total_is_the_formula(case: tuple[Grid, list[str]]) -> None:
    found, ratings = case
    expected = formula(weights_of(found), ratings, found.rubric.maximum)
    assert found.score(ratings).total == expected


def test_parts_sum_to_the_total_exactly_on_every_small_case() -> None:
    for found, ratings in small_cases():
        assert_parts_sum_to_the_total(found, ratings)
        assert_level_subtotals_sum_to_the_total(found, ratings)


@law
@given(complete())
def test_parts_sum_to_the_total_exactly(case: tuple[Grid, list[str]]) -> None:
    assert_parts_sum_to_the_total(*case)
    assert_level_subtotals_sum_to_the_total(*case)


def test_total_lies_between_0_and_100_and_only_extremes_reach_them() -> None:
    for found, ratings in small_cases():
        total = found.score(ratings).total
        assert total is not None
        assert 0 <= total <= 100
        assert (total == 100) == (set(ratings) == {found.rubric.maximum})
        assert (total == 0) == (set(ratings) == {Fraction(0)})


@law
@given(mixed())
def test_what_is_remembered_between_cards_is_the_plain_arithmetic(
    case: tuple[Grid, list[str]],
) -> None:
    found, ratings = case
    shares = weight_shares(found.clientele)
    applicable = [v for v, r in zip(shares, ratings, strict=True) if r != NOT_APPLICABLE]
    coverage = sum((shares[value] for value in applicable), Fraction(0))
    score = found.score(ratings)
    assert score.coverage == coverage
    for part, rating in zip(score.parts, ratings, strict=True):
        applies, rated = rating != NOT_APPLICABLE, rating not in {NOT_APPLICABLE, NOT_RATED}
        share = Fraction(rating) / found.rubric.maximum if rated else None
        possible = 100 * shares[part.value] / coverage if applies else 0
        assert part.weight == 100 * shares[part.value]
        assert part.possible == possible
        assert part.share == share
        assert part.earned == (0 if not applies else share and possible * share)


@law
@given(mixed())
def test_everything_lies_within_its_bounds(case: tuple[Grid, list[str]]) -> None:
    found, ratings = case
    score = found.score(ratings)
    assert 0 <= score.coverage <= 1
    if score.completeness is Completeness.EMPTY:
        return
    assert score.low is not None
    assert score.high is not None
    assert 0 <= score.low <= score.high <= 100
    assert sum(part.possible for part in score.parts) == 100


def test_raising_one_rating_raises_the_total_on_every_small_case() -> None:
    for found, ratings in small_cases():
        total = found.score(ratings).total
        for place, points in product(range(len(ratings)), found.points):
            if points > ratings[place]:
                higher = (*ratings[:place], points, *ratings[place + 1 :])
                assert found.score(higher).total > total


@law
@given(mixed(), st.data())
def test_raising_one_rating_never_lowers_a_bound(
    case: tuple[Grid, list[str]], data: st.DataObject
) -> None:
    found, ratings = case
    place = data.draw(st.integers(0, len(ratings) - 1))
    if ratings[place] in (NOT_RATED, NOT_APPLICABLE):
        return
    higher = data.draw(
        st.sampled_from([p for p in found.points if p >= Fraction(ratings[place])])
    )
    before = found.score(ratings)
    after = found.score([*ratings[:place], str(higher), *ratings[place + 1 :]])
    assert after.low >= before.low
    assert after.high >= before.high


@law
@given(mixed(), st.integers(2, 1000), st.integers(1, 999))
def test_scaling_all_weights_changes_nothing(
    case: tuple[Grid, list[str]], numerator: int, denominator: int
) -> None:
    found, ratings = case
    scale = Fraction(numerator, denominator)
    scaled = grid([weight * scale for weight in weights_of(found)], found.points)
    assert scaled.score(ratings) == found.score(ratings)


@pytest.mark.parametrize("scale", ["0.01", "1/3", "17"])
def test_scaling_all_weights_changes_nothing_on_every_small_case(scale: str) -> None:
    for found in SMALL_GRIDS:
        scaled = grid([weight * Fraction(scale) for weight in weights_of(found)], found.points)
        for ratings in found.every_rating(NOT_RATED, NOT_APPLICABLE):
            assert scaled.score(ratings) == found.score(ratings)


def permuted(found: Grid, ratings: Ratings, order: tuple[int, ...]) -> Score:
    """The score where the pyramid lists its values in another order."""
    moved = grid(
        [weights_of(found)[place] for place in order],
        found.points,
        values=[found.values[place] for place in order],
    )
    return moved.score([ratings[place] for place in order])


def assert_same_but_for_order(score: Score, other: Score) -> None:
    assert (score.total, score.low, score.high) == (other.total, other.low, other.high)
    assert (score.coverage, score.completeness) == (other.coverage, other.completeness)
    assert set(score.parts) == set(other.parts)


def test_permuting_the_values_changes_nothing_on_every_small_case() -> None:
    for found, ratings in small_cases(NOT_RATED):
        for order in permutations(range(len(ratings))):
            moved = permuted(found, ratings, order)
            assert_same_but_for_order(moved, found.score(ratings))


@law
@given(mixed(), st.data())
def test_permuting_the_values_changes_nothing(
    case: tuple[Grid, list[str]], data: st.DataObject
) -> None:
    found, ratings = case
    order = tuple(data.draw(st.permutations(range(len(ratings)))))
    assert_same_but_for_order(permuted(found, ratings, order), found.score(ratings))


@pytest.mark.parametrize("equal", ["= = =", "100 100 100", "0.1 0.1 0.1", "33 33 33"])
def test_equal_weights_are_the_version_1_formula(equal: str) -> None:
    """docs/method.md §2.2: S = 100 · points / (n · R)."""
    found = grid(equal)
    for ratings in found.every_rating():
        assert found.score(ratings).total == 100 * sum(ratings) / (3 * 5)


def test_equal_weights_are_those_of_the_kind_whatever_is_written() -> None:
    assert grid("= = = =").score("5 5 0 0") == grid("1 1 1 1").score("5 5 0 0")


def assert_interval_is_tight(found: Grid, ratings: Ratings) -> None:
    """It contains every completion, and two of them are its ends."""
    score = found.score(ratings)
    totals = [found.score(completion).total for completion in completions(ratings, found)]
    assert (min(totals), max(totals)) == (score.low, score.high)
    assert (score.total is None) == (NOT_RATED in ratings)
    assert score.completeness is (
        Completeness.INCOMPLETE if NOT_RATED in ratings else Completeness.COMPLETE
    )


def test_interval_contains_every_completion_and_is_tight() -> None:
    for found, ratings in small_cases(NOT_RATED, NOT_APPLICABLE):
        if set(ratings) != {NOT_APPLICABLE}:
            assert_interval_is_tight(found, ratings)


@law
@given(mixed(), st.data())
def test_interval_is_the_lowest_and_the_highest_completion(
    case: tuple[Grid, list[str]], data: st.DataObject
) -> None:
    found, ratings = case
    score = found.score(ratings)
    if score.completeness is Completeness.EMPTY:
        return
    assert found.score(with_missing_as(found.points[0], ratings)).total == score.low
    assert found.score(with_missing_as(found.points[-1], ratings)).total == score.high
    some = data.draw(st.sampled_from(found.points))
    assert score.low <= found.score(with_missing_as(some, ratings)).total <= score.high


def test_interval_starts_at_the_lowest_level_where_the_rubric_has_no_0() -> None:
    score = grid("60 40", "1 2 4").score("4 -")
    assert (score.low, score.high) == (70, 100)


def test_nothing_rated_gives_the_whole_interval() -> None:
    score = grid("50 30 20").score("- - -")
    assert (score.low, score.total, score.high) == (0, None, 100)
    assert score.missing == ("v01", "v02", "v03")


def without(found: Grid, ratings: Ratings) -> tuple[Grid, Ratings]:
    """The grid and the ratings as if the values that do not apply had never been there."""
    kept = [place for place, rating in enumerate(ratings) if rating != NOT_APPLICABLE]
    weights = [weights_of(found)[place] for place in kept]
    names = [found.values[place] for place in kept]
    return grid(weights, found.points, values=names), [ratings[place] for place in kept]


def test_not_applicable_is_as_if_the_value_were_not_in_the_pyramid() -> None:
    for found, ratings in small_cases(NOT_RATED, NOT_APPLICABLE):
        if set(ratings) == {NOT_APPLICABLE}:
            continue
        score = found.score(ratings)
        smaller, kept = without(found, ratings)
        alone = smaller.score(kept)
        assert (score.total, score.low, score.high) == (alone.total, alone.low, alone.high)
        assert score.missing == alone.missing
        assert [part.possible for part in score.parts if part.possible] == [
            part.possible for part in alone.parts
        ]


def test_coverage_is_the_share_of_the_weight_that_applies() -> None:
    for found, ratings in small_cases(NOT_RATED, NOT_APPLICABLE):
        weights = weights_of(found)
        applies = sum(
            (w for w, r in zip(weights, ratings, strict=True) if r != NOT_APPLICABLE),
            Fraction(0),
        )
        assert found.score(ratings).coverage == applies / sum(weights)


@pytest.mark.parametrize("found", SMALL_GRIDS)
def test_where_no_value_applies_there_is_neither_total_nor_interval(found: Grid) -> None:
    score = found.score([NOT_APPLICABLE] * len(found.values))
    assert score.completeness is Completeness.EMPTY
    assert (score.total, score.low, score.high) == (None, None, None)
    assert score.coverage == 0
    assert [part.earned for part in score.parts] == [0] * len(found.values)
    assert score.missing == ()


def test_0_is_an_assessment_and_differs_from_the_empty_looking_states() -> None:
    found = grid("60 40")
    assert found.score("5 0").total == 60
    assert found.score("5 -").total is None
    assert found.score("5 n/a").total == 100


def test_parts_say_where_each_percent_comes_from() -> None:
    score = grid("50 25 15 10", total=100).score("3 n/a - 0")
    rated, dropped, missing, zero = score.parts
    assert (rated.value, rated.points, rated.weight) == ("v01", 3, 50)
    assert (rated.possible, rated.share, rated.earned) == (Fraction(200, 3), Fraction(3, 5), 40)
    assert rated.unrealised == Fraction(80, 3)
    assert (dropped.points, dropped.weight, dropped.possible) == (None, 25, 0)
    assert (dropped.share, dropped.earned, dropped.unrealised) == (None, 0, 0)
    assert (missing.points, missing.weight, missing.possible) == (None, 15, 20)
    assert (missing.share, missing.earned, missing.unrealised) == (None, None, None)
    assert (zero.points, zero.share, zero.earned, zero.unrealised) == (0, 0, 0, Fraction(40, 3))
    assert [type(part.rating) for part in score.parts] == [
        Rated,
        NotApplicable,
        NotRated,
        Rated,
    ]
    assert (score.low, score.high, score.coverage) == (40, 60, Fraction(3, 4))
    assert score.missing == ("v03",)


def test_parts_stand_in_the_order_of_the_pyramid_not_of_the_ratings() -> None:
    score = grid("50 30 20", values=["zeal", "care", "mercy"]).score("5 3 0")
    assert [part.value for part in score.parts] == ["zeal", "care", "mercy"]
    assert [part.earned for part in score.parts] == [50, 18, 0]


def test_value_without_a_rating_counts_as_not_rated() -> None:
    found = grid("50 30 20")
    card = scorecard("5 3 -")
    shorter = RatedScorecard(card.clientele, card.ratings[:2])
    score = score_ratings(ProjectId("p"), shorter, found.clientele, found.rubric)
    assert score == found.score("5 3 -")


def test_rating_of_a_value_outside_the_pyramid_counts_nothing() -> None:
    found = grid("50 30 20")
    score = score_ratings(ProjectId("p"), scorecard("5 3 0 5"), found.clientele, found.rubric)
    assert score == found.score("5 3 0")


def test_score_names_its_project_and_clientele() -> None:
    found = grid("60 40", name="citoyens")
    for ratings in ("5 3", "n/a n/a"):
        card = scorecard(ratings, clientele="citoyens")
        score = score_ratings(ProjectId("rappel"), card, found.clientele, found.rubric)
        assert (score.project, score.clientele) == ("rappel", "citoyens")


def test_published_total_is_a_score_without_parts() -> None:
    score = score_published(ProjectId("rappel"), published("37.5", clientele="clients-2019"))
    assert score == Score(
        project=ProjectId("rappel"),
        clientele=ClienteleId("clients-2019"),
        completeness=Completeness.PUBLISHED,
        total=Fraction("37.5"),
        low=Fraction("37.5"),
        high=Fraction("37.5"),
        coverage=Fraction(1),
        parts=(),
    )
    assert score.missing == ()


def test_level_subtotals_group_the_parts_by_points() -> None:
    found = grid("40 30 20 10")
    assert level_subtotals(found.score("5 3 5 n/a"), found.rubric) == (
        LevelSubtotal(Fraction(0), 0, Fraction(0)),
        LevelSubtotal(Fraction(1), 0, Fraction(0)),
        LevelSubtotal(Fraction(3), 1, Fraction(20)),
        LevelSubtotal(Fraction(5), 2, Fraction(200, 3)),
    )


def test_level_subtotals_of_an_incomplete_score_sum_to_what_is_earned_so_far() -> None:
    for found, ratings in small_cases(NOT_RATED, NOT_APPLICABLE):
        score = found.score(ratings)
        so_far = sum(part.earned for part in score.parts if part.earned is not None)
        assert sum(level.earned for level in level_subtotals(score, found.rubric)) == so_far


def test_level_0_is_counted_though_it_earns_nothing() -> None:
    found = grid("60 30 10")
    nothing, *_ = level_subtotals(found.score("0 0 5"), found.rubric)
    assert (nothing.count, nothing.earned) == (2, 0)


def test_weight_shares_are_in_the_order_of_the_pyramid_and_sum_to_1() -> None:
    shares = weight_shares(grid("60 30 10", values=["b", "c", "a"]).clientele)
    assert list(shares.items()) == [
        (ValueId("b"), Fraction(3, 5)),
        (ValueId("c"), Fraction(3, 10)),
        (ValueId("a"), Fraction(1, 10)),
    ]


def test_a_value_without_a_weight_among_weighted_ones_weighs_nothing() -> None:
    """Such content is an error and is never published; it is computed for its diagnostics."""
    assert list(weight_shares(grid("= 30 10").clientele).values()) == [
        0,
        Fraction(3, 4),
        Fraction(1, 4),
    ]


@law
@given(grids())
def test_weight_shares_sum_to_1(found: Grid) -> None:
    assert sum(weight_shares(found.clientele).values()) == 1


def test_combining_renormalises_the_shares() -> None:
    totals = [Fraction("52.4"), Fraction("40.8")]
    percent = combine(zip(totals, [Fraction(70), Fraction(30)], strict=True))
    assert percent == combine(zip(totals, [Fraction("0.7"), Fraction("0.3")], strict=True))
    assert combine([(Fraction(40), Fraction(1, 7))]) == 40


@law
@given(st.lists(st.tuples(percents, weights.map(Fraction)), min_size=1, max_size=8))
def test_combination_lies_between_the_totals(pairs: list[tuple[Fraction, Fraction]]) -> None:
    totals = [total for total, _ in pairs]
    assert min(totals) <= combine(pairs) <= max(totals)
