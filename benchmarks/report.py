"""The figures as text for a terminal and as Markdown for `docs/performance.md`."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from benchmarks.builds import Builds
from benchmarks.measuring import Use
from benchmarks.rows import Row

START, END = "<!-- figures: `make bench` writes them -->", "<!-- end of the figures -->"
_HEAD = ("figure", "bound", "measured", "verdict")
_BUILDS_HEAD = ("projects", "build", "time", "processor", "memory", "files", "× floor")


def as_text(rows: Sequence[Row], builds: Iterable[Builds], about: Sequence[str]) -> str:
    """For a terminal: columns that line up."""
    tables = (_columns(_HEAD, _cells(rows)), _columns(_BUILDS_HEAD, _build_cells(builds)))
    return "\n\n".join(["\n".join(about), *tables]) + "\n"


def as_markdown(rows: Sequence[Row], builds: Iterable[Builds], about: Sequence[str]) -> str:
    """For the page: the same tables."""
    tables = (_table(_HEAD, _cells(rows)), _table(_BUILDS_HEAD, _build_cells(builds)))
    return "\n\n".join(["  \n".join(about), *tables])


def replace_figures(page: Path, figures: str) -> None:
    """Put the figures between the page's two marks. Raises `ValueError` where it has none."""
    before, start, rest = page.read_text("utf-8").partition(START)
    _, end, after = rest.partition(END)
    if not (start and end):
        raise ValueError(f"{page} has no place for the figures")
    page.write_text(f"{before}{START}\n{figures}\n{END}{after}", "utf-8", newline="\n")


def _cells(rows: Iterable[Row]) -> list[tuple[str, ...]]:
    return [(row.figure, row.bound, row.measured, row.verdict) for row in rows]


def _build_cells(found: Iterable[Builds]) -> list[tuple[str, ...]]:
    return [row for builds in found for row in _one_size(builds)]


def _one_size(builds: Builds) -> Iterator[tuple[str, ...]]:
    floor = builds.uses["floor"].seconds
    for name, use in builds.uses.items():
        wrote = builds.written.get(name)
        files = f"{wrote.files:,} ({wrote.size / 1e6:.1f} MB)" if wrote else ""
        times = "" if name == "start-up" else f"{use.seconds / floor:.1f}"
        yield (f"{builds.projects:,}", name, *_figures(use), files, times)


def _figures(use: Use) -> tuple[str, str, str]:
    memory = f"{use.memory / 1e6:.0f} MB" if use.memory else ""
    return f"{use.seconds:.3f} s", f"{use.processor:.3f} s", memory


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _columns(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, *rows]
    widths = [max(len(cells[at]) for cells in lines) for at in range(len(head))]
    padded = ([c.ljust(w) for c, w in zip(cells, widths, strict=True)] for cells in lines)
    return "\n".join("  ".join(cells).rstrip() for cells in padded)
