"""Clones that lack a part of the history, and repositories that are damaged."""

import shutil
from pathlib import Path, PurePosixPath

import pytest

from cvcgen.sources.git import GitError
from cvcgen.sources.git.errors import Problem
from cvcgen.sources.git.history import changed_paths, first_parent_history
from cvcgen.sources.git.revisions import merge_base, resolve, revision_at
from cvcgen.sources.git.snapshots import read_revision
from tests.sources.git.histories import SITE, History, state_of

UNSHALLOW = (
    "is not in this clone, which holds the last commits only; run `git fetch --unshallow` (in"
    " GitHub Actions: `fetch-depth: 0`)"
)


@pytest.fixture
def shallow(history: History, tmp_path: Path) -> History:
    """The last commit of three."""
    for date in ("2022-01-01", "2022-02-01", "2022-03-01"):
        history.commit({**SITE, "content/values/b.yaml": date}, date=date)
    return history.clone(tmp_path / "shallow", "--depth=1")


def said(action: object, *arguments: object) -> str:
    assert callable(action)
    with pytest.raises(GitError) as caught:
        action(*arguments)
    return str(caught.value)


def test_a_shallow_clone_reads_what_it_has(history: History, shallow: History) -> None:
    assert shallow.repository.shallow
    read = read_revision(shallow.repository, shallow.at())
    assert read.files == read_revision(history.repository, history.at()).files
    assert len(first_parent_history(shallow.repository, shallow.at())) == 1


@pytest.mark.parametrize("revision", ["HEAD~1", "HEAD^", "release", "0123456789" * 4])
def test_a_shallow_clone_says_how_to_get_the_rest(shallow: History, revision: str) -> None:
    assert said(resolve, shallow.repository, revision) == f"`{revision}` {UNSHALLOW}"


def test_a_shallow_clone_says_so_of_days_and_merge_bases(shallow: History) -> None:
    assert said(revision_at, shallow.repository, "2022-02-15", shallow.at()) == (
        f"`2022-02-15` {UNSHALLOW}"
    )
    shallow.git("checkout", "--quiet", "--orphan", "other")
    shallow.commit({"x": "x"})
    main, other = shallow.at("main"), shallow.at("other")
    assert said(merge_base, shallow.repository, main, other) == (
        f"`merge-base {main.id[:10]} {other.id[:10]}` {UNSHALLOW}"
    )


def test_the_cut_of_a_shallow_clone_is_nobodys_change(shallow: History) -> None:
    shallow.git("checkout", "--quiet", "--orphan", "other")
    shallow.commit({"x": "x"})
    found = changed_paths(shallow.repository, shallow.at("other"), shallow.at("main"))
    assert found == {}


@pytest.mark.parametrize("left_out", ["blob:none", "tree:0"])
def test_a_partial_clone_fetches_nothing(
    history: History, tmp_path: Path, left_out: str
) -> None:
    history.commit(SITE)
    history.commit({"content/values/a.yaml": "name: B\n"})
    history.git("config", "uploadpack.allowFilter", "true")
    history.git("config", "uploadpack.allowAnySHA1InWant", "true")
    partial = history.clone(tmp_path / "partial", f"--filter={left_out}", "--no-checkout")
    partial.git("config", "protocol.file.allow", "always")
    before = state_of(partial.folder)
    message = said(read_revision, partial.repository, partial.at("HEAD~1"))
    assert message.endswith(
        "is not in this clone, which left out contents, and nothing is fetched from the"
        " network; run `git fetch --refetch --no-filter`, or clone without `--filter`"
    )
    assert state_of(partial.folder) == before
    partial.git("fetch", "--quiet", "--refetch", "--no-filter")
    assert len(read_revision(partial.repository, partial.at("HEAD~1")).files) == 2


def test_a_clone_that_borrows_objects_is_read(history: History, tmp_path: Path) -> None:
    history.commit(SITE)
    shared = history.clone(tmp_path / "shared", "--reference", str(history.folder))
    assert (shared.folder / ".git/objects/info/alternates").exists()
    assert len(read_revision(shared.repository, shared.at()).files) == 2


@pytest.mark.parametrize("how", ["missing", "garbage"])
def test_a_damaged_object_is_said_to_be_damaged(history: History, how: str) -> None:
    history.commit(SITE)
    blob = history.git("rev-parse", "HEAD:content/values/a.yaml")
    stored = history.folder / ".git/objects" / blob[:2] / blob[2:]
    stored.unlink()
    if how == "garbage":
        stored.write_bytes(b"garbage")
    with pytest.raises(GitError) as caught:
        read_revision(history.repository, history.at())
    assert (caught.value.problem, caught.value.subject) == (Problem.DAMAGED, blob)


@pytest.mark.parametrize("revision", ["main~1", "older", "HEAD^"])
@pytest.mark.parametrize(
    ("how", "reason"),
    [("missing", "it is missing"), ("other", "another content than its id says")],
)
def test_a_commit_that_is_damaged_is_not_said_to_be_unknown(
    history: History, revision: str, how: str, reason: str
) -> None:
    older = history.commit(SITE)
    history.git("branch", "older")
    newer = history.commit({}, "newer")
    stored = history.folder / ".git/objects" / older[:2] / older[2:]
    stored.unlink()
    if how == "other":
        shutil.copy(history.folder / ".git/objects" / newer[:2] / newer[2:], stored)
    with pytest.raises(GitError) as caught:
        resolve(history.repository, revision)
    assert str(caught.value) == (
        f"`{older}` cannot be read from git ({reason}); `git fsck` tells more"
    )


@pytest.mark.parametrize(
    "name", ["content/../../evil", "a/b", ""], ids=["climbs", "slash", "empty"]
)
def test_a_tree_with_a_name_that_is_none_is_damaged(history: History, name: str) -> None:
    blob = bytes.fromhex(history.raw("blob", b"x"))
    inside = history.raw("tree", b"100644 " + name.encode() + b"\0" + blob)
    rows = b"40000 content\0" + bytes.fromhex(inside) + b"100644 cvcgen.yaml\0" + blob
    commit = history.git("commit-tree", history.raw("tree", rows), "-m", "x")
    with pytest.raises(GitError) as caught:
        read_revision(history.repository, history.at(commit))
    assert caught.value.problem is Problem.DAMAGED
    assert "(a folder that is no list of names)" in str(caught.value)


@pytest.mark.parametrize("mode", ["100664", "100600", "100755"])
def test_files_of_old_modes_are_files(history: History, mode: str) -> None:
    blob = bytes.fromhex(history.raw("blob", b"x"))
    rows = mode.encode() + b" cvcgen.yaml\0" + blob
    commit = history.git("commit-tree", history.raw("tree", rows), "-m", "x")
    read = read_revision(history.repository, history.at(commit))
    assert read.files == {PurePosixPath("cvcgen.yaml"): b"x"}
