import ctypes
import errno
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from cvcgen import wholefile
from cvcgen.wholefile import CannotWrite, take_name, write_new, write_whole, write_whole_texts
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


LEFT = ".cvcgen-0123456789abcdef.tmp"
needs_locks = pytest.mark.skipif(sys.platform == "win32", reason="no such locks there")


def test_what_a_killed_run_of_the_same_number_left_hinders_nobody(tmp_path: Path) -> None:
    (tmp_path / f".cvcgen-{os.getpid()}.tmp").write_text("half")
    write_whole(tmp_path / "a.txt", "new")
    assert (tmp_path / "a.txt").read_text() == "new"


@needs_locks
def test_what_a_killed_run_left_goes_with_the_next_file(tmp_path: Path) -> None:
    (tmp_path / LEFT).write_text("half")
    write_whole(tmp_path / "a.txt", "new")
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


@needs_locks
def test_what_another_run_writes_stays(tmp_path: Path) -> None:
    def texts() -> Iterator[str]:
        wholefile._remove_abandoned.__wrapped__(tmp_path)
        yield "new"

    write_whole_texts(tmp_path / "a.txt", texts())
    assert (tmp_path / "a.txt").read_text() == "new"


@needs_locks
def test_what_only_has_such_a_name_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mine").write_text("mine")
    (tmp_path / LEFT).symlink_to(tmp_path / "mine")
    (tmp_path / LEFT.replace("0", "1")).mkdir()
    write_whole(tmp_path / "a.txt", "new")
    assert (tmp_path / LEFT).is_symlink()
    assert (tmp_path / LEFT.replace("0", "1")).is_dir()
    (tmp_path / LEFT).unlink()
    (tmp_path / LEFT).write_text("another user's")
    monkeypatch.setattr(os, "geteuid", lambda: (tmp_path / LEFT).stat().st_uid + 1)
    wholefile._remove_abandoned.__wrapped__(tmp_path)
    assert (tmp_path / LEFT).read_text() == "another user's"


@needs_locks
def test_a_file_that_is_taken_for_abandoned_is_begun_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = []

    def take_away_first(handle: int, how: int) -> None:
        held.append(handle)
        if len(held) == 1:
            next(tmp_path.glob(".cvcgen-*")).unlink()

    monkeypatch.setattr(wholefile.fcntl, "flock", take_away_first)
    write_whole(tmp_path / "a.txt", "new")
    assert len(held) == 2
    assert (tmp_path / "a.txt").read_text() == "new"


@needs_locks
def test_without_locks_files_are_written_and_none_is_taken_for_abandoned(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(handle: int, how: int) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(wholefile.fcntl, "flock", refuse)
    (tmp_path / LEFT).write_text("half")
    write_whole(tmp_path / "a.txt", "new")
    assert sorted(path.name for path in tmp_path.iterdir()) == [LEFT, "a.txt"]


def without_links(monkeypatch: pytest.MonkeyPatch, number: int = errno.EPERM) -> None:
    def refuse(source: Path, target: Path) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "link", refuse)


def answered(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    """The file system answers so, asked to rename and to replace nothing."""

    class Library:
        def __init__(self, *_: object, **__: object) -> None:
            self.renameat2 = lambda *_: ctypes.set_errno(number) or -1

    monkeypatch.setattr(ctypes, "CDLL", Library)


@pytest.mark.parametrize("number", [errno.EPERM, errno.ENOTSUP])
@pytest.mark.parametrize("renames", [True, False])
def test_without_hard_links_a_new_file_takes_a_name_that_is_free(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, renames: bool
) -> None:
    without_links(monkeypatch, number)
    if not renames:
        answered(monkeypatch, errno.EINVAL)
    write_new(tmp_path / "a.txt", b"new")
    with pytest.raises(FileExistsError):
        write_new(tmp_path / "a.txt", b"newer")
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]
    assert (tmp_path / "a.txt").read_bytes() == b"new"
    with pytest.raises(FileNotFoundError):
        take_name(tmp_path / "nothing", tmp_path / "b.txt")
    assert not (tmp_path / "b.txt").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="the call is Linux's")
def test_without_hard_links_no_file_is_ever_empty(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_links(monkeypatch)
    monkeypatch.delattr(wholefile, "_fill_name")
    (tmp_path / "old.txt").symlink_to("nowhere")
    write_new(tmp_path / "a.txt", b"new")
    with pytest.raises(FileExistsError):
        write_new(tmp_path / "old.txt", b"new")
    assert (tmp_path / "a.txt").read_bytes() == b"new"


@pytest.mark.skipif(sys.platform != "linux", reason="the call is Linux's")
def test_a_full_disk_is_no_reason_to_take_the_name_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_links(monkeypatch)
    answered(monkeypatch, errno.ENOSPC)
    with pytest.raises(OSError, match=os.strerror(errno.ENOSPC)):
        write_new(tmp_path / "a.txt", b"new")
    assert list(tmp_path.iterdir()) == []
