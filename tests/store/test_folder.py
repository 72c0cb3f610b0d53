import os
from pathlib import Path

import pytest

from cvcgen.store.folder import cache_folder, is_private, make_private


@pytest.mark.parametrize(
    ("environ", "folder"),
    [
        ({"HOME": "/h", "XDG_CACHE_HOME": "/x"}, Path("/x/cvcgen")),
        ({"HOME": "/h", "CVCGEN_CACHE": "/c"}, Path("/c")),
        ({"HOME": "/h", "CVCGEN_CACHE": "off"}, None),
        ({"HOME": "/h", "CVCGEN_CACHE": "", "XDG_CACHE_HOME": "/x"}, Path("/x/cvcgen")),
        ({}, None),
    ],
)
def test_the_user_says_where_the_cache_lies(
    environ: dict[str, str], folder: Path | None
) -> None:
    assert cache_folder(environ) == folder


@pytest.mark.parametrize("name", ["CVCGEN_CACHE", "XDG_CACHE_HOME"])
@pytest.mark.parametrize("path", [".cache", "./x", "..", "~/x"])
def test_a_relative_folder_could_be_the_repositorys_and_is_none(name: str, path: str) -> None:
    assert cache_folder({name: path, "HOME": "/h"}) is None


@pytest.mark.parametrize(
    ("platform", "environ", "folder"),
    [
        ("linux", {"HOME": "/h"}, "/h/.cache/cvcgen"),
        ("darwin", {"HOME": "/h"}, "/h/Library/Caches/cvcgen"),
        ("win32", {"LOCALAPPDATA": "/l"}, "/l/cvcgen"),
    ],
)
def test_each_platform_has_a_place_for_it(
    platform: str, environ: dict[str, str], folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", platform)
    assert cache_folder(environ) == Path(folder)


def test_a_new_folder_is_for_its_user_alone(tmp_path: Path) -> None:
    assert make_private(tmp_path / "a" / "b")
    assert (tmp_path / "a" / "b").stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("mode", [0o777, 0o770, 0o702])
def test_what_others_may_write_is_not_private(tmp_path: Path, mode: int) -> None:
    tmp_path.chmod(mode)
    assert not is_private(tmp_path)


def test_what_belongs_to_somebody_else_is_not_private(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert is_private(tmp_path)
    monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
    assert not is_private(tmp_path)


def test_a_link_a_pipe_and_nothing_are_not_private(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "pipe")
    for name in ("link", "pipe", "none"):
        assert not is_private(tmp_path / name)
