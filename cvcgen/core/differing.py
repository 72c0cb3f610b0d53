"""Which records of two sorted families are not the very same object on both sides.

Between two states that follow each other hardly any record is another one: finding these few
takes one look at each of the others, and everything that is quick begins with it.
"""

from collections.abc import Sequence
from typing import TypeVar

from cvcgen.core.model import Clientele, Project, Rubric, Value

_Record = TypeVar("_Record", Rubric, Value, Clientele, Project)


def differing(
    before: Sequence[_Record], after: Sequence[_Record]
) -> list[tuple[_Record | None, _Record | None]]:
    """The records that came, went or were replaced, each before and after, by id.

    A record that is equal but another object counts as replaced; both families are sorted by
    id, each id once.
    """
    if len(before) == len(after):
        others = [at for at, old in enumerate(before) if old is not after[at]]
        if all(before[at].id == after[at].id for at in others):
            return [(before[at], after[at]) for at in others]
    old = {str(record.id): record for record in before}
    new = {str(record.id): record for record in after}
    ids = sorted(old.keys() | new.keys())
    return [(old.get(id), new.get(id)) for id in ids if old.get(id) is not new.get(id)]
