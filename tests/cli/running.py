"""Runs the command line in this process or as a process of its own."""

import io
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from cvcgen.cli.console import Console
from cvcgen.cli.run import run
from tests.building import BASE

ROOT = Path(__file__).resolve().parents[2]


class Stream(io.StringIO):
    """A stream in memory that may pretend to be a terminal."""

    def __init__(self, terminal: bool = False) -> None:
        super().__init__()
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal


@dataclass(frozen=True, slots=True)
class Ran:
    """What a run left."""

    code: int
    out: str
    err: str


def cvcgen(
    *arguments: str,
    folder: Path = BASE,
    environ: Mapping[str, str] | None = None,
    terminal: bool = False,
) -> Ran:
    """A run in this process, with the site's folder given first."""
    out, err = Stream(terminal), Stream(terminal)
    variables = {"LANG": "en_CA.UTF-8", **(environ or {})}
    console = Console(out, err, variables)
    code = run(["-C", str(folder), *arguments], variables, console)
    return Ran(code, out.getvalue(), err.getvalue())


def process(*arguments: str, **environ: str) -> subprocess.CompletedProcess[bytes]:
    """A run as a process, from the root of the checkout."""
    return subprocess.run(
        command(*arguments), capture_output=True, check=False, cwd=ROOT, env=variables(environ)
    )


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "cvcgen", *arguments]


def variables(more: Mapping[str, str]) -> dict[str, str]:
    """The environment of this process, in English and with buffers, with these variables."""
    left = ("LC_", "LAN", "PYTHONUNBUFFERED")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(left)}
    return {**kept, "LANG": "C.UTF-8", **more}
