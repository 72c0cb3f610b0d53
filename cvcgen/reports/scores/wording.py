"""Figures and names of a sheet as one reader reads them; cells are raw, each medium escapes."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from cvcgen.core.model import Catalogue, NotApplicable, Rubric, Site, Text, ValueId
from cvcgen.core.ranking import Place
from cvcgen.core.scoring import Contribution
from cvcgen.reports.reader import Reader
from cvcgen.reports.reasons import value_names

if TYPE_CHECKING:
    from cvcgen.reports.scores.sheet import Sheet

NOTHING = "—"
"""Stands where there is no figure."""


@dataclass(frozen=True, slots=True)
class Wording:
    """Says one site's content to one reader."""

    site: Site
    names: Mapping[ValueId, str]
    """What each value is called."""
    reader: Reader

    def one(self, template: str) -> str:
        """The tool's words in the reader's language."""
        return self.reader.phrases.one(template)

    def text(self, text: Text) -> str:
        """A text of the content."""
        return self.reader.text(text, self.site)

    def name(self, value: ValueId) -> str:
        """What the value is called."""
        return self.names.get(value, value)

    def heading(self, sheet: "Sheet") -> str:
        """The project and the clientele, with their ids."""
        project, clientele = self.text(sheet.project.title), self.text(sheet.clientele.name)
        return f"{project} ({sheet.project.id}) · {clientele} ({sheet.clientele.id})"

    def level(self, points: Fraction | None, rubric: Rubric) -> str:
        """The level with its points; without points, that the value is not rated."""
        if points is None:
            return self.one("not rated")
        level = rubric.level(points)
        name = self.text(level.name) if level else ""
        return f"{name} ({self.reader.plain(points)})".lstrip()

    def state(self, part: Contribution, rubric: Rubric) -> str:
        """The level of a part, or what stands for it."""
        if isinstance(part.rating, NotApplicable):
            return self.one("not applicable")
        return self.level(part.points, rubric)

    def figure(self, place: Place) -> str:
        """The score as the rankings show it: a total, an interval, or a dash."""
        score = place.score
        if score.low is None or score.high is None:
            return NOTHING
        return self.percents(score.low, score.high, place.digits)

    def numbers(self, low: Fraction, high: Fraction, digits: int) -> str:
        """One number, or the interval where there are two."""
        shown = self.reader.number(low, digits)
        return shown if low == high else f"{shown} – {self.reader.number(high, digits)}"

    def percents(self, low: Fraction, high: Fraction, digits: int) -> str:
        """One percentage, or the interval where there are two."""
        shown = self.reader.percent(high, digits)
        return shown if low == high else f"{self.reader.number(low, digits)} – {shown}"


def make_wording(catalogue: Catalogue, reader: Reader) -> Wording:
    """The wording of that catalogue for that reader."""
    return Wording(catalogue.site, value_names(catalogue, reader), reader)
