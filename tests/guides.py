"""The guides of docs/guides as steps: commands with what they print, and edits of files.

A block `console` has commands after `$ ` and what they print; `…` stands for any text, and
alone on a line for any lines. A block `yaml PATH` is what a reader changes in that file: each
of its lines takes the place of the next line with the same indentation and key, be it a
comment, and lines that have none come with the line above. A block `yaml PATH added` goes to
the end of that file, which need not exist.
"""

import os
import re
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.sourcecode import ROOT

GUIDES = ROOT / "docs" / "guides"
_FENCE = re.compile(r"^```(\w+)(?: ([^\n]+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_AFTER = re.compile(r"<!-- after: (\S+) -->")
_KEY = re.compile(r"^( *(?:- )?(?:\{value: )?[^\s:#]+)[:,;]")
_ELLIPSIS = "…"
_ADDED = "added"
_FOLDER_MARK = "\x1e"
_ENDS = (0, 1)
"""Exit codes that a step may show: done, or faults found."""


@dataclass(frozen=True, slots=True)
class Call:
    """A command in a terminal."""

    command: str
    expected: str
    """What it prints, with ellipses; nothing where the guide does not show it."""


@dataclass(frozen=True, slots=True)
class Edit:
    """What a reader changes in a file."""

    path: str
    text: str
    added: bool
    """Whether it goes to the end of the file."""


def former_guide(guide: Path) -> Path | None:
    """The guide that this one goes on from."""
    found = _AFTER.search(guide.read_text("utf-8"))
    return guide.parent / found[1] if found else None


def read_steps(guide: Path) -> Iterator[Call | Edit]:
    """The steps of a guide."""
    for language, place, body in _FENCE.findall(guide.read_text("utf-8")):
        if language == "console":
            yield from _calls(body)
        elif place:
            path, _, added = place.partition(" ")
            yield Edit(path, body, added == _ADDED)


def follow(guide: Path, here: Path, environment: Mapping[str, str]) -> Path:
    """Takes every step, the first in this folder; where the last one leads.

    That is an empty folder, or where the former guide has led. Raises AssertionError.
    """
    for step in read_steps(guide):
        if isinstance(step, Edit):
            edit(here / step.path, step.text, added=step.added)
        else:
            here = _run(step, here, environment)
    return here


def edit(file: Path, text: str, *, added: bool = False) -> None:
    """Changes the file as a reader would who sees this fragment."""
    if added:
        with file.open("a", encoding="utf-8", newline="\n") as end:
            end.write(text)
        return
    lines = file.read_text("utf-8").split("\n")
    at = -1
    for line in text.rstrip("\n").split("\n"):
        found = _find(lines, line, at + 1)
        if found is None:
            assert at >= 0, f"{file.name} has no line such as {line!r}"
            lines.insert(at := at + 1, line)
        else:
            lines[at := found] = line
    file.write_text("\n".join(lines), "utf-8", newline="\n")


def matches(printed: str, expected: str) -> bool:
    """Whether this is what the guide shows, ellipses standing for anything.

    A space that keeps words together is one that a guide need not show.
    """
    printed = re.sub("[\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]", " ", printed)
    lines = expected.rstrip("\n").split("\n")
    parts = [
        r"(?:.*\n)*?" if line == _ELLIPSIS else _line_pattern(line) + r"[ ]*\n"
        for line in lines
    ]
    return re.fullmatch("".join(parts), printed.rstrip("\n") + "\n") is not None


def _line_pattern(line: str) -> str:
    return ".*".join(re.escape(part) for part in line.split(_ELLIPSIS))


def _find(lines: list[str], wanted: str, start: int) -> int | None:
    key = _KEY.match(wanted)
    if key is None:
        return None
    rows = range(start, len(lines))
    return next((row for row in rows if _same_key(lines[row], key[1])), None)


def _same_key(line: str, key: str) -> bool:
    found = _KEY.match(line.removeprefix("# "))
    return found is not None and found[1] == key


def _calls(body: str) -> Iterator[Call]:
    for part in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
        command, _, expected = part.partition("\n")
        yield Call(command, expected)


def _run(call: Call, here: Path, environment: Mapping[str, str]) -> Path:
    """Runs the command as a terminal would; the folder that the reader is in afterwards."""
    script = f"{call.command}\nend=$?\nprintf '{_FOLDER_MARK}%s' \"$PWD\"\nexit $end"
    done = subprocess.run(
        ["bash", "-c", script],
        cwd=here,
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=120,
        check=False,
    )
    printed, _, folder = done.stdout.decode("utf-8").rpartition(_FOLDER_MARK)
    ends = _ENDS if call.expected else _ENDS[:1]
    assert done.returncode in ends, f"$ {call.command}\n{printed}"
    if call.expected:
        shown = f"$ {call.command}\n{printed}\n--- the guide shows ---\n{call.expected}"
        assert matches(printed, call.expected), shown
    return Path(folder)
