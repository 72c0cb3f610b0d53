"""What a build did to a folder, as a value."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # who did nothing needs no seals
    from cvcgen.publish.artifacts import Seal


@dataclass(frozen=True, slots=True)
class Written:
    """What a build did to the folder, in files; the manifest is not counted."""

    written: int
    """New ones, and ones with other content than before."""
    unchanged: int
    """Ones that were there with the same content; they keep their times."""
    removed: int
    """Ones that the last build wrote and this one does not have."""
    digests: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)
    """SHA-256 of every file of the site, hexadecimal, by path."""
    seals: "Mapping[str, Seal]" = field(default_factory=dict, compare=False, repr=False)
    """How every file lies now, by path."""
    manifest: "Seal | None" = field(default=None, compare=False, repr=False)
    """How the manifest lies that names them."""
