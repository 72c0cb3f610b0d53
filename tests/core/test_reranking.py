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


def hair(chance: Random) -> Fraction:
    """A total that one decimal, two or more tell from many others, often just about."""
    step = Fraction(1, 10 ** chance.randrange(1, 5))
    edge = step * chance.choice((-1, 0, 1)) / 2
    return 50 + chance.randrange(20) * step + edge + chance.choice((0, 0, step / 1000))


def test_decimals_are_those_of_ranking_all_anew_in_a_crowd() -> None:
    chance = Random(20261123)
    for _ in range(40):
        board = {f"p{n:02}": scored(f"p{n:02}", hair(chance)) for n in range(30)}
        known = ranking(board)
        for _ in range(40):
            name = f"p{chance.randrange(30):02}"
            board[name] = scored(name, hair(chance))
            known = rerank(known, {ProjectId(name): board[name]})
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


def test_where_no_total_is_another_no_place_is() -> None:
    board = {f"p{n:02}": scored(f"p{n:02}", Fraction(n // 2)) for n in range(40)}
    board["p40"] = scored("p40", None)
    before = ranking(board)
    board.update({name: scored(name, Fraction(3)) for name in ("p06", "p07")})
    board["p40"] = scored("p40", None)
    changes = {ProjectId(name): board[name] for name in ("p06", "p07", "p40")}
    after = rerank(before, changes)
    assert after == before == ranking(board)
    assert [
        n.project for o, n in zip(before.places, after.places, strict=True) if o is not n
    ] == [
        *("p06", "p07", "p40"),
    ]


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
