"""What tells this very tool from any other: what it kept is of no use to another.

A version number would not do: people edit the code, the templates and the catalogues of words
of a checkout, and install other versions of the packages it stands on.
"""

import os
import sys
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

from cvcgen import __version__
from cvcgen.assets import schemas_dir, templates_dir

_PACKAGE = Path(__file__).parent.parent
_COMPILED = "__pycache__"
_INSTALLED = ("site-packages", "dist-packages")


def tool_fingerprint() -> bytes:
    """Another one whenever code, schemas, templates, words, Python or packages are others.

    Told from names, sizes and times of change, which is a hundredth of reading the files.
    Installing a package changes the time of the folder that it lies in.
    """
    seen = blake2b(digest_size=16)
    seen.update(f"{__version__}\0{sys.version}\0{sys.byteorder}".encode())
    for folder in (_PACKAGE, schemas_dir(), templates_dir()):
        for line in sorted(_files(folder)):
            seen.update(f"\0{line}".encode("utf-8", "surrogateescape"))
    for path in sys.path:
        if path.endswith(_INSTALLED):
            seen.update(f"\0{path} {_changed(path)}".encode("utf-8", "surrogateescape"))
    return seen.digest()


def _files(folder: Path) -> Iterator[str]:
    """Each file with its size and time of change, inside the folder."""
    waiting = [str(folder)]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in entries:
                if entry.is_dir():
                    waiting.extend([entry.path] if entry.name != _COMPILED else [])
                else:
                    found = entry.stat()
                    yield f"{entry.path} {found.st_size} {found.st_mtime_ns}"


def _changed(folder: str) -> int:
    try:
        return Path(folder).stat().st_mtime_ns
    except OSError:
        return 0
