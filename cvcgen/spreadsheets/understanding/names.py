"""The names that a site knows, however people write them: by id or name, in any language."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from cvcgen.core.exact import parse_decimal
from cvcgen.core.model import (
    Catalogue,
    Clientele,
    ClienteleId,
    Language,
    Level,
    Project,
    ProjectId,
    Rubric,
    Text,
    ValueId,
)
from cvcgen.core.spelling import MOST_WORK, Effort
from cvcgen.spreadsheets.cells import Cell
from cvcgen.spreadsheets.forms.form import points_text
from cvcgen.spreadsheets.words import fold

T = TypeVar("T")
_MOST_WORK = 6 * MOST_WORK
"""For a workbook, whose sheets may all have the same headings."""


@dataclass(frozen=True)
class Names:
    """Finds the records of a catalogue by what a cell says."""

    catalogue: Catalogue
    effort: Effort = field(default_factory=lambda: Effort(_MOST_WORK), compare=False)
    """How long is still looked for what unknown words were meant to be, of all sheets."""

    @cached_property
    def clienteles(self) -> Mapping[str, Clientele]:
        """Each clientele by its folded id and names."""
        known = self.catalogue.clienteles
        return _by_id_or_name((one, one.id, _wordings(one.name)) for one in known)

    @cached_property
    def projects(self) -> Mapping[str, Project]:
        """Each project by its folded title; an id is looked up as it is."""
        return _unique((one, _wordings(one.title)) for one in self.catalogue.projects)

    @cached_property
    def level_words(self) -> frozenset[str]:
        """How any level of any rubric may be headed, folded."""
        return frozenset(
            word for rubric in self.catalogue.rubrics for word in self._levels(rubric)
        )

    @cached_property
    def _values(self) -> Mapping[ClienteleId, Mapping[str, ValueId]]:
        names = {value.id: _wordings(value.name) for value in self.catalogue.values}
        return {
            clientele.id: _by_id_or_name(
                (entry.value, entry.value, names.get(entry.value, ()))
                for entry in clientele.pyramid
            )
            for clientele in self.catalogue.clienteles
        }

    @cached_property
    def value_words(self) -> frozenset[str]:
        """How any value of any clientele may be called, folded."""
        return frozenset(word for known in self._values.values() for word in known)

    @cached_property
    def _rubrics(self) -> Mapping[str, Mapping[str, Level]]:
        return {rubric.id: self._levels(rubric) for rubric in self.catalogue.rubrics}

    def clientele(self, text: str) -> Clientele | None:
        """The clientele of that id or name."""
        return self.clienteles.get(fold(text))

    def project(self, name: str) -> Project | None:
        """The project of that id."""
        return self.catalogue.project(ProjectId(name))

    def values(self, clientele: ClienteleId) -> Mapping[str, ValueId]:
        """The values of its pyramid by folded id and name; what is not unique is left out."""
        return self._values[clientele]

    def levels(self, clientele: Clientele) -> Mapping[str, Level]:
        """The levels of its rubric by folded points, name, and both."""
        return self._rubrics.get(clientele.rubric, {})

    def rubric(self, clientele: Clientele) -> Rubric:
        """The rubric of a clientele of a sound catalogue."""
        return next(one for one in self.catalogue.rubrics if one.id == clientele.rubric)

    def level(self, clientele: Clientele, cell: Cell) -> Level | None:
        """The level that a cell names by points or name; `3,0` as a text is 3."""
        found = self.levels(clientele).get(fold(cell.text))
        points = parse_decimal(cell.text.replace(",", ".", 1))
        if found is not None or points is None:
            return found
        return next(
            (one for one in self.rubric(clientele).levels if one.points == points), None
        )

    def level_headings(self, clientele: Clientele, language: Language) -> tuple[str, ...]:
        """Each level as a grid heads it, `3 Medium`, from the lowest.

        A name that is missing in that language is given in the site's default one.
        """
        wanted = (language, self.catalogue.site.default_language)
        return tuple(
            f"{points_text(level.points)} {level.name.in_first(wanted)}".strip()
            for level in self.rubric(clientele).levels
        )

    def _levels(self, rubric: Rubric) -> Mapping[str, Level]:
        return _unique(
            (
                level,
                (
                    points_text(level.points),
                    *_wordings(level.name),
                    *(f"{points_text(level.points)} {name}" for name in _wordings(level.name)),
                ),
            )
            for level in rubric.levels
        )


def is_called(level: Level, cell: Cell) -> bool:
    """Whether the cell says the level's points or name, as people may under its own heading."""
    return fold(cell.text) in map(fold, (points_text(level.points), *_wordings(level.name)))


def _wordings(text: Text) -> tuple[str, ...]:
    return tuple(words for _, words in text.translations)


def _by_id_or_name(
    records: Iterable[tuple[T, str, Iterable[str]]],
) -> Mapping[str, T]:
    """Each record by its folded id and names.

    A name that two records share names neither, and none hides the id of another record.
    """
    known = list(records)
    ids = {fold(own): record for record, own, _ in known}
    return {**_unique((record, names) for record, _, names in known), **ids}


def _unique(records: Iterable[tuple[T, Iterable[str]]]) -> Mapping[str, T]:
    """Each record by its folded names; a name that two records share names neither."""
    found: dict[str, T] = {}
    shared: set[str] = set()
    for record, words in records:
        for word in dict.fromkeys(map(fold, words)):
            shared |= {word} if word in found else set()
            found[word] = record
    return {word: record for word, record in found.items() if word not in shared}
