"""A value's page: what it is, what it weighs, what earns each level, who is strongest on it."""

from dataclasses import dataclass
from fractions import Fraction
from itertools import islice

from cvcgen.core.diagnostics import message
from cvcgen.core.model import Clientele, ClienteleId, ProjectId, Rubric, Value, ValueId
from cvcgen.publish.addresses import PageKind
from cvcgen.publish.numbers import shared_digits
from cvcgen.publish.sourcelinks import line_link
from cvcgen.publish.views.context import (
    LanguageContext,
    Link,
    PageContext,
)
from cvcgen.publish.views.facts import settled
from cvcgen.publish.views.figures import Bar, draw_bar
from cvcgen.publish.views.frame import Frame, frame_page
from cvcgen.publish.views.labels import Badge, label_provenance
from cvcgen.publish.views.levels import LevelMark, mark_level
from cvcgen.publish.views.pyramid import weights_in_percent
from cvcgen.publish.views.rateragreement import AgreementRow, compare_raters
from cvcgen.publish.views.ratingfigures import MOST_WEIGHT_DIGITS
from cvcgen.publish.views.tally import tally_ratings
from cvcgen.publish.voice import Prose

_MOST_STRONGEST = 10


@dataclass(frozen=True, slots=True)
class WeightRow:
    """What the value weighs for one clientele."""

    clientele: Link
    """The clientele's page."""
    edition: str
    """Which edition of the method; empty where there is none."""
    position: str
    """Its place in the pyramid."""
    weight: str
    """Its weight in percent."""
    bar: Bar
    """The weight drawn."""


@dataclass(frozen=True, slots=True)
class LevelMeaning:
    """What earns a level on this value."""

    level: LevelMark
    """The level."""
    meaning: Prose
    """What a project does to earn it."""


@dataclass(frozen=True, slots=True)
class StrongRow:
    """A project that is strong on the value."""

    project: Link
    """The project's page."""
    level: LevelMark
    """The level it was rated at."""


@dataclass(frozen=True, slots=True)
class StrongGroup:
    """The projects that are strongest on the value for one clientele."""

    clientele: Link
    """The clientele's page."""
    rows: tuple[StrongRow, ...]
    """The highest level first, by title inside a level."""
    more: str
    """How many are left out, in words; empty where none."""
    grid_href: str
    """The clientele's grid, which has them all."""


@dataclass(frozen=True, slots=True)
class ValueView:
    """A value's page."""

    frame: Frame
    """What surrounds the page."""
    badge: Badge | None
    """Where the definition comes from."""
    definition: Prose | None
    """What the value is, in a sentence."""
    weights: tuple[WeightRow, ...]
    """One per clientele that has it in its pyramid."""
    levels: tuple[LevelMeaning, ...]
    """What earns each level, most points first."""
    strongest: tuple[StrongGroup, ...]
    """Per clientele, those rated above the lowest level."""
    agreements: tuple[AgreementRow, ...]
    """Per clientele for which several raters rated the value on their own."""
    source: Prose | None
    """Where the definition comes from."""
    file_href: str | None
    """The value's file, or None where the repository is not known."""


def view_value(page: PageContext, value: Value) -> ValueView:
    """The page of one value."""
    voice, site = page.voice, page.site
    name = page.value_link(value.id).label
    clienteles = tuple(
        clientele
        for clientele in page.clienteles()
        if any(entry.value == value.id for entry in clientele.pyramid)
    )
    groups = (_strongest(page, value, clientele) for clientele in clienteles)
    definition = voice.localise(value.definition).text if value.definition else name.text
    repository = site.catalogue.site.repository
    return ValueView(
        frame=frame_page(page, name, definition),
        badge=label_provenance(value.provenance, voice),
        definition=voice.prose(value.definition),
        weights=tuple(_weight(page, value, clientele) for clientele in clienteles),
        levels=_levels(page, value, clienteles),
        strongest=tuple(group for group in groups if group.rows),
        agreements=tuple(
            row for one in clienteles if (row := compare_raters(page, value, one)) is not None
        ),
        source=voice.prose(value.source),
        file_href=line_link(repository, site.here, value.where),
    )


def _weight(page: PageContext, value: Value, clientele: Clientele) -> WeightRow:
    weights = weights_in_percent(clientele)
    digits = shared_digits(weights.values(), MOST_WEIGHT_DIGITS)
    place = list(weights).index(value.id) + 1
    equal = len(set(weights.values())) == 1
    position = message("place {place} of {count}", place=place, count=len(weights))
    return WeightRow(
        clientele=page.clientele_link(clientele.id),
        edition=clientele.edition or "",
        position=page.voice.say(message("no order: equal weights") if equal else position),
        weight=page.voice.percent(weights[value.id], digits),
        bar=draw_bar(weights[value.id]),
    )


def _levels(
    page: PageContext, value: Value, clienteles: tuple[Clientele, ...]
) -> tuple[LevelMeaning, ...]:
    rubric = _rubric(page, value, clienteles)
    if rubric is None:
        return ()
    return tuple(
        LevelMeaning(mark_level(page, rubric.id, level.points), meaning)
        for level in reversed(value.levels)
        if (meaning := page.voice.prose(level.meaning)) is not None
    )


def _rubric(
    page: PageContext, value: Value, clienteles: tuple[Clientele, ...]
) -> Rubric | None:
    """The scale that names the value's levels: its first clientele's, else any that fits."""
    candidates = [page.site.rubrics[clientele.rubric] for clientele in clienteles]
    candidates.extend(page.site.catalogue.rubrics)
    points = [level.points for level in value.levels]
    fitting = (scale for scale in candidates if all(scale.level(n) for n in points))
    return next(fitting, None)


def _strongest(page: PageContext, value: Value, clientele: Clientele) -> StrongGroup:
    """The projects that gain most on the value, those of a level by title."""
    found, left = _find_strongest(page, value.id, clientele.id)
    rows = (
        StrongRow(
            page.project_link(project),
            mark_level(page, clientele.rubric, Fraction(numerator, denominator)),
        )
        for project, (numerator, denominator) in found
    )
    return StrongGroup(
        clientele=page.clientele_link(clientele.id),
        rows=tuple(rows),
        more=_say_more(page, left) if left else "",
        grid_href=page.href(PageKind.GRID, clientele.id),
    )


def _say_more(page: PageContext, left: int) -> str:
    return page.voice.many("and {count} more in the grid", "and {count} more in the grid", left)


@settled
def _find_strongest(
    page: LanguageContext, value: ValueId, clientele: ClienteleId
) -> tuple[tuple[tuple[ProjectId, tuple[int, int]], ...], int]:
    """The first projects with their points, as two integers, and how many are left out."""
    rubric = page.site.rubrics[page.site.clienteles[clientele].rubric]
    rated = tally_ratings(page, clientele).get(value, {})
    by_title = page.title_order()
    found = [
        (ratio, rated.get(ratio, ()))
        for level in reversed(rubric.levels[1:])
        for ratio in [level.points.as_integer_ratio()]
    ]
    ordered = (
        (project, ratio)
        for ratio, projects in found
        for project in sorted(projects, key=by_title.__getitem__)
    )
    left = max(sum(len(projects) for _, projects in found) - _MOST_STRONGEST, 0)
    return tuple(islice(ordered, _MOST_STRONGEST)), left
