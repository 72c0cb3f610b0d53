"""What tells this very tool from any other: what it kept is of no use to another.

A version number would not do: people edit the code, the templates and the catalogues of words
of a checkout, and install other versions of the packages it stands on.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path

from cvcgen import __version__
from cvcgen.assets import schemas_dir, templates_dir

_PACKAGE = Path(__file__).parent.parent
_COMPILED = "__pycache__"
_INSTALLED = ("site-packages", "dist-packages")
_PACKAGES = (
    *("babel", "jinja2", "jsonschema", "markdown", "markupsafe", "nh3", "referencing"),
    *("xlsxwriter", "yaml"),
)
"""What makes anything that is kept; people install it in folders of other names, too."""


def tool_fingerprint() -> bytes:
    """Another one whenever code, schemas, templates, words, Python or packages are others.

    Told from names, sizes and times, which is a hundredth of reading the files.
    Installing a package changes the time of the folder that it lies in, and its first file.
    """
    seen = blake2b(digest_size=16)
    seen.update(f"{__version__}\0{sys.version}\0{sys.byteorder}".encode())
    for folder in (_PACKAGE, schemas_dir(), templates_dir()):
        for line in sorted(_files(folder)):
            seen.update(f"\0{line}".encode("utf-8", "surrogateescape"))
    installed = [f"{path} {_changed(path)}" for path in sys.path if path.endswith(_INSTALLED)]
    for line in (*installed, *map(_first_file, _PACKAGES)):
        seen.update(f"\0{line}".encode("utf-8", "surrogateescape"))
    return seen.digest()


def _files(folder: Path) -> Iterator[str]:
    """Each file with its size and times, inside the folder.

    But for what is gone before it was looked at, and links to nothing: editors lock files so.
    """
    waiting = [str(folder)]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in entries:
                if entry.is_dir():
                    waiting.extend([entry.path] if entry.name != _COMPILED else [])
                else:
                    with suppress(FileNotFoundError):
                        yield f"{entry.path} {_describe(entry.stat())}"


def _first_file(package: str) -> str:
    """Where the package starts, and how that file lies; nothing where there is none."""
    found = find_spec(package)
    first = (found.origin if found else None) or ""
    try:
        return f"{first} {_describe(Path(first).stat())}"
    except OSError:  # in an archive, or installed by halves
        return first


def _describe(status: os.stat_result) -> str:
    """What an edit changes: who copies a file with its time of change changes the other one."""
    return f"{status.st_size} {status.st_mtime_ns} {status.st_ctime_ns}"


def _changed(folder: str) -> int:
    try:
        return Path(folder).stat().st_mtime_ns
    except OSError:
        return 0
