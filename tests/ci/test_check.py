"""ci/check: the faults, in the words of the service that runs it."""

import json
import shutil
from pathlib import Path

import pytest

from tests.building import BASE
from tests.ci.scripts import checker, run

ACCENTS = "e" + 400 * "\u0301"
"""What makes a line long that is cut to its width."""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site below the root of a checkout, as a workflow has it."""
    return Path(shutil.copytree(BASE, tmp_path / "a proposal" / "site"))


@pytest.fixture
def faulty(site: Path) -> Path:
    project = site / "content/projects/guichet.yaml"
    project.write_text(project.read_text("utf-8").replace("rapidite", "rapidte"), "utf-8")
    return site


def test_sound_content_passes(site: Path, tmp_path: Path) -> None:
    done = run("check", site, folder=tmp_path, CVCGEN=checker(tmp_path))
    assert (done.returncode, done.stdout) == (0, "no fault in 7 files\n")


def test_github_gets_annotations_and_the_whole_report_in_the_summary(
    faulty: Path, tmp_path: Path
) -> None:
    summary = tmp_path / "summary.md"
    done = run(
        "check",
        faulty,
        faulty.parent,
        folder=tmp_path,
        CVCGEN=checker(tmp_path),
        GITHUB_ACTIONS="true",
        GITHUB_STEP_SUMMARY=str(summary),
        GITHUB_WORKSPACE="/somewhere/else",
    )
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.startswith("::error file=site/content/projects/guichet.yaml,line=7,")
    shown = summary.read_text("utf-8")
    assert shown.startswith("```text\ncontent/projects/guichet.yaml:7:7: error[CVC406]")
    assert shown.endswith("\n```\n")


def test_ten_annotations_of_a_kind_and_a_summary_below_the_limit(
    site: Path, tmp_path: Path
) -> None:
    for number in range(60):
        name = f"content/projects/p{number}.yaml"
        keys = "".join(f"{ACCENTS}{key}{'`' * 200}: 1\n" for key in range(90))
        (site / name).write_text(f"title: {{fr: a, en: a}}\n{keys}", "utf-8")
    summary = tmp_path / "summary.md"
    done = run(
        "check",
        site,
        folder=tmp_path,
        CVCGEN=checker(tmp_path),
        GITHUB_ACTIONS="true",
        GITHUB_STEP_SUMMARY=str(summary),
    )
    lines = done.stdout.splitlines()
    assert [line.partition(" ")[0] for line in lines] == ["::error"] * 10 + ["::notice"]
    assert 900_000 < summary.stat().st_size <= 1_000_000
    last = summary.read_text("utf-8").rstrip("\n").splitlines()
    assert last[-1].startswith("… +")
    assert set(last[-3]) == {"`"}


def test_gitlab_gets_its_report(faulty: Path, tmp_path: Path) -> None:
    done = run(
        "check",
        faulty,
        faulty.parent,
        folder=tmp_path,
        CVCGEN=checker(tmp_path),
        GITLAB_CI="true",
    )
    assert done.returncode == 1
    assert "error[CVC406]" in done.stdout
    [*entries] = json.loads((tmp_path / "gl-code-quality-report.json").read_text("utf-8"))
    assert entries[0]["location"]["path"] == "site/content/projects/guichet.yaml"


def test_a_folder_that_is_no_site_is_no_success(tmp_path: Path) -> None:
    done = run("check", tmp_path, folder=tmp_path, CVCGEN=checker(tmp_path))
    assert done.returncode == 3


@pytest.mark.parametrize("name", ["check", "diff", "install"])
def test_a_wrong_call_says_what_is_right(name: str, tmp_path: Path) -> None:
    done = run(name, folder=tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith(f"usage: ci/{name} ")
