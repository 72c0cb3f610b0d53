"""What else the budget bounds: starting, checking, comparing, telling the history, serving."""

from collections.abc import Mapping
from pathlib import Path

from benchmarks.builds import cvcgen
from benchmarks.history import write_history
from benchmarks.measuring import Use, run
from benchmarks.rounds import Job, measure
from benchmarks.sites import Site, commit_edits, make_site

FEW, CHECKED, MOST_CHECKED = 10, 500, 10_000
"""Sizes that are checked: their files are these many, settings and definitions counted in."""
COMPARED, EDITED = 1_000, 10
TOLD = (500, 1_000)
"""Projects and commits."""
_DEFINITIONS = 12
"""Files beside the projects': settings, rubric, eight values, two clienteles."""


def measure_checks(place: Path, sizes: tuple[int, ...], rounds: int) -> Mapping[str, Use]:
    """`start-up`, and `check N` for each number of files."""
    few = _files(place, max(min(sizes), FEW))
    jobs = [Job("start-up", lambda: run(cvcgen(few, "--version"), few.environment()))]
    for files in sizes:
        site = _files(place, files)
        jobs.append(_cold(f"check {files}", site, "check"))
    return measure(jobs, rounds)


def measure_diff(place: Path, projects: int, rounds: int) -> Use:
    """Two revisions compared, nothing remembered from before."""
    site = make_site(place, projects)
    commit_edits(site, EDITED)
    return measure([_cold("diff", site, "diff", "HEAD~1", "HEAD")], rounds)["diff"]


def measure_history(place: Path, projects: int, commits: int, rounds: int) -> Mapping[str, Use]:
    """`first`, with nothing remembered, and `after`."""
    name = f"history-{projects}-{commits}"
    site = Site(place / name, place / f"{name}.home")
    write_history(site.folder, projects, commits)
    site.home.mkdir()
    again = Job("after", lambda: run(cvcgen(site, "history"), site.environment()))
    return measure([_cold("first", site, "history"), again], rounds)


def _files(place: Path, files: int) -> Site:
    """A site of that many files in all, where it can be so small."""
    return make_site(place, max(files - _DEFINITIONS, 1))


def _cold(name: str, site: Site, *arguments: str) -> Job:
    command = cvcgen(site, *arguments)
    return Job(name, lambda: run(command, site.environment()), site.forget)
