"""Ratings that are looked up show what is reckoned from the score."""

from dataclasses import replace
from fractions import Fraction
from itertools import product

import pytest

from cvcgen.core.model import Catalogue, ClienteleId, ProjectId
from cvcgen.core.ranking import Place
from cvcgen.publish.views.context import PageContext
from cvcgen.publish.views.finding import say_strongest
from cvcgen.publish.views.knownratings import know_ratings
from cvcgen.publish.views.scorecard import show_scorecard
from tests.publish.little_sites import (
    catalogue,
    clientele,
    context,
    project,
    rated,
    rubric,
)

LEVELS = ("0", "1", "2.5", "5")
WEIGHTS = ({"a": "50", "b": "30", "c": "20"}, {"a": "33.34", "b": "33.33", "c": "33.33"}, "abc")
GENS = ClienteleId("gens")


def site(weights: object, explained: tuple[str, ...] = ()) -> Catalogue:
    """A project for each choice of levels."""
    cards = (dict(zip("abc", chosen, strict=True)) for chosen in product(LEVELS, repeat=3))
    projects = [
        project(f"p{number}", rated("gens", points, explained))
        for number, points in enumerate(cards)
    ]
    return catalogue([clientele("gens", weights)], projects, rubric(LEVELS))  # type: ignore[arg-type]


def both_ways(made: Catalogue, page: PageContext, place: Place) -> list[tuple[object, str]]:
    """Table and finding with what is known of the ratings, and without."""
    ways = []
    for known in (know_ratings(page, place), None):
        table = show_scorecard(page, place, made.rubrics[0], known)
        ways.append((replace(table, bare=False), say_strongest(page, place, known)))
    return ways


@pytest.mark.parametrize("weights", WEIGHTS)
def test_what_is_looked_up_is_what_is_reckoned(weights: object) -> None:
    made = site(weights)
    page = context(made, "en")
    for place in page.site.rankings[GENS].places:
        known, reckoned = both_ways(made, page, place)
        assert known == reckoned


def test_reasons_stay_with_their_ratings() -> None:
    made = site(WEIGHTS[0], explained=("b",))
    page = context(made, "en")
    place = page.site.places[ProjectId("p9"), GENS]
    known, reckoned = both_ways(made, page, place)
    assert known == reckoned
    table = show_scorecard(page, place, made.rubrics[0], know_ratings(page, place))
    found = know_ratings(page, place)
    assert found
    assert not found.bare
    assert not table.bare
    assert [row.reason is None for row in table.rows] == [True, False, True]


def test_bare_rows_are_the_same_views_on_all_pages() -> None:
    made = site(WEIGHTS[0])
    page = context(made, "en")
    tables = [
        show_scorecard(page, place, made.rubrics[0], know_ratings(page, place))
        for place in page.site.rankings[GENS].places
        if place.digits == 1
    ]
    assert all(table.bare for table in tables)
    assert len({id(row) for table in tables for row in table.rows}) == 3 * len(LEVELS)


@pytest.mark.parametrize(
    "points", [{"a": "5", "b": None}, {"a": "5", "b": "n/a"}, {"a": "3", "b": "5"}]
)
def test_nothing_is_known_where_not_all_are_rated_at_a_level(
    points: dict[str, str | None],
) -> None:
    plan = project("p", rated("gens", points))
    made = catalogue([clientele("gens", ["a", "b"])], [plan], rubric(LEVELS))
    page = context(made)
    assert know_ratings(page, page.site.places[ProjectId("p"), GENS]) is None


def test_units_make_one_point() -> None:
    made = site(WEIGHTS[1])
    page = context(made)
    for place in page.site.rankings[GENS].places[:9]:
        known = know_ratings(page, place)
        assert known is not None
        earned = sum(rating.earned for rating in known.ratings)
        assert Fraction(earned, known.units) == place.score.total
