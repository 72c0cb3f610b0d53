"""Jobs run in turn, round after round, so that a busy moment of the machine hits all alike."""

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.measuring import Use, middle


@dataclass(frozen=True, slots=True)
class Job:
    """Something to measure again and again."""

    name: str
    run: Callable[[], Use]
    """One measurement."""
    prepare: Callable[[], object] = lambda: None
    """What goes before each, unmeasured."""


def measure(jobs: Sequence[Job], rounds: int) -> Mapping[str, Use]:
    """The median use of each job, by its name."""
    uses: dict[str, list[Use]] = {job.name: [] for job in jobs}
    for turn in range(1, rounds + 1):
        for job in jobs:
            print(f"round {turn} of {rounds}: {job.name}", file=sys.stderr)
            job.prepare()
            uses[job.name].append(job.run())
    return {name: middle(found) for name, found in uses.items()}
