"""Which commit a folder is a clean checkout of."""

from pathlib import Path

import pytest

from cvcgen.sources.git import open_repository, with_commit
from cvcgen.sources.git.objects import Objects
from cvcgen.sources.git.revisions import resolve
from cvcgen.sources.git.snapshots import name_blobs, read_revision
from cvcgen.sources.snapshot import MAX_BYTES, WORKING_TREE, read_directory
from tests.sources.git.histories import Files, History

SITE = {"cvcgen.yaml": "format: 1\ntitle: T\nlanguages: [fr]\n"}


def test_a_clean_checkout_has_the_origin_of_its_commit(history: History) -> None:
    commit = history.commit(SITE)
    found = with_commit(history.folder, read_directory(history.folder))
    assert found.origin.revision == commit
    assert found.origin.committed_at is not None
    assert found.files == read_directory(history.folder).files


def test_a_folder_with_changes_is_itself(history: History) -> None:
    history.commit(SITE)
    (history.folder / "cvcgen.yaml").write_text("format: 1\n", "utf-8")
    found = with_commit(history.folder, read_directory(history.folder))
    assert found.origin.label == WORKING_TREE
    assert found.origin.revision is None


def test_a_new_file_is_a_change(history: History) -> None:
    history.commit(SITE)
    added = history.folder / "content" / "values" / "a.yaml"
    added.parent.mkdir(parents=True)
    added.write_text("name: A\n", "utf-8")
    assert with_commit(history.folder, read_directory(history.folder)).origin.revision is None


def test_a_folder_without_git_or_commit_is_itself(history: History, tmp_path: Path) -> None:
    for folder in (history.folder, tmp_path / "plain"):
        folder.mkdir(exist_ok=True)
        (folder / "cvcgen.yaml").write_text("format: 1\n", "utf-8")
        here = read_directory(folder)
        assert with_commit(folder, here) is here


MIXED: Files = {
    **SITE,
    "content/values/same.yaml": "name: A\n",
    "content/values/changed.yaml": "name: B\n",
    "content/values/windows.yaml": "name: C\r\n",
    "content/values/large.yaml": "#" * (MAX_BYTES + 1),
}


@pytest.mark.parametrize("change", [{}, {"content/values/changed.yaml": "name: Z\n"}])
def test_files_that_are_here_are_not_read_again_and_change_nothing(
    history: History, monkeypatch: pytest.MonkeyPatch, change: Files
) -> None:
    history.commit(MIXED)
    history.write(change)
    repository = open_repository(history.folder)
    commit, here = resolve(repository, "HEAD"), read_directory(history.folder).files
    plain = read_revision(repository, commit)
    read: list[str] = []
    contents = Objects.contents

    def heard(self: Objects, kind: str, ids: list[str], limit: int) -> list[bytes]:
        read.extend(ids if kind == "blob" else ())
        return contents(self, kind, ids, limit)

    monkeypatch.setattr(Objects, "contents", heard)
    assert read_revision(repository, commit, here=here) == plain
    # Line ends of Windows make another id, what is too large is not here; and what changed.
    assert len(read) == 2 + len(change)


def test_blobs_are_named_as_git_names_them(history: History) -> None:
    history.commit({"cvcgen.yaml": SITE["cvcgen.yaml"]})
    content = str(SITE["cvcgen.yaml"]).encode()
    id = history.git("rev-parse", "HEAD:cvcgen.yaml").strip()
    assert name_blobs([content], id) == {id: content}
    empty = "473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813"
    assert name_blobs([b""], "0" * 64) == {empty: b""}
