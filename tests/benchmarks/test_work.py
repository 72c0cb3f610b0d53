"""What a build does, counted rather than timed: the smoke run of the benchmark.

Times depend on the machine and on what else it does; how many files are read, parsed, rendered
and written does not.
"""

import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

from benchmarks.content import write_site

DRIVER = Path(__file__).with_name("workcount.py")
ROOT = DRIVER.parents[2]
PROJECTS = 6


@dataclass(frozen=True, slots=True)
class Work:
    """What one run did."""

    sources: Counter[str]
    """How often each file of the content was read."""
    parsed: int
    """Texts."""
    rendered: int
    """Pages and pictures."""
    written: Counter[str]
    """How often each file of the site was made, by its path in the site."""


def run(site: Path, *arguments: str) -> Work:
    log = site.parent / "log"
    log.unlink(missing_ok=True)
    command = [sys.executable, DRIVER, log, "-C", site, *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    lines = [line.partition(" ") for line in log.read_text("utf-8").splitlines()]
    reads = Counter(path for what, _, path in lines if what == "read")
    writes = [path for what, _, path in lines if what == "write"]
    counted = Counter(what for what, _, _ in lines)
    content = {path: n for path, n in reads.items() if path.startswith(f"{site}/content/")}
    made = [path.partition("/new/")[2] for path in writes if ".cvcgen-new-" in path]
    # A path from the handle of a folder is told without that folder: the new site's.
    made += [path for path in writes if not path.startswith("/")]
    return Work(
        Counter(content), counted["parse"], counted["render"], Counter(filter(None, made))
    )


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "content-of-the-benchmark"
    write_site(folder, PROJECTS)
    return folder


def sources(site: Path) -> set[str]:
    return {str(path) for path in (site / "content").rglob("*.yaml")}


def outputs(site: Path) -> set[str]:
    """What a build publishes: all but the list of it, which is written last."""
    files = (path for path in (site / "site").rglob("*") if path.is_file())
    return {path.relative_to(site / "site").as_posix() for path in files}


def test_a_check_reads_and_parses_each_file_once(site: Path) -> None:
    work = run(site, "check")

    assert set(work.sources) == sources(site)
    assert set(work.sources.values()) == {1}
    assert work.parsed == len(sources(site)) + 1  # the settings
    assert work.rendered == 0
    assert not work.written


def test_a_cold_build_does_everything_once(site: Path) -> None:
    work = run(site, "build")

    assert set(work.sources) == sources(site)
    assert set(work.sources.values()) == {1}
    assert work.parsed == len(sources(site)) + 1
    assert set(work.written) <= outputs(site)
    assert set(work.written.values()) == {1}
    pages = [path for path in outputs(site) if path.endswith(".html")]
    assert len(pages) <= work.rendered <= len(outputs(site))


def test_work_grows_with_the_projects_and_no_faster(site: Path, tmp_path: Path) -> None:
    small = run(site, "build")
    double = tmp_path / "double"
    write_site(double, 2 * PROJECTS)
    large = run(double, "build")

    assert large.parsed - small.parsed == PROJECTS
    assert large.rendered - small.rendered == grown(small, large)
    assert grown(small, large) % PROJECTS == 0  # as many files for each project


def grown(small: Work, large: Work) -> int:
    """How many more pages and pictures were written."""
    kinds = (".html", ".svg")
    return sum(path.endswith(kinds) for path in large.written) - sum(
        path.endswith(kinds) for path in small.written
    )


def test_nothing_changed_writes_no_page(site: Path) -> None:
    run(site, "build")
    again = run(site, "build")

    assert not again.written
    assert set(again.sources.values()) <= {1}
