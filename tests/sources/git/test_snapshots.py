"""A revision reads like its clean checkout."""

import os
from contextlib import suppress
from pathlib import Path, PurePosixPath
from random import Random

import pytest

from cvcgen.sources.git import GitError, read_revisions, snapshots
from cvcgen.sources.git.errors import Problem
from cvcgen.sources.git.history import first_parent_history
from cvcgen.sources.git.snapshots import read_revision
from cvcgen.sources.git.trees import MAX_FILES
from cvcgen.sources.loader import load_catalogue
from cvcgen.sources.snapshot import MAX_BYTES, Refusal, Snapshot, read_directory
from tests.building import BASE, files_in
from tests.sources.git.histories import SITE, Files, History

NAMES = (
    *(
        "plain",
        "with space",
        "-dash",
        "--output=x",
        "quote\"'",
        "line\nend",
        "tab\t",
        "back\\slash",
    ),
    *(
        "caf\u00e9",
        "cafe\u0301",
        "\u202etxt",
        "emoji-\U0001f600",
        "*?[x]",
        ":(top)x",
        "~",
        "a\x7f",
    ),
)


def clone_and_read(history: History, *options: str) -> tuple[Snapshot, Snapshot]:
    """The folder of a fresh clone, and its commit."""
    clone = history.clone(history.folder.with_name("clone"), *options)
    folder = read_directory(clone.folder)
    revision = read_revision(clone.repository, clone.at())
    assert list(folder.files) == list(revision.files)
    assert list(folder.refused) == list(revision.refused)
    return folder, revision


def same(folder: Snapshot, revision: Snapshot) -> bool:
    return folder.files == revision.files and folder.refused == revision.refused


def test_the_base_site_reads_the_same_from_folder_and_head(history: History) -> None:
    history.commit(files_in(BASE))
    folder, revision = clone_and_read(history)
    assert same(folder, revision)
    assert load_catalogue(folder) == load_catalogue(revision)


def test_files_of_any_name_read_the_same(history: History) -> None:
    files = {f"content/projects/{name}.yaml": "x" for name in NAMES}
    folders = {f"content/{name}/a.yaml": "y" for name in NAMES}
    history.commit({**SITE, **files, **folders})
    folder, revision = clone_and_read(history)
    assert same(folder, revision)
    assert {PurePosixPath(path) for path in (*files, *folders)} < set(revision.files)


def test_names_that_are_no_utf8_read_the_same(history: History) -> None:
    history.commit({**SITE, os.fsdecode(b"content/projects/\xe9\xff.yaml"): "x"})
    folder, revision = clone_and_read(history)
    assert same(folder, revision)
    assert len(revision.files) == 3


def test_folders_sort_like_files_in_both(history: History) -> None:
    history.commit(
        {
            **SITE,
            "content/a/x.yaml": "",
            "content/a.yaml": "",
            "content/a-b": "",
            "content/a0": "",
        }
    )
    assert same(*clone_and_read(history))


@pytest.mark.parametrize(
    "attributes", ["* text eol=crlf", "* text=auto eol=crlf", "* -text", ""]
)
@pytest.mark.parametrize("convert", ["true", "false", "input"])
def test_line_ends_of_the_checkout_change_nothing(
    history: History, attributes: str, convert: str
) -> None:
    texts = {
        "lf": "a\nb\n",
        "crlf": "a\r\nb\r\n",
        "mixed": "a\r\nb\n",
        "cr": "a\rb\r\r\n",
        "": "",
    }
    large = "x\n" * (MAX_BYTES // 2)
    files: Files = {f"content/values/{name}.yaml": text for name, text in texts.items()}
    history.git("config", "core.autocrlf", "false")
    history.commit({**SITE, **files, "content/large.yaml": large})
    history.commit({".gitattributes": f"{attributes}\n"} if attributes else {})
    folder, revision = clone_and_read(history, "--config", f"core.autocrlf={convert}")
    assert same(folder, revision)
    assert folder.refused == {}


def test_the_limit_of_size_counts_a_line_end_as_one(history: History) -> None:
    fitting, over = "x\n" * (MAX_BYTES // 2), "x\n" * (MAX_BYTES // 2) + "x"
    history.commit(
        {
            **SITE,
            **{"content/1": fitting, "content/2": fitting.replace("\n", "\r\n")},
            **{
                "content/3": over,
                "content/4": over.replace("\n", "\r\n"),
                "content/5": "x" * 10**6,
            },
        }
    )
    folder, revision = clone_and_read(history)
    assert same(folder, revision)
    assert {str(path): why for path, why in revision.refused.items()} == {
        f"content/{number}": Refusal.TOO_LARGE for number in (3, 4, 5)
    }


def test_links_hidden_files_and_export_ignore_read_the_same(history: History) -> None:
    history.commit(
        {
            **SITE,
            **{"content/link.yaml": Path("values/a.yaml"), "content/folder": Path("values")},
            **{"content/.hidden.yaml": "x", "content/.d/x.yaml": "x", "other/x.yaml": "x"},
            ".gitattributes": "*.yaml export-ignore\n",
        }
    )
    folder, revision = clone_and_read(history)
    assert same(folder, revision)
    assert {str(path) for path in revision.refused} == {"content/link.yaml", "content/folder"}
    assert len(revision.files) == 2


@pytest.mark.parametrize(
    "files",
    [
        {"cvcgen.yaml": Path("other.yaml"), "other.yaml": "format: 1"},
        {"cvcgen.yaml/x": "format: 1"},
        {"cvcgen.yaml": "format: 1"},
        {"cvcgen.yaml": "format: 1", "content": "a file"},
        {"cvcgen.yaml": "format: 1", "content": Path("elsewhere"), "elsewhere/a.yaml": "x"},
    ],
)
def test_odd_tops_read_the_same(history: History, files: Files) -> None:
    history.commit(files)
    assert same(*clone_and_read(history))


def test_a_submodule_reads_like_the_empty_folder_of_a_clone(history: History) -> None:
    made = history.commit(SITE)
    history.git("update-index", "--add", "--cacheinfo", f"160000,{made},content/projects")
    history.git("commit", "--quiet", "--message", "submodule")
    assert same(*clone_and_read(history))


def test_a_dirty_tree_does_not_reach_a_revision(history: History) -> None:
    history.commit(SITE)
    history.write({"content/values/a.yaml": "dirty", "content/values/new.yaml": "new"})
    history.git("add", "content/values/new.yaml")
    assert read_revision(history.repository, history.at()).files == {
        PurePosixPath("content/values/a.yaml"): b"name: A\n",
        PurePosixPath("cvcgen.yaml"): b"format: 1\n",
    }


def test_a_revision_knows_its_origin(history: History) -> None:
    made = history.commit(SITE, date="2022-09-01")
    commit = history.at()
    origin = read_revision(history.repository, commit).origin
    assert (origin.label, origin.revision) == (made[:10], made)
    assert origin.committed_at == "2022-09-01T12:00:00-05:00"
    assert read_revision(history.repository, commit, "v1").origin.label == "v1"


def test_a_revision_without_a_site_is_an_error_of_its_own(history: History) -> None:
    before = history.commit({"sub/x": "x"})
    history.commit({f"sub/{path}": text for path, text in SITE.items()})
    site = History(history.folder / "sub")
    snapshots = list(
        read_revisions(site.repository, [site.at("HEAD"), site.at(before), site.at()])
    )
    assert [type(found) for found in snapshots] == [Snapshot, GitError, Snapshot]
    with pytest.raises(GitError) as caught:
        read_revision(site.repository, site.at(before))
    assert str(caught.value) == f"there is no `cvcgen.yaml` in `sub` at {before[:10]}"


def test_a_file_that_did_not_change_is_the_same_object_in_all_snapshots(
    history: History,
) -> None:
    history.commit(SITE)
    history.commit({"content/values/b.yaml": "name: B\n"})
    repository, commits = history.repository, [history.at("HEAD"), history.at("HEAD~1")]
    new, old = (
        read for read in read_revisions(repository, commits) if isinstance(read, Snapshot)
    )
    path = PurePosixPath("content/values/a.yaml")
    assert new.files[path] is old.files[path]


def test_each_of_many_revisions_reads_as_it_does_alone(history: History) -> None:
    chance = Random(20261122)
    paths = [
        f"content/{folder}{n}.yaml" for folder in ("values/", "b/c/", "") for n in range(6)
    ]
    history.commit(SITE)
    for number in range(60):
        path = chance.choice(["cvcgen.yaml", *paths, "content/.hidden", "content/b/.d/x"])
        contents: list[str | Path] = [f"{number}\r\n", f"{number}\n", "x" * (MAX_BYTES + 1)]
        content = chance.choice([*contents, Path("elsewhere")])
        kept = history.folder / path
        if path != "cvcgen.yaml" and os.path.lexists(kept) and chance.random() < 0.5:
            history.commit({path: None})
        else:
            kept.unlink(missing_ok=True)
            history.commit({path: content})
    repository = history.repository
    commits = [one.commit for one in reversed(first_parent_history(repository, history.at()))]
    together = [*read_revisions(repository, [*commits, *commits[::-2]])]
    alone = [read_revision(repository, commit) for commit in (*commits, *commits[::-2])]
    assert together == alone
    assert [[*one.files] for one in together if isinstance(one, Snapshot)] == [
        [*one.files] for one in alone
    ]


@pytest.mark.parametrize(
    ("problem", "answers"), [(Problem.TIMEOUT, 0), (Problem.FAILED, 0), (Problem.DAMAGED, 2)]
)
def test_what_is_wrong_with_git_itself_is_not_waited_for_twice(
    history: History, monkeypatch: pytest.MonkeyPatch, problem: Problem, answers: int
) -> None:
    def fail(_reader: object, _commits: object) -> None:
        raise GitError(problem, "a", "b")

    monkeypatch.setattr(snapshots._Reader, "prefetch", fail)
    history.commit(SITE)
    commit, read = history.at(), []
    with suppress(GitError):
        for found in read_revisions(history.repository, [commit, commit]):
            read.append(found)
    assert len(read) == answers


def test_a_tree_of_a_billion_folders_is_refused(history: History) -> None:
    tree = history.git("mktree", given=b"")
    for _ in range(9):
        rows = "".join(f"040000 tree {tree}\t{digit}\n" for digit in range(10))
        tree = history.git("mktree", given=rows.encode())
    blob = history.raw("blob", b"format: 1")
    rows = f"040000 tree {tree}\tcontent\n100644 blob {blob}\tcvcgen.yaml\n"
    top = history.git("mktree", given=rows.encode())
    commit = history.git("commit-tree", top, "-m", "bomb")
    with pytest.raises(GitError) as caught:
        read_revision(history.repository, history.at(commit))
    assert caught.value.problem is Problem.TOO_MANY_FILES
    assert MAX_FILES == 100_000
