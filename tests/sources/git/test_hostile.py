"""Repositories that try to run or change something when they are read."""

import os
import shutil
import zlib
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from cvcgen.sources.git import GitError, open_repository
from cvcgen.sources.git.errors import Problem
from cvcgen.sources.git.history import changed_paths, first_parent_history
from cvcgen.sources.git.process import run_git
from cvcgen.sources.git.revisions import default_branch, merge_base, resolve, revision_at
from cvcgen.sources.git.snapshots import read_revision
from tests.sources.git.histories import SITE, Files, History, state_of

ATTRIBUTES: Files = {".gitattributes": "* diff=evil filter=evil merge=evil text\n"}
HOOKS = (
    *("fsmonitor-watchman", "post-index-change", "post-checkout", "reference-transaction"),
    *("pre-commit", "post-merge", "pre-auto-gc", "post-rewrite", "proc-receive", "update"),
)
COMMANDS = (
    "rev-parse",
    "rev-list",
    "cat-file",
    "diff-tree",
    "merge-base",
    "for-each-ref",
    "config",
)
TRAPS = {
    "fsmonitor": {"core.fsmonitor": "TRAP", "core.fsmonitorHookVersion": "2"},
    "daemon": {"core.fsmonitor": "true", "core.untrackedCache": "true"},
    "textconv": {"diff.evil.textconv": "TRAP", "diff.evil.cachetextconv": "true"},
    "diff": {
        "diff.external": "TRAP",
        "diff.evil.command": "TRAP",
        "core.attributesFile": "TRAP",
    },
    "pager": {"core.pager": "TRAP", **{f"pager.{name}": "TRAP" for name in COMMANDS}},
    "filter": {"filter.evil.smudge": "TRAP", "filter.evil.clean": "TRAP"},
    "process": {"filter.evil.process": "TRAP", "filter.evil.required": "true"},
    "credentials": {"credential.helper": "!TRAP", "core.askPass": "TRAP"},
    "transport": {"core.sshCommand": "TRAP", "core.gitProxy": "TRAP", "remote.origin.vcs": "x"},
    "signature": {
        "gpg.program": "TRAP",
        "gpg.ssh.program": "TRAP",
        "log.showSignature": "true",
    },
    "alias": {f"alias.{name}": "!TRAP" for name in COMMANDS},
    "editor": {"core.editor": "TRAP", "sequence.editor": "TRAP"},
    "refs": {"core.alternateRefsCommand": "TRAP", "uploadpack.packObjectsHook": "TRAP"},
    "trace": {"trace2.eventTarget": "CANARY", "trace2.normalTarget": "CANARY"},
    "format": {"format.pretty": "%G?", "log.mailmap": "true", "mailmap.file": "TRAP"},
    "order": {"diff.orderFile": "TRAP", "diff.renames": "copies", "log.follow": "true"},
    "maintenance": {"gc.auto": "1", "gc.autoDetach": "false", "maintenance.auto": "true"},
}


class Trap:
    """A program that leaves a canary wherever it is run from."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self.canary = folder / "canary"
        self.program = folder / "trap"
        self.program.write_text(f"#!/bin/sh\ntouch {self.canary}\nexit 1\n")
        self.program.chmod(0o755)

    def set(self, history: History, settings: dict[str, str]) -> None:
        for key, value in settings.items():
            command = value.replace("TRAP", str(self.program))
            history.git("config", key, command.replace("CANARY", str(self.canary)))


@pytest.fixture
def trap(tmp_path: Path) -> Trap:
    return Trap(tmp_path / "trap")


@pytest.fixture
def victim(history: History) -> History:
    """A repository with two commits, a signed one on top; it must stay exactly as it is."""
    history.commit({**SITE, **ATTRIBUTES})
    history.commit({"content/values/b.yaml": "name: B\n"}, "second")
    header, _, text = history.git("cat-file", "commit", "HEAD").partition("\n\n")
    signature = "gpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----"
    signed = history.raw("commit", f"{header}\n{signature}\n\n{text}\n".encode())
    history.git("update-ref", "refs/heads/main", signed)
    history.git("update-ref", "refs/remotes/origin/main", signed)
    return history


def read_everything(history: History) -> int:
    """Uses every way there is to read; how many files were read."""
    repository = open_repository(history.folder)
    head = resolve(repository, default_branch(repository))
    base = resolve(repository, "main~1")
    merge_base(repository, base, head)
    revision_at(repository, "2026-01-01", head)
    changed_paths(repository, base, head)
    with pytest.raises(GitError):
        resolve(repository, "--output=canary")
    return read_history(history)


def read_history(history: History) -> int:
    """Reads every revision; how many files were read."""
    line = first_parent_history(history.repository, history.at("main"))
    read = [read_revision(history.repository, revision.commit) for revision in line]
    return sum(len(snapshot.files) for snapshot in read)


@pytest.mark.parametrize("name", TRAPS)
def test_no_configuration_runs_or_writes_anything(
    victim: History, trap: Trap, name: str
) -> None:
    trap.set(victim, TRAPS[name])
    before = state_of(victim.folder)
    assert read_everything(victim) == 5
    assert not trap.canary.exists()
    assert state_of(victim.folder) == before


def test_a_working_tree_elsewhere_is_not_read(victim: History, trap: Trap) -> None:
    trap.set(victim, {"core.worktree": "/"})
    before = state_of(victim.folder)
    with pytest.raises(GitError) as caught:
        read_everything(victim)
    assert caught.value.problem is Problem.NO_SITE
    assert state_of(victim.folder) == before


@pytest.mark.parametrize("where", ["hooks", "hooksPath", "include"])
def test_no_hook_and_no_included_file_runs_anything(
    victim: History, trap: Trap, where: str, tmp_path: Path
) -> None:
    folder = victim.folder / ".git" / "hooks" if where == "hooks" else tmp_path / "hooks"
    folder.mkdir(exist_ok=True)
    for hook in HOOKS:
        shutil.copy(trap.program, folder / hook)
    included = tmp_path / "included"
    included.write_text(f"[core]\n\tfsmonitor = {trap.program}\n\thooksPath = {folder}\n")
    settings = {"hooks": {}, "hooksPath": {"core.hooksPath": str(folder)}}
    trap.set(victim, settings.get(where, {"include.path": str(included)}))
    before = state_of(victim.folder)
    assert read_everything(victim) == 5
    assert not trap.canary.exists()
    assert state_of(victim.folder) == before


@pytest.mark.parametrize(
    ("name", "command"),
    [
        *(
            ("fsmonitor", "status"),
            ("textconv", "log -p"),
            ("diff", "diff HEAD~1"),
        ),
        *(("filter", "add --renormalize ."), ("signature", "log"), ("trace", "status")),
    ],
)
def test_the_traps_would_go_off(
    victim: History, trap: Trap, name: str, command: str, isolated: Path
) -> None:
    trap.set(victim, TRAPS[name])
    if name == "trace":  # which git takes from the user's own configuration alone
        (isolated / ".gitconfig").write_text((victim.folder / ".git/config").read_text())
    victim.write({"content/values/a.yaml": "dirty\n"})
    with suppress(AssertionError):  # the trap fails, and git with it
        victim.git(*command.split())
    assert trap.canary.exists()


def promise(history: History, trap: Trap) -> str:
    """Takes a file's object away, and has it promised by a trap; the object's id."""
    blob = history.git("rev-parse", "HEAD:content/values/b.yaml")
    (history.folder / ".git/objects" / blob[:2] / blob[2:]).unlink()
    settings = {
        **{"core.repositoryFormatVersion": "1", "extensions.partialClone": "origin"},
        **{"remote.origin.promisor": "true", "remote.origin.url": "ext::TRAP"},
        **{"protocol.allow": "always", "protocol.ext.allow": "always"},
    }
    trap.set(history, settings)
    return blob


def test_a_clone_that_promises_objects_runs_no_transport(victim: History, trap: Trap) -> None:
    promise(victim, trap)
    before = state_of(victim.folder)
    with pytest.raises(GitError) as caught:
        read_revision(victim.repository, victim.at())
    assert caught.value.problem is Problem.PARTIAL
    assert not trap.canary.exists()
    assert state_of(victim.folder) == before


@pytest.mark.parametrize(
    "name", ["GIT_TRACE", "GIT_TRACE2", "GIT_TRACE2_EVENT", "GIT_TRACE_SETUP"]
)
def test_no_trace_is_written(
    victim: History, trap: Trap, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, str(trap.canary))
    repository = open_repository(victim.folder)
    monkeypatch.delenv(name)
    read_revision(repository, victim.at())
    assert not trap.canary.exists()


@pytest.mark.parametrize(
    "name", ["GIT_SSH_COMMAND", "GIT_EXTERNAL_DIFF", "GIT_PAGER", "GIT_ASKPASS"]
)
def test_no_inherited_helper_is_run(
    victim: History, trap: Trap, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, str(trap.program))
    assert read_everything(victim) == 5
    assert not trap.canary.exists()


def test_replaced_objects_and_grafts_are_not_followed(victim: History) -> None:
    plain = [x.commit for x in first_parent_history(victim.repository, victim.at())]
    files = read_revision(victim.repository, victim.at()).files
    blob = victim.git("rev-parse", "HEAD:cvcgen.yaml")
    victim.git("replace", blob, victim.raw("blob", b"replaced"))
    victim.git("replace", plain[0].id, plain[1].id)
    (victim.folder / ".git/info/grafts").write_text(f"{plain[0].id}\n")
    assert [x.commit for x in first_parent_history(victim.repository, victim.at())] == plain
    assert read_revision(victim.repository, victim.at()).files == files


@pytest.mark.parametrize("name", ["HEAD:cvcgen.yaml", "HEAD:content/values", "HEAD~1"])
def test_an_object_that_is_not_what_its_id_says_is_not_believed(
    victim: History, name: str
) -> None:
    id = victim.git("rev-parse", name)
    stored = victim.folder / ".git/objects" / id[:2] / id[2:]
    stored.chmod(0o644)
    stored.write_bytes(zlib.compress(zlib.decompress(stored.read_bytes())[:-1] + b"!"))
    with pytest.raises(GitError) as caught:
        read_history(victim)
    assert str(caught.value) == (
        f"`{id}` cannot be read from git (another content than its id says);"
        " `git fsck` tells more"
    )


def test_objects_borrowed_from_nowhere_stop_nothing(victim: History) -> None:
    borrowed = victim.folder / ".git/objects/info/alternates"
    borrowed.write_text("/nowhere\n../../../../\n/dev/null\n")
    assert read_everything(victim) == 5


def test_a_configuration_that_never_ends_is_given_up(victim: History, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    config = victim.folder / ".git" / "config"
    config.write_text(f"{config.read_text()}[include]\n\tpath = {tmp_path / 'pipe'}\n")
    with pytest.raises(GitError) as caught:
        open_repository(victim.folder, seconds=0.5)
    assert str(caught.value) == (
        f"git took longer than 0.5 seconds over `{victim.folder}` and was stopped"
    )


DEFENCES = frozenset({"GIT_ALLOW_PROTOCOL", "GIT_NO_LAZY_FETCH"})


@pytest.mark.parametrize("kept", [*sorted(DEFENCES), None])
def test_one_defence_against_transports_is_enough(
    victim: History, trap: Trap, kept: str | None
) -> None:
    blob = promise(victim, trap)
    caller = victim.repository.caller("x")
    environment = {
        name: value
        for name, value in caller.environment.items()
        if name not in DEFENCES or name == kept
    }
    run_git(replace(caller, environment=environment), ["cat-file", "-e", blob])
    if kept != "GIT_NO_LAZY_FETCH":  # which older gits do not know
        assert trap.canary.exists() == (kept is None)
