"""Files to be, each with what makes it, and files made."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from cvcgen.publish.making.names import shorten
from cvcgen.publish.slots import Filled, fill
from cvcgen.publish.views.context import SiteIndex


@dataclass(frozen=True, slots=True)
class Piece:
    """One file of the site that is to be."""

    path: str
    """Where it will lie inside the site's folder, with `/`."""
    draft: Callable[[SiteIndex], bytes]
    """Its content but for its slots; what may differ from build to build is in the index."""
    slots: Mapping[str, bytes] = field(default_factory=dict)
    """What belongs into its slots; none where it has none."""

    def make(self, index: SiteIndex) -> bytes:
        """Its content."""
        return self.fill(self.draft(index)).content

    def fill(self, draft: bytes) -> Filled:
        """The draft with its slots filled."""
        return fill(draft, self.slots) if self.slots else Filled(draft, ())


@dataclass(frozen=True, slots=True)
class Made:
    """One file of the site, made but for its slots."""

    path: str
    """Where it will lie inside the site's folder, with `/`."""
    draft: bytes
    """The whole file, its slots not filled yet."""
    reads: frozenset[str]
    """What was read to make it, see `noted`; many parts told as one, see `names`."""


def make(piece: Piece, index: SiteIndex) -> Made:
    """The piece's file."""
    index.reading.begin()
    try:
        draft = piece.draft(index)
    finally:
        reads = index.reading.end()
    return Made(piece.path, draft, shorten(reads))
