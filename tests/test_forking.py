"""Whether work may be shared with forked processes, and how."""

import os
import sys
import threading
from collections.abc import Callable

import pytest

from cvcgen.forking import can_fork, count_cores, fork, send


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


needs_fork = pytest.mark.skipif(
    not hasattr(os, "fork") or sys.platform == "darwin", reason="no forked processes here"
)


def told_by(work: Callable[[int], None]) -> tuple[bytes, int]:
    """What a process that does the work sends, and what it ends with."""
    output, tell = os.pipe()
    process = fork(lambda: work(tell))
    os.close(tell)
    with os.fdopen(output, "rb") as stream:
        said = stream.read()
    return said, os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


@needs_fork
@pytest.mark.usefixtures("no_child_left")
def test_more_than_a_pipe_holds_is_sent_whole() -> None:
    content = b"0123456789" * 100_000
    assert told_by(lambda pipe: send(pipe, content)) == (content, 0)


@needs_fork
@pytest.mark.usefixtures("no_child_left")
def test_who_fails_says_nothing_but_that(capfd: pytest.CaptureFixture[str]) -> None:
    def fail(_pipe: int) -> None:
        raise ValueError("not for anybody")

    assert told_by(fail) == (b"", 1)
    assert capfd.readouterr() == ("", "")
