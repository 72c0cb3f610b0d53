"""Which content is meant: its state, and the family of a record.

Apart from the records of `model`, because reading files and finding that none has changed
needs no record, and takes less time than loading what records are made of.
"""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """The four families of records; the value is the folder's name under `content/`."""

    RUBRIC = "rubrics"
    VALUE = "values"
    CLIENTELE = "clienteles"
    PROJECT = "projects"


@dataclass(frozen=True, slots=True)
class Origin:
    """Which state of the content this is."""

    label: str
    """What people call it: a folder's name, a branch, a tag."""
    revision: str | None = None
    """The commit's full id, or None for a folder with changes or without git."""
    committed_at: str | None = None
    """The commit's own date, ISO 8601, or None."""
    ancestor_of: tuple[str, ...] = ()
    """The names of the two whose common ancestor it is; none where it was named itself."""

    @property
    def day(self) -> str:
        """The day of the commit, `YYYY-MM-DD`; empty where it is not known."""
        return (self.committed_at or "")[:10]
