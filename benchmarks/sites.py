"""Sites on disk that builds are measured on, each with a cache of its own."""

import os
import re
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from benchmarks.content import POINTS, VALUES, write_site

_RATING = re.compile(rf"^(      {VALUES[0][0]}: )(\d+)$", re.M)
_TIMES = ("2026-01-05T12:00:00+00:00", "2026-01-06T12:00:00+00:00")


@dataclass(frozen=True, slots=True)
class Site:
    """A generated content, where it is built, and what is remembered between builds."""

    folder: Path
    """The content's, with the output in it."""
    home: Path
    """What stands for the user's home: configuration and caches."""

    @property
    def output(self) -> Path:
        """Where `cvcgen build` writes."""
        return self.folder / "site"

    def environment(self) -> dict[str, str]:
        """The surroundings of a run: nothing of the user's own but the path to programs."""
        kept = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH", "SYSTEMROOT")
                if name in os.environ}  # fmt: skip
        homes = {"HOME": str(self.home), "XDG_CACHE_HOME": str(self.home / "cache")}
        return {**kept, **homes, "LANG": "C.UTF-8"}

    def forget(self) -> None:
        """Put aside what former builds left: the next one is cold."""
        for folder in (self.output, self.home):
            put_aside(folder, self.home.parent)
        self.home.mkdir()

    def edit_rating(self, number: int) -> None:
        """Give the first value of one project another rating than it has."""
        file = self.folder / f"content/projects/projet-{number:05}.yaml"

        def other(found: re.Match[str]) -> str:
            at = (POINTS.index(int(found[2])) + 1) % len(POINTS)
            return f"{found[1]}{POINTS[at]}"

        text = file.read_text("utf-8")
        file.write_text(_RATING.sub(other, text, count=1), "utf-8", newline="\n")

    def sources(self) -> list[Path]:
        """Every file that a build reads of the content."""
        return [self.folder / "cvcgen.yaml", *sorted(self.folder.glob("content/*/*.yaml"))]

    def state(self) -> dict[str, tuple[int, int]]:
        """Every file of the output with what changes when it is written again."""
        found = (path.stat() for path in sorted(self.output.rglob("*")))
        names = sorted(path.as_posix() for path in self.output.rglob("*"))
        return {n: (s.st_ino, s.st_mtime_ns) for n, s in zip(names, found, strict=True)}


def put_aside(folder: Path, place: Path) -> None:
    """Move the folder, if there is one, to a new name in the place, and with that away.

    Deleted, it would slow down what is measured next: for some minutes ext4 creates no file
    before it has passed over every file that was deleted there.
    """
    if folder.exists():
        folder.rename(Path(tempfile.mkdtemp(prefix="aside-", dir=place), folder.name))


def make_site(place: Path, projects: int, languages: tuple[str, ...] = ("fr",)) -> Site:
    """A new site of that many projects in a folder of its own below the place."""
    name = f"{projects}-{'-'.join(languages)}-{len(list(place.iterdir()))}"
    site = Site(place / name, place / f"{name}.home")
    write_site(site.folder, projects, languages)
    site.home.mkdir()
    return site


def commit_edits(site: Site, edited: int) -> None:
    """Make the site a repository of two commits, the second with that many edited ratings.

    Packed, as every clone is: who compares a pull request reads one.
    """
    _git(site, "init", "--quiet", "--initial-branch=main")
    _commit(site, _TIMES[0])
    for number in range(1, edited + 1):
        site.edit_rating(number * 7)
    _commit(site, _TIMES[1])
    _git(site, "repack", "-a", "-d", "--quiet")


def _commit(site: Site, time: str) -> None:
    _git(site, "add", "--all")
    _git(site, "commit", "--quiet", "--message=benchmark", time=time)


def _git(site: Site, *arguments: str, time: str = _TIMES[0]) -> None:
    identity = {
        f"GIT_{role}_{key}": value
        for role in ("AUTHOR", "COMMITTER")
        for key, value in (("NAME", "B"), ("EMAIL", "b@example.org"), ("DATE", time))
    }
    environment = {**site.environment(), **identity}
    subprocess.run(["git", *arguments], cwd=site.folder, env=environment, check=True)
