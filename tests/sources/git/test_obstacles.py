"""What git would wait for without an end, found by looking."""

import os
import socket
import zlib
from pathlib import Path

import pytest

from cvcgen.core.diagnostics import message
from cvcgen.sources.git import GitError, obstacles, process
from cvcgen.sources.git.errors import Problem
from cvcgen.sources.git.obstacles import Obstacle, find_obstacle
from cvcgen.sources.git.snapshots import read_revision
from tests.sources.git.histories import SITE, History

NO_FILE = message("a pipe or a device stands in its place")
LESS = message("it holds less than it says")
VALUE = "HEAD:content/values/a.yaml"


@pytest.fixture
def git_dir(history: History) -> Path:
    history.commit(SITE)
    return history.folder / ".git"


def stored(history: History, name: str) -> Path:
    """The file of a loose object, which may be changed."""
    id = history.git("rev-parse", name)
    path = history.folder / ".git/objects" / id[:2] / id[2:]
    path.chmod(0o644)
    return path


def claim(path: Path, size: int) -> None:
    """Makes an object say that it holds so many bytes."""
    head, _, content = zlib.decompress(path.read_bytes()).partition(b"\0")
    path.write_bytes(zlib.compress(b"%s %d\0%s" % (head.split()[0], size, content)))


def put_pipe(path: Path) -> None:
    os.mkfifo(path)


def put_link_to_pipe(path: Path) -> None:
    os.mkfifo(path.with_suffix(".pipe"))
    path.symlink_to(path.with_suffix(".pipe"))


def put_link_to_device(path: Path) -> None:
    path.symlink_to(os.devnull)


def put_socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as bound:
        here = Path.cwd()
        os.chdir(path.parent)  # a socket's name must be short
        bound.bind(path.name)
        os.chdir(here)


def test_in_a_sound_repository_nothing_is_found(git_dir: Path) -> None:
    assert find_obstacle(git_dir) is None


@pytest.mark.parametrize("put", [put_pipe, put_link_to_pipe, put_link_to_device, put_socket])
def test_what_is_no_file_is_found_without_opening_it(
    history: History, git_dir: Path, put: object
) -> None:
    id, path = history.git("rev-parse", VALUE), stored(history, VALUE)
    path.unlink()
    assert callable(put)
    put(path)
    assert find_obstacle(git_dir) == Obstacle(id, NO_FILE)


@pytest.mark.parametrize("name", [VALUE, "HEAD^{tree}", "HEAD"])
def test_an_object_that_promises_more_than_it_holds_is_found(
    history: History, git_dir: Path, name: str
) -> None:
    id = history.git("rev-parse", name)
    claim(stored(history, name), 200_000)
    assert find_obstacle(git_dir) == Obstacle(id, LESS)


def test_what_git_complains_of_itself_is_left_to_it(history: History, git_dir: Path) -> None:
    path = stored(history, VALUE)
    sound = path.read_bytes()
    broken = [b"", b"x", sound[:-4], sound[:4], zlib.compress(b"blob"), zlib.compress(b"a b\0")]
    for content in broken:
        path.write_bytes(content)
        assert find_obstacle(git_dir) is None
    path.write_bytes(sound)
    claim(path, 1)
    assert find_obstacle(git_dir) is None
    path.unlink()
    path.mkdir()
    assert find_obstacle(git_dir) is None


def test_no_more_is_unpacked_than_the_head_says_nor_than_the_limit(
    history: History, git_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = stored(history, VALUE)
    path.write_bytes(zlib.compress(b"blob 5\0" + b"0" * 10_000_000))
    assert obstacles._lengths(str(path), 100)[1] <= 2 * obstacles._PART
    claim(path, 200_000)
    monkeypatch.setattr(obstacles, "_MOST_BYTES", 100_000)
    assert find_obstacle(git_dir) is None
    monkeypatch.setattr(obstacles, "_MOST_BYTES", 300_000)
    monkeypatch.setattr(obstacles, "_MOST_OBJECTS", 0)
    assert find_obstacle(git_dir) is None


def test_the_objects_of_a_linked_worktree_are_found(
    history: History, git_dir: Path, tmp_path: Path
) -> None:
    history.git("worktree", "add", "--quiet", str(tmp_path / "other"))
    claim(stored(history, VALUE), 200_000)
    linked = git_dir / "worktrees/other"
    assert find_obstacle(linked) == find_obstacle(git_dir) is not None


def test_where_there_are_no_objects_nothing_is_found(tmp_path: Path) -> None:
    assert find_obstacle(tmp_path) is None


@pytest.mark.parametrize(
    ("name", "reason"),
    [(VALUE, "pipe"), ("HEAD^{tree}", "pipe"), (VALUE, "less")],
)
def test_nobody_waits_to_the_end_for_what_never_comes(
    history: History, git_dir: Path, monkeypatch: pytest.MonkeyPatch, name: str, reason: str
) -> None:
    monkeypatch.setattr(process, "_LATE", 0)
    monkeypatch.setattr(process, "_GLANCE", 0.01)
    repository, commit = history.repository, history.at()
    id, path = history.git("rev-parse", name), stored(history, name)
    if reason == "pipe":
        path.unlink()
        put_pipe(path)
    else:
        claim(path, 200_000)
    with pytest.raises(GitError) as caught:
        read_revision(repository, commit)
    assert (caught.value.problem, caught.value.subject) == (Problem.FAILED, id)
    said = NO_FILE if reason == "pipe" else LESS
    assert caught.value.message.text(str) == f"git could not read `{id}`: {said.template}"


def test_a_late_git_that_waits_for_nothing_odd_may_go_on(
    history: History, git_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(process, "_LATE", 0)
    monkeypatch.setattr(process, "_GLANCE", 0.001)
    assert len(read_revision(history.repository, history.at()).files) == len(SITE)
