"""Realistic histories of any length, the same on every run: contents that people edit.

The first commit holds a content of `benchmarks.content`; each later one changes a rating or
two, now and then a description or two weights, and one in the middle cannot be read. Written
with `git fast-import`: a thousand commits in a second.

    python benchmarks/history.py FOLDER PROJECTS COMMITS
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

if __package__:
    from benchmarks.content import POINTS, VALUES, WEIGHTS, Numbers, site_files
else:  # run as a file, whose folder is where Python looks first
    from content import POINTS, VALUES, WEIGHTS, Numbers, site_files

_START = 1577880000
"""The first commit's date, in seconds; the others follow, a working day apart."""
_DAY = 86_400
_AUTHORS = ("Bureau du client", "Direction des services", "Équipe du portail")
_WEIGHTS_EVERY, _WORDS_EVERY = 100, 7
_BROKEN = "title: [\n"
_PAIR = re.compile(r"(weight: )(\d+)(\}\n.*?weight: )(\d+)", re.S)


def write_history(folder: Path, projects: int, commits: int) -> None:
    """Makes the folder a repository with that many commits, the last one checked out.

    The folder must be absent or empty. The same projects and commits give the same ids.
    """
    folder.mkdir(parents=True, exist_ok=True)
    _git(folder, "init", "--quiet", "--initial-branch=main")
    stream = b"".join(_stream(projects, commits))
    _git(folder, "fast-import", "--quiet", given=stream)
    _git(folder, "reset", "--quiet", "--hard", "main")


def revisions(projects: int, commits: int) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Each commit's subject, and its new or changed files: path and text."""
    files = dict(site_files(projects))
    yield "Premières cotes", files
    numbers = Numbers(20190401)
    for number in range(1, commits):
        broken, mended = commits // 2, commits // 2 + 1
        if number == broken:
            yield "Note en cours", {_project(1): _BROKEN}
        elif number == mended:
            yield "Note corrigée", {_project(1): files[_project(1)]}
        else:
            subject, changed = _edit(number, files, numbers, projects)
            files.update(changed)
            yield subject, changed


def _edit(
    number: int, files: Mapping[str, str], numbers: Numbers, projects: int
) -> tuple[str, dict[str, str]]:
    if number % _WEIGHTS_EVERY == 0:
        names = tuple(WEIGHTS)
        path = f"content/clienteles/{names[numbers.below(len(names))]}.yaml"
        return "Poids revus", {path: _moved_weight(files[path], numbers)}
    path = _project(1 + numbers.below(projects))
    if number % _WORDS_EVERY == 0:
        return "Texte précisé", {path: files[path].replace(" |\n", f" |\n    ({number})\n", 1)}
    changed = {path: _rated(files[path], numbers)}
    other = _project(1 + numbers.below(projects))
    if number % 3 == 0 and other != path:
        changed[other] = _rated(files[other], numbers)
    return f"Cotes revues ({number})", changed


def _project(number: int) -> str:
    return f"content/projects/projet-{number:05}.yaml"


def _rated(text: str, numbers: Numbers) -> str:
    """The project with other points for one value, for the first clientele or the second."""
    value = VALUES[numbers.below(len(VALUES))][0]
    which = numbers.below(len(WEIGHTS))
    found = list(re.finditer(rf"^      {value}: (\d+)$", text, re.M))[which]
    others = [points for points in POINTS if str(points) != found[1]]
    points = others[numbers.below(len(others))]
    return f"{text[: found.start(1)]}{points}{text[found.end(1) :]}"


def _moved_weight(text: str, numbers: Numbers) -> str:
    """One hundredth from one of two neighbours to the other; the sum stays 100."""
    pairs = [m for m in _PAIR.finditer(text) if int(m[2]) > 2 and int(m[4]) > 2]
    pair = pairs[numbers.below(len(pairs))]
    step = 1 - 2 * numbers.below(2)
    moved = f"{pair[1]}{int(pair[2]) + step}{pair[3]}{int(pair[4]) - step}"
    return f"{text[: pair.start()]}{moved}{text[pair.end() :]}"


def _stream(projects: int, commits: int) -> Iterator[bytes]:
    """What `git fast-import` reads."""
    for number, (subject, changed) in enumerate(revisions(projects, commits)):
        when = f"{_START + number * _DAY} -0500"
        person = f"{_AUTHORS[number % len(_AUTHORS)]} <equipe@example.org> {when}"
        yield f"commit refs/heads/main\nauthor {person}\ncommitter {person}\n".encode()
        yield _data(f"{subject}\n")
        for path, text in changed.items():
            yield f"M 100644 inline {path}\n".encode() + _data(text)
        yield b"\n"


def _data(text: str) -> bytes:
    content = text.encode()
    return b"data %d\n%b\n" % (len(content), content)


def _git(folder: Path, *arguments: str, given: bytes = b"") -> None:
    """A git that knows nothing of its user's configuration."""
    kept = {name: x for name, x in os.environ.items() if not name.startswith("GIT_")}
    nothing = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    subprocess.run(
        ["git", *arguments], cwd=folder, input=given, env={**kept, **nothing}, check=True
    )


if __name__ == "__main__":
    write_history(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
