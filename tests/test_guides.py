"""The guides, step by step, as a reader with a terminal takes them."""

import os
import shutil
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from tests.guides import GUIDES, edit, follow, former_guide, matches, read_steps

EVERY = sorted(path for path in GUIDES.glob("*.md") if path.name != "README.md")
_LOCALES = {"fr": "fr_CA.UTF-8", "en": "en_CA.UTF-8"}


def environment(home: Path, language: str) -> dict[str, str]:
    """Nobody's home, a name for git, and cvcgen on the path."""
    scripts = Path(sys.executable).parent
    return {
        "PATH": f"{scripts}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(home),
        "XDG_CACHE_HOME": str(home / "cache"),
        "LANG": _LOCALES[language],
        "LC_ALL": "",
        "LC_MESSAGES": "",
        "LANGUAGE": "",
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_AUTHOR_NAME": "Contributor",
        "GIT_AUTHOR_EMAIL": "contributor@example.org",
        "GIT_COMMITTER_NAME": "Contributor",
        "GIT_COMMITTER_EMAIL": "contributor@example.org",
        "GIT_AUTHOR_DATE": "2026-03-01T12:00:00Z",
        "GIT_COMMITTER_DATE": "2026-03-01T12:00:00Z",
    }


def take(guide: Path, reader: Path, here: str) -> str:
    """Follows the guide from a folder below the reader's own; where it leads, from there."""
    language = "fr" if guide.name.endswith(".fr.md") else "en"
    led = follow(guide, reader / here, environment(reader / "home", language))
    return led.relative_to(reader).as_posix()


Followed = Callable[[Path | None], tuple[Path, str]]
"""A reader's folders after a guide, not to be changed, and where in them the reader stands."""


@pytest.fixture(scope="module")
def followed(tmp_path_factory: pytest.TempPathFactory) -> Followed:
    """Follows a guide when one that goes on from it is first taken."""

    @cache
    def make(guide: Path | None) -> tuple[Path, str]:
        reader = tmp_path_factory.mktemp("reader").resolve()
        if guide is None:
            for name in ("home", "folder"):
                (reader / name).mkdir()
            return reader, "folder"
        before, here = make(former_guide(guide))
        shutil.copytree(before, reader, symlinks=True, dirs_exist_ok=True)
        return reader, take(guide, reader, here)

    return make


@pytest.mark.parametrize("guide", EVERY, ids=lambda path: path.stem)
def test_every_step_of_the_guide_works_and_prints_what_it_shows(
    guide: Path, followed: Followed, tmp_path: Path
) -> None:
    before, here = followed(former_guide(guide))
    reader = shutil.copytree(before, tmp_path.resolve() / "reader", symlinks=True)
    take(guide, reader, here)
    assert len(tuple(read_steps(guide))) > 3


def test_every_guide_is_there_in_both_languages_and_in_the_list() -> None:
    names = {path.name.removesuffix(".md").removesuffix(".fr") for path in EVERY}
    listed = (GUIDES / "README.md").read_text("utf-8")
    for name in names:
        assert {f"{name}.md", f"{name}.fr.md"} <= {path.name for path in EVERY}
        assert f"]({name}.md)" in listed
        assert f"]({name}.fr.md)" in listed


def test_an_ellipsis_stands_for_any_text_and_alone_for_any_lines() -> None:
    assert matches("a 1 b\nc\nd\n", "a … b\n…\nd\n")
    assert matches("a\n", "a\n…\n")
    assert not matches("a 1 c\n", "a … b\n")
    assert not matches("a\nb\n", "a\n")


def test_a_fragment_takes_the_place_of_the_lines_with_its_keys(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("one:\n  x: 1\ntwo:\n  x: 1  # why\n  y: 2\n", "utf-8")
    edit(file, "two:\n  x:\n    points: 3\n")
    assert file.read_text("utf-8") == "one:\n  x: 1\ntwo:\n  x:\n    points: 3\n  y: 2\n"


def test_a_fragment_that_fits_nowhere_is_a_fault_of_the_guide(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("one: 1\n", "utf-8")
    with pytest.raises(AssertionError, match="no line such as"):
        edit(file, "other: 1\n")
