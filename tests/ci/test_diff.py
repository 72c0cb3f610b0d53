"""ci/diff: what moves, for a summary and for the workflow that comments."""

import json
import shutil
from pathlib import Path

import pytest

from tests.building import BASE
from tests.ci.scripts import checker, run
from tests.sources.git.conftest import isolated  # noqa: F401 - a fixture of every test here
from tests.sources.git.histories import History

PROJECT = "content/projects/guichet.yaml"
HEAD = "a" * 40
HOSTILE = "$(touch hacked)`touch hacked`;touch hacked#'\"@everyone"
"""As a branch or a subject: what would act in a shell, an expression or a comment."""


@pytest.fixture
def history(tmp_path: Path) -> History:
    history = History.start(tmp_path / "proposal")
    shutil.copytree(BASE, history.folder, dirs_exist_ok=True)
    history.commit({}, "first")
    return history


def _edited(history: History, old: str, new: str) -> dict[str, str]:
    text = (history.folder / PROJECT).read_text("utf-8")
    assert old in text
    return {PROJECT: text.replace(old, new)}


def _diff(
    history: History, base: str = "HEAD^1", head: str = "HEAD", **environ: str
) -> tuple[int, Path, str]:
    root = history.folder.parent
    folder = root / "a report"
    done = run(
        "diff",
        history.folder,
        base,
        head,
        folder,
        folder=root,
        CVCGEN=checker(root),
        HOME=str(root),
        **environ,
    )
    return done.returncode, folder, done.stderr


def test_a_pull_request_gets_a_summary_and_a_report_to_hand_over(history: History) -> None:
    history.commit(_edited(history, "securite: 3", "securite: 5"), "second")
    summary = history.folder.parent / "summary.md"
    code, folder, said = _diff(
        history, PULL_REQUEST="12", HEAD_SHA=HEAD, GITHUB_STEP_SUMMARY=str(summary)
    )
    assert (code, said) == (0, "")
    given = json.loads((folder / "handover.json").read_text("utf-8"))
    markdown = (folder / "diff.md").read_text("utf-8")
    assert given == {
        "format": 1,
        "pull_request": 12,
        "head": HEAD,
        "changes": True,
        "markdown": markdown,
    }
    assert markdown.startswith("<!-- cvcgen-diff -->\n")
    assert "84" in markdown
    assert summary.read_text("utf-8") == markdown
    assert "<html" in (folder / "diff.html").read_text("utf-8")


def test_no_change_is_said_so_that_nobody_is_disturbed(history: History) -> None:
    history.commit({"README.md": "other words\n"}, "second")
    code, folder, _ = _diff(history, PULL_REQUEST="12", HEAD_SHA=HEAD)
    assert code == 0
    assert json.loads((folder / "handover.json").read_text("utf-8"))["changes"] is False


def test_content_with_errors_is_reported_as_such(history: History) -> None:
    history.commit(_edited(history, "securite: 3", "securite: many"), "second")
    code, folder, said = _diff(history, PULL_REQUEST="12", HEAD_SHA=HEAD)
    assert code == 1
    assert "securite" in said
    given = json.loads((folder / "handover.json").read_text("utf-8"))
    assert given["changes"] is True
    assert "aucune cote n’est comparée" in given["markdown"]


def test_a_gate_fails_the_step_and_the_report_is_there(history: History) -> None:
    history.commit(_edited(history, "securite: 3", "securite: 5"), "second")
    code, folder, said = _diff(history, GATES="weights score-change>10 *")
    assert code == 2
    code, folder, said = _diff(history, GATES="weights score-change>10")
    assert code == 1
    assert "score-change>10" in said
    assert (folder / "diff.md").exists()
    assert not (folder / "handover.json").exists()


def test_hostile_names_of_branches_and_subjects_do_nothing(history: History) -> None:
    # What git itself forbids in the name of a branch is left out.
    branch = "x$(touch${IFS}hacked)`id`;'\"@everyone"
    history.git("checkout", "--quiet", "-b", branch)
    history.commit(_edited(history, "securite: 3", "securite: 5"), HOSTILE, author=HOSTILE)
    code, folder, said = _diff(history, "main", branch, PULL_REQUEST="1", HEAD_SHA=HEAD)
    assert (code, said) == (0, "")
    assert not list(history.folder.parent.rglob("hacked"))
    assert "@everyone" not in (folder / "diff.md").read_text("utf-8")
    assert (folder / "handover.json").exists()  # which it is only where it is inert


@pytest.mark.parametrize(
    ("name", "expected"),
    [("--output=hacked", 3), ("-C/", 3), ("$(touch hacked)", 3), ("--help", 3), ("", 2)],
)
def test_a_revision_is_never_an_option(history: History, name: str, expected: int) -> None:
    code, folder, _ = _diff(history, name)
    assert code == expected
    assert not (folder / "diff.md").exists()
    assert not list(history.folder.parent.rglob("hacked"))


@pytest.mark.parametrize(
    ("number", "head"), [("0", HEAD), ("-1", HEAD), ("1", "main"), ("1", HEAD + "\n")]
)
def test_a_wrong_address_is_not_handed_over(history: History, number: str, head: str) -> None:
    history.commit(_edited(history, "securite: 3", "securite: 5"), "second")
    code, folder, said = _diff(history, PULL_REQUEST=number, HEAD_SHA=head)
    assert code == 1
    assert "it breaks the schema at" in said
    assert not (folder / "handover.json").exists()
