"""Runs that are killed or fail at each of their steps, in processes of their own."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]


def disturb(driver: Path, mode: str, folder: Path) -> Any:
    """What the driver, a program that kills such runs, says that they left in the folder."""
    ran = subprocess.run(
        [sys.executable, driver, mode, folder],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    return json.loads(ran.stdout)


def disturb_calls(
    calls: Iterable[tuple[Any, str]], step: int, action: Callable[..., Any]
) -> Callable[[], int]:
    """Makes the step-th of these calls run `action(call, arguments)` instead.

    Each is named by its module and its name. Returns what tells how many there were so far.
    """
    count = 0

    def wrap(call: Callable[..., Any]) -> Callable[..., Any]:
        def stepped(*args: Any, **kwargs: Any) -> Any:
            nonlocal count
            count += 1
            return action(call, args) if count == step else call(*args, **kwargs)

        return stepped

    for home, name in calls:
        setattr(home, name, wrap(getattr(home, name)))
    return lambda: count


def kill(call: Callable[..., Any], args: Any) -> None:
    """The action of a process that is killed, in the middle of what it writes."""
    if call.__name__ == "write":
        call(args[0], bytes(args[1])[: len(args[1]) // 2])
    os.kill(os.getpid(), signal.SIGKILL)


def fail_with(error: BaseException) -> Callable[..., Any]:
    """The action of a call that fails."""

    def fail(call: Callable[..., Any], args: Any) -> None:
        raise error

    return fail


def in_child(work: Callable[[], int]) -> int:
    """Runs the work in a child process; its exit status, negative for a signal."""
    child = os.fork()
    if child == 0:
        code = 99
        try:
            code = work()
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
