import os
from pathlib import Path

import pytest

from cvcgen.authoring.newfiles import CannotCreate, create_file, place_file
from tests.disturbing import disturb

DRIVER = Path(__file__).parents[1] / "kill_new_files.py"
INSIDE = Path("content/values/a.yaml")


def refusal(root: Path) -> str:
    with pytest.raises(CannotCreate) as caught:
        create_file(root, INSIDE, "new")
    return caught.value.message.text(str)


def test_folders_on_the_way_are_made(tmp_path: Path) -> None:
    create_file(tmp_path, INSIDE, "é\n")
    assert (tmp_path / INSIDE).read_bytes() == "é\n".encode()


def test_a_file_that_exists_is_kept(tmp_path: Path) -> None:
    create_file(tmp_path, INSIDE, "old")
    assert refusal(tmp_path) == "`content/values/a.yaml` exists: nothing was written"
    assert (tmp_path / INSIDE).read_text() == "old"


def test_a_link_that_leads_nowhere_is_kept(tmp_path: Path) -> None:
    (tmp_path / INSIDE).parent.mkdir(parents=True)
    (tmp_path / INSIDE).symlink_to(tmp_path / "elsewhere")
    assert "exists" in refusal(tmp_path)
    assert not (tmp_path / "elsewhere").exists()


def test_nothing_is_written_behind_a_folder_that_is_a_link(tmp_path: Path) -> None:
    (tmp_path / "theirs").mkdir()
    (tmp_path / "content").symlink_to(tmp_path / "theirs")
    assert refusal(tmp_path) == "`content` is a link"
    assert list((tmp_path / "theirs").iterdir()) == []


def test_a_file_in_the_place_of_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "content").write_text("")
    assert refusal(tmp_path) == "cannot write `content/values/a.yaml`: Not a directory"


def test_a_full_disk_leaves_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert refusal(tmp_path) == "cannot write `content/values/a.yaml`: No space left on device"
    assert list((tmp_path / INSIDE).parent.iterdir()) == []


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills forked runs")
def test_killed_before_any_step_the_file_is_whole_or_not_there(tmp_path: Path) -> None:
    runs = disturb(DRIVER, "file", tmp_path / "site")
    whole = runs[-1]["left"]
    assert list(whole) == ["content/a.yaml"]
    assert any(".cvcgen-" in path for run in runs for path in run["left"])
    shown = [{p: t for p, t in run["left"].items() if ".cvcgen-" not in p} for run in runs]
    assert [found for found in shown if found not in ({}, whole)] == []
    assert [run["again"] for run in runs] == [whole] * len(runs)


def test_a_finished_file_takes_its_place_but_never_anothers(tmp_path: Path) -> None:
    source = tmp_path / "finished"
    source.write_text("new")
    place_file(tmp_path, INSIDE, source)
    assert (tmp_path / INSIDE).read_text() == "new"
    (tmp_path / INSIDE).write_text("old")
    with pytest.raises(CannotCreate) as caught:
        place_file(tmp_path, INSIDE, source)
    assert caught.value.message.text(str) == f"`{INSIDE}` exists: nothing was written"
