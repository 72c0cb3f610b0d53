"""Compiled templates, kept where Python keeps the modules that it has compiled.

Compiling all templates takes half as long as making the pages of a thousand projects. So the
code is kept in the package's `__pycache__`, under the same terms as Python's: not where that
folder cannot be written, not under `PYTHONDONTWRITEBYTECODE`, elsewhere under
`PYTHONPYCACHEPREFIX`. A name says what the code was compiled by, a digest that it is whole;
whether it is of the same text is for Jinja to say.
"""

import os
import sys
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from importlib.util import cache_from_source
from pathlib import Path

_DIGITS = 12
_DIGEST_BYTES = 32


@dataclass(frozen=True, slots=True)
class CodeFolder:
    """Where compiled templates lie."""

    folder: Path
    """Python's own folder for this package."""
    compiler: str
    """Hexadecimal digits that are others with another compiler, or other options of it."""

    def read(self, name: str) -> bytes | None:
        """The code of that name, or None where there is none that is whole."""
        try:
            kept = self._path(name).read_bytes()
        except OSError:
            return None
        digest, code = kept[:_DIGEST_BYTES], kept[_DIGEST_BYTES:]
        return code if sha256(code).digest() == digest else None

    def write(self, name: str, code: bytes) -> None:
        """Keeps the code where that is possible: whole, or not at all."""
        if sys.dont_write_bytecode:
            return
        beside = self.folder / f"{name}.{os.getpid()}.tmp"
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            try:
                beside.write_bytes(sha256(code).digest() + code)
                beside.replace(self._path(name))
            finally:
                beside.unlink(missing_ok=True)

    def _path(self, name: str) -> Path:
        return self.folder / f"{name}.{self.compiler}.template"


def open_code_folder(compiler: str) -> CodeFolder | None:
    """The folder for what that compiler makes; None where Python keeps no compiled modules."""
    try:
        beside = cache_from_source(__file__)
    except NotImplementedError:
        return None
    digest = sha256(f"{sys.version} {compiler}".encode()).hexdigest()
    return CodeFolder(Path(beside).parent, digest[:_DIGITS])
