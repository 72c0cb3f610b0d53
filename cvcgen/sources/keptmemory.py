"""A memory of files that outlives the run: what was made of them is in the user's cache.

Only what is faultless is kept; a file with faults is read again each time, since few have any.
"""

from collections.abc import Sequence
from hashlib import blake2b

from cvcgen.core.model import Language
from cvcgen.sources.memory import KnownRecord, Memory
from cvcgen.sources.placement import Placed
from cvcgen.sources.recordtext import read_text, write_text
from cvcgen.store import Store

_DIGEST_BYTES = 24


class KeptMemory(Memory):
    """What was made of each file, in this run and in former ones."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self._kept: dict[bytes, bytes] = {}

    def records(
        self,
        placed: Sequence[Placed],
        contents: Sequence[bytes | None],
        languages: tuple[Language, ...],
    ) -> tuple[KnownRecord, ...]:
        """What files at these places say, one for one; no content is an unreadable file."""
        wanted = [
            _key(place, content, languages)
            for place, content in zip(placed, contents, strict=True)
            if content is not None
        ]
        self._kept = self._store.get_many(wanted)
        found = super().records(placed, contents, languages)
        self._kept = {}
        return found

    def _read(
        self, placed: Placed, content: bytes | None, languages: tuple[Language, ...]
    ) -> KnownRecord:
        if content is None or placed.is_duplicate:
            return super()._read(placed, content, languages)
        key = _key(placed, content, languages)
        known = self._recall(placed, content, self._kept.get(key))
        if known is None:
            known = super()._read(placed, content, languages)
            is_sound = not (known.faults or known.text_faults)
            is_plain = known.text is not None and known.text.encode() == content
            if known.record is not None and is_sound and is_plain:
                self._store.put(key, write_text(placed.kind, known.record))
        return known

    @staticmethod
    def _recall(placed: Placed, content: bytes, kept: bytes | None) -> KnownRecord | None:
        """What the file says, by what was kept of it; None where that is nothing."""
        path = str(placed.path)
        record = None if kept is None else read_text(placed.kind, kept, path)
        if record is None or record.id != placed.id:
            return None
        return KnownRecord(
            path=path,
            kind=placed.kind,
            id=placed.id,
            record=record,
            readable=True,
            faults=(),
            text_faults=(),
            text=content.decode(),
        )


def _key(placed: Placed, content: bytes | None, languages: tuple[Language, ...]) -> bytes:
    """What a record is made from: the file's place and bytes, and the site's languages."""
    found = blake2b(digest_size=_DIGEST_BYTES)
    for part in (placed.path, placed.kind, placed.id, *languages):
        found.update(f"{part}\0".encode("utf-8", "surrogateescape"))
    found.update(b"\0")
    found.update(content or b"")
    return found.digest()
