"""The files that CI services read: least rights, pinned actions, no text of a proposal run."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.ci.scripts import CI, ROOT

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
GITLAB = CI / "gitlab" / "cvcgen.gitlab-ci.yml"
SCRIPTS = sorted(path for path in CI.iterdir() if path.is_file() and not path.suffix)
MAY_WRITE = {
    ("comment", "comment"): {"pull-requests"},
    ("publish", "deploy"): {"pages", "id-token"},
}
"""What a job may write, by workflow and job; every other one may only read."""
each = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)


def _read(path: Path) -> dict[Any, Any]:
    return dict(yaml.safe_load(path.read_text("utf-8")))


def _jobs(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    yield from _read(path)["jobs"].items()


def _steps(path: Path) -> Iterator[dict[str, Any]]:
    return (step for _, job in _jobs(path) for step in job["steps"])


def test_the_workflows_are_those_that_the_docs_describe() -> None:
    docs = (ROOT / "docs" / "ci.md").read_text("utf-8")
    assert [path.stem for path in WORKFLOWS] == ["check", "comment", "publish"]
    assert [path.name for path in [*WORKFLOWS, GITLAB] if path.name not in docs] == []


@each
def test_actions_are_pinned_by_digest_and_say_their_version(path: Path) -> None:
    used = re.findall(r"uses: (.*)", path.read_text("utf-8"))
    assert used
    pinned = re.compile(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
    assert [action for action in used if not pinned.fullmatch(action)] == []


def test_one_action_has_one_version() -> None:
    every = {x for p in WORKFLOWS for x in re.findall(r"uses: (.*)", p.read_text("utf-8"))}
    names = [action.partition("@")[0] for action in every]
    assert len(names) == len(set(names))


@each
def test_rights_are_the_least(path: Path) -> None:
    top = _read(path)["permissions"]
    assert set(top.values()) <= {"read"}
    for name, job in _jobs(path):
        rights = job.get("permissions", {})
        wrote = {right for right, how in rights.items() if how != "read"}
        assert wrote == MAY_WRITE.get((path.stem, name), set())


@each
def test_no_expression_stands_in_a_script(path: Path) -> None:
    """An expression is pasted into the script before the shell reads it: use `env`."""
    assert [step["run"] for step in _steps(path) if "${{" in step.get("run", "")] == []


@each
def test_no_secret_no_cache_and_no_trigger_that_trusts_a_fork(path: Path) -> None:
    text = path.read_text("utf-8")
    for word in ("secrets.", "actions/cache", "cache:", "pull_request_target", "write-all"):
        assert word not in text
    checkouts = [s for s in _steps(path) if s.get("uses", "").startswith("actions/checkout@")]
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)
    for _, job in _jobs(path):
        assert job["timeout-minutes"] <= 60


def test_names_and_titles_that_a_contributor_chooses_are_nowhere_but_in_a_group() -> None:
    chosen = re.compile(r"github\.(?:head_ref|event\.[a-z_.]*(?:title|body|label|head_branch))")
    found = [
        line.strip()
        for path in WORKFLOWS
        for line in path.read_text("utf-8").splitlines()
        if chosen.search(line) and not line.strip().startswith("group:")
    ]
    assert found == []


def test_the_checker_comes_from_the_base_branch() -> None:
    steps = dict(_jobs(WORKFLOWS[0]))["content"]["steps"]
    tool, proposal = (step["with"] for step in steps[:2])
    assert (tool["path"], proposal["path"]) == ("tool", "proposal")
    assert tool["ref"] == "${{ github.event.pull_request.base.sha || github.sha }}"
    runs = [step["run"] for step in steps if "run" in step]
    assert all(run.startswith("tool/ci/") for run in runs)


def test_the_job_that_may_write_runs_nothing_but_the_comment() -> None:
    workflow = _read(ROOT / ".github/workflows/comment.yml")
    steps = workflow["jobs"]["comment"]["steps"]
    assert [step["run"] for step in steps if "run" in step] == ["python3 ci/comment.py"]
    assert "ref" not in steps[0]["with"]
    assert workflow["permissions"] == {}


def test_the_report_has_one_name_everywhere() -> None:
    upload = next(s for s in _steps(WORKFLOWS[0]) if "upload-artifact" in s.get("uses", ""))
    comment = (CI / "comment.py").read_text("utf-8")
    assert f'ARTIFACT = "{upload["with"]["name"]}"' in comment
    assert f'FILE = "{Path(upload["with"]["path"]).name}"' in comment
    assert upload["with"]["retention-days"] <= 7


def test_gitlab_runs_the_same_scripts_from_the_default_branch() -> None:
    jobs = _read(GITLAB)
    assert not (ROOT / ".gitlab-ci.yml").exists()
    before = jobs[".cvcgen"]["before_script"]
    assert "$CI_DEFAULT_BRANCH" in before[0]
    assert jobs["content"]["script"] == ["/tmp/tool/ci/check ."]
    assert jobs["scores"]["script"][0].startswith("/tmp/tool/ci/diff . ")
    report = jobs["content"]["artifacts"]["reports"]["codequality"]
    assert report in (CI / "check").read_text("utf-8")
    names = (
        r"CI_(?:COMMIT_(?:REF_NAME|MESSAGE|TITLE)|MERGE_REQUEST_(?:TITLE|SOURCE_BRANCH_NAME))"
    )
    assert re.search(names, GITLAB.read_text("utf-8")) is None


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_a_script_is_posix_shell_that_can_be_run(path: Path) -> None:
    assert path.read_text("utf-8").startswith("#!/bin/sh\n")
    assert path.stat().st_mode & 0o111
    checked = subprocess.run(["/bin/sh", "-n", str(path)], capture_output=True, check=False)
    assert (checked.returncode, checked.stderr) == (0, b"")


def test_every_script_that_is_run_exists() -> None:
    texts = [path.read_text("utf-8") for path in [*WORKFLOWS, GITLAB]]
    named = {
        name for text in texts for name in re.findall(r"(?<![\w.])ci/([a-z.]+[a-z])", text)
    }
    assert {"check", "comment.py", "diff", "install"} <= named
    assert [name for name in named if not (CI / name).is_file()] == []
