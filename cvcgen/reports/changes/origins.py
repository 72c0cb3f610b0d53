"""Where a change stands and who made it: places in files, commits, the states compared."""

from collections.abc import Mapping
from dataclasses import dataclass

from cvcgen.core.changes.files import ChangedFile, Touch
from cvcgen.core.diagnostics import Location, message
from cvcgen.core.model import Origin
from cvcgen.reports.reader import Reader

SHOWN_ID = 10
"""How many characters of a commit's id are shown."""
_LONGEST_AUTHOR = 60
_WORKING_TREE = message("working tree")
"""A folder as it stands; `Origin.label` has these words in English."""


@dataclass(frozen=True, slots=True)
class Trace:
    """Where to look for a change."""

    where: str
    """`path:line`; empty where the change stands nowhere by itself."""
    by: str
    """The author and the commit; empty where that is not known."""


NOWHERE = Trace("", "")


class Tracer:
    """Tells who is behind the changes of each file."""

    def __init__(self, files: tuple[ChangedFile, ...], reader: Reader) -> None:
        self._files: Mapping[str, ChangedFile] = {file.path: file for file in files}
        self._reader = reader

    def trace(self, place: Location, key: str = "") -> Trace:
        """The place, and who made the change there, of that key where one is named.

        Where that is not known, the commits that touched its file.
        """
        if not place.path:
            return NOWHERE
        file = self._files.get(place.path)
        pointer = f"{place.pointer}/{key}" if key else place.pointer
        by = ""
        if file is not None and pointer in file.makers:
            maker = file.makers[pointer]
            by = named_commit(maker) if maker else self._uncommitted()
        elif file is not None:
            by = self._by(file)
        return Trace(f"{place.path}:{place.line}", by)

    def _uncommitted(self) -> str:
        return self._reader.phrases.one("not committed")

    def _by(self, file: ChangedFile) -> str:
        said = [self._uncommitted()] if file.uncommitted else []
        if file.touches:
            said.append(named_commit(file.touches[0]))
        if len(file.touches) > 1:
            more = len(file.touches) - 1
            others = self._reader.phrases.many(
                "and {count} more commit", "and {count} more commits", more
            )
            said.append(others.format(count=more))
        return ", ".join(said)


def named_commit(touch: Touch) -> str:
    """The author, the short id and the day: «Ada, 4f2a9c1d20, 2026-10-31»."""
    known = (touch.author[:_LONGEST_AUTHOR], touch.commit[:SHOWN_ID], touch.date[:10])
    return ", ".join(part for part in known if part)


def named_origin(origin: Origin, reader: Reader) -> str:
    """The state as people call it, with its commit: «main (4f2a9c1d20)»."""
    if origin.revision is None:
        label = origin.label
        return reader.say(_WORKING_TREE) if label == _WORKING_TREE.template else label
    short = origin.revision[:SHOWN_ID]
    named = not origin.revision.startswith(origin.label)
    return f"{origin.label} ({short})" if named else short
