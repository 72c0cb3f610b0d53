"""What was made is kept with what was read for it, and never too much of it."""

import pytest

from cvcgen.publish.reading import Reading
from cvcgen.publish.views import memory as module
from cvcgen.publish.views.memory import Memory, remember


def test_what_was_made_is_kept_with_what_was_read() -> None:
    reading, memory = Reading(), Memory()

    def double(_page: object, number: int) -> int:
        reading.note("number")
        return 2 * number

    assert remember(reading, memory, double, None, 4) == (8, frozenset({"number"}))
    assert memory == {(double, 4): (8, frozenset({"number"}))}


def test_what_fails_is_not_kept() -> None:
    reading, memory = Reading(), Memory()
    with pytest.raises(ZeroDivisionError):
        remember(reading, memory, lambda _page: 1 / 0, None)
    assert memory == {}
    reading.begin()
    reading.note("a")
    assert reading.end() == {"a"}


def test_too_much_is_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_REMEMBERED", 3)
    reading, memory = Reading(), Memory()
    for number in range(9):
        remember(reading, memory, lambda _page, _number: None, None, number)
        assert len(memory) <= 3
