"""The benchmark itself: what it makes, how it measures, how it judges."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.budget import Results, judge
from benchmarks.builds import Builds, Written
from benchmarks.content import site_files
from benchmarks.hugosite import (
    find_hugo,
    hugo_command,
    read_hugo_data,
    read_hugo_ranking,
    write_hugo_site,
)
from benchmarks.measuring import ProgramFailed, Use, floor, middle, run
from benchmarks.ranking import read_our_data, read_our_ranking
from benchmarks.report import as_markdown, as_text, replace_figures
from benchmarks.rounds import Job, measure
from benchmarks.sites import commit_edits, make_site
from cvcgen.app import build

ROOT = Path(__file__).resolve().parents[2]


def use(seconds: float, memory: int = 0) -> Use:
    return Use(seconds, seconds, memory)


def test_the_generator_gives_the_same_bytes_on_every_machine() -> None:
    digest = hashlib.sha256()
    for path, text in site_files(20, ("fr", "en")):
        digest.update(f"{path}\0{text}\0".encode())
    assert digest.hexdigest() == (
        "fba83cb1d2b5dfd91896b5234bb48ebed82dc8c4e4b05ac87d72876dd74c33a7"
    )


def test_a_description_has_about_150_words() -> None:
    text = dict(site_files(1))["content/projects/projet-00001.yaml"]
    description = text.partition("description:")[2].partition("feasibility:")[0]
    assert 140 <= len(description.split()) <= 170


def test_the_median_is_of_each_figure() -> None:
    uses = [Use(1, 9, 5), Use(2, 7, 5), Use(30, 8, 6)]
    assert middle(uses) == Use(2, 8, 5)


def test_a_program_is_measured_with_its_children() -> None:
    spin = "import os; os.waitpid(os.fork() or sum(range(3*10**6)) and os._exit(0), 0)"
    used = run([sys.executable, "-c", spin], os.environ)
    assert used.processor > 0
    assert used.memory > 1_000_000


def test_a_program_that_fails_gives_no_figure() -> None:
    with pytest.raises(ProgramFailed, match="ended with 3:\nsaid"):
        run([sys.executable, "-c", "import sys; sys.stderr.write('said'); sys.exit(3)"], {})


def test_the_floor_writes_the_very_bytes(tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.write_text("x")
    output = {"a/b.html": b"one", "c.html": b"two"}
    floor([source], output, tmp_path)
    (folder,) = tmp_path.glob("floor-*")
    assert (folder / "a/b.html").read_bytes() == b"one"
    assert (folder / "c.html").read_bytes() == b"two"


def test_rounds_are_interleaved() -> None:
    order: list[str] = []
    jobs = [
        Job("a", lambda: order.append("a") or use(1), lambda: order.append("before a")),
        Job("b", lambda: order.append("b") or use(2)),
    ]
    assert measure(jobs, 2) == {"a": use(1), "b": use(2)}
    assert order == ["before a", "a", "b"] * 2


def results(cold: float, startup: float = 0.1) -> Results:
    uses = {"start-up": use(startup), "floor": use(0.1), "cold": use(cold, 160_000_000)}
    uses |= {"Hugo": use(1), "Hugo, same files": use(6), "both languages": use(2 * cold)}
    uses |= {"one changed": use(0.24), "none changed": use(0.21)}
    large = {**uses, "cold": use(10 * cold, 160_000_000), "one changed": use(0.95)}
    written = {"cold": Written(10, 1_000_000), "Hugo": Written(5, 500_000)}
    builds = [Builds(1_000, uses, written), Builds(10_000, large, written)]
    return Results(builds, {"start-up": use(startup)}, use(0.7), None, None)


def verdicts(found: Results) -> dict[str, str]:
    return {row.figure: row.verdict for row in judge(found)}


def test_every_figure_is_judged_by_its_bound() -> None:
    found = verdicts(results(0.5))
    assert found["cold build beside Hugo making pages alone, 1,000"] == "goal met"
    assert found["cold build beside Hugo making pages alone, 10,000"] == "**not met**"
    assert found["cold build beside Hugo making the same files, 10,000"] == "met"
    assert found["cold build beside the floor, 1,000"] == "goal met"
    assert found["full site in two languages beside one, 1,000"] == "met"
    assert found["`build` after one rating changed, 1,000"] == "met"
    assert found["`build` after one rating changed, 10,000"] == "**not met**"
    assert found["`build` with nothing changed, 1,000 (writes nothing)"] == "**not met**"
    assert found["`diff`, 1,000 projects, 10 changed, cold"] == "**not met**"
    assert found["`history` again"] == "not measured: not in this run"
    assert found["peak memory, 1,000 projects"] == "**not met**"
    assert found["peak memory, 10,000 projects"] == "met"
    assert found["growth from 1,000 to 10,000"] == "met"


def test_a_bound_is_met_between_goal_and_bound_only() -> None:
    hugo = "cold build beside Hugo making pages alone, 1,000"
    assert [verdicts(results(cold))[hugo] for cold in (0.5, 0.51, 1.0, 1.01)] == [
        "goal met",
        "met",
        "met",
        "**not met**",
    ]


def test_the_report_has_every_row_in_both_forms() -> None:
    found = results(0.5)
    rows = list(judge(found))
    text, markdown = (form(rows, found.builds, ("m",)) for form in (as_text, as_markdown))
    for row in rows:
        assert f"| {row.figure} | {row.bound} | {row.measured} | {row.verdict} |" in markdown
        assert row.figure in text
    assert "| 1,000 | cold | 0.500 s | 0.500 s | 160 MB | 10 (1.0 MB) | 5.0 |" in markdown


def test_figures_go_between_the_marks_of_the_page(tmp_path: Path) -> None:
    page = tmp_path / "performance.md"
    page.write_text((ROOT / "docs/performance.md").read_text("utf-8"), "utf-8")
    replace_figures(page, "one")
    replace_figures(page, "two")
    assert "one" not in page.read_text("utf-8").partition("<!--")[2].partition("-->")[0]
    assert page.read_text("utf-8").count("\ntwo\n") == 1
    page.write_text("no marks")
    with pytest.raises(ValueError, match="no place for the figures"):
        replace_figures(page, "three")


def test_an_edit_gives_another_rating_and_a_commit_has_as_many_as_asked(tmp_path: Path) -> None:
    site = make_site(tmp_path, 30)
    commit_edits(site, 3)
    command = ["git", "-C", site.folder, "diff", "--shortstat", "HEAD~1", "HEAD"]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert said == " 3 files changed, 3 insertions(+), 3 deletions(-)\n"


@pytest.mark.skipif(find_hugo() is None, reason="make bench installs Hugo")
def test_hugo_computes_the_same_rankings(tmp_path: Path) -> None:
    site = make_site(tmp_path, 40)
    build(site.folder)
    program = find_hugo()
    assert program is not None
    write_hugo_site(tmp_path / "hugo", 40)
    run(hugo_command(program, tmp_path / "hugo"), site.environment())
    for clientele in ("citoyens", "intervenants"):
        ours = read_our_ranking(site.output, clientele)
        assert len(ours) > 20
        assert read_hugo_ranking(tmp_path / "hugo", clientele) == ours
    write_hugo_site(tmp_path / "whole", 40, whole=True)
    run(hugo_command(program, tmp_path / "whole"), site.environment())
    assert read_hugo_data(tmp_path / "whole") == read_our_data(site.output)
