"""Renaming at once, and where no system can."""

import ctypes
import errno
from collections.abc import Callable
from pathlib import Path

import pytest

from cvcgen.renaming import exchange, rename_to_free

WAYS = pytest.mark.parametrize("rename", [exchange, rename_to_free])


@WAYS
@pytest.mark.parametrize("number", [errno.ENOSYS, errno.EINVAL, errno.ENOTSUP])
def test_a_system_that_cannot_says_so(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    rename: Callable[[Path, Path], bool],
    number: int,
) -> None:
    answers(monkeypatch, number)
    assert rename(tmp_path, tmp_path) is False


@WAYS
def test_a_failure_names_both_paths(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rename: Callable[[Path, Path], bool]
) -> None:
    answers(monkeypatch, errno.EACCES)
    with pytest.raises(PermissionError) as caught:
        rename(tmp_path / "a", tmp_path / "b")
    assert caught.value.filename == str(tmp_path / "a")
    assert caught.value.filename2 == str(tmp_path / "b")


def answers(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    """The system call fails with that number."""

    class Library:
        def __init__(self, *_: object, **__: object) -> None:
            self.renameat2 = lambda *_: ctypes.set_errno(number) or -1

    monkeypatch.setattr(ctypes, "CDLL", Library)
