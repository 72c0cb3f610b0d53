"""The templates and assets that a site has of its own, read once.

What pages are made by is then what the next build compares: read anew for each use, a file
that somebody saves in the meantime would pass for what was there before.
"""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class OwnTemplates:
    """A folder of templates, as it was."""

    folder: Path
    """Where it lay, for who looks for a fault."""
    files: Mapping[str, bytes]
    """By path inside the folder, with `/`, in a fixed order."""


def read_own_templates(folder: Path) -> OwnTemplates:
    """Every file in the folder, also where links lead. Raises `OSError`.

    What is gone again before it is read was never there.
    """
    files: dict[str, bytes] = {}
    for path in _list_files(folder, frozenset()):
        with suppress(FileNotFoundError):
            files[path.relative_to(folder).as_posix()] = path.read_bytes()
    return OwnTemplates(folder, files)


def _list_files(folder: Path, above: frozenset[tuple[int, int]]) -> Iterator[Path]:
    """The plain files; `above` has the folders on the way here, where links may lead back."""
    status = folder.stat()
    here = status.st_dev, status.st_ino
    if here in above:
        return
    for path in sorted(folder.iterdir()):
        if path.is_dir():
            yield from _list_files(path, above | {here})
        elif path.is_file():
            yield path
