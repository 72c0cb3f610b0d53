"""`.pre-commit-hooks.yaml`: each hook run as pre-commit runs it, on the files of a commit.

pre-commit itself would install the package into an environment of its own: left to it.
"""

import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.building import SITES, files_in
from tests.sources.git.histories import History

ROOT = Path(__file__).resolve().parents[1]
FILE = ROOT / ".pre-commit-hooks.yaml"
HOOKS: list[dict[str, Any]] = yaml.safe_load(FILE.read_text("utf-8"))
GUICHET = "content/projects/guichet.yaml"


@pytest.fixture
def history(tmp_path: Path) -> History:
    history = History.start(tmp_path / "site")
    history.commit(files_in(SITES / "base"))
    return history


def hook(name: str) -> dict[str, Any]:
    [found] = [one for one in HOOKS if one["id"] == name]
    return found


def ran(name: str, history: History) -> tuple[int, str] | None:
    """The exit code and the output of the hook; None where pre-commit would not run it."""
    found = hook(name)
    staged = history.git("diff", "--staged", "--name-only", "--diff-filter=ACMR").splitlines()
    matching = [path for path in staged if re.search(found.get("files", ""), path)]
    if not matching and not found.get("always_run"):
        return None
    program, *words = shlex.split(found["entry"])
    assert program == "cvcgen"
    names = matching if found.get("pass_filenames", True) else []
    done = subprocess.run(
        [sys.executable, "-m", "cvcgen", *words, *names],
        cwd=history.folder,
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": str(ROOT), "LANG": "en_CA.UTF-8", "PATH": "/usr/bin:/bin"},
    )
    return done.returncode, done.stdout + done.stderr


def stage(history: History, files: dict[str, str | None]) -> None:
    history.write(files)
    history.git("add", "--all")


def test_the_hooks_are_python_and_have_what_pre_commit_asks_for() -> None:
    assert [one["id"] for one in HOOKS] == ["cvcgen-check", "cvcgen-fmt"]
    for one in HOOKS:
        assert one["language"] == "python"
        assert {"id", "name", "entry", "description"} <= one.keys()


def test_a_sound_commit_passes(history: History) -> None:
    stage(history, {"README.md": "# Scores\n"})
    assert ran("cvcgen-check", history) == (0, "no fault in 7 files\n")
    assert ran("cvcgen-fmt", history) is None


def test_a_fault_in_a_file_that_is_not_in_the_commit_is_found(history: History) -> None:
    stage(history, {"content/values/rapidite.yaml": None})
    found = ran("cvcgen-check", history)
    assert found is not None
    assert found[0] == 1
    assert "content/clienteles/citoyens.yaml:7:13: error[CVC401]" in found[1]


def test_what_is_not_canonical_is_rewritten_in_the_files_of_the_commit_alone(
    history: History,
) -> None:
    untidy = "title:   {fr: Guichet, en: Counter}\nscorecards: {}\n"
    stage(history, {GUICHET: untidy, "content/README.md": "x\n"})
    found = ran("cvcgen-fmt", history)
    assert found is not None
    assert found[0] == 0
    assert history.git("diff", "--name-only").splitlines() == [GUICHET]
    assert "title: {fr" in (history.folder / GUICHET).read_text("utf-8")
