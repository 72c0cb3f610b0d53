"""A ranking after a few of its scores changed: those are placed anew, the others are kept.

`rerank` gives what `ranking.rank_scores` gives of all scores. A place that stays as it was is
the same object, so that what follows can tell by identity what moved.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from cvcgen.core.differing import in_common
from cvcgen.core.exact import telling_digits
from cvcgen.core.model import ProjectId
from cvcgen.core.ranking import Place, Ranking, Unranked, rank_scores
from cvcgen.core.scoring import Score

Scored = tuple[Score, Unranked | None]
"""A score, and why it has no rank, if it has none."""

_NOTHING = Fraction(0)
_MOST_PARTS = 4
"""With more than one in so many changed, ranking all anew is quicker."""
_REACH = 2
"""By how many tenths two totals can differ, each rounded down, and one still say how many
decimals the other needs: 0.1 + 0.01 + 0.001… is more than one tenth, and less than two."""


def rerank(ranking: Ranking, changes: Mapping[ProjectId, Scored | None]) -> Ranking:
    """The ranking with these scores in place of those it had of the projects; None for none."""
    former = ranking.places
    kept = [place for place in former if place.project not in changes]
    come = [scored for scored in changes.values() if scored is not None]
    if len(changes) * _MOST_PARTS > len(kept):
        known = [(place.score, place.unranked) for place in kept]
        return rank_scores(ranking.clientele, [*known, *come])
    gone = [place for place in former if place.project in changes]
    if len(gone) == len(come) and all(_stays(place, changes) for place in gone):
        return Ranking(ranking.clientele, _rescored(former, come))
    new = [_unplaced(score, why) for score, why in come]
    count = bisect_left(kept, True, key=_is_unranked)
    ranked, unranked = kept[:count], kept[count:]
    for place in new:
        if place.unranked is None:
            ranked.insert(bisect_left(ranked, _merit(place), key=_merit), place)
        else:
            unranked.insert(bisect_left(unranked, _reason(place), key=_reason), place)
    _set_ranks(ranked, former[: ranking.ranked_count])
    _set_digits((ranked, unranked), [*gone, *new])
    return Ranking(ranking.clientele, (*ranked, *unranked))


def _stays(place: Place, changes: Mapping[ProjectId, Scored | None]) -> bool:
    """Whether only other lines of the file were scored, to the same total."""
    total, why = place.score.total, place.unranked
    scored = changes[place.project]
    return scored is not None and scored[0].total == total and scored[1] is why


def _rescored(places: Iterable[Place], scored: Iterable[Scored]) -> tuple[Place, ...]:
    """The places, these of them with another score."""
    scores = {score.project: score for score, _ in scored}
    pairs = [(place, scores.get(place.project)) for place in places]
    return tuple([replace(place, score=new) if new else place for place, new in pairs])


def _unplaced(score: Score, why: Unranked | None) -> Place:
    return Place(score.project, score, None, False, 1, why)


def _is_unranked(place: Place) -> bool:
    return place.unranked is not None


def _merit(place: Place) -> tuple[Fraction, ProjectId]:
    """Best first, then by project id."""
    total = place.score.total
    assert total is not None  # or it would have no rank
    return (-total, place.project)


def _reason(place: Place) -> tuple[str, ProjectId]:
    return (place.unranked or "", place.project)


def _set_ranks(places: list[Place], former: Sequence[Place]) -> None:
    """Gives each place its rank: one more than the number of those with larger totals.

    Only between the first and the last that moved, ties with them counted in.
    """
    start = in_common(places, former)
    same_length = len(places) == len(former)
    end = len(places) - (in_common(places[::-1], former[::-1]) if same_length else 0)
    start = _group_start(places, max(start - 1, 0))
    end = _group_end(places, end)
    end = _group_end(places, end + 1)
    above = start
    while above < end:
        after = _group_end(places, above + 1)
        for at in range(above, after):
            places[at] = _placed(places[at], above_all=above, tied=after - above > 1)
        above = after


def _group_start(places: Sequence[Place], at: int) -> int:
    """Where those begin that are tied with the place."""
    while 0 < at < len(places) and _are_level(places[at], places[at - 1]):
        at -= 1
    return at


def _group_end(places: Sequence[Place], after: int) -> int:
    """Where those end that are tied with the place before that one."""
    while 0 < after < len(places) and _are_level(places[after], places[after - 1]):
        after += 1
    return min(after, len(places))


def _are_level(one: Place, other: Place) -> bool:
    """Whether the totals are the same; where both places had a rank before, these tell."""
    if one.rank is not None and other.rank is not None:
        return one.rank == other.rank
    return _exactly(one) == _exactly(other)


def _exactly(place: Place) -> tuple[int, int]:
    """The total as two integers, which are compared ten times as fast."""
    return (place.score.total or _NOTHING).as_integer_ratio()


def _placed(place: Place, above_all: int, tied: bool) -> Place:
    rank = above_all + 1
    if place.rank == rank and place.tied is tied:
        return place
    return Place(place.project, place.score, rank, tied, place.digits, place.unranked)


def _set_digits(lists: Sequence[list[Place]], changed: Iterable[Place]) -> None:
    """Gives each place the decimals that show its total, where they may be others now.

    Two totals that look alike with one decimal are a tenth apart at most, with two a
    hundredth: a total says nothing about one that is further off than the sum of these.
    """
    tenths = {tenth for place in changed if (tenth := _tenth(place)) is not None}
    near, around = _within(tenths, _REACH), _within(tenths, 2 * _REACH)
    ranked, unranked = lists
    at = [(ranked, index) for run in _runs(around) for index in _of_tenths(ranked, run)]
    at += [(unranked, x) for x, place in enumerate(unranked) if _tenth(place) in around]
    found = [(places, index, places[index].score.total) for places, index in at]
    totals = [total for *_, total in found if total is not None]
    for (places, index, _), digits in zip(found, telling_digits(totals), strict=True):
        old = places[index]
        if old.digits != digits and _tenth(old) in near:
            places[index] = replace(old, digits=digits)


def _within(numbers: Iterable[int], reach: int) -> Set[int]:
    """The whole numbers that are so far at most from one of these.

    >>> sorted(_within({4, 9}, 1))
    [3, 4, 5, 8, 9, 10]
    """
    return {number + step for number in numbers for step in range(-reach, reach + 1)}


def _runs(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The first and the last of each run of whole numbers without a gap.

    >>> list(_runs({4, 9, 3, 5}))
    [(3, 5), (9, 9)]
    """
    listed = sorted(numbers)
    starts = [at for at, whole in enumerate(listed) if not at or whole > listed[at - 1] + 1]
    for start, end in pairwise((*starts, len(listed))):
        yield listed[start], listed[end - 1]


def _of_tenths(ranked: Sequence[Place], run: tuple[int, int]) -> range:
    """Where the totals lie that, rounded down to tenths of a percent, are in the run."""
    first = bisect_left(ranked, -run[1], key=lambda place: -(_tenth(place) or 0))
    return range(first, bisect_right(ranked, -run[0], key=lambda p: -(_tenth(p) or 0)))


def _tenth(place: Place) -> int | None:
    """The total in tenths of a percent, rounded down."""
    total = place.score.total
    if total is None:
        return None
    numerator, denominator = total.as_integer_ratio()
    return 10 * numerator // denominator
