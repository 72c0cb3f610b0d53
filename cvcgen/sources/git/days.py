"""On which day each commit of a line counts, where a contributor's clock was wrong.

Along a line of first parents times only grow, unless a clock was wrong. The longest run of
commits in which they do is trusted; any other commit counts on the day of the one before it.
"""

from bisect import bisect_right
from collections.abc import Sequence, Set
from datetime import datetime

from cvcgen.sources.git.commits import Commit


def days_of(line: Sequence[Commit]) -> list[str]:
    """The day of each commit, `YYYY-MM-DD` in its committer's own time zone, for a line.

    The line is newest first. Before the first trusted commit it is the day of that one.
    """
    trusted = _trusted(
        [int(datetime.fromisoformat(one.committed_at).timestamp()) for one in line]
    )
    days = [one.committed_at[:10] for one in line]
    day = days[max(trusted)] if trusted else ""
    for at in reversed(range(len(line))):
        day = days[at] if at in trusted else day
        days[at] = day
    return days


def _trusted(times: Sequence[int]) -> Set[int]:
    """Where the longest run stands in which no time is later than the one before it.

    Of two of the same length the one with the later times: where a commit is dated before its
    parent and nothing else tells which clock was wrong, the parent is believed.

    >>> sorted(_trusted([4, 2, 3, 1]))
    [0, 2, 3]
    """
    keys: list[int] = []  # of the best run of each length, its last time, negated
    ends: list[int] = []
    before: list[int | None] = []
    for at, time in enumerate(times):
        length = bisect_right(keys, -time)
        before.append(ends[length - 1] if length else None)
        keys[length : length + 1] = [-time]
        ends[length : length + 1] = [at]
    found: set[int] = set()
    step = ends[-1] if ends else None
    while step is not None:
        found.add(step)
        step = before[step]
    return found
