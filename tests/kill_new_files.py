"""Kills runs that write new files, each in a process of its own, and says what they left.

Run by tests: `python kill_new_files.py MODE FOLDER`; prints one JSON line. Runs are stopped
just before one of their steps, each before a later one, until one run goes through; after each
the same is run again.
"""

import functools
import json
import os
import shutil
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from cvcgen import wholefile
from cvcgen.app import EnvironmentFailure
from cvcgen.authoring.newfiles import CannotCreate, create_file
from cvcgen.contributing.newsites import NewSite, create_site
from cvcgen.phrases import load_phrases
from tests.disturbing import disturb_calls, kill

EVERY_STEP = ("open", "fdopen", "fsync", "link", "unlink", "close")
MOVES = ("link", "rename")
STRIDE = 3
"""A site has many files, and the steps of each are the same."""
TEXT = "a new file\n" * 20


def write_file(folder: Path) -> None:
    create_file(folder, Path("content/a.yaml"), TEXT)


def start_site(folder: Path, force: bool) -> None:
    create_site(folder, NewSite(("fr", "en"), force=force), load_phrases("fr"))


def prepare(folder: Path, mine: bool) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    if mine:
        (folder / "README.md").write_text("mine")


def in_child(work: Callable[[], None], step: int, names: tuple[str, ...]) -> int | None:
    """How many steps the work has; None where it was killed at that step."""
    told, tell = os.pipe()
    if os.fork() == 0:
        count = disturb_calls([(os, name) for name in names], step, kill)
        work()
        os.write(tell, str(count()).encode())
        os._exit(0)
    os.close(tell)
    with os.fdopen(told) as stream:
        found = stream.read()
    os.wait()
    return int(found) if found else None


def tree(folder: Path) -> dict[str, str]:
    """The text of every file by its path; of a folder that a run works in, the path alone."""
    files = (path for path in folder.rglob("*") if path.is_file())
    texts = {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in files}
    return {path: "" if ".cvcgen-" in path else text for path, text in texts.items()}


def every_step(
    folder: Path, work: Callable[[Path], None], names: tuple[str, ...], mine: bool, stride: int
) -> list[dict[str, Any]]:
    runs = []
    step, count = 1, None
    while count is None:
        prepare(folder, mine)
        count = in_child(functools.partial(work, folder), step, names)
        left = tree(folder)
        done = False
        with suppress(CannotCreate, EnvironmentFailure):  # where all is there already
            work(folder)
            done = True
        runs.append({"left": left, "again": tree(folder), "done": done})
        step += stride
    return runs


MODES = {
    "file": (write_file, EVERY_STEP, False, 1),
    "site": (functools.partial(start_site, force=False), MOVES, False, STRIDE),
    "completion": (functools.partial(start_site, force=True), MOVES, True, STRIDE),
}

if __name__ == "__main__":
    # Once in a run is enough, but each of these stands for one.
    wholefile._remove_abandoned = wholefile._remove_abandoned.__wrapped__
    print(json.dumps(every_step(Path(sys.argv[2]), *MODES[sys.argv[1]])))
