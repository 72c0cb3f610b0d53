"""What publishing hands over: files as values, and what is said of the ones to download.

Everything is an `Artifact` before the disk is touched; writing them is for `output`.
"""

import hashlib
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import NamedTuple

from cvcgen.core.diagnostics import Message
from cvcgen.core.model import ClienteleId, Language, ProjectId

_VERSION_DIGITS = 8


@dataclass(frozen=True, slots=True)
class Artifact:
    """One file of the site."""

    path: PurePosixPath
    """Where it lies, inside the site's folder."""
    content: bytes
    """The whole file."""

    @property
    def version(self) -> str:
        """Hexadecimal digits of the content, for links that change with it."""
        return hashlib.sha256(self.content).hexdigest()[:_VERSION_DIGITS]


class Seal(NamedTuple):
    """How a file lay on the disk: as long as it does so, nobody has changed it.

    But for a time of whole seconds, see `output.rest`: then its content has to tell.
    """

    size: int
    """In bytes."""
    modified: int
    """When it was last changed, in nanoseconds."""
    number: int
    """The file system's own number of it."""


@dataclass(frozen=True, slots=True)
class Kept:
    """One file of the site that lies in its folder already."""

    path: str
    """Where it lies, inside the site's folder, with `/`."""
    digest: str
    """SHA-256 of its content, hexadecimal."""
    seal: Seal
    """How it was found."""


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
    about: Message | None = None
    """What it holds, in a sentence, or None where the title says it all."""
    schema: PurePosixPath | None = None
    """Where its JSON Schema lies, inside the site's folder; None for other formats."""
