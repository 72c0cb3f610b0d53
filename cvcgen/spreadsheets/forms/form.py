"""What a grid holds, whatever the file's format: facts, levels, and a row per value.

What the import compares a filled grid with, too: a cell that says what the form of the same
project says changes nothing.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from cvcgen.core.diagnostics import Message, message
from cvcgen.core.exact import decimal_text, fraction_text
from cvcgen.core.model import (
    Catalogue,
    Clientele,
    Language,
    NotApplicable,
    Project,
    ProjectId,
    Rated,
    RatedScorecard,
    Rating,
    Rubric,
    Text,
    Value,
    ValueId,
    WeightsKind,
)
from cvcgen.core.scoring import Score, score_ratings
from cvcgen.phrases import Phrases
from cvcgen.spreadsheets.words import FEASIBILITY, SAID, Role
from cvcgen.workbookfile import fitted

RATERS_APART = "; "
"""What stands between the names of those who rated."""
INSTRUCTIONS = (
    message("For each value, put one x under the level of the gain over what exists today."),
    message("No x says that the value is not rated yet: it never counts as the lowest level."),
    message("Say why in the column of reasons. The score is computed as you fill in."),
)


@dataclass(frozen=True, slots=True)
class Fact:
    """One line above the grid."""

    role: Role
    text: str
    is_input: bool = False
    """Whether people write it."""


@dataclass(frozen=True, slots=True)
class FormLevel:
    """One level of the rubric, as a column."""

    points: Fraction
    """At least 0."""
    heading: str
    """Points and name: `3 Medium`."""
    definition: str
    """Empty where there is none."""


@dataclass(frozen=True, slots=True)
class FormRow:
    """One value of the pyramid, with its rating."""

    value: ValueId
    name: str
    definition: str
    weight: Fraction
    """As declared; 1 for each where weights are equal."""
    points: Fraction | None
    """None where it is not rated or does not apply."""
    not_applicable: bool
    """Whether the value does not apply; the reason then says why."""
    reason: str
    meanings: tuple[str, ...]
    """What each level means for the value, empty where that is not said."""


@dataclass(frozen=True, slots=True)
class Form:
    """The grid of one clientele, of a project or blank."""

    title: str
    """Of the sheet, in words."""
    name: str
    """The clientele's name, for the sheet's tab."""
    facts: tuple[Fact, ...]
    """Above the grid, in order."""
    levels: tuple[FormLevel, ...]
    """From the fewest points to the most."""
    rows: tuple[FormRow, ...]
    """In the pyramid's order."""
    score: Score
    """Of the ratings as they stand."""
    phrases: Phrases
    """The words of headings and instructions."""

    def say(self, sentence: Message) -> str:
        """The words in the reader's language."""
        return self.phrases.say(sentence)

    def heading(self, role: Role) -> str:
        """What a column or fact is called."""
        return self.say(SAID[role])

    def fact(self, role: Role) -> str:
        """What the fact says, empty where there is none."""
        return next((fact.text for fact in self.facts if fact.role is role), "")


@dataclass(frozen=True, slots=True)
class Wording:
    """Texts of the content in one language, else in the site's own."""

    catalogue: Catalogue
    language: Language

    def say(self, text: Text | None) -> str:
        """The text as a cell shows it."""
        if text is None:
            return ""
        return fitted(text.in_first((self.language, *self.catalogue.site.languages)))


def make_form(
    wording: Wording, clientele: Clientele, project: Project | None, phrases: Phrases
) -> Form:
    """The grid of a project for a clientele; blank without a project or its ratings."""
    catalogue = wording.catalogue
    rubric = next(rubric for rubric in catalogue.rubrics if rubric.id == clientele.rubric)
    card = _card(clientele, project)
    name = wording.say(clientele.name)
    ratings = {rating.value: rating for rating in card.ratings}
    scored = score_ratings(project.id if project else ProjectId(""), card, clientele, rubric)
    return Form(
        title=phrases.say(message("Rating grid: {clientele}", clientele=name)),
        name=name,
        facts=tuple(_facts(wording, clientele, project, card, phrases)),
        levels=_levels(rubric, wording),
        rows=tuple(_rows(clientele, rubric, ratings, wording)),
        score=scored,
        phrases=phrases,
    )


def _card(clientele: Clientele, project: Project | None) -> RatedScorecard:
    """The project's ratings for the clientele; none where it has none."""
    cards = project.scorecards if project else ()
    found = (card for card in cards if card.clientele == clientele.id)
    rated = (card for card in found if isinstance(card, RatedScorecard))
    return next(rated, RatedScorecard(clientele.id, ()))


def _facts(
    wording: Wording,
    clientele: Clientele,
    project: Project | None,
    card: RatedScorecard,
    phrases: Phrases,
) -> Iterator[Fact]:
    raters = RATERS_APART.join(wording.say(rater) for rater in card.raters)
    feasibility = phrases.say(FEASIBILITY[project.feasibility]) if project else ""
    yield Fact(Role.PROJECT, wording.say(project.title) if project else "", is_input=True)
    yield Fact(Role.PROJECT_ID, project.id if project else "", is_input=project is None)
    yield Fact(Role.CLIENTELE, wording.say(clientele.name))
    yield Fact(Role.CLIENTELE_ID, clientele.id)
    yield Fact(Role.LANGUAGE, wording.language)
    yield Fact(Role.FEASIBILITY, feasibility, is_input=True)
    yield Fact(Role.RATED, card.rated or "", is_input=True)
    yield Fact(Role.RATERS, fitted(raters), is_input=True)


def _levels(rubric: Rubric, wording: Wording) -> tuple[FormLevel, ...]:
    return tuple(
        FormLevel(
            level.points,
            f"{points_text(level.points)} {wording.say(level.name)}".strip(),
            wording.say(level.definition),
        )
        for level in rubric.levels
    )


def _rows(
    clientele: Clientele, rubric: Rubric, ratings: Mapping[ValueId, Rating], wording: Wording
) -> Iterator[FormRow]:
    values = {value.id: value for value in wording.catalogue.values}
    equal = clientele.weights.kind is WeightsKind.EQUAL
    for entry in clientele.pyramid:
        value, rating = values.get(entry.value), ratings.get(entry.value)
        yield FormRow(
            value=entry.value,
            name=wording.say(value.name) if value else entry.value,
            definition=wording.say(value.definition) if value else "",
            weight=Fraction(1) if equal else entry.weight or Fraction(0),
            points=rating.points if isinstance(rating, Rated) else None,
            not_applicable=isinstance(rating, NotApplicable),
            reason=wording.say(_reason(rating)),
            meanings=_meanings(value, rubric, wording),
        )


def _reason(rating: Rating | None) -> Text | None:
    if isinstance(rating, Rated):
        return rating.why
    return rating.reason if isinstance(rating, NotApplicable) else None


def _meanings(value: Value | None, rubric: Rubric, wording: Wording) -> tuple[str, ...]:
    said = {level.points: wording.say(level.meaning) for level in value.levels} if value else {}
    return tuple(said.get(level.points, "") for level in rubric.levels)


def points_text(number: Fraction) -> str:
    """Points or a weight in digits, with a point.

    >>> points_text(Fraction(15, 2)), points_text(Fraction(1, 3))
    ('7.5', '1/3')
    """
    return decimal_text(number) or fraction_text(number)
