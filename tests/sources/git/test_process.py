"""Git that says too much, too little, or never ends."""

import os
import select
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from cvcgen.sources.git import GitError, Repository, process
from cvcgen.sources.git.errors import Problem
from cvcgen.sources.git.snapshots import read_revision
from tests.sources.git.histories import SITE, History

ROOT = Path(__file__).resolve().parents[3]
PATIENCE = 30
"""Seconds after which what should have ended is said to live; nothing ever waits so long."""


def instead(repository: Repository, script: str) -> Repository:
    """The repository, read by a program of ours."""
    program = repository.folder.parent / "program"
    program.write_text(f"#!{sys.executable}\nimport os, subprocess, sys, time\n{script}\n")
    program.chmod(0o755)
    return replace(repository, program=str(program), seconds=20)


def test_too_long_an_answer_is_not_read(history: History) -> None:
    endless = instead(history.repository, "while True: print('x' * 1000)")
    with pytest.raises(GitError) as caught:
        endless.ask("content", "cat-file", limit=10_000)
    assert str(caught.value) == "`content` in git is too large to be read"


def test_endless_complaints_do_not_block(history: History) -> None:
    loud = instead(history.repository, "sys.stderr.write('x' * 10**7); print('done')")
    answer = loud.ask("content", "cat-file")
    assert (answer.output, len(answer.complaint)) == (b"done\n", 4096)


def test_a_git_that_does_not_listen_does_not_block(history: History) -> None:
    deaf = instead(history.repository, "print('done')")
    assert deaf.ask("content", "cat-file", given=b"x" * 10**7).output == b"done\n"


def test_what_git_started_is_killed_with_it(
    history: History, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both hold a pipe open as long as they live; the time is over once both do."""
    pipe, both = tmp_path / "pipe", tmp_path / "both"
    os.mkfifo(pipe)
    end = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    script = (
        f"held = open({str(pipe)!r}, 'w')\n"
        "subprocess.Popen(['sleep', '600'], stdout=held, stderr=held)\n"
        f"open({str(both)!r}, 'w').close()\n"
        "time.sleep(600)"
    )
    asking = threading.get_ident()  # whose time begins at 0, however late it asks

    def clock() -> int:
        return 600 if threading.get_ident() != asking and both.exists() else 0

    monkeypatch.setattr(process, "monotonic", clock)
    with pytest.raises(GitError) as caught:
        instead(history.repository, script).ask("content", "cat-file")
    assert caught.value.problem is Problem.TIMEOUT
    assert select.select([end], [], [], PATIENCE)[0]
    assert os.read(end, 1) == b""  # nobody holds it
    os.close(end)


def test_a_git_that_ends_in_the_middle_of_an_answer(history: History) -> None:
    history.commit(SITE)
    commit = history.at()
    answer = f"print('{commit.tree} tree 1000'); print('short'); sys.stdout.flush()"
    broken = instead(history.repository, f"if 'cat-file' in sys.argv: {answer}")
    with pytest.raises(GitError) as caught:
        read_revision(broken, commit)
    assert (caught.value.problem, caught.value.subject) == (Problem.DAMAGED, commit.tree)


@pytest.mark.parametrize("said", ["", "x", "{} blob 3", "{} tree", "{} tree 99999999999"])
def test_an_answer_to_another_question_is_refused(history: History, said: str) -> None:
    history.commit(SITE)
    commit = history.at()
    line = said.format(commit.tree)
    script = (
        f"sys.stdin.readline() if 'cat-file' in sys.argv else 0; print({line!r}, flush=True)"
    )
    with pytest.raises(GitError) as caught:
        read_revision(instead(history.repository, script), commit)
    assert caught.value.problem in {Problem.DAMAGED, Problem.TOO_LARGE, Problem.PARTIAL}


def test_a_program_that_cannot_start_is_said(history: History) -> None:
    gone = replace(history.repository, program=os.devnull)
    with pytest.raises(GitError) as caught:
        gone.ask("content", "cat-file")
    assert str(caught.value) == "git could not read `content`: Permission denied"


@pytest.mark.parametrize("spare", [0, 1, 2])
def test_a_system_without_threads_to_spare_is_said_and_git_ends(
    history: History, monkeypatch: pytest.MonkeyPatch, spare: int
) -> None:
    started: list[subprocess.Popen[bytes]] = []
    left = iter(range(spare))

    class Watched(subprocess.Popen):  # type: ignore[type-arg]
        def __init__(self, *args: object, **kwargs: object) -> None:
            super().__init__(*args, **kwargs)  # type: ignore[call-overload]
            started.append(self)

    class Spare(process.Thread):
        def start(self) -> None:
            if next(left, None) is None:
                raise RuntimeError("can't start new thread")
            super().start()

    repository = history.repository
    monkeypatch.setattr(process.subprocess, "Popen", Watched)
    monkeypatch.setattr(process, "Thread", Spare)
    with pytest.raises(GitError) as caught:
        repository.ask("content", "cat-file")
    assert str(caught.value) == "git could not read `content`: can't start new thread"
    assert [one.returncode is not None for one in started] == [True]


def test_no_process_is_left_after_reading(history: History) -> None:
    history.commit(SITE)
    # In a process of its own: this one may have children of other tests, such as a browser.
    reading = (
        "import os, sys\n"
        "from pathlib import Path\n"
        "from cvcgen.sources.git import open_repository\n"
        "from cvcgen.sources.git.revisions import resolve\n"
        "from cvcgen.sources.git.snapshots import read_revision\n"
        "repository = open_repository(Path(sys.argv[1]))\n"
        "read_revision(repository, resolve(repository, 'HEAD'))\n"
        "try:\n"
        "    os.waitpid(-1, os.WNOHANG)\n"
        "except ChildProcessError:\n"
        "    print('none')\n"
    )
    command = [sys.executable, "-c", reading, str(history.folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert (done.stdout, done.stderr) == ("none\n", "")
