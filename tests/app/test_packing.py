"""A report drawn by two processes is the report that one draws."""

import os
import signal
import sys
import threading
from collections.abc import Callable

import pytest

from cvcgen.app import packing
from cvcgen.app.packing import pack, unpack
from cvcgen.reports.pieces import Pieces

needs_fork = pytest.mark.skipif(
    not hasattr(os, "fork") or sys.platform == "darwin", reason="no forked processes here"
)


def pieces(draw: Callable[[int], str], count: int = 40) -> Pieces:
    """So much work that it is shared."""
    return Pieces("head\n", draw, [packing.FEWEST] * count, "foot")


def drawn_by(number: int) -> str:
    return f"{number} {os.getpid()}\n"


def line(number: int) -> str:
    return f"{number} é \udc80 {'x' * 997 * (number % 30)}\n"


def makers(packed: bytes) -> list[str]:
    """The process that drew each piece."""
    lines = "".join(unpack(packed)).splitlines()[1:-1]
    return [row.split()[1] for row in lines]


@pytest.fixture(autouse=True)
def alone_with_two_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    """Threads that other tests have left behind do not count."""
    monkeypatch.setattr(packing, "count_cores", lambda: 2)
    monkeypatch.setattr(threading, "active_count", lambda: 1)


@pytest.mark.parametrize("count", [0, 1, 2, 40])
def test_what_is_unpacked_is_the_whole_report(count: int) -> None:
    report = pieces(line, count)
    assert "".join(unpack(pack(report))) == report.text()


def test_each_text_ends_with_a_line_end_but_the_last() -> None:
    texts = list(unpack(pack(pieces(line))))
    assert len(texts) > 1
    assert all(text.endswith("\n") for text in texts[:-1])


def test_nothing_is_nothing() -> None:
    assert list(unpack(pack(Pieces("", str, ())))) == []


@needs_fork
def test_the_latter_half_is_drawn_by_another_process() -> None:
    found = makers(pack(pieces(drawn_by)))
    assert set(found[:20]) == {str(os.getpid())}
    assert len(set(found[20:])) == 1
    assert found[0] != found[-1]


@needs_fork
def test_the_halves_are_equal_in_work() -> None:
    sizes = [packing.FEWEST * 3] + [packing.FEWEST] * 3
    found = makers(pack(Pieces("head\n", drawn_by, sizes, "foot")))
    assert [maker == str(os.getpid()) for maker in found] == [True, False, False, False]


def test_a_short_report_needs_no_other_process() -> None:
    found = makers(pack(Pieces("head\n", drawn_by, [1] * 40, "foot")))
    assert set(found) == {str(os.getpid())}


def test_one_core_needs_no_other_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packing, "count_cores", lambda: 1)
    assert set(makers(pack(pieces(drawn_by)))) == {str(os.getpid())}


def test_without_another_process_one_draws_all(monkeypatch: pytest.MonkeyPatch) -> None:
    def none_left() -> int:
        raise BlockingIOError

    monkeypatch.setattr(os, "fork", none_left, raising=False)
    assert set(makers(pack(pieces(drawn_by)))) == {str(os.getpid())}


@needs_fork
@pytest.mark.parametrize("way", ["raises", "dies", "exits"])
def test_what_a_helper_does_not_draw_its_parent_draws(way: str) -> None:
    parent = os.getpid()

    def draw(number: int) -> str:
        if os.getpid() != parent and number == 30:
            if way == "dies":
                os.kill(os.getpid(), signal.SIGKILL)
            if way == "exits":
                os._exit(3)
            raise ValueError
        return drawn_by(number)

    assert set(makers(pack(pieces(draw)))) == {str(parent)}


@needs_fork
@pytest.mark.usefixtures("no_child_left")
@pytest.mark.parametrize("failing", [3, 30])
def test_a_failure_is_that_of_drawing_alone(failing: int) -> None:
    def draw(number: int) -> str:
        if number == failing:
            raise ValueError(number)
        return line(number)

    with pytest.raises(ValueError, match=f"^{failing}$"):
        pack(pieces(draw))
