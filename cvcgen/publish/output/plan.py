"""What is to be in the folder, complete and judged before the disk is touched."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from cvcgen.publish.artifacts import Artifact
from cvcgen.publish.output.manifest import render_manifest
from cvcgen.publish.output.names import fold, is_portable
from cvcgen.publish.output.problems import OutputError, Problem


@dataclass(frozen=True, slots=True)
class Plan:
    """All files of the new site."""

    files: Mapping[str, bytes]
    """By path with `/`, sorted."""
    manifest: bytes
    """The manifest that will name them."""


def make_plan(artifacts: Iterable[Artifact]) -> Plan:
    """The plan of the artifacts, every one of them made by now.

    Raises `OutputError` for a path that leaves the folder, that some system refuses or that
    some system takes for another's.
    """
    listed = sorted((str(artifact.path), artifact.content) for artifact in artifacts)
    spelled: dict[str, str] = {}
    for path, _ in listed:
        if not is_portable(path):
            raise OutputError(Problem.BAD_PATH, Path(path))
        _claim(path, spelled)
    files = dict(listed)
    return Plan(files, render_manifest(files))


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
