"""The records and places that are not one object on both sides."""

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction
from random import Random

from cvcgen.core.differing import differing, differing_places, in_common
from cvcgen.core.model import ClienteleId, Project, ProjectId
from cvcgen.core.ranking import Place, Ranking
from cvcgen.core.scoring import Completeness, Score
from tests.core.changes.hands import named

SCORE = Score(
    *(ProjectId("p"), ClienteleId("c"), Completeness.EMPTY, None, None, None),
    *(Fraction(1), ()),
)


def projects(names: Iterable[str]) -> list[Project]:
    return [named(name) for name in sorted(names)]


def ids(pairs: list[tuple[Project | None, Project | None]]) -> list[tuple[str, str]]:
    return [(old.id if old else "-", new.id if new else "-") for old, new in pairs]


def test_the_same_objects_differ_nowhere() -> None:
    family = projects("abc")
    assert differing(family, list(family)) == []


def test_an_equal_record_that_is_another_object_differs() -> None:
    family = projects("abc")
    other = [family[0], replace(family[1]), family[2]]
    assert ids(differing(family, other)) == [("b", "b")]


def test_what_came_and_went_has_one_side() -> None:
    family = projects("abc")
    assert ids(differing(family, family[1:])) == [("a", "-")]
    assert ids(differing(family[1:], family)) == [("-", "a")]


def test_one_in_place_of_another_is_a_loss_and_a_gain() -> None:
    family = projects("abc")
    other = [family[0], replace(family[1], id=ProjectId("bb")), family[2]]
    assert ids(differing(family, other)) == [("b", "-"), ("-", "bb")]


def test_of_any_two_families_every_record_is_accounted_for() -> None:
    chance = Random(20261122)
    known = projects("abcdefgh")
    for _ in range(300):
        sides = [
            [replace(p) if chance.random() < 0.2 else p for p in known if chance.random() < 0.7]
            for _ in range(2)
        ]
        by_id = [{project.id: project for project in side} for side in sides]
        told = {(old or new).id: (old, new) for old, new in differing(*sides) if old or new}
        for name in by_id[0].keys() | by_id[1].keys():
            old, new = by_id[0].get(name), by_id[1].get(name)
            assert told.get(name, (old, old)) == (old, new)
            assert (name in told) == (old is not new)
        assert list(told) == sorted(told)


def test_what_two_sequences_share_at_their_beginning_is_counted() -> None:
    one, other = object(), object()
    assert in_common([one, other], [one, one]) == 1
    assert in_common([one], [one, other]) == 1
    assert in_common([], [one]) == 0


def ranking(places: Iterable[Place]) -> Ranking:
    return Ranking(ClienteleId("c"), tuple(places))


def test_of_any_two_rankings_every_place_is_accounted_for() -> None:
    chance = Random(20261122)
    known = [*ranked("abcdefghij")]
    for _ in range(500):
        sides = [
            [replace(p) if chance.random() < 0.1 else p for p in known if chance.random() < 0.9]
            for _ in range(2)
        ]
        if chance.random() < 0.5:
            sides[1].insert(0, sides[1].pop())
        gone, come = differing_places(ranking(sides[0]), ranking(sides[1]))
        ids = [frozenset(map(id, side)) for side in sides]
        assert {*map(id, gone.values())} == ids[0] - ids[1]
        assert {*map(id, come.values())} == ids[1] - ids[0]
        assert all(name == place.project for name, place in (*gone.items(), *come.items()))


def ranked(names: str) -> Iterable[Place]:
    for project in projects(names):
        yield Place(project.id, SCORE, 1, False, 1, None)
