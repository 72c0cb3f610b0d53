"""Folders that are no site: what is said, and why."""

import shutil
from pathlib import Path

import pytest

from cvcgen.app import EnvironmentFailure, check, evaluate_site
from cvcgen.sources import snapshot
from tests.building import BASE, files_in
from tests.unprivileged import run_unprivileged

ELSEWHERE = "`-C DIR` tells where the site is, `cvcgen init DIR` makes a new one"


def failure(folder: Path) -> str:
    with pytest.raises(EnvironmentFailure) as raised:
        check(folder)
    with pytest.raises(EnvironmentFailure) as again:
        evaluate_site(folder)
    assert again.value.message == raised.value.message
    return raised.value.message.text(str)


def test_missing_folder(tmp_path: Path) -> None:
    folder = tmp_path / "nowhere"
    assert failure(folder) == f"there is no `cvcgen.yaml` in `{folder}`; {ELSEWHERE}"


def test_file_instead_of_a_folder(tmp_path: Path) -> None:
    file = tmp_path / "cvcgen.yaml"
    file.write_bytes(files_in(BASE)["cvcgen.yaml"])
    assert failure(file) == f"`{file}` is not a folder"


def test_folder_without_settings(tmp_path: Path) -> None:
    shutil.copytree(BASE / "content", tmp_path / "content")
    assert failure(tmp_path) == f"there is no `cvcgen.yaml` in `{tmp_path}`; {ELSEWHERE}"


def test_folder_with_settings_in_another_case_or_form(tmp_path: Path) -> None:
    shutil.copy(BASE / "cvcgen.yaml", tmp_path / "cvcgen.yml")
    assert failure(tmp_path) == f"there is no `cvcgen.yaml` in `{tmp_path}`; {ELSEWHERE}"


def test_folder_that_holds_too_many_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    monkeypatch.setattr(snapshot, "MAX_FILES", 3)
    assert failure(tmp_path) == f"`{tmp_path}` holds too many files"


def test_folder_that_may_not_be_read(tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    locked = tmp_path / "content" / "values"
    locked.chmod(0)
    try:
        said = run_unprivileged("-C", tmp_path, "check")
    finally:
        locked.chmod(0o755)
    assert said.returncode == 3
    assert f"`{locked}` may not be read" in said.stderr


def test_file_that_may_not_be_read_hides_no_other_fault(tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    locked = tmp_path / "content/values/rapidite.yaml"
    locked.chmod(0)
    (tmp_path / "content/values/securite.yaml").write_text("nom: x\n")
    said = run_unprivileged("-C", tmp_path, "check")
    assert said.returncode == 1
    assert "content/values/rapidite.yaml:1:1: error[CVC101] the file may not be read" in (
        said.stdout
    )
    assert "content/values/securite.yaml:1:1: error[CVC302] unknown key `nom`" in said.stdout


@pytest.mark.parametrize("locked", [".", "site"])
def test_places_that_may_not_be_written_are_said_and_left(tmp_path: Path, locked: str) -> None:
    site = tmp_path / "own"
    shutil.copytree(BASE, site)
    assert run_unprivileged("-C", site, "build").returncode == 0
    before = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    guichet = site / "content/projects/guichet.yaml"
    guichet.write_text(
        guichet.read_text("utf-8").replace("rapidite: 1", "rapidite: 5"), "utf-8"
    )
    (site / locked).chmod(0o555)
    try:
        said = run_unprivileged("-C", site, "build")
    finally:
        (site / locked).chmod(0o755)
    after = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    changed = {path for path in {*before, *after} if before.get(path) != after.get(path)}
    if said.returncode == 0:  # the folder above may be written, so the site is exchanged
        assert locked == "site"
    else:
        assert said.returncode == 3
        assert str(site) in said.stderr
        assert changed == {guichet}


def test_a_failure_keeps_its_cause(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFailure) as raised:
        check(tmp_path)
    assert raised.value.__cause__ is not None
