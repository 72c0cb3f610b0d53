import os
import signal
import subprocess
import sys

import pytest

from cvcgen.serving.stopping import Stop, Stopped


def hit() -> None:
    os.kill(os.getpid(), signal.SIGINT)


def test_a_signal_sets_the_event_and_interrupts_nothing_else() -> None:
    stop, reached = Stop(), False
    with stop.at_signals():
        hit()
        reached = True
    assert reached
    assert stop.event.is_set()


def test_work_is_left_at_once_and_the_block_ends_without_an_error() -> None:
    stop, reached = Stop(), []
    with stop.at_signals():
        with stop.at_once():
            hit()
            reached.append("work")
        reached.append("after")
    assert reached == []
    assert stop.event.is_set()


def test_no_work_is_begun_after_the_signal() -> None:
    stop = Stop()
    stop.event.set()
    with pytest.raises(Stopped), stop.at_once():
        pytest.fail("this is work")


def test_a_second_signal_does_not_disturb_the_end() -> None:
    stop = Stop()
    with stop.at_signals():
        with stop.at_once():
            pass
        hit()
        hit()


def test_signals_mean_what_they_did_before() -> None:
    before = signal.getsignal(signal.SIGINT), signal.getsignal(signal.SIGTERM)
    with Stop().at_signals():
        assert signal.getsignal(signal.SIGTERM) != before[1]
    assert (signal.getsignal(signal.SIGINT), signal.getsignal(signal.SIGTERM)) == before


def test_being_stopped_is_no_exception_that_work_could_swallow() -> None:
    assert not issubclass(Stopped, Exception)


def test_a_process_that_is_told_to_end_ends_well() -> None:
    program = (
        "import os, signal\nfrom cvcgen.serving.stopping import Stop\nstop = Stop()\n"
        "with stop.at_signals():\n    with stop.at_once():\n"
        "        os.kill(os.getpid(), signal.SIGTERM)\n        print('work')\nprint('end')"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], check=False, capture_output=True, text=True
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "end\n", "")
