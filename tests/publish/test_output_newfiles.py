"""Files written into a folder that is held open, and into one that cannot be."""

import os
from pathlib import Path

import pytest

from cvcgen.publish.output import newfiles, seal_of
from cvcgen.publish.output.newfiles import NewFiles

CONTENTS = {"a.html": b"", "fr/é.html": b"x" * 100_000}


@pytest.fixture(params=[True, False], ids=["from the open folder", "by its whole path"])
def folder(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Path:
    knows = request.param and newfiles._KNOWS_HANDLES
    monkeypatch.setattr(newfiles, "_KNOWS_HANDLES", knows)
    (tmp_path / "fr").mkdir()
    return tmp_path


def test_files_are_written_whole_and_sealed(folder: Path) -> None:
    files = NewFiles(str(folder))
    seals = {path: files.write(path, content) for path, content in CONTENTS.items()}
    files.close()
    assert {path: (folder / path).read_bytes() for path in CONTENTS} == CONTENTS
    assert seals == {path: seal_of(f"{folder}/{path}") for path in CONTENTS}


def test_a_disk_that_takes_a_little_at_a_time_gets_all(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda handle, content: write(handle, content[:30_000]))
    files = NewFiles(str(folder))
    files.write("fr/é.html", CONTENTS["fr/é.html"])
    files.close()
    assert (folder / "fr/é.html").read_bytes() == CONTENTS["fr/é.html"]


def test_what_is_there_is_never_written_over_nor_followed(folder: Path) -> None:
    (folder / "a.html").symlink_to("elsewhere")
    files = NewFiles(str(folder))
    with pytest.raises(FileExistsError):
        files.write("a.html", b"x")
    files.close()
    assert not (folder / "elsewhere").exists()
