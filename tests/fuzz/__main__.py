"""The long campaign: `make fuzz`, for `FUZZ_SECONDS` in all (600 unless told otherwise).

Each target gets its share, one half from Hypothesis with fresh random inputs, one half from
atheris, which follows the branches of the code (Linux only; elsewhere Hypothesis has it all).
What it finds it prints with the bytes that did it; they belong into `test_targets.py`.
"""

import importlib.util
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from hypothesis import HealthCheck, given, settings

from tests.fuzz.inputs import files, seeds, words
from tests.fuzz.targets import TARGETS

ROOT = Path(__file__).resolve().parents[2]
_ROUND = 200
_LONGEST_INPUT = 4_096
_SLOW_INPUT = 10
"""Seconds that one input may take under the fuzzer, which makes all of it slower."""


def main() -> int:
    """Every target in turn; how many failed."""
    if sys.argv[1:2] == ["atheris"]:
        _follow_branches(sys.argv[2], sys.argv[3:])
    share = int(os.environ.get("FUZZ_SECONDS") or 600) / len(TARGETS)
    guided = importlib.util.find_spec("atheris") is not None
    failed = 0
    for name in TARGETS:
        tried, wrong = _hypothesis(name, share / 2 if guided else share)
        print(f"{name}: Hypothesis, {tried:,} inputs, {'FAILED' if wrong else 'nothing found'}")
        failed += wrong
        if guided:
            failed += _atheris(name, share / 2)
    return min(failed, 1)


def _hypothesis(name: str, seconds: float) -> tuple[int, bool]:
    """How many inputs there were, and whether one failed."""
    inputs = files() if name in {"load", "style"} else words()
    end = time.monotonic() + seconds
    tried = 0

    @settings(
        max_examples=_ROUND,
        derandomize=False,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(inputs)
    def campaign(data: bytes) -> None:
        nonlocal tried
        tried += 1
        TARGETS[name](data)

    while time.monotonic() < end:
        try:
            campaign()
        except Exception as error:
            print(f"{name}: {error!r}", *getattr(error, "__notes__", ()), sep="\n")
            return tried, True
    return tried, False


def _atheris(name: str, seconds: float) -> bool:
    """Whether it found something; in a process of its own, which the fuzzer ends."""
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder, "corpus")
        corpus.mkdir()
        for number, seed in enumerate(seeds()):
            (corpus / f"{number:04}").write_bytes(seed)
        options = [f"-max_total_time={int(seconds)}", f"-max_len={_LONGEST_INPUT}"]
        options += [f"-timeout={_SLOW_INPUT}", "-rss_limit_mb=1000", "-verbosity=0"]
        options += ["-print_final_stats=1", f"-artifact_prefix={folder}/"]
        command = [sys.executable, "-m", "tests.fuzz", "atheris", name, *options, str(corpus)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        inputs = done.stderr.partition("number_of_executed_units:")[2].split("\n")[0].strip()
        wrong = done.returncode != 0
        print(f"{name}: atheris, {inputs} inputs, {'FAILED' if wrong else 'nothing found'}")
        if wrong:
            print(done.stdout[-3_000:], done.stderr[-3_000:])
            for found in Path(folder).glob("*-*"):
                print(f"{found.name}: {found.read_bytes()!r}")
        return wrong


def _follow_branches(name: str, options: list[str]) -> None:
    """Fuzzes one target until its time is over; does not return."""
    import atheris  # noqa: PLC0415 - where it is installed

    atheris.instrument_all()
    atheris.Setup([sys.argv[0], *options], TARGETS[name])
    atheris.Fuzz()


if __name__ == "__main__":
    sys.exit(main())
