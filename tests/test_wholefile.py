import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from cvcgen.wholefile import CannotWrite, write_whole, write_whole_texts
from tests.cli.running import cvcgen


def test_a_new_file_gets_the_mode_of_any_new_file(tmp_path: Path) -> None:
    target, other = tmp_path / "a.txt", tmp_path / "b.txt"
    other.touch()
    write_whole(target, "é\n")
    assert target.read_bytes() == "é\n".encode()
    assert target.stat().st_mode == other.stat().st_mode


def test_an_old_file_keeps_its_mode(tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    target.write_text("old")
    target.chmod(0o640)
    write_whole(target, "new")
    assert (target.read_text(), target.stat().st_mode & 0o777) == ("new", 0o640)


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "a.txt", tmp_path / "link"
    target.write_text("old")
    link.symlink_to(target)
    write_whole(link, "new")
    assert link.is_symlink()
    assert target.read_text() == "new"


def test_several_texts_are_written_one_after_the_other(tmp_path: Path) -> None:
    write_whole_texts(tmp_path / "a.txt", iter(["é\n", "", "\udc80"]))
    assert (tmp_path / "a.txt").read_bytes() == "é\n\\udc80".encode()


def test_texts_that_end_in_a_failure_leave_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    target.write_text("old")

    def texts() -> Iterator[str]:
        yield "new"
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_whole_texts(target, texts())
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]
    assert target.read_text() == "old"


def test_a_failure_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "a.txt"
    target.write_text("old")

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(CannotWrite) as caught:
        write_whole(target, "new")
    said = caught.value.message.text(str)
    assert said == f"cannot write `{target}`: No space left on device"
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]
    assert target.read_text() == "old"


@pytest.mark.parametrize("form", ["text", "json", "csv", "markdown"])
def test_every_report_goes_to_a_file(tmp_path: Path, form: str) -> None:
    target = tmp_path / "report"
    ran = cvcgen("rank", "--format", form, "--output", str(target), "--color", "always")
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert target.read_text("utf-8") == cvcgen("rank", "--format", form).out


def test_a_folder_is_refused(tmp_path: Path) -> None:
    ran = cvcgen("rank", "--output", str(tmp_path))
    assert (ran.code, ran.out) == (3, "")
    assert ran.err == f"cvcgen: cannot write `{tmp_path}`: it is a folder\n"


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    ran = cvcgen("rank", "--output", str(tmp_path / "none" / "a"))
    assert ran.code == 3
    assert "No such file or directory" in ran.err


def test_a_dash_is_standard_output() -> None:
    assert cvcgen("rank", "--output", "-") == cvcgen("rank")


def test_a_device_is_written_in_place() -> None:
    write_whole(Path(os.devnull), "a")
    assert not Path(os.devnull).is_file()
