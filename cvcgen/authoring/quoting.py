"""The words of the content, as a contributor reads them while writing."""

from dataclasses import dataclass

from cvcgen.core.exact import decimal_text, fraction_text
from cvcgen.core.model import Catalogue, Language, Level, Rubric, Text, Value


@dataclass(frozen=True, slots=True)
class Quoting:
    """Quotes records in one language, or else in the site's own."""

    catalogue: Catalogue
    language: str
    """The contributor's."""

    def text(self, text: Text | None) -> str:
        """A text; empty where there is none, or none that could be read."""
        if text is None:
            return ""
        site = self.catalogue.site
        return text.in_first((Language(self.language), site.default_language))

    def value(self, value: Value) -> str:
        """A value with its definition."""
        return _joined(self.text(value.name), self.text(value.definition))

    def level(self, level: Level) -> str:
        """A level as people call it: `3 Moyen`."""
        points = decimal_text(level.points) or fraction_text(level.points)
        return f"{points} {self.text(level.name)}"

    def levels(self, rubric: Rubric) -> tuple[str, ...]:
        """Each level of a rubric, with what earns it."""
        return tuple(
            _joined(self.level(level), self.text(level.definition)) for level in rubric.levels
        )

    def meanings(self, value: Value, rubric: Rubric) -> tuple[str, ...]:
        """Each level of a rubric, with what it means for the value where that is said."""
        said = {level.points: self.text(level.meaning) for level in value.levels}
        return tuple(
            _joined(self.level(level), said.get(level.points, "")) for level in rubric.levels
        )


def _joined(name: str, more: str) -> str:
    return f"{name}: {more}" if more else name
