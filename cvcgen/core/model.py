"""The content as values: what a site's YAML files say, checked for form, not yet for sense.

`sources.loader` builds these records, `checks` judges how they fit together, `scoring`
computes with them. Every record knows `where` it stands in its file; the place takes no
part in equality, so that moving a line is no change.
"""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from operator import attrgetter
from typing import NewType

from cvcgen.core.diagnostics import Location
from cvcgen.core.origin import Kind as Kind  # noqa: PLC0414 - of records, too
from cvcgen.core.origin import Origin as Origin  # noqa: PLC0414

Language = NewType("Language", str)
"""A language code such as `fr`."""
RubricId = NewType("RubricId", str)
ValueId = NewType("ValueId", str)
ClienteleId = NewType("ClienteleId", str)
ProjectId = NewType("ProjectId", str)
RaterId = NewType("RaterId", str)
"""A rater's name in the site's default language."""

NOWHERE = Location(path="")
"""The place of a record that was made by a program and stands in no file."""


class Provenance(StrEnum):
    """Where a record's figures come from."""

    PUBLISHED = "published"
    RECONSTRUCTED = "reconstructed"
    ILLUSTRATIVE = "illustrative"


class WeightsKind(StrEnum):
    """How a pyramid's weights came about."""

    EQUAL = "equal"
    DECLARED = "declared"
    ILLUSTRATIVE = "illustrative"
    DERIVED = "derived"


class Feasibility(StrEnum):
    """Whether a project can be done: a gate beside the ranking, never a factor of a score."""

    FEASIBLE = "feasible"
    NOT_FEASIBLE = "not_feasible"
    UNDETERMINED = "undetermined"


class Status(StrEnum):
    """How far a project has come."""

    PROPOSED = "proposed"
    PLANNED = "planned"
    UNDERWAY = "underway"
    DELIVERED = "delivered"
    ABANDONED = "abandoned"


class RatersRule(StrEnum):
    """Which rating counts where several raters rated on their own."""

    CONSENSUS = "consensus"
    """What they agreed on afterwards; where all gave the same, that."""
    MEDIAN = "median"
    """The middle one; of two in the middle, the lower."""


def nearest_language(reader: Language, languages: Iterable[Language]) -> Language | None:
    """The one of the languages for who reads that: it, else it in a region, else None.

    >>> nearest_language(Language("fr"), (Language("en"), Language("fr-CA")))
    'fr-CA'
    """
    region = f"{reader}-"
    fit = (one for one in languages if one == reader or one.startswith(region))
    return min(fit, key=len, default=None)


@dataclass(frozen=True, slots=True)
class Text:
    """A text in one or more languages."""

    translations: tuple[tuple[Language, str], ...]
    """Language and wording, sorted by language."""

    def in_language(self, language: Language) -> str | None:
        """The wording in that language, or None where there is none."""
        for code, text in self.translations:
            if code == language:
                return text
        return None

    def in_first(self, languages: Iterable[Language]) -> str:
        """The wording in the first of the languages that has one, else in any; else empty.

        A language has those of its regions too: who reads `fr` is given `fr-CA`.
        """
        for language in languages:
            if wording := self.in_language(language) or self._in_region(language):
                return wording
        return next((wording for _, wording in self.translations if wording), "")

    def _in_region(self, language: Language) -> str | None:
        region = f"{language}-"
        found = (text for code, text in self.translations if code.startswith(region))
        return next(filter(None, found), None)


@dataclass(frozen=True, slots=True)
class Waiver:
    """A warning that is accepted in a file, for a reason and until a day."""

    code: str
    """Of the warning, such as `CVC416`."""
    reason: Text
    until: str
    """The last day that it holds, `YYYY-MM-DD`."""
    at: str | None = None
    """The JSON Pointer below which it holds; None for the whole file."""
    where: Location = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Repository:
    """Where the content's history is kept, for links to files and lines."""

    url: str
    """The address of the repository's page, without a slash at the end."""
    branch: str
    """The branch that readers propose changes to."""


@dataclass(frozen=True, slots=True)
class Site:
    """What `cvcgen.yaml` says."""

    title: Text
    languages: tuple[Language, ...]
    """In the order declared; the first is the default."""
    summary: Text | None = None
    """What the site ranks, in a sentence."""
    notice: Text | None = None
    """A banner for every page."""
    repository: Repository | None = None
    source: Text | None = None
    url: str | None = None
    """The https address where the site is published, without a slash at the end."""
    noindex: bool = False
    """Whether search engines are asked not to list the site."""
    waivers: tuple[Waiver, ...] = ()
    """The accepted warnings of its file, by code and place."""
    where: Location = field(default=NOWHERE, compare=False)

    @property
    def default_language(self) -> Language:
        """The language of texts that are given in one language only."""
        return self.languages[0]

    def language_for(self, reader: Language) -> Language | None:
        """The one for who reads that language: it, else it in a region, else None."""
        return nearest_language(reader, self.languages)


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a rubric."""

    points: Fraction
    """At least 0; larger is a larger gain."""
    name: Text
    definition: Text | None = None
    where: Location = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Rubric:
    """A rating scale: the levels that a rating may take, and what each means."""

    id: RubricId
    name: Text
    levels: tuple[Level, ...]
    """From the fewest points to the most."""
    description: Text | None = None
    provenance: Provenance | None = None
    source: Text | None = None
    waivers: tuple[Waiver, ...] = ()
    """The accepted warnings of its file, by code and place."""
    where: Location = field(default=NOWHERE, compare=False)

    @property
    def maximum(self) -> Fraction:
        """The most points that a rating can have (R in docs/method.md §2.1)."""
        return self.levels[-1].points

    def level(self, points: Fraction) -> Level | None:
        """The level that has exactly these points."""
        return next((level for level in self.levels if level.points == points), None)


@dataclass(frozen=True, slots=True)
class ValueLevel:
    """What a level of the rubric means for one value."""

    points: Fraction
    """Those of the level."""
    meaning: Text
    """With an example, where there is one."""
    where: Location = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Value:
    """Something that matters to a clientele, such as accessibility."""

    id: ValueId
    name: Text
    definition: Text | None = None
    levels: tuple[ValueLevel, ...] = ()
    """By points."""
    provenance: Provenance | None = None
    source: Text | None = None
    waivers: tuple[Waiver, ...] = ()
    """The accepted warnings of its file, by code and place."""
    where: Location = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Weights:
    """Where a pyramid's weights come from, and what they add up to."""

    kind: WeightsKind
    total: Fraction = Fraction(100)
    """The declared sum of the weights."""
    note: Text | None = None
    where: Location = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class PyramidEntry:
    """One value of a pyramid with its declared weight."""

    value: ValueId
    weight: Fraction | None
    """Above 0; None where the weights are equal and none is written."""
    where: Location = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Clientele:
    """A group of people served, and the pyramid of what matters to them."""

    id: ClienteleId
    name: Text
    rubric: RubricId
    weights: Weights
    pyramid: tuple[PyramidEntry, ...]
    """Most important first, as declared."""
    description: Text | None = None
    edition: str | None = None
    """Which edition of the method and the consultation, such as `2022`."""
    provenance: Provenance | None = None
    source: Text | None = None
    waivers: tuple[Waiver, ...] = ()
    """The accepted warnings of its file, by code and place."""
    where: Location = field(default=NOWHERE, compare=False)
    pyramid_where: Location = field(default=NOWHERE, compare=False)
    """Where the list of values starts."""


@dataclass(frozen=True, slots=True)
class RaterPoints:
    """What one of several raters gave a value."""

    rater: RaterId
    points: Fraction | None
    """Those of a level of the rubric; None until that rater has rated the value."""
    why: Text | None = None
    where: Location = field(default=NOWHERE, compare=False)
    points_where: Location = field(default=NOWHERE, compare=False)
    """Where the points themselves stand."""


@dataclass(frozen=True, slots=True)
class Rated:
    """A value that was assessed; 0 points is an assessment like any other."""

    value: ValueId
    points: Fraction
    """Those of a level of the rubric: of several raters, those that count."""
    why: Text | None = None
    evidence: tuple[Text, ...] = ()
    """What the rating rests on, most telling first as declared."""
    where: Location = field(default=NOWHERE, compare=False)
    points_where: Location = field(default=NOWHERE, compare=False)
    """Where the points themselves stand, below the reasons for instance."""
    by_rater: tuple[RaterPoints, ...] = ()
    """What each rater gave, by name; none where they rated together."""


@dataclass(frozen=True, slots=True)
class NotRated:
    """A value that is still to be assessed; it never counts as 0."""

    value: ValueId
    where: Location = field(default=NOWHERE, compare=False)
    by_rater: tuple[RaterPoints, ...] = ()
    """What each rater gave, by name, where that gives no rating yet."""
    why: Text | None = None
    """What was already written beside what the raters gave."""
    evidence: tuple[Text, ...] = ()
    """As `why`: what a rating will rest on."""


@dataclass(frozen=True, slots=True)
class NotApplicable:
    """A value that has no meaning for this project and clientele."""

    value: ValueId
    reason: Text
    where: Location = field(default=NOWHERE, compare=False)


Rating = Rated | NotRated | NotApplicable


@dataclass(frozen=True, slots=True)
class RatedScorecard:
    """A project's ratings for one clientele."""

    clientele: ClienteleId
    ratings: tuple[Rating, ...]
    """By value id: the order of the file means nothing."""
    published: Fraction | None = None
    """The total published for it, in percent, where there is one."""
    rated: str | None = None
    """The date of the rating, `YYYY-MM-DD`."""
    raters: tuple[Text, ...] = ()
    """Who rated: groups rather than people."""
    rule: RatersRule | None = None
    """Which rating counts where each rater rated alone; None where they rated together."""
    misspelt_rule: bool = field(default=False, compare=False)
    """Whether a rule was written that is none, which is said of it where it stands."""
    note: Text | None = None
    source: Text | None = None
    where: Location = field(default=NOWHERE, compare=False)
    published_where: Location = field(default=NOWHERE, compare=False)
    """Where the published total stands."""


@dataclass(frozen=True, slots=True)
class PublishedScorecard:
    """A total that was published without its ratings."""

    clientele: ClienteleId
    published: Fraction
    """In percent."""
    note: Text | None = None
    source: Text | None = None
    where: Location = field(default=NOWHERE, compare=False)
    published_where: Location = field(default=NOWHERE, compare=False)
    """Where the published total stands."""


@dataclass(frozen=True, slots=True)
class NotConcerned:
    """A clientele that a project does not touch; different from ratings of 0."""

    clientele: ClienteleId
    reason: Text
    where: Location = field(default=NOWHERE, compare=False)


Scorecard = RatedScorecard | PublishedScorecard | NotConcerned


@dataclass(frozen=True, slots=True)
class Project:
    """Something that could be done to improve the service, with its scorecards."""

    id: ProjectId
    title: Text
    scorecards: tuple[Scorecard, ...]
    """By clientele id."""
    summary: Text | None = None
    description: Text | None = None
    """Markdown."""
    baseline: Text | None = None
    """What exists today; ratings are gains over it."""
    feasibility: Feasibility = Feasibility.UNDETERMINED
    status: Status | None = None
    provenance: Provenance | None = None
    source: Text | None = None
    waivers: tuple[Waiver, ...] = ()
    """The accepted warnings of its file, by code and place."""
    where: Location = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All records of one state of the content."""

    site: Site
    rubrics: tuple[Rubric, ...] = ()
    values: tuple[Value, ...] = ()
    clienteles: tuple[Clientele, ...] = ()
    projects: tuple[Project, ...] = ()
    """Each tuple is sorted by id."""
    unreadable: frozenset[tuple[Kind, str]] = frozenset()
    """Kinds and ids of files that exist and could not be read: known, but empty-handed."""

    def ids(self, kind: Kind) -> frozenset[str]:
        """The ids of that kind that a reference may name, readable or not."""
        records: dict[Kind, tuple[Rubric | Value | Clientele | Project, ...]] = {
            Kind.RUBRIC: self.rubrics,
            Kind.VALUE: self.values,
            Kind.CLIENTELE: self.clienteles,
            Kind.PROJECT: self.projects,
        }
        unread = {name for unread_kind, name in self.unreadable if unread_kind is kind}
        return frozenset(unread | {str(record.id) for record in records[kind]})

    def project(self, id: ProjectId) -> Project | None:
        """The project of that id, found by its place in the order; None where there is none."""
        at = bisect_left(self.projects, id, key=attrgetter("id"))
        found = self.projects[at] if at < len(self.projects) else None
        return found if found is not None and found.id == id else None
