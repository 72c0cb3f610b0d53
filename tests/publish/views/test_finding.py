"""The plain findings that pages begin with."""

import pytest

from cvcgen.core.model import ClienteleId
from cvcgen.publish.views.finding import say_ranking, say_strongest
from cvcgen.publish.views.knownratings import know_ratings
from tests.publish.little_sites import catalogue, clientele, context, project, rated


def ranking_said(points: list[str], language: str = "en") -> str:
    projects = [project(f"p{n}", rated("gens", {"a": p})) for n, p in enumerate(points)]
    page = context(catalogue([clientele("gens", {"a": "100"})], projects), language)
    return say_ranking(page, ClienteleId("gens"))


@pytest.mark.parametrize(
    ("points", "said"),
    [
        ([], "No project is ranked for this clientele yet."),
        (["5"], "1 project ranked."),
        (["5", "3", "1"], "3 projects ranked. At least half of them reach 60.0%."),
        (["5", "3", "1", "0"], "4 projects ranked. At least half of them reach 60.0%."),
    ],
)
def test_how_many_and_what_half_of_them_reach(points: list[str], said: str) -> None:
    assert ranking_said(points) == said


def test_the_same_in_french() -> None:
    said = ranking_said(["5", "3", "1"], "fr")
    assert said == "3 projets classés. Au moins la moitié atteignent 60,0\u00a0%."


@pytest.mark.parametrize(
    ("points", "said"),
    [
        ({"a": "0", "b": "0"}, "No value gains anything: the score is zero."),
        ({"a": "5", "b": "5"}, "Every value reaches the highest level."),
        (
            {"a": "1", "b": "3"},
            "Most comes from: Value b (24.0) and Value a (12.0)."
            " 64.0 points remain to be gained.",
        ),
    ],
)
def test_which_values_bring_most(points: dict[str, str], said: str) -> None:
    groups = [clientele("gens", {"a": "60", "b": "40"})]
    page = context(catalogue(groups, [project("p", rated("gens", points))]), "en")
    place = page.site.rankings[ClienteleId("gens")].places[0]
    assert say_strongest(page, place, None) == said
    assert say_strongest(page, place, know_ratings(page, place)) == said
