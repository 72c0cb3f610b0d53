"""Folders that are no site: what is said, and why."""

import os
import shutil
from pathlib import Path

import pytest

from cvcgen.app import EnvironmentFailure, check, evaluate_site
from cvcgen.sources import snapshot
from tests.building import BASE, files_in


def failure(folder: Path) -> str:
    with pytest.raises(EnvironmentFailure) as raised:
        check(folder)
    with pytest.raises(EnvironmentFailure) as again:
        evaluate_site(folder)
    assert again.value.message == raised.value.message
    return raised.value.message.text(str)


def test_missing_folder(tmp_path: Path) -> None:
    folder = tmp_path / "nowhere"
    assert failure(folder) == f"there is no `cvcgen.yaml` in `{folder}`"


def test_file_instead_of_a_folder(tmp_path: Path) -> None:
    file = tmp_path / "cvcgen.yaml"
    file.write_bytes(files_in(BASE)["cvcgen.yaml"])
    assert failure(file) == f"`{file}` is not a folder"


def test_folder_without_settings(tmp_path: Path) -> None:
    shutil.copytree(BASE / "content", tmp_path / "content")
    assert failure(tmp_path) == f"there is no `cvcgen.yaml` in `{tmp_path}`"


def test_folder_with_settings_in_another_case_or_form(tmp_path: Path) -> None:
    shutil.copy(BASE / "cvcgen.yaml", tmp_path / "cvcgen.yml")
    assert failure(tmp_path) == f"there is no `cvcgen.yaml` in `{tmp_path}`"


def test_folder_that_holds_too_many_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    monkeypatch.setattr(snapshot, "MAX_FILES", 3)
    assert failure(tmp_path) == f"`{tmp_path}` holds too many files"


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything"
)
def test_folder_that_may_not_be_read(tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    locked = tmp_path / "content" / "values"
    locked.chmod(0)
    try:
        assert failure(tmp_path) == f"`{locked}` may not be read"
    finally:
        locked.chmod(0o755)


def test_a_failure_keeps_its_cause(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFailure) as raised:
        check(tmp_path)
    assert raised.value.__cause__ is not None
