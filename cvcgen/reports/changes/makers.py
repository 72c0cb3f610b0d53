"""Who made a change, for programs: the commit and its author."""

from collections.abc import Iterable, Mapping

from cvcgen.core.changes.files import ChangedFile, Touch
from cvcgen.core.diagnostics import Location
from cvcgen.reports.media.json import Json


class Makers:
    """Tells who made each change in these files."""

    def __init__(self, files: Iterable[ChangedFile]) -> None:
        self._files: Mapping[str, ChangedFile] = {file.path: file for file in files}

    def of(self, place: Location, key: str = "") -> Json:
        """Who made the change at that place, of that key where one is named.

        None where that is not known; a commit of None where the working tree alone has it.
        """
        file = self._files.get(place.path)
        if file is None:
            return None
        pointer = f"{place.pointer}/{key}" if key else place.pointer
        if pointer in file.makers:
            return _describe(file.makers[pointer])
        if file.is_shared or not (file.touches or file.uncommitted):
            return None
        return _describe(file.touches[0] if file.touches else None)


def _describe(touch: Touch | None) -> Json:
    if touch is None:
        return {"commit": None, "author": None}
    return {"commit": touch.commit, "author": touch.author}
