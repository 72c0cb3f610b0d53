"""Where a change stands and who made it: places in files, commits, the states compared."""

from collections.abc import Mapping
from dataclasses import dataclass

from cvcgen.core.changes.files import ChangedFile, Touch
from cvcgen.core.changes.labels import say_origin
from cvcgen.core.diagnostics import Location
from cvcgen.core.model import Origin
from cvcgen.reports.reader import Reader

SHOWN_ID = 10
"""How many characters of a commit's id are shown."""
_LONGEST_AUTHOR = 60


@dataclass(frozen=True, slots=True)
class Trace:
    """Where to look for a change."""

    where: str
    """`path:line`; empty where the change stands nowhere by itself."""
    by: str
    """The author and the commit; empty where that is not known."""


@dataclass(frozen=True, slots=True)
class Maker:
    """Who made a change; both are None where the working tree alone has it."""

    commit: str | None
    """The id, in full."""
    author: str | None
    """The name, possibly empty."""


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
        return Trace(f"{place.path}:{place.line}", self._say(*self._behind(place, key)))

    def maker(self, place: Location, key: str = "") -> Maker | None:
        """Who made the change there, of that key where one is named; None if not known."""
        touches, uncommitted = self._behind(place, key)
        if len(touches) + uncommitted != 1:
            return None
        return Maker(touches[0].commit, touches[0].author) if touches else Maker(None, None)

    def _behind(self, place: Location, key: str) -> tuple[tuple[Touch, ...], bool]:
        file = self._files.get(place.path)
        pointer = f"{place.pointer}/{key}" if key else place.pointer
        return ((), False) if file is None else file.behind(pointer)

    def _say(self, touches: tuple[Touch, ...], uncommitted: bool) -> str:
        said = [self._reader.phrases.one("not committed")] if uncommitted else []
        if touches:
            said.append(named_commit(touches[0]))
        if len(touches) > 1:
            more = len(touches) - 1
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
    ours = say_origin(origin)
    name = reader.say(ours) if ours else origin.label
    if origin.revision is None:
        return name
    short = origin.revision[:SHOWN_ID]
    return short if origin.revision.startswith(name) else f"{name} ({short})"
