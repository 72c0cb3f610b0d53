"""The places of a clientele in their order, whole or by parts, and what is read for these."""

from cvcgen.core.model import ClienteleId
from cvcgen.publish.making.noted import NotedIndex
from cvcgen.publish.views.context import LanguageContext
from cvcgen.publish.views.indexing import index_site
from cvcgen.publish.views.standings import sort_places, sort_ranked
from tests.publish.little_sites import (
    board,
    catalogue,
    clientele,
    context,
    project,
    rated,
    text,
)

GENS = ClienteleId("gens")
POINTS = {"a": "3", "b": None, "c": "5", "d": "3", "e": "0"}
TITLES = {"a": "Zèbre", "d": "Abeille"}
SITE = catalogue(
    [clientele("gens", ["v"])],
    [
        project(name, rated("gens", {"v": given}), title=text(TITLES.get(name, name)))
        for name, given in POINTS.items()
    ],
)
PAGE = context(SITE)


def test_best_first_by_title_inside_a_tie_and_without_a_rank_last() -> None:
    places = sort_places(PAGE, GENS)
    assert [place.project for place in places] == ["c", "d", "a", "e", "b"]
    assert len(places) == 5
    assert [place.project for place in sort_ranked(PAGE, GENS)] == ["c", "d", "a", "e"]
    assert len(sort_ranked(PAGE, GENS)) == 4


def test_parts_are_those_of_the_whole() -> None:
    places = sort_places(PAGE, GENS)
    whole = list(places)
    spans = [slice(start, stop) for start in range(-2, 7) for stop in (None, 0, 2, 5, 9, -1)]
    for span in spans:
        assert list(places[span]) == whole[span]
    assert [places[at] for at in range(-5, 5)] == [whole[at] for at in range(-5, 5)]
    assert list(places[::2]) == whole[::2]


def test_who_takes_a_part_depends_on_who_stands_there_alone() -> None:
    noted = NotedIndex(index_site(SITE, board(SITE), (), (), "9.9"))
    page = LanguageContext(noted, PAGE.voice)
    noted.reading.begin()
    assert [place.project for place in sort_ranked(page, GENS)[1:3]] == ["d", "a"]
    fact = 'fact/standings._take_projects/fr/["gens",1,3]'
    assert noted.reading.end() == {"ranked/gens", fact}
