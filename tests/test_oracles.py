"""The figures that were computed or published before cvcgen: docs/method.md §1.2, §2.7, §2.8.

The site's method page promises that these are tested. Demonstration weights are those of
`content/`; ratings of W1 to W6 are illustrative.
"""

from collections import Counter, defaultdict
from fractions import Fraction
from functools import cache, reduce
from itertools import product
from math import prod
from operator import add
from pathlib import Path

import pytest

from cvcgen.app import evaluate_site
from cvcgen.core.exact import ENGLISH, format_number, format_percent, round_half_up
from cvcgen.core.model import ClienteleId, ProjectId, Rubric
from cvcgen.core.ranking import Place, Scoreboard, competition_ranks, rank_clientele
from cvcgen.core.reachable import ReachableTotals, reachable_totals
from cvcgen.core.scoring import Completeness, Score, combine, level_subtotals
from tests.core.grids import CITIZENS, PROFESSIONALS, Grid, grid, project, published, scorecard

ROOT = Path(__file__).resolve().parent.parent
VERSION_1 = grid("= = = = = = = =")
# Values in each pyramid's order: X and Y of docs/method.md §2.8.
X_FOR_CITIZENS = "5 0 3 5 3 1 0 3"
X_FOR_PROFESSIONALS = "3 1 5 3 1 0 0 0"
Y_FOR_CITIZENS = "3 5 3 3 1 3 1 1"

# In the order of the published table: project, percent, points of 40, rank, and how many of
# the 65 536 vectors of ratings give that total.
PUBLISHED = [
    ("personnalisation-site-web", "62.5", 25, 1, 2184),
    ("site-web-mobile", "20", 8, 6, 925),
    ("rappel-priorite-appel", "37.5", 15, 4, 4200),
    ("rvi-ligne-recouvrement", "35", 14, 5, 3752),
    ("verification-famille", "42.5", 17, 3, 4648),
    ("inscription-etudes-18-25", "45", 18, 2, 4732),
]


@pytest.fixture(scope="module")
def board() -> Scoreboard:
    """The scoreboard of this repository's own content."""
    evaluated = evaluate_site(ROOT)
    assert evaluated.scoreboard is not None
    return evaluated.scoreboard


@cache
def vectors_by_total(weights: str) -> Counter[Fraction]:
    """How many of the 65 536 vectors of ratings give each total.

    Every part comes from a score with one rated value; the totals are their sums.
    """
    found = grid(weights)
    earned = [
        [found.score(["0"] * place + [points] + ["0"] * (7 - place)).total for points in "0135"]
        for place in range(8)
    ]
    counts: Counter[Fraction] = Counter({Fraction(0): 1})
    for parts in earned:
        longer: Counter[Fraction] = Counter()
        for (total, count), part in product(counts.items(), parts):
            longer[total + part] += count
        counts = longer
    return counts


def version_1_totals() -> ReachableTotals:
    totals = reachable_totals(VERSION_1.clientele, VERSION_1.rubric)
    assert totals is not None
    return totals


def columns(score: Score, rubric: Rubric) -> list[str]:
    return [
        format_number(subtotal.earned, 1, ENGLISH)
        for subtotal in level_subtotals(score, rubric)
    ]


def earned(score: Score) -> list[Fraction | None]:
    return [part.earned for part in score.parts]


def percents(text: str) -> list[Fraction]:
    return [Fraction(percent) for percent in text.split()]


def test_w1_version_1() -> None:
    score = VERSION_1.score("3 3 5 5 5 1 0 3")
    assert score.total == Fraction(25, 40) * 100 == Fraction("62.5")
    assert sum(part.points for part in score.parts) == 25


def test_w2_x_for_citizens() -> None:
    citizens = grid(CITIZENS)
    score = citizens.score(X_FOR_CITIZENS)
    assert earned(score) == percents("18 0 8.4 13 7.2 2.2 0 3.6")
    assert score.total == Fraction("52.4")
    assert columns(score, citizens.rubric) == ["0.0", "2.2", "19.2", "31.0"]
    assert VERSION_1.score(X_FOR_CITIZENS).total == Fraction(20, 40) * 100


def test_w3_x_for_professionals() -> None:
    score = grid(PROFESSIONALS).score(X_FOR_PROFESSIONALS)
    assert earned(score) == percents("12 3.6 15 7.8 2.4 0 0 0")
    assert score.total == Fraction("40.8")


def test_w3_combination_of_both_clienteles() -> None:
    citizens = grid(CITIZENS).score(X_FOR_CITIZENS).total
    professionals = grid(PROFESSIONALS).score(X_FOR_PROFESSIONALS).total
    shares = percents("0.7 0.3")
    assert citizens * shares[0] == Fraction("36.68")
    assert professionals * shares[1] == Fraction("12.24")
    pairs = zip((citizens, professionals), shares, strict=True)
    assert combine(pairs) == Fraction("48.92")
    assert min(citizens, professionals) == Fraction("40.8")


def test_w4_autonomy_not_applicable() -> None:
    score = grid(CITIZENS).score("5 0 3 n/a 3 1 0 3")
    assert score.total == 100 * Fraction(197, 435)
    assert format_percent(score.total, 1, ENGLISH) == "45.3%"
    assert score.coverage == Fraction("0.87")


def test_w4_autonomy_rated_0() -> None:
    assert grid(CITIZENS).score("5 0 3 0 3 1 0 3").total == Fraction("39.4")


def test_w4_autonomy_not_rated() -> None:
    citizens = grid(CITIZENS)
    ratings = "5 0 3 - 3 1 0 3"
    score = citizens.score(ratings)
    assert (score.low, score.total, score.high) == (Fraction("39.4"), None, Fraction("52.4"))
    assert score.completeness is Completeness.INCOMPLETE
    [place] = rank_clientele(
        citizens.clientele, citizens.rubric, [project("x", scorecard(ratings))]
    ).places
    assert place.rank is None


def test_w5_y_passes_x_by_the_weights_alone() -> None:
    citizens = grid(CITIZENS)
    x, y = citizens.score(X_FOR_CITIZENS), citizens.score(Y_FOR_CITIZENS)
    assert earned(y) == percents("10.8 16 8.4 7.8 2.4 6.6 2 1.2")
    assert y.total == Fraction("55.2") > x.total
    equal = [VERSION_1.score(ratings).total for ratings in (X_FOR_CITIZENS, Y_FOR_CITIZENS)]
    assert equal == [50, 50]


def test_w6_competition_ranks() -> None:
    totals = percents("62.5 45 45 37.5 20")
    assert competition_ranks(totals) == (1, 2, 2, 4, 5)
    projects = [
        project(f"p{place}", published(str(total))) for place, total in enumerate(totals)
    ]
    ranking = rank_clientele(VERSION_1.clientele, VERSION_1.rubric, projects)
    assert [(place.rank, place.tied) for place in ranking.places] == [
        (1, False),
        (2, True),
        (2, True),
        (4, False),
        (5, False),
    ]


def test_display_rounds_half_up_where_python_does_not() -> None:
    expected = {("62.5", 0): ("63", 62), ("42.5", 0): ("43", 42), ("70.35", 1): ("70.4", 70.3)}
    for (number, digits), (shown, rounded_by_python) in expected.items():
        assert round_half_up(Fraction(number), digits) == Fraction(shown)
        assert format_number(Fraction(number), digits, ENGLISH) == shown
        assert round(float(number), digits) == rounded_by_python


def as_floats(weights: str, ratings: tuple[int, ...]) -> float:
    """The score as a spreadsheet computes it: weights as parts of 1, summed one by one."""
    parts = [int(w) / 100 * r for w, r in zip(weights.split(), ratings, strict=True)]
    return reduce(add, parts) / 5 * 100


def test_kindness_at_3_ties_with_agility_at_5_which_floats_would_break() -> None:
    kindness, agility = (0, 0, 0, 0, 0, 0, 3, 0), (0, 0, 0, 0, 0, 0, 0, 5)
    citizens = grid(CITIZENS)
    assert citizens.score(kindness).total == citizens.score(agility).total == 6
    assert as_floats(CITIZENS, kindness) == 6.000000000000001
    assert as_floats(CITIZENS, agility) == 6.0


def test_65536_vectors_give_450_scores_of_which_367_have_several_floats() -> None:
    citizens, floats = grid(CITIZENS), defaultdict(set)
    weights = [int(weight) for weight in CITIZENS.split()]
    for vector in product((0, 1, 3, 5), repeat=8):
        total = Fraction(sum(w * r for w, r in zip(weights, vector, strict=True)), 5)
        floats[total].add(as_floats(CITIZENS, vector))
    assert len(floats) == 450
    assert sum(len(values) > 1 for values in floats.values()) == 367
    assert set(floats) == set(vectors_by_total(CITIZENS))
    totals = reachable_totals(citizens.clientele, citizens.rubric)
    assert totals is not None
    assert sorted(floats) == list(totals.all())


def test_version_1_reaches_39_totals_0_to_36_38_and_40() -> None:
    points = [total * 40 / 100 for total in version_1_totals().all()]
    assert points == [*range(37), 38, 40]


@pytest.mark.parametrize("impossible", ["62", "92.5", "97.5", "63", "20.5"])
def test_what_version_1_cannot_give_is_not_reachable(impossible: str) -> None:
    assert not version_1_totals().shows_as(Fraction(impossible))


def test_62_lies_between_60_and_62_and_a_half() -> None:
    assert version_1_totals().nearest(Fraction(62)) == (60, Fraction("62.5"))


@pytest.mark.parametrize(
    ("percent", "points", "vectors"),
    [(percent, points, vectors) for _, percent, points, _, vectors in PUBLISHED],
)
def test_published_score_is_reached_by_so_many_ratings(
    percent: str, points: int, vectors: int
) -> None:
    total = Fraction(percent)
    assert total == Fraction(points, 40) * 100
    assert total in version_1_totals()
    assert vectors_by_total("= = = = = = = =")[total] == vectors


def test_all_vectors_of_version_1_are_counted() -> None:
    assert vectors_by_total("= = = = = = = =").total() == prod([4] * 8) == 65_536


@pytest.mark.parametrize(
    ("name", "percent", "rank"),
    [(name, percent, rank) for name, percent, _, rank, _ in PUBLISHED],
)
def test_content_has_the_published_score_and_rank_and_invents_no_ratings(
    board: Scoreboard, name: str, percent: str, rank: int
) -> None:
    place = place_in(board, name, "clients-2019")
    assert place.score.total == Fraction(percent)
    assert (place.rank, place.tied) == (rank, False)
    assert place.score.completeness is Completeness.PUBLISHED
    assert place.score.parts == ()


def test_content_ranks_nothing_else_with_the_version_1_method(board: Scoreboard) -> None:
    ranked = {place.project for place in board.ranking(ClienteleId("clients-2019")).places}
    assert ranked == {name for name, *_ in PUBLISHED}


@pytest.mark.parametrize(
    ("name", "ratings", "total"),
    [
        ("releve-remboursements-en-ligne", X_FOR_CITIZENS, "52.4"),
        ("messagerie-securisee", Y_FOR_CITIZENS, "55.2"),
    ],
)
def test_content_has_x_and_y(board: Scoreboard, name: str, ratings: str, total: str) -> None:
    score = place_in(board, name, "citoyens").score
    assert [part.points for part in score.parts] == percents(ratings)
    assert [part.weight for part in score.parts] == percents(CITIZENS)
    assert score.total == Fraction(total)


def test_content_has_x_for_professionals(board: Scoreboard) -> None:
    score = place_in(board, "releve-remboursements-en-ligne", "intervenants").score
    assert [part.points for part in score.parts] == percents(X_FOR_PROFESSIONALS)
    assert [part.weight for part in score.parts] == percents(PROFESSIONALS)
    assert score.total == Fraction("40.8")


def test_content_has_the_tie_that_floats_would_break(board: Scoreboard) -> None:
    kindness = place_in(board, "accueil-personnes-endeuillees", "citoyens")
    agility = place_in(board, "echeances-ajustables", "citoyens")
    assert [part.points for part in kindness.score.parts] == percents("0 0 0 0 0 0 3 0")
    assert [part.points for part in agility.score.parts] == percents("0 0 0 0 0 0 0 5")
    assert kindness.score.total == agility.score.total == 6
    assert kindness.rank == agility.rank
    assert kindness.tied
    assert agility.tied


def place_in(board: Scoreboard, name: str, clientele: str) -> Place:
    found = board.place(ProjectId(name), ClienteleId(clientele))
    assert found is not None
    return found


def every_single_step(found: Grid) -> list[Fraction]:
    """The total of each value alone at the highest level."""
    highest = str(found.rubric.maximum)
    count = len(found.values)
    return [
        found.score(["0"] * place + [highest] + ["0"] * (count - place - 1)).total
        for place in range(count)
    ]


@pytest.mark.parametrize("weights", [CITIZENS, PROFESSIONALS])
def test_a_value_alone_at_its_best_brings_its_weight(weights: str) -> None:
    assert every_single_step(grid(weights)) == percents(weights)
