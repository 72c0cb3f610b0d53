"""Snapshots of little sites, made of texts: a complete site with what a test changes in it."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path, PurePosixPath

from cvcgen.core.model import Origin
from cvcgen.sources.snapshot import Refusal, Snapshot

SITES = Path(__file__).parent / "sites"
BASE = SITES / "base"
"""A complete site without a fault, which cases and tests lay their own files over."""

Content = Mapping[str, str | bytes | None]
"""Files by path inside the site; None takes one away."""


def snapshot(files: Content, refused: Mapping[str, Refusal] | None = None) -> Snapshot:
    """A snapshot of exactly these files."""
    read = {
        PurePosixPath(path): content.encode("utf-8") if isinstance(content, str) else content
        for path, content in sorted(files.items())
        if content is not None
    }
    unread = {PurePosixPath(path): why for path, why in sorted((refused or {}).items())}
    return Snapshot(Origin("test"), read, unread)


def base_with(changes: Content, refused: Mapping[str, Refusal] | None = None) -> Snapshot:
    """The base site with these files instead of its own, or beside them."""
    return snapshot({**files_in(BASE), **changes}, refused)


@cache
def files_in(folder: Path) -> Mapping[str, bytes]:
    """The files of a site that lies in a folder, by path inside it."""
    settings = folder / "cvcgen.yaml"
    found = [*folder.glob("content/**/*"), *([settings] if settings.exists() else [])]
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(found)
        if path.is_file()
    }


def files_below(folder: Path) -> dict[str, bytes]:
    """Every file of a folder and its folders, by path inside it."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
