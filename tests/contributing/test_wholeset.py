"""Several files written together: every file whole whatever happens, none where one fails."""

import os
import shutil
import sys
from pathlib import Path

import pytest

from cvcgen.contributing.staging import lock_folder
from cvcgen.contributing.wholeset import CannotWriteAll, write_together
from tests.disturbing import disturb

DRIVER = Path(__file__).with_name("kill_writes.py")
OLD = {"a.yaml": "old", "b.yaml": "old"}
NEW = {"a.yaml": "new", "b.yaml": "new", "c.yaml": "new"}
needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="kills forked runs")


@needs_fork
def test_killed_before_any_step_every_file_is_whole(tmp_path: Path) -> None:
    runs = disturb(DRIVER, "killed", tmp_path / "projects")
    assert len(runs) > 30
    assert {state for run in runs for state in run["left"].values()} == {"old", "new"}
    assert all({"a.yaml", "b.yaml"} <= set(run["left"]) for run in runs)
    assert all(run["again"] == ["a.yaml", "b.yaml", "c.yaml"] for run in runs)


@needs_fork
@pytest.mark.parametrize("mode", ["disk_full", "interrupted"])
def test_a_failure_at_any_step_leaves_all_or_none(mode: str, tmp_path: Path) -> None:
    runs = disturb(DRIVER, mode, tmp_path / "projects")
    assert {run["code"] for run in runs} <= {0, 3}
    assert [run for run in runs if run["left"] not in (OLD, NEW)] == []
    assert [run for run in runs if run["code"] == 0 and run["left"] != NEW] == []
    assert any(run["left"] == OLD for run in runs)


def test_rights_of_a_file_stay(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("old")
    (tmp_path / "a").chmod(0o640)
    write_together(tmp_path, {"a": "new", "b": "new"})
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "b"]


def test_nothing_is_written_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_text("old")
    folder = tmp_path / "projects"
    folder.mkdir()
    (folder / "a").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(CannotWriteAll) as caught:
        write_together(folder, {"a": "new"})
    assert "a` is a link" in caught.value.message.text(str)
    assert (tmp_path / "elsewhere").read_text() == "old"


@pytest.mark.skipif(sys.platform == "win32", reason="no locks on folders there")
def test_what_a_killed_run_left_goes_and_what_another_run_holds_stays(tmp_path: Path) -> None:
    for name in ("left", "held"):
        (tmp_path / f".cvcgen-import-{name}").mkdir()
        (tmp_path / f".cvcgen-import-{name}" / "a.yaml").write_text("x")
    (tmp_path / ".cvcgen-import-link").symlink_to(tmp_path / ".cvcgen-import-left")
    held = lock_folder(tmp_path / ".cvcgen-import-held")
    assert held is not None
    write_together(tmp_path, {"a.yaml": "new"})
    os.close(held)
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == [".cvcgen-import-held", ".cvcgen-import-link", "a.yaml"]


@pytest.mark.skipif(sys.platform == "win32", reason="no locks on folders there")
def test_a_run_with_nothing_to_write_removes_what_a_killed_run_left_and_no_more(
    tmp_path: Path,
) -> None:
    (tmp_path / "a").write_text("old")
    (tmp_path / ".cvcgen-import-left").mkdir()
    write_together(tmp_path, {})
    write_together(tmp_path / "none", {})
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_a_run_whose_staging_is_taken_away_removes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a").write_text("old")
    real = os.replace

    def vanish(source: Path, target: Path) -> None:
        shutil.rmtree(Path(source).parent)
        real(source, target)

    monkeypatch.setattr(os, "replace", vanish)
    with pytest.raises(CannotWriteAll):
        write_together(tmp_path, {"a": "new"})
    assert (tmp_path / "a").read_text() == "old"


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(CannotWriteAll) as caught:
        write_together(tmp_path / "file" / "projects", {"a": "new"})
    assert caught.value.message.text(str).startswith("cannot write `")
