"""Git histories made of folders: each commit is files by path."""

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from cvcgen.sources.git import Repository, open_repository
from cvcgen.sources.git.commits import Commit
from cvcgen.sources.git.revisions import resolve

Files = Mapping[str, str | bytes | Path | None]
"""By path: a text, bytes, where a link leads to, or None to take the file away."""

SITE: Files = {"cvcgen.yaml": "format: 1\n", "content/values/a.yaml": "name: A\n"}
"""The smallest folder that is a site."""


@dataclass(frozen=True)
class History:
    """A repository under construction."""

    folder: Path

    @classmethod
    def start(cls, folder: Path, *options: str) -> "History":
        folder.mkdir(parents=True)
        history = cls(folder)
        history.git("init", "--quiet", "--initial-branch=main", *options)
        return history

    def git(self, *arguments: str, given: bytes = b"", **environment: str) -> str:
        """What git says to a command that must succeed."""
        identity = {
            f"GIT_{role}_{key}": value
            for role in ("AUTHOR", "COMMITTER")
            for key, value in (("NAME", "Ada"), ("EMAIL", "ada@example.org"))
        }
        done = subprocess.run(
            ["git", "-c", "protocol.file.allow=always", *arguments],
            cwd=self.folder,
            env={**os.environ, **identity, **environment},
            input=given,
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
        return os.fsdecode(done.stdout).strip()

    def write(self, files: Files) -> None:
        """Puts the files into the working tree."""
        for name, content in files.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if content is None:
                path.unlink()
            elif isinstance(content, Path):
                path.symlink_to(content)
            else:
                path.write_bytes(content.encode() if isinstance(content, str) else content)

    def commit(
        self,
        files: Files,
        subject: str = "change",
        date: str = "2026-01-01",
        author: str = "Ada",
    ) -> str:
        """The id of a new commit with these files laid over the former ones."""
        self.write(files)
        self.git("add", "--all")
        when = date if "T" in date else f"{date}T12:00:00-05:00"
        self.git(
            *("commit", "--quiet", "--allow-empty", "--message", subject),
            GIT_AUTHOR_DATE=when,
            GIT_COMMITTER_DATE=when,
            GIT_AUTHOR_NAME=author,
        )
        return self.git("rev-parse", "HEAD")

    def merge(self, branch: str, files: Files, subject: str = "merge") -> str:
        """The id of a merge of the branch, whose result is these files over our own."""
        self.git("merge", "--quiet", "--no-ff", "--no-commit", "--strategy=ours", branch)
        return self.commit(files, subject)

    def clone(self, folder: Path, *options: str) -> "History":
        """A clone, made as from another machine."""
        self.git("clone", "--quiet", *options, f"file://{self.folder}", str(folder))
        return History(folder)

    @property
    def repository(self) -> Repository:
        return open_repository(self.folder)

    def at(self, revision: str = "HEAD") -> Commit:
        return resolve(self.repository, revision)

    def raw(self, kind: str, content: bytes) -> str:
        """The id of an object that git itself would not make."""
        made = ("hash-object", "-t", kind, "-w", "--stdin", "--literally")
        return self.git(*made, given=content)


def state_of(folder: Path) -> dict[str, tuple[int, int, bytes]]:
    """Everything that lies in a folder: mode, time of change and content, by path."""
    found = {}
    for path in sorted(folder.rglob("*")):
        status = path.lstat()
        content = path.read_bytes() if path.is_file() and not path.is_symlink() else b""
        found[str(path.relative_to(folder))] = (status.st_mode, status.st_mtime_ns, content)
    return found
