"""What a report on a change is about, drawn together, and names for all that is in it."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from cvcgen.core.changes import Comparison, RecordEvent, RecordKey
from cvcgen.core.changes.files import ChangedFile
from cvcgen.core.changes.summary import FIRST
from cvcgen.core.diagnostics import message
from cvcgen.core.model import (
    Catalogue,
    Clientele,
    ClienteleId,
    Kind,
    Project,
    ProjectId,
    Provenance,
    Rubric,
    ValueId,
)
from cvcgen.reports.reader import Reader
from cvcgen.reports.scores.wording import Wording, make_wording

_LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class Review:
    """A comparison with the two states that it is of."""

    comparison: Comparison
    before: Catalogue
    after: Catalogue
    """Each without errors."""
    files: tuple[ChangedFile, ...]
    """The files that differ, by path."""
    first: int = FIRST
    """How many places of a ranking count as the first ones."""


class Names:
    """What the records of both states are called by one reader.

    Ids are those of a comparison: after the change, or before it where the record is gone.
    """

    def __init__(self, review: Review, reader: Reader) -> None:
        self.review = review
        """What is named."""
        self.reader = reader
        """Who reads."""
        self.sides = (make_wording(review.before, reader), make_wording(review.after, reader))
        """Each state's own words."""
        self._newest_first = (review.after, review.before)
        self.sentences: dict[Hashable, str] = {}
        """What was said of causes: new weights say the same of every project."""
        self._titles: dict[ProjectId, str] = {}
        self._mentions: dict[ProjectId, str] = {}

    def project(self, name: ProjectId) -> str:
        """The title and the id; says of made-up figures that they are."""
        found, wording = self._project(name)
        if found is None:
            return str(name)
        mark = f" [{wording.one('illustrative')}]"
        illustrative = found.provenance is Provenance.ILLUSTRATIVE
        shown = f"{cut(wording.text(found.title))} ({name})".lstrip()
        return f"{shown}{mark}" if illustrative else shown

    def title(self, name: ProjectId) -> str:
        """The title alone, for a mention; the id where there is none."""
        known = self._titles.get(name)
        if known is None:
            found, wording = self._project(name)
            known = cut(wording.text(found.title) if found else "") or str(name)
            self._titles[name] = known
        return known

    def mention(self, name: ProjectId) -> str:
        """The title in quotation marks."""
        known = self._mentions.get(name)
        if known is None:
            known = self._mentions[name] = self.quote(self.title(name))
        return known

    def mentions(self, names: Sequence[ProjectId], most: int) -> str:
        """The titles so, no more than `most`: of the others only how many there are."""
        listed = ", ".join(map(self.mention, names[:most]))
        more = len(names) - most
        if more <= 0:
            return listed
        others = self.reader.phrases.many("and {count} more", "and {count} more", more)
        return f"{listed} {others.format(count=more)}"

    def clientele(self, name: ClienteleId) -> str:
        """The name, id and edition."""
        found, wording = self._clienteles.get(name, (None, None))
        if found is None or wording is None:
            return str(name)
        edition = f", {found.edition}" if found.edition else ""
        return f"{cut(wording.text(found.name))} ({name}{cut(edition)})".lstrip()

    def group(self, name: ClienteleId) -> str:
        """The clientele's name alone; the id where there is none."""
        found, wording = self._clienteles.get(name, (None, None))
        return cut(wording.text(found.name) if found and wording else "") or str(name)

    def value(self, name: ValueId) -> str:
        """What the value is called."""
        names = [side.names.get(name) for side in reversed(self.sides)]
        return cut(next((found for found in names if found), str(name)))

    def record(self, key: RecordKey) -> str:
        """The record's name and id; the file for the site's own settings."""
        if key.kind is Kind.PROJECT:
            return self.project(ProjectId(key.id))
        if key.kind is Kind.CLIENTELE:
            return self.clientele(ClienteleId(key.id))
        if key.kind is Kind.VALUE:
            return f"{self.value(ValueId(key.id))} ({key.id})"
        if key.kind is Kind.RUBRIC:
            return f"{cut(self._rubrics.get(key.id, ''))} ({key.id})".lstrip()
        return "cvcgen.yaml"

    def quote(self, text: str) -> str:
        """The text in quotation marks."""
        return self.reader.say(message("«{text}»", text=text))

    def rubric(self, name: ClienteleId, after: bool) -> Rubric | None:
        """The rubric of that clientele on that side, which may know it by another id."""
        catalogue = self.review.after if after else self.review.before
        wanted = name if after else self._former.get(name, name)
        found = next((c for c in catalogue.clienteles if c.id == wanted), None)
        rubric = found.rubric if found else None
        return next((one for one in catalogue.rubrics if one.id == rubric), None)

    @cached_property
    def _former(self) -> Mapping[str, str]:
        """The former id of each renamed clientele."""
        return {
            change.record.id: change.former
            for change in self.review.comparison.records
            if change.event is RecordEvent.RENAMED
            and change.former
            and change.record.kind is Kind.CLIENTELE
        }

    def _project(self, name: ProjectId) -> tuple[Project | None, Wording]:
        """The project after the change, or before it where it is gone, with its words."""
        for catalogue, wording in zip(self._newest_first, reversed(self.sides), strict=True):
            found = catalogue.project(name)
            if found is not None:
                return found, wording
        return None, self.sides[1]

    @cached_property
    def _clienteles(self) -> Mapping[ClienteleId, tuple[Clientele, Wording]]:
        before = {one.id: (one, self.sides[0]) for one in self.review.before.clienteles}
        after = {one.id: (one, self.sides[1]) for one in self.review.after.clienteles}
        return before | after

    @cached_property
    def _rubrics(self) -> Mapping[str, str]:
        before = {str(r.id): self.sides[0].text(r.name) for r in self.review.before.rubrics}
        after = {str(r.id): self.sides[1].text(r.name) for r in self.review.after.rubrics}
        return before | after


def cut(text: str) -> str:
    """The text, at most so long that a report of thousands of them stays readable."""
    return text if len(text) <= _LONGEST_NAME else text[: _LONGEST_NAME - 1] + "…"
