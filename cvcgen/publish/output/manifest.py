"""The manifest: which files of the folder cvcgen wrote, and so may replace and remove."""

import json
import os
import re
import stat
from collections.abc import Mapping
from pathlib import Path

from cvcgen.core.diagnostics import message
from cvcgen.publish.output.names import is_portable
from cvcgen.publish.output.problems import OutputError, Problem

MANIFEST = ".cvcgen-manifest.json"
"""Its name, at the top of the folder."""
_MAX_BYTES = 64 * 1024 * 1024
_DIGEST = re.compile(r"[0-9a-f]{64}")
_quote = json.JSONEncoder(ensure_ascii=False).encode
"""A text in JSON; made once, since there are thousands."""


def render_manifest(digests: Mapping[str, str]) -> bytes:
    """The manifest of the files: path to SHA-256, one a line, sorted by path."""
    lines = [f'  {_quote(path)}: "{digests[path]}"' for path in sorted(digests)]
    body = ",\n".join(lines)
    return f'{{\n "schema_version": "1.0",\n "files": {{\n{body}\n }}\n}}\n'.encode()


def read_manifest(folder: Path) -> frozenset[str] | None:
    """The paths that the folder's manifest names, or None where there is no manifest.

    Raises `OutputError` where it is damaged or names a path that cvcgen would never write:
    nothing is removed on the word of such a file.
    """
    path = folder / MANIFEST
    if not os.path.lexists(path):
        return None
    content = read_regular(path, _MAX_BYTES)
    if content is None:
        raise OutputError(Problem.MANIFEST, path, message("not a plain file"))
    try:
        found = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise OutputError(Problem.MANIFEST, path, message("not JSON")) from error
    files = found.get("files") if isinstance(found, dict) else None
    if not isinstance(files, dict):
        raise OutputError(Problem.MANIFEST, path, message("no list of files"))
    for name, digest in files.items():
        if (
            not is_portable(name)
            or not isinstance(digest, str)
            or not _DIGEST.fullmatch(digest)
        ):
            raise OutputError(Problem.MANIFEST, path, f"«{name}»")
    return frozenset(files)


def read_regular(path: Path | str, limit: int) -> bytes | None:
    """The content of a plain file of at most that many bytes, else None.

    Follows no link and waits for no pipe; what cannot be read counts as no plain file.
    """
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        handle = os.open(path, flags | getattr(os, "O_BINARY", 0))
    except OSError:
        return None
    try:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode) or status.st_size > limit:
            return None
        content = os.read(handle, status.st_size + 1)
        while len(content) < status.st_size:  # some file systems hand over a part
            more = os.read(handle, status.st_size + 1 - len(content))
            if not more:
                break
            content += more
        return content
    finally:
        os.close(handle)
