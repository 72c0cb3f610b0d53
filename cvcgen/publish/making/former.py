"""The site that is there already: which of its files are as they have to be."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cvcgen.publish.artifacts import Kept
from cvcgen.publish.making.record import Record, RecordedFile
from cvcgen.publish.output import is_exact, read_regular, seal_of
from cvcgen.publish.reading import ANYTHING
from cvcgen.publish.slots import Filled, refill

if TYPE_CHECKING:  # where nothing has changed, what pages are made of is not loaded
    from cvcgen.publish.making.sources import Sources


@dataclass(frozen=True, slots=True)
class Former:
    """The last build's files that nobody has touched, and what they were made from."""

    folder: Path
    """Where they lie."""
    record: Record
    """What the last build kept."""
    untouched: frozenset[str]
    """The paths of its files that are still as it left them."""

    def compare(self, sources: "Sources") -> "Fresh":
        """What holds the same as it did then, and what does not."""
        return Fresh(self.record, sources)

    def keep(self, paths: Iterable[str], fresh: "Fresh") -> Mapping[str, Kept]:
        """Those of the files that would be made the very same: all they read is fresh."""
        kept = {}
        for path in paths:
            file = self.record.files.get(path)
            if file and path in self.untouched and all(map(fresh.__getitem__, file.reads)):
                kept[path] = Kept(path, file.digest, file.seal)
        return kept

    def refill(self, path: str, slots: Mapping[str, bytes]) -> Filled | None:
        """The file with that in its slots; None where what lies there is of no use."""
        file = self.record.files[path]
        content = _read(f"{self.folder}/{path}", file)
        if content is None:
            return None
        try:
            return refill(content, file.at, self.record.slots, slots)
        except KeyError:  # of slots that were not there
            return None

    def is_filled(self, path: str, slots: Mapping[str, bytes]) -> bool:
        """Whether the file has that in its slots already."""
        former, at = self.record.slots, self.record.files[path].at
        return all(former.get(name) == slots.get(name) for _, name in at)


class Fresh(dict[str, bool]):
    """Of each name, whether what it names holds the same as it did then; found when asked."""

    def __init__(self, record: Record, sources: "Sources") -> None:
        super().__init__()
        self._record = record
        self._sources = sources

    def __missing__(self, name: str) -> bool:
        held = self._record.sources.get(name)
        same = self[name] = held is not None and name != ANYTHING and self._is_same(name, held)
        return same

    def recall(self, name: str) -> tuple[str, frozenset[str] | None]:
        """What it held then, and where it is a fact, what that was found from."""
        return self._record.sources[name], self._record.facts.get(name)

    def _is_same(self, name: str, held: str) -> bool:
        """Whether it still holds that.

        What a fact was found from need not be read where it is fresh.
        """
        found_from = self._record.facts.get(name)
        if found_from is not None and all(self[one] for one in found_from):
            return True
        return self._sources.holds(name) == held


def open_former(record: Record | None, folder: Path, surroundings: str) -> Former | None:
    """What of the site in that folder may stay, or None where all must be made.

    `surroundings` is what all files of this build are made from.
    """
    if record is None or record.surroundings != surroundings:
        return None
    files = record.files.items()
    untouched = (path for path, file in files if _is_untouched(f"{folder}/{path}", file))
    return Former(folder, record, frozenset(untouched))


def _is_untouched(path: str, file: RecordedFile) -> bool:
    """Whether the file lies as it was left; its content tells where its time is too coarse."""
    if seal_of(path) != file.seal:
        return False
    return is_exact(file.seal.modified) or _read(path, file) is not None


def _read(path: str, file: RecordedFile) -> bytes | None:
    """The content that the file had then; None where it has another one."""
    content = read_regular(path, file.seal.size)
    if content is None or hashlib.sha256(content).hexdigest() != file.digest:
        return None
    return content
