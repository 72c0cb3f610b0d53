"""Finding the repository of a site, wherever it lies."""

import os
import sys
from pathlib import Path, PurePosixPath

import pytest

from cvcgen.sources.git import GitError, open_repository
from cvcgen.sources.git.errors import Problem
from cvcgen.sources.git.process import Answer
from cvcgen.sources.git.repository import explain_finding
from cvcgen.sources.git.revisions import resolve
from cvcgen.sources.git.snapshots import read_revision
from cvcgen.sources.snapshot import read_directory
from tests.sources.git.histories import SITE, History


def refused(folder: Path) -> GitError:
    with pytest.raises(GitError) as caught:
        open_repository(folder)
    return caught.value


def test_the_top_folder_is_a_site(history: History) -> None:
    found = history.repository
    assert (found.folder, found.git_dir) == (history.folder, history.folder / ".git")
    assert (found.prefix, found.bare, found.shallow) == (PurePosixPath("."), False, False)


@pytest.mark.parametrize(
    "name", ["sub", "sub/deeper", "-x", "été", "with space", "line\nend", '"']
)
def test_a_site_may_lie_in_a_sub_folder(history: History, name: str) -> None:
    history.commit({f"{name}/{path}": text for path, text in SITE.items()})
    found = open_repository(history.folder / name)
    assert found.prefix == PurePosixPath(name)
    read = read_revision(found, resolve(found, "HEAD"))
    assert read.files == read_directory(history.folder / name).files != {}


@pytest.mark.parametrize("name", ["line\nend", "été", " space ", "-x"])
def test_the_repository_may_have_any_name(tmp_path: Path, name: str) -> None:
    history = History.start(tmp_path / name)
    history.commit(SITE)
    assert len(read_revision(history.repository, history.at()).files) == 2


def test_a_link_to_the_folder_leads_to_it(history: History, tmp_path: Path) -> None:
    history.commit({f"sub/{path}": text for path, text in SITE.items()})
    (tmp_path / "link").symlink_to(history.folder / "sub")
    assert open_repository(tmp_path / "link").prefix == PurePosixPath("sub")


def test_a_linked_worktree_has_its_own_head(history: History, tmp_path: Path) -> None:
    first = history.commit(SITE)
    second = history.commit({"content/values/a.yaml": "name: B\n"})
    history.git("worktree", "add", "--quiet", "--detach", str(tmp_path / "linked"), first)
    assert History(tmp_path / "linked").at().id == first
    assert history.at().id == second


def test_a_bare_repository_is_read(history: History, tmp_path: Path) -> None:
    made = history.commit(SITE)
    bare = history.clone(tmp_path / "bare.git", "--bare")
    assert bare.repository.bare
    assert len(read_revision(bare.repository, bare.at("main")).files) == 2
    assert bare.at().id == made


def test_the_folder_inside_the_git_folder_is_no_sub_folder(history: History) -> None:
    assert open_repository(history.folder / ".git" / "objects").prefix == PurePosixPath(".")


def test_a_detached_head_is_read(history: History) -> None:
    first = history.commit(SITE)
    history.commit({"content/values/a.yaml": "name: B\n"})
    history.git("checkout", "--quiet", "--detach", first)
    assert history.at().id == first


def test_a_repository_with_sha256_is_read(tmp_path: Path) -> None:
    history = History.start(tmp_path / "sha256", "--object-format=sha256")
    made = history.commit(SITE)
    assert len(made) == 64
    assert read_revision(history.repository, history.at(made)).files == (
        read_directory(history.folder).files
    )


def test_the_environment_of_a_hook_does_not_choose_the_repository(
    history: History, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = history.commit(SITE)
    other = History.start(tmp_path / "other")
    other.commit({"cvcgen.yaml": "format: 2\n"})
    for name, value in {
        "GIT_DIR": str(other.folder / ".git"),
        "GIT_WORK_TREE": str(other.folder),
        "GIT_INDEX_FILE": str(tmp_path / "index"),
        "GIT_OBJECT_DIRECTORY": str(other.folder / ".git" / "objects"),
        "GIT_NAMESPACE": "x",
        "GIT_PREFIX": "x/",
    }.items():
        monkeypatch.setenv(name, value)
    assert history.at().id == made


def test_no_folder(tmp_path: Path) -> None:
    assert (
        str(refused(tmp_path / "x")) == f"`{tmp_path / 'x'}` is not a folder that can be read"
    )


def test_no_repository(tmp_path: Path) -> None:
    assert str(refused(tmp_path)) == (
        f"`{tmp_path}` is in no git repository; name a folder that is, or run `git init` and"
        " commit the content"
    )


def test_a_broken_configuration_is_said_in_gits_words(history: History) -> None:
    (history.folder / ".git" / "config").write_text("[core\n")
    assert str(refused(history.folder)) == (
        f"git could not read `{history.folder}`: bad config line 1 in file .git/config"
    )


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="needs chown")
def test_a_repository_of_another_user_is_trusted_once_the_user_says_so(
    history: History, isolated: Path
) -> None:
    made = history.commit({f"sub dir/{path}": text for path, text in SITE.items()})
    os.chown(history.folder, 12345, 12345)
    os.chown(history.folder / ".git", 12345, 12345)
    assert str(refused(history.folder / "sub dir")) == (
        f"the git repository of `{history.folder / 'sub dir'}` belongs to another user, so git"
        " does not trust it; if you do, run"
        f" `git config --global --add safe.directory {history.folder}`"
    )
    (isolated / ".gitconfig").write_text(f"[safe]\n\tdirectory = {history.folder}\n")
    assert history.at().id == made


def test_the_words_of_older_gits_for_another_owner_are_known() -> None:
    said = "fatal: unsafe repository ('/a b' is owned by someone else)\nTo add an exception…"
    error = explain_finding("/a b", Answer(128, b"", said))
    assert (error.problem, error.reason) == (Problem.UNSAFE_OWNER, "'/a b'")


def fake_git(folder: Path, script: str) -> None:
    folder.mkdir(exist_ok=True)
    program = folder / "git"
    program.write_text(f"#!{sys.executable}\n{script}\n")
    program.chmod(0o755)


def test_a_folder_of_programs_that_cannot_be_looked_into_is_passed_by(
    history: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    # As with one that may not be entered, the system refuses the question itself.
    monkeypatch.setenv("PATH", f"/{'x' * 300}{os.pathsep}{os.environ['PATH']}")
    assert history.repository.folder == history.folder


def test_no_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert str(refused(tmp_path)) == (
        "no git was found on this machine; install it, from https://git-scm.com/downloads for"
        " instance"
    )


def test_a_git_in_the_site_is_never_run(
    history: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake_git(history.folder, "open('canary', 'w')")
    monkeypatch.chdir(history.folder)
    monkeypatch.setenv("PATH", f".{os.pathsep}{os.pathsep}{os.environ['PATH']}")
    assert open_repository(Path()).program != str(history.folder / "git")
    assert not (history.folder / "canary").exists()


def test_an_old_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake_git(tmp_path / "bin", "print('git version 2.25.1 (of a distribution)')")
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    assert str(refused(tmp_path)) == ("git 2.25.1 is too old; install git 2.32 or a newer one")


def test_a_fault_that_git_tells_on_several_lines_is_told_whole(history: History) -> None:
    history.git("config", "core.repositoryFormatVersion", "1")
    history.git("config", "extensions.other", "true")
    with pytest.raises(GitError) as caught:
        open_repository(history.folder)
    assert caught.value.problem is Problem.FAILED
    assert caught.value.reason == "unknown repository extension found: other"
