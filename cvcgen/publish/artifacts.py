"""What publishing hands over: files as values, and what is said of the ones to download.

Everything is an `Artifact` before the disk is touched; writing them is for `output`.
"""

from dataclasses import dataclass
from pathlib import PurePosixPath

from cvcgen.core.diagnostics import Message
from cvcgen.core.model import ClienteleId, Language, ProjectId


@dataclass(frozen=True, slots=True)
class Artifact:
    """One file of the site."""

    path: PurePosixPath
    """Where it lies, inside the site's folder."""
    content: bytes
    """The whole file."""


@dataclass(frozen=True, slots=True)
class Download:
    """What the pages say of a data file that lies beside them."""

    path: PurePosixPath
    """Where it lies, inside the site's folder."""
    title: Message
    """What is in it, in a few words."""
    media_type: str
    """Such as `text/csv`."""
    size: int
    """In bytes."""
    rows: int | None = None
    """How many records it has, where that can be counted."""
    clientele: ClienteleId | None = None
    """The clientele it is about, or None."""
    project: ProjectId | None = None
    """The project it is about, or None."""
    language: Language | None = None
    """The language of its headings, or None where it serves all languages."""
