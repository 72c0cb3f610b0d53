"""What a spreadsheet says of projects, cell by cell, before anything is compared with files."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from cvcgen.core.diagnostics import Location
from cvcgen.core.model import ClienteleId, Language, ValueId
from cvcgen.spreadsheets.words import Role


@dataclass(frozen=True, slots=True)
class SaidText:
    """A text, and the cell that says it."""

    text: str
    """Empty where the cell is empty."""
    where: Location


@dataclass(frozen=True, slots=True)
class SaidRating:
    """What is said of one value."""

    value: ValueId
    points: Fraction | None
    """Of the level that is marked; None where none is."""
    not_applicable: bool
    """Whether the value is said not to apply."""
    reason: SaidText | None
    """None where there is no column of reasons."""
    where: Location
    """The mark, or the value where there is none."""


@dataclass(frozen=True, slots=True)
class SaidTotal:
    """A total that was published."""

    percent: Fraction
    """From 0 to 100 as a rule; what is not is found later."""
    where: Location


@dataclass(frozen=True, slots=True)
class Claim:
    """What a grid, or a row of a table, says of one project."""

    where: Location
    """The grid's first cell, or the row's."""
    facts: Mapping[Role, SaidText]
    """Only those that have a cell; an empty one is an empty text."""
    clientele: ClienteleId | None
    """Whom the ratings or the total are for; None where there are none."""
    language: Language
    """Of the texts."""
    ratings: tuple[SaidRating, ...] = ()
    """In the order of the sheet."""
    published: SaidTotal | None = None
    """None where no total is said."""

    def fact(self, role: Role) -> SaidText:
        """What is said, or an empty text at the place of the claim."""
        return self.facts.get(role, SaidText("", self.where))

    @property
    def is_blank(self) -> bool:
        """Whether nobody has filled it in."""
        written = any(fact.text for fact in self.facts.values())
        rated = any(one.points is not None or one.not_applicable for one in self.ratings)
        reasons = any(one.reason and one.reason.text for one in self.ratings)
        return not (written or rated or reasons or self.published)
