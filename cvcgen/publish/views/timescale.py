"""Where a revision stands on the time axis of a figure."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from fractions import Fraction

from cvcgen.core.trend import Occasion

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SECOND = timedelta(seconds=1)


def place_in_time(
    occasions: Sequence[Occasion], left: int, right: int
) -> tuple[Fraction, ...] | None:
    """Where each of the revisions stands between left and right, in proportion to time.

    They come in the order of the history: where a date lies before that of the revision
    before, as after a rebase, the two stand at the same place. None where no time passes.
    """
    seconds: list[int] = []
    for occasion in occasions:
        known = _seconds(occasion.origin.committed_at)
        last = seconds[-1] if seconds else None
        if known is None:
            seconds.append(last or 0)
        else:
            seconds.append(known if last is None else max(known, last))
    if not seconds or seconds[0] == seconds[-1]:
        return None
    length = seconds[-1] - seconds[0]
    return tuple(left + Fraction((right - left) * (at - seconds[0]), length) for at in seconds)


def _seconds(committed_at: str | None) -> int | None:
    """Since 1970; None for what is no date that Python knows."""
    try:
        moment = datetime.fromisoformat(committed_at or "")
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return (moment - _EPOCH) // _SECOND
