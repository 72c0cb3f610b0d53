"""`cvcgen textconv`, alone and where it is for: in `git diff` and `git log -p`."""

import shlex
import shutil
import sys
from pathlib import Path

import pytest

from cvcgen import app
from cvcgen.cli import textconv
from tests.building import BASE
from tests.cli.running import ROOT, cvcgen
from tests.sources.git.conftest import isolated  # noqa: F401 - a fixture of every test here
from tests.sources.git.histories import History

PROJECT = "content/projects/guichet.yaml"
CLIENTELE = "content/clienteles/citoyens.yaml"


@pytest.fixture
def history(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> History:
    """A repository with the base site, set up as docs/ci.md says."""
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    history = History.start(tmp_path / "repository with a space")
    shutil.copytree(BASE, history.folder, dirs_exist_ok=True)
    attributes = (ROOT / ".gitattributes").read_text("utf-8")
    command = f"{shlex.quote(sys.executable)} -m cvcgen textconv"
    history.git("config", "diff.cvcgen.textconv", command)
    history.commit({".gitattributes": attributes}, "first")
    return history


def _edit(history: History, path: str, old: str, new: str) -> None:
    text = (history.folder / path).read_text("utf-8")
    assert old in text
    history.write({path: text.replace(old, new)})


def _changed(shown: str) -> list[str]:
    lines = shown.splitlines()
    return [x for x in lines if x[:1] in {"+", "-"} and x[:3] not in {"+++", "---"}]


@pytest.mark.parametrize(
    ("language", "why"),
    [("en", "No such file or directory"), ("fr", "fichier ou dossier introuvable")],
)
def test_a_file_that_is_not_there_is_named(language: str, why: str) -> None:
    ran = cvcgen("--lang", language, "textconv", "nope")
    assert (ran.code, ran.out) == (3, "")
    assert "`nope`" in ran.err
    assert ran.err.endswith(f"{why}\n")


def test_a_file_that_no_site_could_have_is_shown_piece_by_piece(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = (BASE / PROJECT).read_text("utf-8")
    (tmp_path / "long.yaml").write_text(project, "utf-8", newline="")
    assert "# score" in cvcgen("-C", str(BASE), "textconv", str(tmp_path / "long.yaml")).out
    monkeypatch.setattr(textconv, "_PIECE", 64)
    assert cvcgen("-C", str(BASE), "textconv", str(tmp_path / "long.yaml")).out == project


def test_git_diff_shows_scores_beside_keys(history: History) -> None:
    _edit(history, PROJECT, "securite: 3", "securite: 5")
    assert _changed(history.git("diff")) == [
        "-  citoyens:    # score 72.0%",
        "+  citoyens:    # score 84.0%",
        "-      securite: 3    # 18.0 of 30.0",
        "+      securite: 5    # 30.0 of 30.0",
    ]


def test_git_log_shows_scores_under_the_pyramid_of_today(history: History) -> None:
    _edit(history, PROJECT, "rapidite: 1", "rapidite: 5")
    history.commit({}, "second")
    _edit(history, CLIENTELE, "weight: 50}", "weight: 20}")
    _edit(history, CLIENTELE, "securite, weight: 30}", "securite, weight: 60}")
    history.commit({}, "third")
    assert _changed(history.git("log", "-p", "-1")) == [
        "-  - {value: accessibilite, weight: 50}    # 50.0% of the score",
        "-  - {value: securite, weight: 30}    # 30.0% of the score",
        "+  - {value: accessibilite, weight: 20}    # 20.0% of the score",
        "+  - {value: securite, weight: 60}    # 60.0% of the score",
    ]
    assert _changed(history.git("log", "-p", "-1", "HEAD~")) == [
        "-  citoyens:    # score 60.0%",
        "+  citoyens:    # score 76.0%",
        "-      rapidite: 1    # 4.0 of 20.0",
        "+      rapidite: 5    # 20.0 of 20.0",
    ]


def test_git_diff_from_a_sub_folder_finds_the_site(history: History) -> None:
    _edit(history, PROJECT, "securite: 3", "securite: 5")
    shown = history.git("-C", "content/projects", "diff", "guichet.yaml")
    assert "+      securite: 5    # 30.0 of 30.0" in shown


def test_a_broken_version_in_the_history_is_shown_as_it_is(history: History) -> None:
    sound = (history.folder / PROJECT).read_text("utf-8")
    history.commit({PROJECT: "title: [\n\x1b]0;x\x07\tx\u202e\n"}, "broken")
    history.commit({PROJECT: sound}, "mended")
    shown = history.git("log", "-p", "-1")
    assert "-title: [" in shown
    assert r"-\u{1b}]0;x\u{7}\u{9}x\u{202e}" in shown
    assert "+  citoyens:    # score 72.0%" in shown


def test_a_checkout_with_other_line_ends_is_no_change(history: History) -> None:
    content = (history.folder / PROJECT).read_bytes().replace(b"\n", b"\r\n")
    (history.folder / PROJECT).write_bytes(content)
    assert _changed(history.git("-c", "core.autocrlf=false", "diff", "--text")) == []


def test_without_the_setup_git_diff_is_the_usual_one(history: History) -> None:
    history.git("config", "--unset", "diff.cvcgen.textconv")
    _edit(history, PROJECT, "securite: 3", "securite: 5")
    assert _changed(history.git("diff")) == ["-      securite: 3", "+      securite: 5"]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no end of line",
        b"\xff\xfe\x00",
        b"title: {fr: a}\n",
        b"a: 1\rb: 2\n",
        b"[" * 9999,
    ],
)
def test_what_is_no_sound_record_is_printed_as_it_is(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "x.yaml"
    file.write_bytes(content)
    ran = cvcgen("textconv", str(file))
    assert (ran.code, ran.err) == (0, "")
    shown = content.decode("utf-8", "surrogateescape").replace("\r", r"\u{d}")
    assert ran.out == shown.replace("\x00", r"\u{0}").replace("\udcff", r"\u{dcff}").replace(
        "\udcfe", r"\u{dcfe}"
    )


def test_outside_a_site_a_file_is_printed_as_it_is(tmp_path: Path) -> None:
    ran = cvcgen("textconv", str(BASE / PROJECT), folder=tmp_path)
    assert (ran.code, ran.out) == (0, (BASE / PROJECT).read_text("utf-8"))


def test_a_bug_of_ours_hides_no_file(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(app, "score_alone", broken)
    ran = cvcgen("textconv", str(BASE / PROJECT))
    assert (ran.code, ran.out) == (0, (BASE / PROJECT).read_text("utf-8"))
    assert cvcgen("textconv", "-v", str(BASE / PROJECT)).code == 4


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    ran = cvcgen("textconv", str(tmp_path / "missing"))
    assert (ran.code, ran.out) == (3, "")
    assert "No such file" in ran.err
