import shutil
import sys
from pathlib import Path

import pytest

from cvcgen.contributing import staging
from cvcgen.contributing.staging import abandoned, lock_folder, staging_folder

PREFIX = ".cvcgen-some-"
needs_locks = pytest.mark.skipif(sys.platform == "win32", reason="no locks on folders there")


def test_a_folder_is_there_for_the_while_alone(tmp_path: Path) -> None:
    with staging_folder(tmp_path, PREFIX) as folder:
        (folder / "a").write_text("")
        assert folder.parent == tmp_path
        assert folder.name.startswith(PREFIX)
    assert list(tmp_path.iterdir()) == []


def test_a_failure_removes_it_too(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), staging_folder(tmp_path, PREFIX):
        raise ZeroDivisionError
    assert list(tmp_path.iterdir()) == []


def test_what_cannot_be_removed_is_no_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(folder: Path, ignore_errors: bool) -> None:
        raise OSError(9, "Bad file descriptor")

    monkeypatch.setattr(staging.shutil, "rmtree", refuse)
    with staging_folder(tmp_path, PREFIX) as folder:
        pass
    assert folder.is_dir()


@needs_locks
def test_what_a_killed_run_left_is_told_then_removed(tmp_path: Path) -> None:
    left = tmp_path / f"{PREFIX}left"
    left.mkdir()
    (left / "a").write_text("")
    (tmp_path / f"{PREFIX}link").symlink_to(left)
    with staging_folder(tmp_path, PREFIX) as held:
        with abandoned(tmp_path, PREFIX) as found:
            assert found == (left,)
            assert (left / "a").exists()
        assert held.is_dir()
    assert [path.name for path in tmp_path.iterdir()] == [f"{PREFIX}link"]


@needs_locks
def test_a_failure_keeps_what_a_killed_run_left(tmp_path: Path) -> None:
    (tmp_path / f"{PREFIX}left").mkdir()
    with pytest.raises(ZeroDivisionError), abandoned(tmp_path, PREFIX):
        raise ZeroDivisionError
    with abandoned(tmp_path, PREFIX) as found:  # nobody holds it any more
        assert found == (tmp_path / f"{PREFIX}left",)


def test_a_folder_that_is_not_there_has_none(tmp_path: Path) -> None:
    with abandoned(tmp_path / "none", PREFIX) as found:
        assert found == ()


@needs_locks
@pytest.mark.parametrize("when", ["before", "after"])
def test_a_folder_that_is_taken_for_abandoned_is_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, when: str
) -> None:
    asked = []

    def take_away_first(folder: Path) -> int | None:
        asked.append(folder)
        first = len(asked) == 1
        if first and when == "before":
            shutil.rmtree(folder)
        handle = lock_folder(folder)
        if first:
            shutil.rmtree(folder)
        return handle

    monkeypatch.setattr(staging, "lock_folder", take_away_first)
    before = len(list(Path("/proc/self/fd").iterdir())) if sys.platform == "linux" else 0
    with staging_folder(tmp_path, PREFIX) as folder:
        assert asked == [asked[0], folder]
        assert folder.is_dir()
    after = len(list(Path("/proc/self/fd").iterdir())) if sys.platform == "linux" else 0
    assert after == before
