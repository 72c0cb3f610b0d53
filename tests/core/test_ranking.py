"""Ranks: the number of projects strictly better, ties as data, and who has no rank."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import combinations_with_replacement, permutations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cvcgen.core.exact import ENGLISH, format_number
from cvcgen.core.model import (
    Catalogue,
    ClienteleId,
    Feasibility,
    Language,
    NotConcerned,
    Origin,
    Project,
    ProjectId,
    Site,
)
from cvcgen.core.ranking import (
    LEAST_COVERAGE,
    Place,
    Ranking,
    Unranked,
    competition_ranks,
    evaluate,
    rank_clientele,
)
from tests.core.grids import NO_TEXT, grid, project, published, scorecard
from tests.core.strategies import law, percents

FOUR = grid("40 30 20 10")
NAMES = "abcdefghijkl"


def ranked_by(*totals: str, names: str = NAMES) -> Ranking:
    """The ranking of published totals, the projects named a, b, c, …"""
    projects = [
        project(name, published(total)) for name, total in zip(names, totals, strict=False)
    ]
    return rank_clientele(FOUR.clientele, FOUR.rubric, projects)


def of(
    ratings: str, *, feasibility: Feasibility = Feasibility.FEASIBLE, name: str = "a"
) -> Place:
    """The only place of a ranking of one."""
    [place] = rank_clientele(
        FOUR.clientele,
        FOUR.rubric,
        [project(name, scorecard(ratings), feasibility=feasibility)],
    ).places
    return place


def small_rankings() -> Iterator[Ranking]:
    """Every ranking of up to four projects with totals out of five, near ones among them."""
    some = ["0", "45", "45.04", "45.05", "100"]
    for count in range(5):
        for totals in product(some, repeat=count):
            yield ranked_by(*totals)


def assert_rank_is_one_more_than_the_number_strictly_better(ranking: Ranking) -> None:
    totals = [place.score.total for place in ranking.ranked]
    for place in ranking.ranked:
        assert place.rank == 1 + sum(total > place.score.total for total in totals)
        assert place.tied == (totals.count(place.score.total) > 1)


def assert_printed_alike_only_if_tied(ranking: Ranking) -> None:
    shown = {
        (format_number(place.score.total, place.digits, ENGLISH), place.score.total)
        for place in ranking.places
        if place.score.total is not None
    }
    assert len({text for text, _ in shown}) == len({total for _, total in shown}) == len(shown)


def test_rank_is_one_more_than_the_number_strictly_better_on_every_small_case() -> None:
    for ranking in small_rankings():
        assert_rank_is_one_more_than_the_number_strictly_better(ranking)


def test_totals_print_alike_only_if_tied_on_every_small_case() -> None:
    for ranking in small_rankings():
        assert_printed_alike_only_if_tied(ranking)


@law
@given(st.lists(percents, max_size=12))
def test_laws_of_ranking(totals: list[Fraction]) -> None:
    ranking = ranked_by(*map(str, totals))
    assert_rank_is_one_more_than_the_number_strictly_better(ranking)
    assert_printed_alike_only_if_tied(ranking)
    ranks = [place.rank for place in ranking.places]
    assert ranks == sorted(ranks)


def test_competition_ranks_skip_after_a_tie() -> None:
    totals = [Fraction(n) for n in ("62.5", 45, 45, "37.5", 20)]
    assert competition_ranks(totals) == (1, 2, 2, 4, 5)
    assert competition_ranks([]) == ()
    assert competition_ranks([Fraction(7)] * 3) == (1, 1, 1)


def test_competition_ranks_of_every_small_case() -> None:
    for totals in combinations_with_replacement(map(Fraction, range(4)), 5):
        best_first = totals[::-1]
        expected = tuple(1 + sum(other > total for other in totals) for total in best_first)
        assert competition_ranks(best_first) == expected


def test_the_order_of_the_projects_does_not_matter() -> None:
    projects = [
        project("a", published("45")),
        project("b", scorecard("5 5 - 0")),
        project("c", published("45")),
        project("d", published("62.5"), feasibility=Feasibility.NOT_FEASIBLE),
    ]
    rankings = {
        rank_clientele(FOUR.clientele, FOUR.rubric, order) for order in permutations(projects)
    }
    assert len(rankings) == 1


def test_places_go_from_best_to_last_and_ties_by_project_id() -> None:
    ranking = ranked_by("20", "45", "62.5", "45", names="dcba")
    assert [(place.rank, place.project, place.tied) for place in ranking.places] == [
        (1, "b", False),
        (2, "a", True),
        (2, "c", True),
        (4, "d", False),
    ]


def test_more_than_nine_places_are_in_numeric_order() -> None:
    ranking = ranked_by(*(str(total) for total in range(12)))
    assert [place.rank for place in ranking.places] == list(range(1, 13))


def test_unranked_places_come_last_by_reason_and_project_id() -> None:
    projects = [
        project("a", published("90"), feasibility=Feasibility.NOT_FEASIBLE),
        project("b", scorecard("n/a n/a 5 5")),
        project("c", scorecard("5 5 5 -")),
        project("d", scorecard("n/a n/a n/a n/a")),
        project("e", scorecard("5 - - -")),
        project("f", published("10")),
    ]
    ranking = rank_clientele(FOUR.clientele, FOUR.rubric, projects)
    assert [(place.project, place.rank, place.unranked) for place in ranking.places] == [
        ("f", 1, None),
        ("d", None, Unranked.EMPTY),
        ("c", None, Unranked.INCOMPLETE),
        ("e", None, Unranked.INCOMPLETE),
        ("b", None, Unranked.LOW_COVERAGE),
        ("a", None, Unranked.NOT_FEASIBLE),
    ]
    assert not any(place.tied for place in ranking.places)
    assert ranking.ranked + ranking.unranked == ranking.places
    assert [place.project for place in ranking.ranked] == ["f"]
    assert ranking.clientele == "c"


@pytest.mark.parametrize(
    ("ratings", "reason"),
    [
        ("5 5 5 5", None),
        ("0 0 0 0", None),
        ("5 5 5 -", Unranked.INCOMPLETE),
        ("- - - -", Unranked.INCOMPLETE),
        ("n/a n/a n/a n/a", Unranked.EMPTY),
        ("5 5 5 n/a", None),  # 90 % of the weight
        ("5 5 n/a 5", None),  # exactly 80 %
        ("5 5 n/a n/a", Unranked.LOW_COVERAGE),  # 70 %
        ("5 - n/a n/a", Unranked.INCOMPLETE),
    ],
)
def test_what_is_not_comparable_has_no_rank(ratings: str, reason: Unranked | None) -> None:
    place = of(ratings)
    assert place.unranked is reason
    assert place.rank == (1 if reason is None else None)


def test_coverage_just_below_the_least_has_no_rank() -> None:
    assert Fraction(4, 5) == LEAST_COVERAGE
    just_below = grid("79.999 20.001")
    [place] = rank_clientele(
        just_below.clientele, just_below.rubric, [project("a", scorecard("5 n/a"))]
    ).places
    assert place.unranked is Unranked.LOW_COVERAGE


@pytest.mark.parametrize("feasibility", list(Feasibility))
def test_only_not_feasible_is_set_aside(feasibility: Feasibility) -> None:
    place = of("5 3 1 0", feasibility=feasibility)
    not_feasible = feasibility is Feasibility.NOT_FEASIBLE
    assert place.unranked is (Unranked.NOT_FEASIBLE if not_feasible else None)
    assert place.score.total == 62


def test_a_missing_rating_is_said_before_feasibility() -> None:
    assert of("5 3 -  0", feasibility=Feasibility.NOT_FEASIBLE).unranked is Unranked.INCOMPLETE
    low = of("5 5 n/a n/a", feasibility=Feasibility.NOT_FEASIBLE)
    assert low.unranked is Unranked.LOW_COVERAGE


def test_the_ranked_places_are_counted_however_the_ranking_was_made() -> None:
    for ratings in product(("5 3 1 0", "5 3 1 -", "n/a 5 5 5"), repeat=3):
        projects = [project(n, scorecard(r)) for n, r in zip("abc", ratings, strict=True)]
        made = rank_clientele(FOUR.clientele, FOUR.rubric, projects)
        assert made.ranked_count == sum(place.rank is not None for place in made.places)
        assert made.ranked == tuple(place for place in made.places if place.rank is not None)
        assert replace(made, places=made.unranked).ranked_count == 0


def test_what_has_no_rank_neither_ties_nor_takes_a_place() -> None:
    projects = [
        project("a", published("45")),
        project("b", published("45"), feasibility=Feasibility.NOT_FEASIBLE),
        project("c", published("20")),
        project("d", published("90"), feasibility=Feasibility.NOT_FEASIBLE),
    ]
    ranking = rank_clientele(FOUR.clientele, FOUR.rubric, projects)
    assert [(place.project, place.rank, place.tied) for place in ranking.places] == [
        ("a", 1, False),
        ("c", 2, False),
        ("b", None, False),
        ("d", None, False),
    ]


def test_unranked_totals_get_telling_digits_too() -> None:
    projects = [
        project("a", published("45.01")),
        project("b", published("45.02"), feasibility=Feasibility.NOT_FEASIBLE),
        project("c", scorecard("5 5 5 -")),
    ]
    ranking = rank_clientele(FOUR.clientele, FOUR.rubric, projects)
    assert {place.project: place.digits for place in ranking.places} == {"a": 2, "b": 2, "c": 1}


def test_not_concerned_and_without_a_scorecard_have_no_place() -> None:
    projects = [
        project("a", NotConcerned(ClienteleId("c"), NO_TEXT)),
        project("b"),
        project("d", published("50", clientele="other")),
        project("e", published("50")),
    ]
    ranking = rank_clientele(FOUR.clientele, FOUR.rubric, projects)
    assert [place.project for place in ranking.places] == ["e"]


def two_clienteles() -> Catalogue:
    first, second = grid("60 40", name="a"), grid("40 60", "0 1", name="b", scale="yes-no")
    cards = {
        "p": (scorecard("5 0", clientele="a"), scorecard("1 0", clientele="b")),
        "q": (scorecard("0 5", clientele="a"), scorecard("0 1", clientele="b")),
        "r": (published("99", clientele="b"),),
    }
    projects: tuple[Project, ...] = tuple(project(name, *cards[name]) for name in sorted(cards))
    return Catalogue(
        Site(NO_TEXT, (Language("fr"),)),
        rubrics=(first.rubric, second.rubric),
        clienteles=(first.clientele, second.clientele),
        projects=projects,
    )


def test_each_clientele_has_its_own_ranking_and_rubric() -> None:
    board = evaluate(two_clienteles(), Origin("here"))
    assert board.origin == Origin("here")
    assert [ranking.clientele for ranking in board.rankings] == ["a", "b"]
    assert [
        [(place.project, place.rank, place.score.total) for place in ranking.places]
        for ranking in board.rankings
    ] == [
        [("p", 1, 60), ("q", 2, 40)],
        [("r", 1, 99), ("q", 2, 60), ("p", 3, 40)],
    ]


def test_a_scoreboard_finds_rankings_and_places_by_id() -> None:
    board = evaluate(two_clienteles(), Origin("here"))
    a, b = ClienteleId("a"), ClienteleId("b")
    assert [board.ranking(name) for name in (a, b)] == list(board.rankings)
    place = board.place(ProjectId("q"), b)
    assert place is not None
    assert (place.project, place.score.clientele, place.rank) == ("q", "b", 2)
    assert board.place(ProjectId("r"), a) is None
    assert board.place(ProjectId("nobody"), a) is None
