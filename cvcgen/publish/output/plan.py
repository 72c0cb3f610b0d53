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
        _claim(path, self._spelled)
        self._digests[path] = digest

    def manifest(self) -> bytes:
        """The manifest that names them all."""
        return render_manifest(self._digests)


def folders_above(path: str) -> tuple[str, ...]:
    """The folders that a file needs, outermost first.

    >>> folders_above("fr/projets/a.html")
    ('fr', 'fr/projets')
    """
    return _with_above(path.rpartition("/")[0])


@lru_cache(maxsize=1024)
def _with_above(folder: str) -> tuple[str, ...]:
    return (*folders_above(folder), folder) if folder else ()


def _claim(path: str, spelled: dict[str, str]) -> None:
    """Enters the file and its folders in `spelled`, by what systems may confuse."""
    for folder in folders_above(path):
        holder = spelled.setdefault(fold(folder), f"{folder}/")
        if holder != f"{folder}/":
            raise OutputError(Problem.COLLISION, Path(path), holder)
    if fold(path) in spelled:
        raise OutputError(Problem.COLLISION, Path(path), spelled[fold(path)])
    spelled[fold(path)] = path
