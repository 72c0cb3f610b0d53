"""Every figure of the budget, measured in one run: `make bench`.

`BENCH_SIZES=100,1000` restricts the sizes, `BENCH_ROUNDS=3` the rounds; `BENCH_FOLDER` says on
which disk. Only a run with every size writes `docs/performance.md`.
"""

import os
import sys
import tempfile
from pathlib import Path

from benchmarks.budget import Results, judge
from benchmarks.builds import measure_builds
from benchmarks.commands import (
    CHECKED,
    COMPARED,
    FEW,
    MOST_CHECKED,
    TOLD,
    measure_checks,
    measure_diff,
    measure_history,
)
from benchmarks.machine import describe_machine, describe_versions
from benchmarks.preview import measure_preview
from benchmarks.report import as_markdown, as_text, replace_figures

PAGE = Path(__file__).parents[1] / "docs" / "performance.md"
SIZES = (100, 1_000, 10_000)
ROUNDS = 5


def main() -> None:
    """Measure, print, and write the page where nothing was left out."""
    asked = os.environ.get("BENCH_SIZES", "")
    sizes = tuple(sorted(int(size) for size in asked.split(",") if size)) or SIZES
    rounds = int(os.environ.get("BENCH_ROUNDS") or ROUNDS)
    with tempfile.TemporaryDirectory(
        prefix="cvcgen-bench-", dir=os.environ.get("BENCH_FOLDER")
    ) as place:
        results = _measure(Path(place), sizes, rounds)
    rows = list(judge(results))
    about = (describe_machine(), describe_versions(), _rounds(rounds))
    print(as_text(rows, results.builds, about), end="")
    if sizes == SIZES:
        replace_figures(PAGE, as_markdown(rows, results.builds, about))
        print(f"written: {PAGE}", file=sys.stderr)


def _rounds(rounds: int) -> str:
    return "One round" if rounds == 1 else f"Medians of {rounds} rounds"


def _measure(place: Path, sizes: tuple[int, ...], rounds: int) -> Results:
    """All that fits the largest size."""
    most = sizes[-1]
    checked = tuple(files for files in (FEW, CHECKED, MOST_CHECKED) if files <= most)
    checks = measure_checks(place, checked, rounds)
    builds = [measure_builds(place, size, rounds) for size in sizes]
    whole = most >= COMPARED
    diff = measure_diff(place, COMPARED, rounds) if whole else None
    told = measure_history(place, *TOLD, rounds) if whole else None
    serve = measure_preview(place, COMPARED, rounds) if whole else None
    return Results(builds, checks, diff, told, serve)


if __name__ == "__main__":
    main()
