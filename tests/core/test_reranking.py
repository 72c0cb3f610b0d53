"""A ranking with a few new scores against the ranking of all scores."""

from fractions import Fraction
from random import Random

from cvcgen.core.model import ClienteleId, ProjectId
from cvcgen.core.ranking import Ranking, Unranked, rank_scores
from cvcgen.core.reranking import Scored, rerank
from cvcgen.core.scoring import Completeness, Score

CITIZENS = ClienteleId("citoyens")


def scored(name: str, total: Fraction | None, why: Unranked | None = None) -> Scored:
    state = Completeness.COMPLETE if total is not None else Completeness.INCOMPLETE
    low = Fraction(0) if total is None else total
    score = Score(ProjectId(name), CITIZENS, state, total, low, low, Fraction(1), ())
    return score, (why or Unranked.INCOMPLETE) if total is None else why


def random_scored(name: str, chance: Random) -> Scored:
    """Often a total like others, a hair beside them, none at all, or one without a rank."""
    if chance.random() < 0.1:
        return scored(name, None)
    total = Fraction(chance.randrange(0, 400), 4)
    if chance.random() < 0.5:
        total += Fraction(chance.randrange(-9, 9), 10 ** chance.randrange(1, 7))
    closed = Unranked.NOT_FEASIBLE if chance.random() < 0.2 else None
    return scored(name, min(max(total, Fraction(0)), Fraction(100)), closed)


def ranking(board: dict[str, Scored]) -> Ranking:
    return rank_scores(CITIZENS, board.values())


def test_it_gives_what_ranking_all_anew_gives() -> None:
    chance = Random(20261122)
    for _ in range(60):
        board = {f"p{n:02}": random_scored(f"p{n:02}", chance) for n in range(60)}
        known = ranking(board)
        for _ in range(8):
            names = {f"p{chance.randrange(64):02}" for _ in range(chance.randrange(1, 5))}
            changes = {
                ProjectId(n): random_scored(n, chance) if chance.random() < 0.8 else None
                for n in names
            }
            for name, one in changes.items():
                board.pop(name, None)
                if one is not None:
                    board[name] = one
            known = rerank(known, changes)
            assert known == ranking(board)


def test_places_that_stay_are_the_same_objects() -> None:
    board = {f"p{n:02}": scored(f"p{n:02}", Fraction(n)) for n in range(40)}
    before = ranking(board)
    after = rerank(before, {ProjectId("p20"): scored("p20", Fraction(43, 2))})
    moved = {
        new.project
        for old, new in zip(before.places, after.places, strict=True)
        if old is not new
    }
    assert moved == {"p20", "p21"}


def test_a_total_that_comes_near_another_shows_both_with_more_decimals() -> None:
    board = {f"p{n:02}": scored(f"p{n:02}", Fraction(n)) for n in range(40)}
    near = rerank(ranking(board), {ProjectId("p20"): scored("p20", Fraction("21.004"))})
    digits = {place.project: place.digits for place in near.places}
    assert {name for name, shown in digits.items() if shown > 1} == {"p20", "p21"}
    apart = rerank(near, {ProjectId("p20"): scored("p20", Fraction(20))})
    assert apart == ranking(board)


def test_where_most_scores_changed_all_are_ranked_anew() -> None:
    board = {f"p{n}": scored(f"p{n}", Fraction(n)) for n in range(6)}
    changes = {ProjectId(f"p{n}"): scored(f"p{n}", Fraction(9 - n)) for n in range(5)}
    assert rerank(ranking(board), changes) == ranking({**board, **changes})
