"""Mappings that note what is taken out of them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from cvcgen.core.model import ClienteleId, ProjectId
from cvcgen.core.ranking import Place
from cvcgen.publish.artifacts import Download
from cvcgen.publish.making.notedrecords import NotedPlace
from cvcgen.publish.reading import Reading
from cvcgen.publish.views.context import SiteIndex

About = tuple[ClienteleId | None, ProjectId | None]
"""What a data file is about."""
_Key = TypeVar("_Key")
_Value = TypeVar("_Value")


def round_size(size: int) -> int:
    """A size in bytes that is shown as this one is, see `Voice.size`.

    Ten bytes more are another file, and hardly ever another page.
    """
    step = 1 if size < 1000 else 100 if size < 9_950 else 1000 if size < 999_500 else 100_000
    return (size + step // 2) // step * step


class Noted(Mapping[_Key, _Value]):
    """A mapping that notes each key that is asked for, found or not."""

    def __init__(
        self,
        inside: Mapping[_Key, _Value],
        name: Callable[[_Key], str],
        note_whole: Callable[[], None],
        note: Callable[[str], None],
    ) -> None:
        self._inside = inside
        self._name = name
        self._note_whole = note_whole
        self._note = note

    def __getitem__(self, key: _Key) -> _Value:
        self._note(self._name(key))
        return self._inside[key]

    def __contains__(self, key: object) -> bool:
        self._note(self._name(key))  # type: ignore[arg-type]
        return key in self._inside

    def get(self, key: _Key, default: Any = None) -> Any:
        """The value, or the default; either way the key is noted."""
        self._note(self._name(key))
        return self._inside.get(key, default)

    def __iter__(self) -> Iterator[_Key]:
        self._note_whole()
        return iter(self._inside)

    def __len__(self) -> int:
        self._note_whole()
        return len(self._inside)


class NotedRecords(Noted[_Key, _Value]):
    """Records that note themselves what is read of them: to find one reads nothing yet."""

    def __getitem__(self, key: _Key) -> _Value:
        return self._inside[key]


class NotedFiles(Noted[About, tuple[Download, ...]]):
    """Data files whose sizes are known as far as pages show them."""

    def __getitem__(self, key: About) -> tuple[Download, ...]:
        return tuple(map(_with_round_size, super().__getitem__(key)))

    def get(self, key: About, default: Any = None) -> Any:
        """The files, or the default; either way the key is noted."""
        found = super().get(key)
        return default if found is None else tuple(map(_with_round_size, found))


def _with_round_size(file: Download) -> Download:
    return replace(file, size=round_size(file.size))


class NotedPlaces(Mapping[tuple[ProjectId, ClienteleId], Place]):
    """The places that note themselves what is read of them, each made when it is asked for."""

    def __init__(self, index: SiteIndex, reading: Reading) -> None:
        self._places = index.places
        self._made: dict[tuple[ProjectId, ClienteleId], Place] = {}
        self._reading = reading

    def __getitem__(self, key: tuple[ProjectId, ClienteleId]) -> Place:
        found = self._made.get(key)
        if found is None:
            found = self._made[key] = NotedPlace(self._places[key], self._reading)
        return found

    def __contains__(self, key: object) -> bool:
        return key in self._places

    def __iter__(self) -> Iterator[tuple[ProjectId, ClienteleId]]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)
