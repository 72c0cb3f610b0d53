"""Reading a folder: every file once, nothing followed, nothing waited for."""

import os
from pathlib import Path, PurePosixPath

import pytest

from cvcgen.sources import snapshot
from cvcgen.sources.snapshot import MAX_BYTES, NoSite, Refusal, read_directory


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "cvcgen.yaml").write_text("format: 1\n")
    (tmp_path / "content/values").mkdir(parents=True)
    return tmp_path


def refused(site: Path) -> dict[str, Refusal]:
    return {str(path): why for path, why in read_directory(site).refused.items()}


def test_only_settings_and_content_are_read_by_path_in_order(site: Path) -> None:
    (site / "content/values/b.yaml").write_bytes(b"b\r\n")
    (site / "content/values/a.yaml").write_bytes(b"\xff")
    (site / "content/notes.txt").write_text("n")
    (site / "README.md").write_text("not read")
    (site / "site").mkdir()
    (site / "site/index.html").write_text("not read")
    read = read_directory(site)
    assert read.files == {
        PurePosixPath("content/notes.txt"): b"n",
        PurePosixPath("content/values/a.yaml"): b"\xff",
        PurePosixPath("content/values/b.yaml"): b"b\n",
        PurePosixPath("cvcgen.yaml"): b"format: 1\n",
    }
    assert list(read.files) == sorted(read.files)
    assert read.refused == {}
    assert read.origin.revision is None


def test_settings_alone_are_a_site(tmp_path: Path) -> None:
    (tmp_path / "cvcgen.yaml").touch()
    assert list(read_directory(tmp_path).files) == [PurePosixPath("cvcgen.yaml")]


def test_hidden_files_and_folders_are_left_out(site: Path) -> None:
    (site / "content/.DS_Store").write_text("x")
    (site / "content/.git").mkdir()
    (site / "content/.git/config").write_text("x")
    (site / "content/values/.a.yaml.swp").symlink_to("a.yaml")
    read = read_directory(site)
    assert (len(read.files), read.refused) == (1, {})


def test_links_are_refused_wherever_they_lead(site: Path, tmp_path: Path) -> None:
    (site / "content/values/a.yaml").symlink_to("/etc/passwd")
    (site / "content/values/b.yaml").symlink_to("nowhere")
    (site / "content/values/c.yaml").symlink_to("c.yaml")
    (site / "content/projects").symlink_to(site / "content/values")
    assert refused(site) == {
        "content/projects": Refusal.LINK,
        "content/values/a.yaml": Refusal.LINK,
        "content/values/b.yaml": Refusal.LINK,
        "content/values/c.yaml": Refusal.LINK,
    }


def test_settings_and_content_may_be_no_links_either(site: Path) -> None:
    (site / "cvcgen.yaml").rename(site / "settings")
    (site / "cvcgen.yaml").symlink_to("settings")
    (site / "content").rename(site / "elsewhere")
    (site / "content").symlink_to("elsewhere")
    assert refused(site) == {"content": Refusal.LINK, "cvcgen.yaml": Refusal.LINK}


def test_pipes_and_folders_in_the_place_of_files_are_refused_at_once(site: Path) -> None:
    os.mkfifo(site / "content/values/pipe.yaml")
    (site / "cvcgen.yaml").unlink()
    (site / "cvcgen.yaml").mkdir()
    assert refused(site) == {
        "content/values/pipe.yaml": Refusal.SPECIAL,
        "cvcgen.yaml": Refusal.SPECIAL,
    }


def test_content_that_is_a_file_is_told_as_one(site: Path) -> None:
    (site / "content/values").rmdir()
    (site / "content").rmdir()
    (site / "content").write_text("x")
    assert PurePosixPath("content") in read_directory(site).files


def test_the_largest_file_is_read_and_one_byte_more_is_not(site: Path) -> None:
    (site / "content/values/a.yaml").write_bytes(b"x" * MAX_BYTES)
    (site / "content/values/b.yaml").write_bytes(b"x" * (MAX_BYTES + 1))
    assert refused(site) == {"content/values/b.yaml": Refusal.TOO_LARGE}


@pytest.mark.parametrize(
    ("error", "refusal"),
    [(PermissionError, Refusal.NO_PERMISSION), (OSError, Refusal.VANISHED)],
)
def test_a_file_that_cannot_be_opened_is_refused(
    site: Path, monkeypatch: pytest.MonkeyPatch, error: type[OSError], refusal: Refusal
) -> None:
    (site / "content/values/a.yaml").touch()
    opened = os.open

    def refuse(path: str, *arguments: int) -> int:
        if path.endswith("/a.yaml"):
            raise error
        return opened(path, *arguments)

    monkeypatch.setattr(snapshot.os, "open", refuse)
    assert refused(site) == {"content/values/a.yaml": refusal}


def test_a_file_that_fails_while_it_is_read_is_refused(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> object:
        raise OSError(5, "input/output error")

    monkeypatch.setattr(snapshot.os, "read", fail)
    assert refused(site) == {"cvcgen.yaml": Refusal.VANISHED}


def test_a_file_that_goes_after_it_was_listed_is_refused(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = PurePosixPath("content/values/gone.yaml")
    monkeypatch.setattr(snapshot, "_list_files", lambda _: [snapshot.CONFIGURATION, gone])
    assert refused(site) == {str(gone): Refusal.VANISHED}


@pytest.mark.parametrize("error", [PermissionError, FileNotFoundError, OSError])
def test_a_folder_that_cannot_be_listed_is_told(
    site: Path, monkeypatch: pytest.MonkeyPatch, error: type[OSError]
) -> None:
    def refuse(_: Path) -> None:
        raise error

    monkeypatch.setattr(snapshot.os, "scandir", refuse)
    if error is FileNotFoundError:
        assert refused(site) == {"content": Refusal.SPECIAL}
        return
    with pytest.raises(NoSite) as raised:
        read_directory(site)
    why = {PermissionError: "no_permission", OSError: "unreadable"}[error]
    assert (raised.value.folder, raised.value.reason) == (site / "content", why)


def test_a_folder_without_settings_is_no_site(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for folder, reason in (
        (tmp_path, "missing"),
        (tmp_path / "nowhere", "missing"),
        (tmp_path / ("x" * 300), "missing"),
        (tmp_path / "file", "not_a_folder"),
        (tmp_path / "file" / "below", "missing"),
    ):
        with pytest.raises(NoSite) as raised:
            read_directory(folder)
        assert (raised.value.folder, raised.value.reason) == (folder, reason)


def test_a_folder_below_a_site_is_told_the_way_up(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(NoSite) as raised:
        read_directory(site / "content/values")
    up = (site / "content/values/../..").as_posix()
    said = raised.value.message.text(str)
    assert said.endswith(f"; a folder above has one: `-C {up}`")
    assert read_directory(Path(up)).files
    monkeypatch.chdir(site / "content")
    with pytest.raises(NoSite) as raised:
        read_directory(Path())
    assert raised.value.message.text(str) == (
        "there is no `cvcgen.yaml` in `.`; a folder above has one: `-C ..`"
    )


def test_the_number_of_files_has_a_limit(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(snapshot, "MAX_FILES", 3)
    for number in range(4):
        (site / f"content/values/v-{number}.yaml").touch()
    with pytest.raises(NoSite) as raised:
        read_directory(site)
    assert raised.value.reason == "too_many_files"


def test_a_name_that_is_no_text_is_read_like_others(site: Path) -> None:
    try:
        (site / os.fsdecode(b"content/values/\xff.yaml")).write_text("name: a")
    except OSError:
        pytest.skip("this file system takes only names that are text")
    assert len(read_directory(site).files) == 2


@pytest.mark.parametrize("refuses", [True, False], ids=["told by opening", "asked before"])
def test_a_link_is_refused_whether_or_not_the_system_opens_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refuses: bool
) -> None:
    monkeypatch.setattr(snapshot, "_REFUSES_LINKS", refuses and snapshot._REFUSES_LINKS)
    (tmp_path / "a").write_text("a")
    (tmp_path / "link").symlink_to("a")
    assert snapshot.read_file(tmp_path / "link") is Refusal.LINK
    assert snapshot.read_file(f"{tmp_path}/a") == b"a"


@pytest.mark.parametrize("said", [0, 1, 4, 5, 6, MAX_BYTES * 4])
def test_a_file_is_read_whole_whatever_size_it_was_said_to_have(
    tmp_path: Path, said: int
) -> None:
    (tmp_path / "a").write_bytes(b"abcde")
    handle = os.open(tmp_path / "a", os.O_RDONLY)
    found = snapshot._read_all(handle, said)
    os.close(handle)
    assert found == b"abcde"
