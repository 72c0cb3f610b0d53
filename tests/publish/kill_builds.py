"""Kills and disturbs builds, each in a process of its own, and says how the folder was left.

Run by `test_output_killed.py`: `python kill_builds.py MODE FOLDER`; prints one JSON line.
Every call to the system that `write_site` makes is a step; build number n is stopped just
before its n-th step (in the middle of it, where it writes), until one build runs through.
"""

import errno
import functools
import json
import os
import random
import select
import shutil
import signal
import sys
import time
from pathlib import Path, PurePosixPath

from cvcgen.publish.artifacts import Artifact
from cvcgen.publish.output import OutputError, swap
from cvcgen.publish.output.writer import write_site
from tests.disturbing import disturb_calls, fail_with, in_child, kill

STEPS = (
    "open write close link mkdir rename replace unlink rmdir chmod chown utime fsync"
    " scandir listdir"
)
SWAPPED = ("exchange", "_sync_file_system")
RANDOM_KILLS = 30


def site_of(edition: str, pages: int) -> list[Artifact]:
    """Pages that stay, change, go and come, in two editions."""
    files = {f"fr/same{n}.html": "same" * 500 for n in range(pages)}
    files |= {f"fr/page{n}.html": edition * 500 for n in range(pages)}
    files |= {f"{edition}/only.html": edition, "index.html": edition}
    return [Artifact(PurePosixPath(p), text.encode()) for p, text in files.items()]


def tree(folder: Path) -> dict[str, str] | None:
    """Everything in the folder: content, link target or kind; None where there is no folder."""
    if not folder.is_dir():
        return None
    return {str(path.relative_to(folder)): describe(path) for path in folder.rglob("*")}


def describe(path: Path) -> str:
    if path.is_symlink():
        return f"-> {path.readlink()}"
    return "folder" if path.is_dir() else path.read_text()


def prepare(parent: Path, pages: int) -> Path:
    """A site of the old edition with strangers' files in it."""
    shutil.rmtree(parent, ignore_errors=True)
    site = parent / "site"
    site.mkdir(parents=True)
    (site / ".gitignore").write_text("*\n")
    write_site(site_of("old", pages), site, durable=False)
    (site / "CNAME").write_text("example.org")
    (site / "fr/notes").mkdir()
    (site / "fr/notes/mine.txt").write_text("mine")
    (site / "empty").mkdir()
    (site / "latest").symlink_to("fr")
    return site


def disturb(step: int, action):
    """Makes the step-th call to the system run `action(call, arguments)` instead.

    Returns what tells how many there were so far.
    """
    swap._sync_file_system.__name__ = "sync"
    calls = [*((os, name) for name in STEPS.split()), *((swap, name) for name in SWAPPED)]
    count = disturb_calls(calls, step, action)
    # What asks whether a call can do something asks about the call itself.
    os.supports_follow_symlinks.add(os.link)
    return count


def build(site: Path, pages: int, step: int = 0, action=None) -> int:
    disturb(step, action)
    try:
        write_site(site_of("new", pages), site)
    except (OutputError, KeyboardInterrupt):
        return 3
    return 0


def every_step(parent: Path, action, pages: int = 2) -> list[dict]:
    """One build for each step, and how it left the folder, then what the next build did."""
    site = prepare(parent, pages)
    before = tree(site)
    write_site(site_of("new", pages), site)
    after = tree(site)
    results = []
    for step in range(1, steps_of(parent, pages) + 1):
        site = prepare(parent, pages)
        code = in_child(functools.partial(build, site, pages, step, action))
        results.append(outcome(site, code, before, after, pages))
    return results


def steps_of(parent: Path, pages: int) -> int:
    """How many steps a build has that nothing disturbs."""
    site = prepare(parent, pages)
    count = parent / "steps"

    def counted() -> int:
        steps = disturb(0, kill)
        write_site(site_of("new", pages), site)
        count.write_text(str(steps()))
        return 0

    assert in_child(counted) == 0
    return int(count.read_text())


def outcome(site: Path, code: int, before, after, pages: int) -> dict:
    left = state(site, before, after)
    work = beside(site)
    mended = True
    if left == "none":  # the former site must come back as it was, its files untouched
        again = write_site(site_of("old", pages), site)
        mended = again.written == 0 and tree(site) == before
    write_site(site_of("new", pages), site)
    return {
        "code": code,
        "left": left,
        "beside": work,
        "mended": mended,
        "next": state(site, before, after),
        "beside_next": beside(site),
    }


def beside(site: Path) -> list[str]:
    return [path.name for path in site.parent.iterdir() if path != site]


def state(site: Path, before, after) -> str:
    found = tree(site)
    if found is None:
        return "none"
    return "old" if found == before else "new" if found == after else "torn"


def random_kills(parent: Path, pages: int = 60) -> dict[str, list[dict]]:
    """Real kills at instants that no seam chose."""
    site = prepare(parent, pages)
    before = tree(site)
    start = time.perf_counter()
    write_site(site_of("new", pages), site)
    duration = time.perf_counter() - start
    after = tree(site)
    chance = random.Random(2022)
    results = []
    for _ in range(RANDOM_KILLS):
        site = prepare(parent, pages)
        ready, tell = os.pipe()
        child = os.fork()
        if child == 0:
            os.write(tell, b".")
            write_site(site_of("new", pages), site)
            os._exit(0)
        os.read(ready, 1)
        select.select([], [], [], chance.random() * duration)
        os.kill(child, signal.SIGKILL)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        os.close(ready)
        os.close(tell)
        results.append(outcome(site, code, before, after, pages))
    return {"exchange": results}


def every_way(action, parent: Path) -> dict[str, list[dict]]:
    """The builds with folders exchanged at once, and with two renames."""
    results = {"exchange": every_step(parent, action)}
    swap.exchange = cannot_exchange
    return results | {"two renames": every_step(parent, action)}


def cannot_exchange(one: Path, other: Path) -> bool:
    """A system without the exchange."""
    return False


MODES = {
    "killed": functools.partial(every_way, kill),
    "disk_full": functools.partial(every_way, fail_with(OSError(errno.ENOSPC, "full"))),
    "interrupted": functools.partial(every_way, fail_with(KeyboardInterrupt())),
    "random": random_kills,
}

if __name__ == "__main__":
    # A step like the others, without the wait for what else is being written on this machine.
    swap._sync_file_system = lambda folder: True
    print(json.dumps(MODES[sys.argv[1]](Path(sys.argv[2]))))
