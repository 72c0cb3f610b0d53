"""Which commit a folder is a clean checkout of."""

from pathlib import Path

from cvcgen.sources.git import with_commit
from cvcgen.sources.snapshot import WORKING_TREE, read_directory
from tests.sources.git.histories import History

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
