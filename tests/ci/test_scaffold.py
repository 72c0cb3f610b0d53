"""The CI files of a repository that `cvcgen init` makes: as safe as our own, and they run."""

import os
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from cvcgen import __version__
from cvcgen.contributing.newsites import NewSite, create_site
from cvcgen.phrases import load_phrases
from tests.ci.scripts import CI, ROOT, checker
from tests.ci.test_workflows import WORKFLOWS
from tests.sources.git.histories import History

_OF_ITS_OWN = {"README.md", "install", "requirements.txt"}
"""What stands in `ci/` of a new repository and not, or otherwise, in ours."""


@pytest.fixture
def made(tmp_path: Path) -> Path:
    folder = tmp_path / "new repository"
    create_site(folder, NewSite(("fr", "en")), load_phrases("fr"))
    return folder


def read(path: Path) -> dict[Any, Any]:
    return dict(yaml.safe_load(path.read_text("utf-8")))


def as_ours(path: Path) -> str:
    """The text, but for what a new repository has to do otherwise."""
    text = path.read_text("utf-8").replace("ci/README.md", "docs/ci.md")
    return text.replace("run: sh tool/ci/", "run: tool/ci/").replace("- sh /tmp/", "- /tmp/")


def test_a_proposal_is_judged_as_here(made: Path) -> None:
    check, comment, _ = WORKFLOWS
    workflows = made / ".github/workflows"
    theirs, ours = yaml.safe_load(as_ours(workflows / "check.yml")), read(check)
    del ours["jobs"]["tests"]
    assert theirs == ours
    assert as_ours(workflows / "comment.yml") == comment.read_text("utf-8")


def test_the_site_is_published_as_here_but_with_the_named_version(made: Path) -> None:
    theirs, ours = (
        read(path) for path in (made / ".github/workflows/publish.yml", WORKFLOWS[2])
    )
    steps = [job["jobs"]["build"].pop("steps") for job in (theirs, ours)]
    assert theirs == ours
    assert [step for step in steps[0] if "uses" in step] == [
        step for step in steps[1] if "uses" in step
    ]
    assert [step["run"] for step in steps[0] if "run" in step] == [
        'sh ci/install "$RUNNER_TEMP/cvcgen"',
        '"$RUNNER_TEMP/cvcgen/bin/cvcgen" build',
    ]
    assert (
        (made / "ci/requirements.txt").read_text("utf-8").endswith(f"cvcgen=={__version__}\n")
    )


def test_gitlab_does_as_here(made: Path) -> None:
    ours = read(CI / "gitlab/cvcgen.gitlab-ci.yml")
    theirs = yaml.safe_load(as_ours(made / ".gitlab-ci.yml"))
    ours["scores"]["artifacts"]["expose_as"] = "cvcgen"
    assert theirs == ours


def test_the_scripts_are_ours(made: Path) -> None:
    theirs = {path.name: path.read_text("utf-8") for path in (made / "ci").iterdir()}
    ours = {path.name: path.read_text("utf-8") for path in CI.iterdir() if path.is_file()}
    assert theirs.keys() - _OF_ITS_OWN == ours.keys() - {"install"}
    assert {name: theirs[name] for name in ours if name != "install"} == {
        name: text for name, text in ours.items() if name != "install"
    }


def test_no_expression_is_left_half_escaped(made: Path) -> None:
    texts = [path.read_text("utf-8") for path in (made / ".github").rglob("*.yml")]
    texts += [(made / name).read_text("utf-8") for name in (".gitlab-ci.yml", "ci/install")]
    assert [text for text in texts if "$$" in text or re.search(r"\$\{[a-z]", text)] == []
    assert all("docs/" not in text for text in texts)


def test_the_reports_speak_the_language_of_the_site(tmp_path: Path) -> None:
    for language in ("fr", "en", "es"):
        folder = tmp_path / language
        create_site(folder, NewSite((language,)), load_phrases(language))
        spoken = {"es": "en"}.get(language, language)
        job = read(folder / ".github/workflows/check.yml")["jobs"]["content"]
        assert job["env"]["LANG"] == f"{spoken}_CA.UTF-8"


def test_the_scripts_run_on_its_own_content(made: Path) -> None:
    history = History(made)
    history.git("init", "--quiet", "--initial-branch=main")
    history.commit({}, "first")
    project = next(made.glob("content/projects/*.yaml"))
    text = project.read_text("utf-8")
    rated = re.sub(r"(?m)^(      [a-z-]+:) .*$", r"\1 5", text, count=1)
    assert rated != text
    history.commit({project.relative_to(made).as_posix(): rated}, "second")
    report = made.parent / "report"
    assert "aucune faute" in ran(made, "sh", "ci/check", ".")
    ran(made, "sh", "ci/diff", ".", "HEAD^1", "HEAD", str(report))
    assert {path.name for path in report.iterdir()} == {"diff.txt", "diff.md", "diff.html"}


def ran(made: Path, *words: str) -> str:
    """What a step says that must succeed, in the language of the workflow."""
    environ = {"PATH": os.environ["PATH"], "LANG": "fr_CA.UTF-8"}
    done = subprocess.run(
        words,
        cwd=made,
        env={**environ, "CVCGEN": checker(made.parent)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_installing_without_a_folder_is_wrong_usage(made: Path) -> None:
    done = subprocess.run(["sh", "ci/install"], cwd=made, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (2, b"usage: ci/install VENV\n")


def test_its_hooks_are_ours_with_the_version_that_made_it(made: Path) -> None:
    ours = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    [repository] = read(made / ".pre-commit-config.yaml")["repos"]
    assert repository["repo"] == "local"
    for hook in ours:
        del hook["description"]
    named = {"additional_dependencies": [f"cvcgen=={__version__}"]}
    assert repository["hooks"] == [{**hook, **named} for hook in ours]
