"""Kills and disturbs the writing of several files, and says how the folder was left.

Run by `test_wholeset.py`: `python kill_writes.py MODE FOLDER`; prints one JSON line. Every call
to the system is a step; run number n is stopped just before its n-th step (in the middle of
it, where it writes), until one run goes through.
"""

import json
import os
import shutil
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from cvcgen.contributing.wholeset import CannotWriteAll, write_together
from tests.disturbing import disturb_calls, fail_with, in_child, kill

STEPS = [
    *("open", "write", "close", "mkdir", "rename", "replace", "unlink", "rmdir", "chmod"),
    *("utime", "fsync", "scandir", "stat"),
]
OLD = {"a.yaml": "old a\n" * 50, "b.yaml": "old b\n" * 50}
NEW = {"a.yaml": "new a\n" * 60, "b.yaml": "new b\n" * 60, "c.yaml": "new c\n" * 60}


def disturb(step: int, action: Callable[..., Any]) -> Callable[[], int]:
    return disturb_calls([(os, name) for name in STEPS], step, action)


def prepare(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name, text in OLD.items():
        (folder / name).write_text(text)


def steps_of(folder: Path) -> int:
    """How many steps a run has that nothing disturbs."""
    prepare(folder)
    told, tell = os.pipe()
    if os.fork() == 0:
        counted = disturb(0, kill)
        write_together(folder, NEW)
        with os.fdopen(tell, "w") as stream:
            stream.write(str(counted()))
        os._exit(0)
    os.close(tell)
    with os.fdopen(told) as stream:
        count = stream.read()
    os.wait()
    return int(count)


def write(folder: Path, step: int, action: Callable[..., Any]) -> int:
    disturb(step, action)
    try:
        write_together(folder, NEW)
    except (CannotWriteAll, KeyboardInterrupt):
        return 3
    return 0


def left(folder: Path) -> dict[str, str]:
    """What each file of a site says; hidden ones are none."""
    shown: dict[str, str] = {}
    for path in folder.iterdir():
        if not path.name.startswith("."):
            text = path.read_text()
            known = {OLD.get(path.name): "old", NEW.get(path.name): "new"}
            shown[path.name] = known.get(text, "torn")
    return shown


def every_step(folder: Path, action: Callable[..., Any]) -> list[dict[str, Any]]:
    results = []
    for step in range(1, steps_of(folder) + 1):
        prepare(folder)
        code = in_child(partial(write, folder, step, action))
        found = left(folder)
        write_together(folder, NEW)
        again = sorted(path.name for path in folder.iterdir())
        results.append({"code": code, "left": found, "again": again})
    return results


MODES = {
    "killed": kill,
    "disk_full": fail_with(OSError(28, "full")),
    "interrupted": fail_with(KeyboardInterrupt()),
}

if __name__ == "__main__":
    print(json.dumps(every_step(Path(sys.argv[2]), MODES[sys.argv[1]])))
