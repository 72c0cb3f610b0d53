"""What is to be in the folder: which paths, each judged, and a digest of each file."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from cvcgen.publish.output.manifest import render_manifest
from cvcgen.publish.output.names import fold, is_portable
from cvcgen.publish.output.problems import OutputError, Problem


class Plan:
    """All files of the new site, as far as they are known."""

    def __init__(self) -> None:
        self._digests: dict[str, str] = {}
        self._spelled: dict[str, str] = {}
        self._folders: set[str] = set()

    @property
    def digests(self) -> Mapping[str, str]:
        """SHA-256 of every file, hexadecimal, by path with `/`."""
        return MappingProxyType(self._digests)

    def add(self, path: str, digest: str) -> None:
        """Enters a file.

        Raises `OutputError` for a path that leaves the folder, that some system refuses or
        that some system takes for another's.
        """
        if not is_portable(path):
            raise OutputError(Problem.BAD_PATH, Path(path))
        self._claim(path)
        self._digests[path] = digest

    def manifest(self) -> bytes:
        """The manifest that names them all."""
        return render_manifest(self._digests)

    def _claim(self, path: str) -> None:
        """Enters the file and its folders, by what systems may confuse."""
        folder, folded = path.rpartition("/")[0], fold(path)
        if folder not in self._folders:
            self._claim_folders(path)
            self._folders.add(folder)
        if folded in self._spelled:
            raise OutputError(Problem.COLLISION, Path(path), self._spelled[folded])
        self._spelled[folded] = path

    def _claim_folders(self, path: str) -> None:
        for folder in folders_above(path):
            holder = self._spelled.setdefault(fold(folder), f"{folder}/")
            if holder != f"{folder}/":
                raise OutputError(Problem.COLLISION, Path(path), holder)


def folders_above(path: str) -> tuple[str, ...]:
    """The folders that a file needs, outermost first.

    >>> folders_above("fr/projets/a.html")
    ('fr', 'fr/projets')
    """
    return _with_above(path.rpartition("/")[0])


@lru_cache(maxsize=1024)
def _with_above(folder: str) -> tuple[str, ...]:
    return (*folders_above(folder), folder) if folder else ()
