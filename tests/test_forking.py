"""Whether work may be shared with forked processes."""

import sys
import threading

import pytest

from cvcgen.forking import can_fork, count_cores


def test_there_is_a_core() -> None:
    assert count_cores() >= 1


def test_beside_threads_nothing_is_forked() -> None:
    ended = threading.Event()
    beside = threading.Thread(target=ended.wait)
    beside.start()
    try:
        assert not can_fork()
    finally:
        ended.set()
        beside.join()


def test_libraries_of_macos_are_not_forked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert not can_fork()
