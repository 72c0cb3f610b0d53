"""A ranking after a few of its scores changed: those are placed anew, the others are kept.

`rerank` gives what `ranking.rank_scores` gives of all scores. A place that stays as it was is
the same object, so that what follows can tell by identity what moved.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import groupby, pairwise

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


def rerank(ranking: Ranking, changes: Mapping[ProjectId, Scored | None]) -> Ranking:
    """The ranking with these scores in place of those it had of the projects; None for none."""
    former = ranking.places
    kept = [place for place in former if place.project not in changes]
    come = [scored for scored in changes.values() if scored is not None]
    if len(changes) * _MOST_PARTS > len(kept):
        known = [(place.score, place.unranked) for place in kept]
        return rank_scores(ranking.clientele, [*known, *come])
    gone = [place for place in former if place.project in changes]
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
    while end < len(places) and end and _exactly(places[end]) == _exactly(places[end - 1]):
        end += 1
    end = min(end + 1, len(places))
    while end < len(places) and _exactly(places[end]) == _exactly(places[end - 1]):
        end += 1
    above = start
    for _, group in groupby(places[start:end], key=_exactly):
        tied = [*group]
        for at, place in enumerate(tied, above):
            places[at] = _placed(place, above_all=above, tied=len(tied) > 1)
        above += len(tied)


def _group_start(places: Sequence[Place], at: int) -> int:
    """Where those begin that are tied with the place."""
    while 0 < at < len(places) and _exactly(places[at]) == _exactly(places[at - 1]):
        at -= 1
    return at


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
    wholes = {whole for place in changed if (whole := _whole(place)) is not None}
    near = {whole + step for whole in wholes for step in (-1, 0, 1)}
    around = {whole + step for whole in near for step in (-1, 0, 1)}
    ranked, unranked = lists
    at = [(ranked, index) for run in _runs(around) for index in _of_wholes(ranked, run)]
    at += [(unranked, x) for x, place in enumerate(unranked) if _whole(place) in around]
    found = [(places, index, places[index].score.total) for places, index in at]
    totals = [total for *_, total in found if total is not None]
    for (places, index, _), digits in zip(found, telling_digits(totals), strict=True):
        old = places[index]
        if old.digits != digits and _whole(old) in near:
            places[index] = replace(old, digits=digits)


def _runs(wholes: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The first and the last of each run of whole numbers without a gap.

    >>> list(_runs({4, 9, 3, 5}))
    [(3, 5), (9, 9)]
    """
    listed = sorted(wholes)
    starts = [at for at, whole in enumerate(listed) if not at or whole > listed[at - 1] + 1]
    for start, end in pairwise((*starts, len(listed))):
        yield listed[start], listed[end - 1]


def _of_wholes(ranked: Sequence[Place], run: tuple[int, int]) -> range:
    """Where the totals lie that, rounded down to whole points of percent, are in the run."""
    first = bisect_left(ranked, -run[1], key=lambda place: -(_whole(place) or 0))
    return range(first, bisect_right(ranked, -run[0], key=lambda p: -(_whole(p) or 0)))


def _whole(place: Place) -> int | None:
    """The total, rounded down to whole points of percent."""
    total = place.score.total
    if total is None:
        return None
    numerator, denominator = total.as_integer_ratio()
    return numerator // denominator
