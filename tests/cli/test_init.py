import re
import sys
from pathlib import Path

import pytest

from tests.cli.running import Stream, cvcgen


def test_options_say_everything(tmp_path: Path) -> None:
    words = ["--title", "Ville", "--languages", "fr, en", "--clientele", "Aînés"]
    ran = cvcgen("init", "new", *words, folder=tmp_path)
    assert (ran.code, ran.out) == (0, f"{tmp_path / 'new'}\n")
    assert ran.err.endswith("Next, in that folder: `cvcgen build`\n")
    checked = cvcgen("check", "--strict", folder=tmp_path / "new")
    assert checked.code == 0
    assert "languages: [fr, en]" in (tmp_path / "new/cvcgen.yaml").read_text("utf-8")


def test_a_terminal_is_asked_for_the_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stream = Stream(terminal=True)
    stream.write("Ville\n\nAînés, Jeunes\n")
    stream.seek(0)
    monkeypatch.setattr(sys, "stdin", stream)
    ran = cvcgen("init", "new", folder=tmp_path, terminal=True)
    assert ran.err.startswith(
        "Title of the site [Customer value score]: Languages, separated by commas [en]: "
        "Clienteles, separated by commas [Citizens, Professionals]: "
    )
    assert 'title: "Ville"' in (tmp_path / "new/cvcgen.yaml").read_text("utf-8")
    assert (tmp_path / "new/content/clienteles/jeunes.yaml").is_file()


def test_what_is_shown_as_the_answer_is_what_comes_of_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stream = Stream(terminal=True)
    stream.write("\n\n\n")
    stream.seek(0)
    monkeypatch.setattr(sys, "stdin", stream)
    ran = cvcgen("--lang", "fr", "init", "new", folder=tmp_path, terminal=True)
    title, languages, clienteles = re.findall(r"\[(.*?)\]\xa0: ", ran.err)
    assert f'title: "{title}"' in (tmp_path / "new/cvcgen.yaml").read_text("utf-8")
    assert languages == "fr"
    texts = [
        file.read_text("utf-8") for file in (tmp_path / "new/content/clienteles").iterdir()
    ]
    names = clienteles.split(", ")
    assert len(names) == len(texts) == 2
    assert all(any(f'name: "{name}"' in text for text in texts) for name in names)


@pytest.mark.parametrize(
    ("language", "here", "there"),
    [
        ("en", "Next: `cvcgen build`", "Next, in that folder: `cvcgen build`"),
        ("fr", "Ensuite\xa0: `cvcgen build`", "Ensuite, dans ce dossier\xa0: `cvcgen build`"),
    ],
)
def test_the_next_step_is_in_that_folder_only_if_one_stands_elsewhere(
    language: str, here: str, there: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    words = ("--lang", language, "init")
    assert cvcgen(*words, "new", folder=Path()).err.endswith(f"\n{there}\n")
    monkeypatch.chdir(tmp_path / "new")
    assert cvcgen(*words, "--force", ".", folder=Path()).err.endswith(f"\n{here}\n")


def test_git_leaves_out_what_the_guides_build(tmp_path: Path) -> None:
    cvcgen("init", "new", folder=tmp_path)
    left_out = (tmp_path / "new/.gitignore").read_text("utf-8").splitlines()
    assert {"/site/", "/preview/", "/public/"} <= set(left_out)


def test_a_terminal_that_is_closed_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", Stream(terminal=True))
    ran = cvcgen("init", "new", folder=tmp_path, terminal=True)
    assert ran.code == 130
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_holds_something_is_exit_3(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("mine")
    assert cvcgen("init", ".", folder=tmp_path).code == 3
    ran = cvcgen("init", ".", "--force", folder=tmp_path)
    assert ran.code == 0
    assert "kept as it is: README.md\n" in ran.err


def test_a_language_that_the_tool_does_not_speak_is_said(tmp_path: Path) -> None:
    ran = cvcgen("init", "new", "--languages", "es,fr,it", folder=tmp_path)
    assert ran.err.splitlines()[1:3] == [
        f"cvcgen does not speak `{one}`: its examples, and its words on pages, are in English"
        " there"
        for one in ("es", "it")
    ]
    again = cvcgen("init", "new", "--force", "--languages", "es", folder=tmp_path)
    assert "does not speak" not in again.err
    spoken = cvcgen("init", "other", "--languages", "fr,en", folder=tmp_path)
    assert "does not speak" not in spoken.err


def test_two_clienteles_of_one_name_are_a_usage_error(tmp_path: Path) -> None:
    ran = cvcgen("init", "new", "--clientele", "A", "--clientele", "a", folder=tmp_path)
    assert ran.code == 2
    assert "two clienteles would have the same file: «a»" in ran.err
