"""Who passed whom, against what ranks say of every two projects."""

from fractions import Fraction
from random import Random

import pytest

from cvcgen.core.changes.standings import EMPTY, NOBODY, Company, Crowd, Standings
from cvcgen.core.model import ClienteleId, ProjectId
from cvcgen.core.ranking import Place, Ranking, Unranked, rank_scores
from cvcgen.core.scoring import Completeness, Score

Scored = tuple[Score, Unranked | None]
PUBLIC = ClienteleId("public")


def score(project: str, total: int) -> Score:
    exact, whole = Fraction(total), Fraction(1)
    kind = Completeness.PUBLISHED
    return Score(ProjectId(project), PUBLIC, kind, exact, exact, exact, whole, ())


def ranking(scored: dict[str, Scored]) -> Ranking:
    return rank_scores(PUBLIC, scored.values())


def random_scored(random: Random, name: str) -> Scored:
    closed = Unranked.NOT_FEASIBLE if random.random() < 0.2 else None
    return score(name, random.randrange(6)), closed


def edited(random: Random, scored: dict[str, Scored]) -> dict[str, Scored]:
    """Some gone, some come, some scored anew; the other scores are the same objects."""
    found = dict(scored)
    for name in random.sample("abcdefghijkl", random.randrange(5)):
        if random.random() < 0.3:
            found.pop(name, None)
        else:
            found[name] = random_scored(random, name)
    return dict(sorted(found.items()))


def places(found: Ranking) -> dict[str, Place]:
    return {place.project: place for place in found.places}


def told_by_ranks(project: str, before: dict[str, Place], after: dict[str, Place]) -> Company:
    """What company means, said of one project after the other."""
    above, beside = [], []
    for side in (before, after):
        rank = side[project].rank if project in side else None
        ranked = {x: place.rank for x, place in side.items() if place.rank is not None}
        above.append({x for x, other in ranked.items() if rank is not None and other < rank})
        beside.append({x for x, other in ranked.items() if other == rank} - {project})
    ranks = [side[project].rank if project in side else None for side in (before, after)]
    if None in ranks or ranks[0] == ranks[1]:
        above = [set(), set()]
    listed = (above[1] - above[0], above[0] - above[1], beside[1] - beside[0])
    return Company(*(tuple(sorted(x)) for x in (*listed, beside[0] - beside[1])))


@pytest.mark.parametrize("part", range(4))
def test_company_is_what_the_ranks_of_every_two_say(part: int) -> None:
    passed = 0
    for seed in range(part * 100, part * 100 + 100):
        random = Random(seed)
        scored = {name: random_scored(random, name) for name in "abcdefghij"}
        old, new = ranking(scored), ranking(edited(random, scored))
        before, after = places(old), places(new)
        crowd = Crowd(Standings(old, {}), Standings(new, {}))
        for name in before.keys() | after.keys():
            known = before.get(name), after.get(name)
            found = crowd.company(ProjectId(name), *known)
            assert found == told_by_ranks(name, before, after), (seed, name)
            passed += bool(found.above or found.below)
    assert passed > 100


def test_one_that_others_passed_is_told_by_whom() -> None:
    kept = {"a": (score("a", 4), None), "b": (score("b", 3), None)}
    old = ranking({**kept, "c": (score("c", 1), None), "d": (score("d", 0), None)})
    new = ranking({**kept, "c": (score("c", 5), None), "d": (score("d", 3), None)})
    crowd = Crowd(Standings(old, {}), Standings(new, {}))
    before, after = places(old), places(new)
    company = {x: crowd.company(ProjectId(x), before[x], after[x]) for x in before}
    assert company["a"] == Company(above=("c",))
    assert company["b"] == Company(above=("c",), tied=("d",))
    assert company["c"] == Company(below=("a", "b"))
    assert company["d"] == Company(below=("b",), tied=("b",), above=())


def test_projects_go_by_their_names_after_the_change() -> None:
    shared = {"b": (score("b", 2), None)}
    old = ranking({"old": (score("old", 1), None), **shared})
    new = ranking({"new": (score("new", 3), None), **shared})
    crowd = Crowd(Standings(old, {"old": "new"}), Standings(new, {}))
    found = crowd.company(ProjectId("new"), places(old)["old"], places(new)["new"])
    assert found == Company(below=("b",))
    found = crowd.company(ProjectId("b"), places(old)["b"], places(new)["b"])
    assert found == Company(above=("new",))


def test_in_the_same_ranking_nobody_changes_places() -> None:
    found = ranking({x: (score(x, 1), None) for x in "ab"})
    same = Crowd(Standings(found, {}), Standings(found, {}))
    assert same.company(ProjectId("a"), *[places(found)["a"]] * 2) is NOBODY


def test_a_clientele_that_came_brings_ties() -> None:
    found = ranking({x: (score(x, 1), None) for x in "ab"})
    crowd = Crowd(EMPTY, Standings(found, {}))
    assert crowd.company(ProjectId("a"), None, places(found)["a"]) == Company(tied=("b",))
