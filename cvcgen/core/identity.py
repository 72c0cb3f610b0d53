"""Where two sequences have not the same objects: a record that is the same one did not change.

Apart from `differing`, which knows records: files and trees are compared so as well.
"""

from collections.abc import Sequence
from itertools import compress, count
from operator import is_not


def changed_at(before: Sequence[object], after: Sequence[object]) -> list[int]:
    """Where two sequences of one length have not the same object.

    >>> changed_at("abcd", "abxd")
    [2]
    """
    return [*compress(count(), map(is_not, before, after))]
