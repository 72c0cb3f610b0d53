"""Time axes: in proportion, never backwards, and none where no time passes."""

from fractions import Fraction

from cvcgen.core.model import Origin
from cvcgen.core.trend import Occasion
from cvcgen.publish.views.timescale import place_in_time


def at(*dates: str | None) -> list[Occasion]:
    return [Occasion(Origin("x", "x", date), "", "", None, None) for date in dates]


def test_places_are_in_proportion_to_time() -> None:
    dates = ("2026-01-01T00:00:00Z", "2026-01-02T00:00:00+00:00", "2026-01-05T00:00:00Z")
    assert place_in_time(at(*dates), 0, 100) == (0, 25, 100)


def test_time_zones_count() -> None:
    dates = ("2026-01-01T00:00:00Z", "2026-01-01T00:00:00-05:00", "2026-01-01T10:00:00Z")
    assert place_in_time(at(*dates), 0, 100) == (0, 50, 100)


def test_a_date_before_the_one_before_stands_beside_it() -> None:
    dates = ("2026-01-03T00:00:00Z", "2026-01-01T00:00:00Z", "2026-01-04T00:00:00Z")
    assert place_in_time(at(*dates), 10, 20) == (10, 10, 20)


def test_what_is_no_date_stands_where_the_one_before_does() -> None:
    dates = ("2026-01-01T00:00:00Z", None, "0000-99-99", "2026-01-02T00:00:00Z")
    assert place_in_time(at(*dates), 0, 3) == (0, 0, 0, Fraction(3))


def test_where_no_time_passes_there_is_no_axis() -> None:
    assert place_in_time(at("2026-01-01T00:00:00Z", "2026-01-01T00:00:00Z"), 0, 9) is None
    assert place_in_time(at(None, None), 0, 9) is None
    assert place_in_time([], 0, 9) is None
