"""The bounds, and what was measured against each."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from benchmarks.builds import BILINGUAL, Builds
from benchmarks.commands import CHECKED, FEW, MOST_CHECKED
from benchmarks.measuring import Use
from benchmarks.rows import Row, at_most, memory, ratio, unmeasured

ONE_CHANGED = {1_000: 0.15, 10_000: 0.8}
"""Seconds, by size; start-up comes on top."""
MEMORY = {1_000: 150, 10_000: 600}
"""Megabytes, by size."""
CHECKS = {FEW: 0.3, CHECKED: 0.8, MOST_CHECKED: 8.0}
"""Seconds, by number of files."""
GROWTH = 11
"""How many times as long ten times as much may take."""


@dataclass(frozen=True, slots=True)
class Results:
    """Everything that one run of the benchmark has measured."""

    builds: Sequence[Builds]
    """By size, smallest first."""
    checks: Mapping[str, Use]
    """`start-up` and `check N`."""
    diff: Use | None
    history: Mapping[str, Use] | None
    """`first` and `after`."""
    serve: Use | None
    """From a save to the page."""
    notes: Sequence[str] = field(default=())
    """What a reader of the figures has to know."""


def judge(results: Results) -> Iterator[Row]:
    """One row for each bound of the budget, in its order."""
    for builds in results.builds:
        yield from _build(builds)
    for builds in results.builds:
        yield from _again(builds)
    yield _timed("save to page (`serve`), 1,000 projects", results.serve, 0.3)
    for files, bound in CHECKS.items():
        use = results.checks.get(f"check {files}")
        if use is not None and files != FEW:
            yield at_most(f"`check`, {files:,} files, cold", use.seconds, bound)
    yield _timed("`diff`, 1,000 projects, 10 changed, cold", results.diff, 0.6)
    told = results.history or {}
    yield _timed("`history`, 1,000 commits × 500 projects, first", told.get("first"), 5)
    yield _timed("`history` again", told.get("after"), 0.5)
    yield _timed("start-up: `cvcgen --version`", results.checks.get("start-up"), 0.1)
    yield _timed(f"`check`, {FEW} files", results.checks.get(f"check {FEW}"), CHECKS[FEW])
    for builds in results.builds:
        if builds.projects in MEMORY:
            peak, bound = builds.uses["cold"].memory, MEMORY[builds.projects]
            yield memory(f"peak memory, {builds.projects:,} projects", peak, bound)
    yield from _growth(results.builds)


def _build(builds: Builds) -> Iterator[Row]:
    if builds.projects not in MEMORY:  # too small to be promised anything
        return
    uses, size = builds.uses, f"{builds.projects:,}"
    cold = uses["cold"].seconds
    if "Hugo" in uses:
        pages, same = uses["Hugo"].seconds, uses["Hugo, same files"].seconds
        yield ratio(f"cold build beside Hugo making pages alone, {size}", cold, pages, 1, 0.5)
        yield ratio(f"cold build beside Hugo making the same files, {size}", cold, same, 1, 0.5)
    else:
        yield unmeasured(f"cold build beside Hugo, {size}", "≤ 1 ×", "no Hugo here")
    if builds.projects == BILINGUAL:
        yield ratio(f"cold build beside the floor, {size}", cold, uses["floor"].seconds, 12, 6)
        both = uses["both languages"].seconds
        yield ratio(f"full site in two languages beside one, {size}", both, cold, 2.5)


def _again(builds: Builds) -> Iterator[Row]:
    uses, size = builds.uses, f"{builds.projects:,}"
    startup = uses["start-up"].seconds
    bound = ONE_CHANGED.get(builds.projects)
    if bound is not None:
        figure = f"`build` after one rating changed, {size}"
        yield at_most(figure, uses["one changed"].seconds, bound, startup)
    if builds.projects == BILINGUAL:
        figure = f"`build` with nothing changed, {size} (writes nothing)"
        yield at_most(figure, uses["none changed"].seconds, 0.1, startup)


def _growth(found: Sequence[Builds]) -> Iterator[Row]:
    colds = {builds.projects: builds.uses["cold"].seconds for builds in found}
    if {1_000, 10_000} <= colds.keys():
        yield ratio("growth from 1,000 to 10,000", colds[10_000], colds[1_000], GROWTH)


def _timed(figure: str, use: Use | None, bound: float) -> Row:
    if use is None:
        return unmeasured(figure, f"≤ {bound:g} s", "not in this run")
    return at_most(figure, use.seconds, bound)
