"""Checking, building, comparing and telling a history ask nobody outside for anything.

No connection, no look-up of a host, and no program but git; of git only commands that read.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.building import BASE, files_in
from tests.sources.git.histories import History

DRIVER = Path(__file__).with_name("outside_calls.py")
ROOT = DRIVER.parents[1]
PLUMBING = {
    *("cat-file", "diff-tree", "for-each-ref", "merge-base", "rev-list", "rev-parse"),
    *("ls-files", "config", "--version", "check-ignore"),
}
"""Commands of git that read objects, refs and settings, and run no hook, filter or driver."""
COMMANDS = (
    *("check", "check --format sarif", "score", "rank", "rank --at HEAD~1", "explain CVC401"),
    *("build", "build --compare HEAD~1", "diff HEAD~1 HEAD", "diff", "history"),
    *("history --format atom", "fmt --check", "schema", "new project Essai"),
    "textconv content/projects/guichet.yaml",
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The base site in a repository with two commits and something to fetch from."""
    history = History.start(tmp_path_factory.mktemp("quiet") / "site")
    history.commit(dict(files_in(BASE)))
    project = "content/projects/guichet.yaml"
    text = files_in(BASE)[project].decode().replace("rapidite: 1", "rapidite: 5")
    history.commit({project: text})
    history.git("remote", "add", "origin", "https://example.invalid/repository.git")
    return history.folder


def calls(site: Path, log: Path, *arguments: str) -> list[str]:
    """What the command asked of the world; it must work."""
    done = subprocess.run(
        [sys.executable, DRIVER, log, *arguments],
        cwd=site,
        env={**os.environ, "PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": str(log.parent / "c")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in (0, 1), done.stderr
    return log.read_text("utf-8").splitlines()


@pytest.mark.parametrize("command", COMMANDS)
def test_nobody_is_asked_and_only_git_reads(site: Path, tmp_path: Path, command: str) -> None:
    for line in calls(site, tmp_path / "log", *command.split()):
        event, *words = line.split(" ")
        assert event == "subprocess.Popen", line
        assert Path(words[0]).name.removesuffix(".exe") == "git", line
        assert PLUMBING & set(words), line


def test_the_log_has_what_is_asked_for(site: Path, tmp_path: Path) -> None:
    """Lest the driver hear nothing at all."""
    assert any("cat-file" in line for line in calls(site, tmp_path / "log", "diff", "HEAD~1"))
    program = (
        f"import sys; sys.argv = ['x', {str(tmp_path / 'own')!r}]\n"
        f"sys.path.insert(0, {str(ROOT)!r})\n"
        "from tests import outside_calls\n"
        "sys.addaudithook(outside_calls.hear)\n"
        "import socket, contextlib\n"
        "with contextlib.suppress(OSError): socket.create_connection(('127.0.0.1', 9), 0.1)\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
    said = (tmp_path / "own").read_text("utf-8")
    assert "socket.getaddrinfo" in said
    assert "socket.connect" in said
