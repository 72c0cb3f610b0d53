"""A fact is noted in the place of what it was found from."""

import pytest

from cvcgen.core.model import ClienteleId, Language
from cvcgen.publish.making.noted import NotedIndex
from cvcgen.publish.views.context import LanguageContext
from cvcgen.publish.views.facts import SETTLED, settled
from cvcgen.publish.views.indexing import index_site
from cvcgen.publish.voice import make_voice
from tests.publish.little_sites import board, catalogue, clientele, project, rated

GENS = ClienteleId("gens")


def page(**points: str) -> LanguageContext:
    """A site of projects that are called like the arguments, and rated so."""
    made = catalogue(
        [clientele("gens", ["v"])],
        [project(name, rated("gens", {"v": given})) for name, given in points.items()],
    )
    index = NotedIndex(index_site(made, board(made), (), (), "9.9"))
    return LanguageContext(index, make_voice(Language("fr"), Language("fr")))


@settled
def _best(page: LanguageContext, clientele: ClienteleId, count: int) -> tuple[str, ...]:
    return tuple(place.project for place in page.site.rankings[clientele].places[:count])


def test_who_asks_depends_on_the_fact_alone() -> None:
    asked = page(a="5", b="3")
    for _ in range(2):
        asked.site.reading.begin()
        assert _best(asked, GENS, 1) == ("a",)
        assert asked.site.reading.end() == {'fact/test_facts._best/fr/["gens",1]'}


def test_it_is_found_by_its_name_with_what_it_was_found_from() -> None:
    asked = page(a="5", b="3")
    asked.site.reading.begin()
    assert SETTLED["test_facts._best"](asked, GENS, 2) == ("a", "b")
    assert asked.site.reading.end() == {"order/gens"}


def test_what_fails_leaves_the_notes_in_order() -> None:
    asked = page(a="5")
    asked.site.reading.begin()
    with pytest.raises(KeyError):
        _best(asked, ClienteleId("none"), 1)
    assert asked.site.reading.end() == frozenset()
