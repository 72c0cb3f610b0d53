"""A store as its users see it: keys of their own, and silence about whatever fails."""

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import cache
from hashlib import blake2b
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar

from cvcgen.store.fault import Fault
from cvcgen.store.fingerprint import tool_fingerprint
from cvcgen.store.folder import cache_folder, is_private, make_private

if TYPE_CHECKING:
    from cvcgen.store.database import Database

_Key = TypeVar("_Key", bound=str | bytes)

LIMIT = 512 * 1024 * 1024
"""The most that a store holds, in bytes of content, unless told otherwise."""
_MAX_WAITING = 8 * 1024 * 1024
"""How much may wait to be written, in bytes."""


class Store:
    """Entries that may be forgotten; made by `open_store`, and closed by its `with`.

    A key is a text or bytes; a text and its bytes are two keys.
    """

    def __init__(self, path: Path | None, limit: int) -> None:
        self._path = path
        self._limit = limit
        self._tool = _this_tool() if path else b""
        self._waiting: dict[bytes, bytes] = {}
        self._waiting_bytes = 0
        self._database: Database | None = None

    @property
    def keeps(self) -> bool:
        """Whether what is put here may be there for a later run."""
        return self._path is not None

    def get(self, key: str | bytes) -> bytes | None:
        """What was put under the key, or None where that is not known any more."""
        return self.get_many((key,)).get(key)

    def get_many(self, keys: Iterable[_Key]) -> dict[_Key, bytes]:
        """What was put under each key; those that are not known are left out."""
        if self._path is None:
            return {}
        names = {self._name(key): key for key in keys}
        waiting = names.keys() & self._waiting.keys()
        found = {names[name]: self._waiting[name] for name in waiting}
        asked = [name for name in names if name not in waiting]
        with self._silence():
            database = self._open() if asked else None
            if database is not None:
                found.update((names[name], x) for name, x in database.read(asked))
        return found

    def put(self, key: str | bytes, content: bytes) -> None:
        """Keeps the content under the key, in place of what was there."""
        if self._path is None or len(content) > self._limit:
            return
        self._waiting[self._name(key)] = content
        self._waiting_bytes += len(content)
        if self._waiting_bytes > _MAX_WAITING:
            self._write()

    def close(self) -> None:
        """Writes what waits; from here on nothing is known or kept."""
        self._write()
        self._give_up()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def _name(self, key: str | bytes) -> bytes:
        """The key in the database: of this tool alone, and as long as any other."""
        is_text = isinstance(key, str)
        content = key.encode("utf-8", "surrogateescape") if isinstance(key, str) else key
        named = blake2b(b"text" if is_text else b"bytes", key=self._tool, digest_size=24)
        named.update(content)
        return named.digest()

    def _write(self) -> None:
        entries, self._waiting, self._waiting_bytes = self._waiting, {}, 0
        with self._silence():
            if entries and self._path is not None and self._database is None:
                _make_file(self._path)
            database = self._open()
            if database is not None:
                database.write(entries, self._limit)

    def _open(self) -> "Database | None":
        """The database; None where there is none that is ours alone."""
        if self._database is None and self._path is not None:
            if not _is_ours(self._path):
                return None
            from cvcgen.store.database import Database  # noqa: PLC0415 - loads SQLite

            self._database = Database(self._path)
        return self._database

    @contextmanager
    def _silence(self) -> Iterator[None]:
        """A block in which whatever disk or database refuses ends the store's work."""
        try:
            yield
        except Fault as fault:
            path = self._path
            self._give_up()
            if fault.spoilt and path is not None:
                _remove(path)
        except (OSError, ImportError):  # of a Python that was built without SQLite
            self._give_up()

    def _give_up(self) -> None:
        database, self._path, self._database = self._database, None, None
        with suppress(Fault):
            if database is not None:
                database.close()


def open_store(
    name: str, environ: Mapping[str, str] | None = None, limit: int = LIMIT
) -> Store:
    """The store of that name; without a cache folder, one that knows and keeps nothing.

    `environ` is the process's own unless told otherwise; `limit` is in bytes of content.
    """
    folder = cache_folder(os.environ if environ is None else environ)
    return Store(folder / f"{name}.sqlite" if folder else None, limit)


@cache
def _this_tool() -> bytes:
    """The tool that runs: what it was when it was first asked for, edited since or not."""
    return tool_fingerprint()


def _make_file(path: Path) -> None:
    """An empty file where there is none, in a folder that is ours alone. Raises OSError."""
    if make_private(path.parent):
        with suppress(FileExistsError):
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))


def _is_ours(path: Path) -> bool:
    """Whether the file is there, ours alone, and may be opened.

    SQLite opens what has the names of its own files beside it, and would wait for a pipe there.
    """
    beside = (other for other in _beside(path) if os.path.lexists(other))
    return all(map(is_private, (path.parent, path, *beside)))


def _beside(path: Path) -> tuple[Path, ...]:
    """What SQLite has beside a file while it writes."""
    return tuple(path.with_name(f"{path.name}-{kind}") for kind in ("journal", "wal", "shm"))


def _remove(path: Path) -> None:
    """The file and what SQLite has beside it."""
    for name in (path, *_beside(path)):
        with suppress(OSError):
            name.unlink()
