"""Folders of a revision: git's tree objects, read by id and remembered."""

import re
from collections.abc import Sequence
from enum import Enum
from functools import lru_cache
from pathlib import PurePosixPath
from typing import NamedTuple

from cvcgen.sources.git.errors import GitError, Problem
from cvcgen.sources.git.objects import Objects
from cvcgen.sources.snapshot import CONFIGURATION, CONTENT, MAX_FILES

MAX_TREE_BYTES = 32 * 1024 * 1024
"""The largest folder that is read: more than `MAX_FILES` of the longest names."""
_MAX_REMEMBERED = 250_000
_ENTRY = {
    length: re.compile(rb"([0-7]{5,6}) ([^\x00/]+)\x00(.{%d})" % (length // 2), re.S)
    for length in (40, 64)
}


class Form(Enum):
    """What an entry of a folder is."""

    FILE = 0o100000
    LINK = 0o120000
    FOLDER = 0o040000
    SUBMODULE = 0o160000


class Entry(NamedTuple):
    """One name in a folder."""

    name: str
    """Bytes that are no UTF-8 stand as surrogates, as in a listing of the disk."""
    form: Form
    id: str


Row = tuple[PurePosixPath, Entry]
"""A path inside the site, and what is there."""
_MAX_FOLDERS = 64
"""Of how many folders the rows are remembered: a hostile tree has more than fit anywhere."""
_NO_FILES = {Form.FOLDER, Form.SUBMODULE}


class Trees:
    """The folders of one repository."""

    def __init__(self, objects: Objects) -> None:
        self._objects = objects
        self._known: dict[str, tuple[Entry, ...]] = {}
        self._rows: dict[PurePosixPath, list[Row]] = {}
        self._remembered = 0

    def read(self, id: str) -> tuple[Entry, ...]:
        """The folder's entries by name. Raises `GitError`."""
        if id not in self._known:
            self.prefetch([id])
        return self._known[id]

    def prefetch(self, ids: Sequence[str]) -> None:
        """Reads folders that will be asked for, all at once. Raises `GitError`."""
        if self._remembered > _MAX_REMEMBERED:
            self._known.clear()
            self._remembered = 0
        unknown = [id for id in dict.fromkeys(ids) if id not in self._known]
        if not unknown:
            return
        contents = self._objects.contents("tree", unknown, MAX_TREE_BYTES)
        for id, content in zip(unknown, contents, strict=True):
            self._known[id] = parse_tree(id, content)
            self._remembered += len(self._known[id])

    def prefetch_sites(self, tops: Sequence[str], prefix: PurePosixPath) -> Sequence[str]:
        """Reads the folders of several sites; returns the ids of those inside `content/`."""
        level = tops
        for part in (*prefix.parts, str(CONTENT)):
            self.prefetch(level)
            inside = [_named(self.read(id), part) for id in level]
            level = _folders([entry for entry in inside if entry is not None])
        self.prefetch(level)
        folders = _folders([entry for id in level for entry in self.read(id)])
        self.prefetch(folders)
        return folders

    def site(self, tree: str, prefix: PurePosixPath) -> tuple[Entry | None, Entry | None]:
        """The entries of `cvcgen.yaml` and `content` in the folder `prefix` of a tree."""
        for part in prefix.parts:
            inside = _named(self.read(tree), part)
            if inside is None or inside.form is not Form.FOLDER:
                return None, None
            tree = inside.id
        entries = self.read(tree)
        return _named(entries, str(CONFIGURATION)), _named(entries, str(CONTENT))

    def files(self, content: Entry) -> list[Row]:
        """Every path under `content/` that is no folder, sorted; hidden ones left out.

        A row that was given before for the same path and entry is the same object. Raises
        `GitError` beyond the limit of files, which counts folders apart: a tree of a hundred
        bytes can hold a billion of them.
        """
        waiting = [(PurePosixPath(content.name), content)]
        folders = 0
        files: list[Row] = []
        while waiting:
            path, entry = waiting.pop()
            if entry.form is Form.FOLDER:
                folders += 1
                rows = self._inside(path, entry.id)
                if any(row[1].form in _NO_FILES for row in rows):
                    waiting.extend(reversed(rows))
                else:
                    files += rows
            elif entry.form is not Form.SUBMODULE:
                files.append((path, entry))
            if len(files) > MAX_FILES or folders > MAX_FILES:
                raise GitError(Problem.TOO_MANY_FILES, str(path))
        return files

    def _inside(self, path: PurePosixPath, id: str) -> list[Row]:
        """What lies in a folder, by name; most of it as it was when last asked for."""
        entries = [entry for entry in self.read(id) if entry.name[0] != "."]
        self.prefetch(_folders(entries))
        former = self._rows.get(path, ())
        if [row[1].name for row in former] == [entry.name for entry in entries]:
            pairs = zip(former, entries, strict=True)
            rows = [row if row[1] is entry else (row[0], entry) for row, entry in pairs]
        else:
            rows = [(path / entry.name, entry) for entry in entries]
        if len(self._rows) < _MAX_FOLDERS:
            self._rows[path] = rows
        return rows


def parse_tree(id: str, content: bytes) -> tuple[Entry, ...]:
    """The entries that git's bytes list, by name. Raises `GitError`."""
    found = _ENTRY[len(id)].findall(content)
    length = sum([len(mode) + len(name) for mode, name, _ in found])
    if length + len(found) * (2 + len(id) // 2) != len(content):
        raise GitError(Problem.DAMAGED, id, "a folder that is no list of names")
    try:
        entries = [_entry(mode, name, key) for mode, name, key in found]
    except ValueError as error:
        raise GitError(
            Problem.DAMAGED, id, f"a folder with an entry of no kind: {error}"
        ) from error
    if len({entry.name for entry in entries}) != len(entries):
        raise GitError(Problem.DAMAGED, id, "a folder with one name twice")
    return tuple(sorted(entries))


@lru_cache(maxsize=65_536)  # of a large folder, one commit changes an entry or two
def _entry(mode: bytes, name: bytes, key: bytes) -> Entry:
    form = Form(int(mode, 8) & 0o170000)
    return Entry(name.decode("utf-8", "surrogateescape"), form, key.hex())


def _named(entries: Sequence[Entry], name: str) -> Entry | None:
    return next((entry for entry in entries if entry.name == name), None)


def _folders(entries: Sequence[Entry]) -> Sequence[str]:
    return list(dict.fromkeys(entry.id for entry in entries if entry.form is Form.FOLDER))
