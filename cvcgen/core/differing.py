"""What is not the very same object on both sides: records, and places of a ranking.

Between two states that follow each other hardly any record is another one: finding these few
takes one look at each of the others, and everything that is quick begins with it.
"""

from collections.abc import Mapping, Sequence
from itertools import compress, count
from operator import is_not
from typing import TYPE_CHECKING, TypeVar

from cvcgen.core.identity import changed_at
from cvcgen.core.model import Clientele, Project, ProjectId, Rubric, Value

if TYPE_CHECKING:  # a check ranks nothing
    from cvcgen.core.ranking import Place, Ranking

    _Places = Mapping[ProjectId, Place]

_Record = TypeVar("_Record", Rubric, Value, Clientele, Project)


def differing(
    before: Sequence[_Record], after: Sequence[_Record]
) -> list[tuple[_Record | None, _Record | None]]:
    """The records that came, went or were replaced, each before and after, by id.

    A record that is equal but another object counts as replaced; both families are sorted by
    id, each id once.
    """
    if len(before) == len(after):
        others = changed_at(before, after)
        if all(before[at].id == after[at].id for at in others):
            return [(before[at], after[at]) for at in others]
    old = {str(record.id): record for record in before}
    new = {str(record.id): record for record in after}
    ids = sorted(old.keys() | new.keys())
    return [(old.get(id), new.get(id)) for id in ids if old.get(id) is not new.get(id)]


def differing_places(before: "Ranking", after: "Ranking") -> "tuple[_Places, _Places]":
    """The places that only one of two rankings has, each by project."""
    then, now = before.places, after.places
    start = in_common(then, now)
    end = in_common(then[start:][::-1], now[start:][::-1])
    then, now = then[start : len(then) - end], now[start : len(now) - end]
    kept = frozenset(map(id, then)) & frozenset(map(id, now))
    return (
        {place.project: place for place in then if id(place) not in kept},
        {place.project: place for place in now if id(place) not in kept},
    )


def in_common(one: Sequence[object], other: Sequence[object]) -> int:
    """How many of the first objects are the same.

    >>> in_common("abc", "abd"), in_common("ab", "abd")
    (2, 2)
    """
    others = compress(count(), map(is_not, one, other))
    return next(others, min(len(one), len(other)))
