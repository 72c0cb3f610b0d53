"""Folders of a revision: git's tree objects, read by id and remembered."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from cvcgen.core.identity import changed_at
from cvcgen.sources.git.errors import GitError, Problem
from cvcgen.sources.git.objects import Objects
from cvcgen.sources.git.treetext import Entry, Form, TreeParser
from cvcgen.sources.snapshot import CONFIGURATION, CONTENT, MAX_FILES

MAX_TREE_BYTES = 32 * 1024 * 1024
"""The largest folder that is read: more than `MAX_FILES` of the longest names."""
_MAX_REMEMBERED = 250_000
Row = tuple[PurePosixPath, Entry]
"""A path inside the site, and what is there."""
_MAX_FOLDERS = 64
"""Of how many folders the rows are remembered: a hostile tree has more than fit anywhere."""
_NO_FILES = {Form.FOLDER, Form.SUBMODULE}


class Trees:
    """The folders of one repository."""

    def __init__(self, objects: Objects) -> None:
        self._objects = objects
        self._parser = TreeParser()
        self._known: dict[str, tuple[Entry, ...]] = {}
        self._rows: dict[PurePosixPath, _Rows] = {}
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
            self._known[id] = self._parser.parse(id, content)
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
                inside = self._inside(path, entry.id)
                if inside.plain:
                    files += inside.rows
                else:
                    waiting.extend(reversed(inside.rows))
            elif entry.form is not Form.SUBMODULE:
                files.append((path, entry))
            if len(files) > MAX_FILES or folders > MAX_FILES:
                raise GitError(Problem.TOO_MANY_FILES, str(path))
        return files

    def _inside(self, path: PurePosixPath, id: str) -> "_Rows":
        """What lies in a folder; most of it as it was when last asked for."""
        entries = self.read(id)
        former = self._rows.get(path)
        if former is not None and former.entries is entries:
            return former
        rows = None if former is None else former.edited(entries)
        if rows is None:
            rows = _make_rows(path, entries, former.rows if former else ())
            self.prefetch(_folders([entry for _, entry in rows.rows]))
        if len(self._rows) < _MAX_FOLDERS or former is not None:
            self._rows[path] = rows
        return rows


@dataclass(frozen=True, slots=True)
class _Rows:
    """What lies in a folder, under its path inside the site."""

    entries: tuple[Entry, ...]
    """All that lie in it."""
    rows: tuple[Row, ...]
    """Those that are not hidden, by name."""
    plain: bool
    """Whether all of them are files or links, and none is hidden."""

    def edited(self, entries: tuple[Entry, ...]) -> "_Rows | None":
        """The rows of entries of the same names and forms; None where that is not so."""
        if not self.plain or len(entries) != len(self.entries):
            return None
        rows = [*self.rows]
        for at in changed_at(entries, self.entries):
            if entries[at][:2] != self.entries[at][:2]:
                return None
            rows[at] = (rows[at][0], entries[at])
        return _Rows(entries, tuple(rows), self.plain)


def _make_rows(path: PurePosixPath, entries: tuple[Entry, ...], former: Sequence[Row]) -> _Rows:
    """The rows of a folder; `former` are those that it had."""
    known = {row[1].name: row for row in former}
    rows = []
    for entry in entries:
        if entry.name[0] != ".":
            row = known.get(entry.name) or (path / entry.name, entry)
            rows.append(row if row[1] is entry else (row[0], entry))
    plain = len(rows) == len(entries) and not any(e.form in _NO_FILES for e in entries)
    return _Rows(entries, tuple(rows), plain)


def _named(entries: Sequence[Entry], name: str) -> Entry | None:
    return next((entry for entry in entries if entry.name == name), None)


def _folders(entries: Sequence[Entry]) -> Sequence[str]:
    return list(dict.fromkeys(entry.id for entry in entries if entry.form is Form.FOLDER))
