"""From a folder to a site in another."""

import shutil
from pathlib import Path

import pytest

from cvcgen.app import EnvironmentFailure, build, evaluate_site, render
from cvcgen.assets import templates_dir
from tests.building import BASE

GUICHET = "content/projects/guichet.yaml"


def built_files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_a_sound_site_is_built_in_its_own_folder_and_again_changes_nothing(
    tmp_path: Path,
) -> None:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    first = build(tmp_path)
    files = built_files(tmp_path / "site")
    again = build(tmp_path)
    assert first.directory == tmp_path / "site"
    assert first.evaluated.scoreboard is not None
    assert "index.html" in files
    assert first.written is not None
    assert (first.written.unchanged, first.written.removed) == (0, 0)
    assert again.written is not None
    assert (again.written.written, again.written.unchanged) == (0, first.written.written)
    assert built_files(tmp_path / "site") == files


def test_a_site_with_errors_is_not_built_and_the_former_one_stays(tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    build(tmp_path)
    before = built_files(tmp_path / "site")
    guichet = tmp_path / GUICHET
    guichet.write_bytes(guichet.read_bytes().replace(b"securite: 3", b"securite: 2"))
    built = build(tmp_path)
    assert built.written is None
    assert built.evaluated.scoreboard is None
    assert [found.code for found in built.evaluated.checked.diagnostics] == ["CVC408"]
    assert built_files(tmp_path / "site") == before


def test_a_folder_that_is_not_ours_is_an_environment_failure(tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "letter.txt").write_bytes(b"dear")
    with pytest.raises(EnvironmentFailure) as raised:
        build(BASE, mine)
    assert raised.value.message.text(str) == (
        f"«{mine}» is not empty and cvcgen did not make it;"
        " name another folder, or empty this one yourself"
    )
    assert built_files(mine) == {"letter.txt": b"dear"}


def test_templates_of_the_site_itself_come_first(tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    own = tmp_path / "templates"
    own.mkdir()
    evaluated = evaluate_site(tmp_path)
    assert evaluated.scoreboard is not None
    first, *_ = sorted(path.name for path in templates_dir().glob("*.jinja*"))
    (own / first).write_text("mine", encoding="utf-8")
    files = render(evaluated.checked.catalogue, evaluated.scoreboard, tmp_path)
    without = render(evaluated.checked.catalogue, evaluated.scoreboard)
    assert files != without
