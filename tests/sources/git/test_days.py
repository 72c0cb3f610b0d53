"""On which day a commit counts: laws of any order of clocks, and each case by hand."""

from itertools import chain, combinations, permutations

import pytest

from cvcgen.sources.git.commits import Commit
from cvcgen.sources.git.days import days_of


def days(*dates: str) -> list[str]:
    """The days of commits with these dates, oldest first."""
    found = days_of([_commit(date) for date in reversed(dates)])
    return [day[5:] for day in reversed(found)]


def _commit(date: str) -> Commit:
    when = date if "T" in date else f"2026-{date}T12:00:00-05:00"
    return Commit("0" * 40, "0" * 40, (), "Ada", when, "change")


@pytest.mark.parametrize(
    ("dates", "counted"),
    [
        ((), []),
        (("01-01", "01-01", "02-01"), ["01-01", "01-01", "02-01"]),
        (("01-02", "01-01", "02-01", "02-02"), ["01-02", "01-02", "02-01", "02-02"]),
        (("02-01", "01-01", "01-02"), ["01-01", "01-01", "01-02"]),
        (("01-01", "09-01", "01-02", "01-03"), ["01-01", "01-01", "01-02", "01-03"]),
        (("01-01", "01-03", "01-02"), ["01-01", "01-03", "01-03"]),
    ],
)
def test_a_commit_out_of_order_counts_on_the_day_before_it(
    dates: tuple[str, ...], counted: list[str]
) -> None:
    assert days(*dates) == counted


def test_another_time_zone_is_no_wrong_clock() -> None:
    east, west = "2026-03-02T01:00:00+09:00", "2026-03-01T12:00:00-05:00"
    assert days(east, west) == ["03-02", "03-01"]


def test_days_never_go_back_and_as_many_as_can_be_keep_theirs() -> None:
    for order in permutations(["01-01", "01-02", "01-03", "01-04", "01-05"]):
        found = days(*order)
        assert found == sorted(found)
        kept = [date for day, date in zip(found, order, strict=True) if day == date]
        assert len(kept) == _longest(order)


def _longest(order: tuple[str, ...]) -> int:
    """How many of them can stay where no day is before the one before, by trying all."""
    runs = chain.from_iterable(combinations(order, size) for size in range(6))
    return max(len(run) for run in runs if list(run) == sorted(run))
