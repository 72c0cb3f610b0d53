"""What a database of entries raises; whoever opens one need not have loaded SQLite."""

from dataclasses import dataclass


@dataclass(eq=False)
class Fault(Exception):
    """The entries cannot be read or written."""

    spoilt: bool
    """Whether the file itself is at fault, not the moment: it should be begun anew."""
