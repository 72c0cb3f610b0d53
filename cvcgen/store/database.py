"""Entries in one file: an SQLite database, which survives two writers and a killed one.

Here are keys, contents and what is too much; what a key means, and that failures are silent,
is for `entries`.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from hashlib import blake2b
from pathlib import Path

from cvcgen.store.fault import Fault

_FORMAT = 1
"""Raised when the tables change; a file of another format is begun anew."""
_SECONDS = 1
"""How long to wait for another run that writes."""
_AT_ONCE = 500
_SPARE_PART = 4
"""What part of a store that was too full is left free: not every run shall make room."""
_MOST = 1 << 60
"""No generation and no sum of sizes comes near it, and SQLite can still add to it."""
_YOUNG = 16
"""An entry used in one of that many last generations is not marked anew: reading shall
hardly ever write."""
_TABLES = """
CREATE TABLE entry (key BLOB PRIMARY KEY, used INTEGER, size INTEGER) WITHOUT ROWID;
CREATE INDEX by_use ON entry (used);
CREATE TABLE content (key BLOB PRIMARY KEY, digest BLOB, bytes BLOB);
"""
"""`used` is the generation, which each run that writes raises: no clock is asked."""


class Database:
    """The entries of one file, which is there. Every method raises `Fault`."""

    def __init__(self, path: Path) -> None:
        with _faults():
            self._sql = sqlite3.connect(path, timeout=_SECONDS, isolation_level=None)
            try:
                self._set_up()
                self._newest = self._number("SELECT ifnull(max(used), 0) FROM entry")
            except BaseException:
                self._sql.close()
                raise
        self._aged: set[bytes] = set()

    def read(self, keys: Sequence[bytes]) -> Iterator[tuple[bytes, bytes]]:
        """The entries that are there and whole, by key."""
        for start in range(0, len(keys), _AT_ONCE):
            some = keys[start : start + _AT_ONCE]
            marks = ",".join("?" * len(some))
            with _faults():
                rows = self._sql.execute(
                    "SELECT key, used, digest, bytes FROM entry JOIN content USING (key) "
                    f"WHERE key IN ({marks})",
                    some,
                ).fetchall()
            for key, used, digest, content in rows:
                if isinstance(content, bytes) and digest == _digest(key, content):
                    if not isinstance(used, int) or used < self._newest - _YOUNG:
                        self._aged.add(key)
                    yield key, content

    def write(self, entries: Mapping[bytes, bytes], limit: int) -> None:
        """Puts the entries, marks as used what was read, and makes room: all or nothing."""
        if not entries and not self._aged:
            return
        with _faults():
            self._sql.execute("BEGIN IMMEDIATE")
            try:
                self._put(entries, self._newest + 1)
                self._make_room(limit)
                self._sql.execute("COMMIT")
            except BaseException:
                if self._sql.in_transaction:  # of itself, a full disk may have ended it
                    self._sql.execute("ROLLBACK")
                raise
        self._aged.clear()

    def close(self) -> None:
        """Leaves the file to others."""
        with _faults():
            self._sql.close()

    def _set_up(self) -> None:
        # Nothing is lost but time where a power cut spoils the file: checksums tell.
        self._sql.execute("PRAGMA synchronous = OFF")
        self._sql.execute("PRAGMA trusted_schema = OFF")
        found = self._number("PRAGMA user_version")
        if found == _FORMAT:
            return
        if found:
            raise Fault(spoilt=True)
        self._sql.execute("PRAGMA page_size = 8192")
        self._sql.execute("BEGIN IMMEDIATE")
        if not self._number("PRAGMA user_version"):  # another run was quicker
            for statement in _TABLES.split(";"):
                self._sql.execute(statement)
            self._sql.execute(f"PRAGMA user_version = {_FORMAT}")
        self._sql.execute("COMMIT")

    def _put(self, entries: Mapping[bytes, bytes], used: int) -> None:
        aged: Iterable[tuple[int, bytes]] = ((used, key) for key in self._aged)
        self._sql.executemany("UPDATE entry SET used = ? WHERE key = ?", aged)
        known = ((key, used, len(content)) for key, content in entries.items())
        self._sql.executemany("REPLACE INTO entry VALUES (?, ?, ?)", known)
        rows = ((key, _digest(key, content), content) for key, content in entries.items())
        self._sql.executemany("REPLACE INTO content VALUES (?, ?, ?)", rows)

    def _make_room(self, limit: int) -> None:
        size = self._number("SELECT ifnull(sum(size), 0) FROM entry")
        if size <= limit:
            return
        question = "SELECT key, ifnull(size, 0) FROM entry ORDER BY used"
        oldest = self._sql.execute(question).fetchall()
        leaving = []
        for key, length in oldest:
            if size <= limit - limit // _SPARE_PART:
                break
            leaving.append((key,))
            size -= length
        self._sql.executemany("DELETE FROM entry WHERE key = ?", leaving)
        self._sql.executemany("DELETE FROM content WHERE key = ?", leaving)

    def _number(self, question: str) -> int:
        """The answer; raises `Fault` where it is no number that we have written."""
        (answer,) = self._sql.execute(question).fetchone()
        if not isinstance(answer, int) or not 0 <= answer < _MOST:
            raise Fault(spoilt=True)
        return answer


@contextmanager
def _faults() -> Iterator[None]:
    """What SQLite refuses, as a `Fault`."""
    try:
        yield
    except sqlite3.Error as error:
        raise Fault(_is_spoilt(error)) from error
    except UnicodeDecodeError as error:  # what SQLite says has a damaged name of a table in it
        raise Fault(spoilt=True) from error


def _is_spoilt(error: sqlite3.Error) -> bool:
    """Whether the file is no database, a torn one, or has other tables than ours."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF
    return code in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR}


def _digest(key: bytes, content: bytes) -> bytes:
    """The checksum of an entry."""
    return blake2b(content, key=key, digest_size=16).digest()
