"""Programs run and measured: wall time, processor time, memory; and the floor under a build.

POSIX only: `launcher.py` tells what one program used, its own children counted in.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from sys import platform

_LAUNCHER = Path(__file__).with_name("launcher.py")
_BYTES_PER_UNIT = 1 if platform == "darwin" else 1024
"""What `ru_maxrss` counts in."""


class ProgramFailed(Exception):
    """A measured program ended with a code that it should not have; a figure would lie."""


@dataclass(frozen=True, slots=True)
class Use:
    """What one run took."""

    seconds: float
    """From start to end, on the clock."""
    processor: float
    """Seconds of processor time, of the program, its children and the system for them."""
    memory: int
    """Bytes that the largest of its processes held at most."""


def run(command: Sequence[str], environment: Mapping[str, str], code: int = 0) -> Use:
    """One run of the command, which must end with that code. Raises `ProgramFailed`."""
    os.sync()  # what was written before shall not be waited for now
    told, telling = os.pipe()
    try:
        done = subprocess.run(
            [sys.executable, "-S", str(_LAUNCHER), str(telling), *command],
            env=environment,
            pass_fds=(telling,),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            check=False,
        )
    finally:
        os.close(telling)
    with os.fdopen(told) as report:
        found = json.loads(report.read() or '{"code": "nothing"}')
    if found["code"] != code:
        text = done.stderr.decode("utf-8", "replace")
        raise ProgramFailed(f"{' '.join(command)} ended with {found['code']}:\n{text}")
    return Use(found["seconds"], found["processor"], found["memory"] * _BYTES_PER_UNIT)


def middle(uses: Sequence[Use]) -> Use:
    """The median of each figure by itself."""
    return Use(
        median(use.seconds for use in uses),
        median(use.processor for use in uses),
        int(median(use.memory for use in uses)),
    )


def floor(sources: Sequence[Path], output: Mapping[str, bytes], place: Path) -> Use:
    """Reading each source once and writing each byte of the output once, and nothing else.

    In this very process, so that no start-up is counted: what no build can go below. Writes
    into a new folder in that place, which stays.
    """
    folder = tempfile.mkdtemp(prefix="floor-", dir=place)
    os.sync()
    start, used = time.perf_counter(), time.process_time()
    for source in sources:
        with source.open("rb", buffering=0) as stream:
            stream.read()
    made: set[str] = set()
    for name, content in output.items():
        path = f"{folder}/{name}"
        parent = os.path.dirname(path)  # noqa: PTH120 - as quick as can be
        if parent not in made:
            os.makedirs(parent, exist_ok=True)  # noqa: PTH103
            made.add(parent)
        with open(path, "wb", buffering=0) as target:  # noqa: PTH123
            target.write(content)
    return Use(time.perf_counter() - start, time.process_time() - used, 0)


def files_below(folder: Path) -> dict[str, bytes]:
    """Every file of a folder with its bytes, by path inside it."""
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}
