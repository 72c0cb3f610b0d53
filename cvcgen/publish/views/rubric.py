"""A rating scale's page: its levels, what each means, which totals they can give."""

from dataclasses import dataclass
from fractions import Fraction

from cvcgen.core.diagnostics import message
from cvcgen.core.model import Clientele, Rubric
from cvcgen.core.reachable import reachable_totals
from cvcgen.publish.sourcelinks import line_link
from cvcgen.publish.views.context import Link, PageContext
from cvcgen.publish.views.frame import Frame, frame_page
from cvcgen.publish.views.labels import Badge, label_provenance
from cvcgen.publish.views.levels import LevelMark, mark_level
from cvcgen.publish.voice import Prose


@dataclass(frozen=True, slots=True)
class LevelExample:
    """What earns a level on one value."""

    value: Link
    """The value's page."""
    meaning: Prose
    """What a project does to earn it."""


@dataclass(frozen=True, slots=True)
class LevelDefinition:
    """One level and what it means."""

    level: LevelMark
    """The level."""
    definition: Prose | None
    """What it means."""
    example: LevelExample | None
    """What earns it on the first value that says so, the pyramids from their tops."""


@dataclass(frozen=True, slots=True)
class RubricUse:
    """A clientele that is rated with the scale."""

    clientele: Link
    """The clientele's page."""
    totals: str
    """How many different totals its grid can give, in a sentence."""


@dataclass(frozen=True, slots=True)
class RubricView:
    """A rating scale's page."""

    frame: Frame
    """What surrounds the page."""
    badge: Badge | None
    """Where the scale comes from."""
    finding: str
    """How many levels there are, and which the lowest and the highest are."""
    description: Prose | None
    """How the scale is to be used."""
    levels: tuple[LevelDefinition, ...]
    """Fewest points first."""
    uses: tuple[RubricUse, ...]
    """The clienteles rated with it."""
    source: Prose | None
    """Where the scale comes from."""
    file_href: str | None
    """The scale's file, or None where the repository is not known."""


def view_rubric(page: PageContext, rubric: Rubric) -> RubricView:
    """The page of one rating scale."""
    voice, site = page.voice, page.site
    name = page.rubric_link(rubric.id).label
    levels = voice.enumerate(
        f"{mark.name} ({mark.points})"
        for mark in (mark_level(page, rubric.id, level.points) for level in rubric.levels)
    )
    summary = voice.say(message("Rating scale: {levels}.", levels=levels))
    repository = site.catalogue.site.repository
    return RubricView(
        frame=frame_page(page, name, summary),
        badge=label_provenance(rubric.provenance, voice),
        finding=_say_levels(page, rubric),
        description=voice.prose(rubric.description),
        levels=tuple(
            LevelDefinition(
                mark_level(page, rubric.id, level.points),
                voice.prose(level.definition),
                _example(page, rubric, level.points),
            )
            for level in rubric.levels
        ),
        uses=tuple(
            _use(page, clientele, rubric)
            for clientele in page.clienteles()
            if clientele.rubric == rubric.id
        ),
        source=voice.prose(rubric.source),
        file_href=line_link(repository, site.here, rubric.where),
    )


def _say_levels(page: PageContext, rubric: Rubric) -> str:
    low, high = (mark_level(page, rubric.id, rubric.levels[at].points) for at in (0, -1))
    return page.voice.say(
        message(
            "{count} levels, from “{lowest}” ({least}) to “{highest}” ({most}).",
            count=len(rubric.levels),
            lowest=low.name,
            least=low.points,
            highest=high.name,
            most=high.points,
        )
    )


def _example(page: PageContext, rubric: Rubric, points: Fraction) -> LevelExample | None:
    """What the clienteles' values say of the level, those that matter most first."""
    clienteles = (one for one in page.clienteles() if one.rubric == rubric.id)
    values = (page.site.values[entry.value] for one in clienteles for entry in one.pyramid)
    found = ((value, level) for value in values for level in value.levels)
    for value, level in found:
        meaning = page.voice.prose(level.meaning)
        if level.points == points and meaning is not None:
            return LevelExample(page.value_link(value.id), meaning)
    return None


def _use(page: PageContext, clientele: Clientele, rubric: Rubric) -> RubricUse:
    totals = reachable_totals(clientele, rubric)
    sentence = page.voice.say(message("Too many different totals to list."))
    if totals is not None:
        sentence = page.voice.many(
            "{count} total is possible.",
            "{count} different totals are possible.",
            totals.bits.bit_count(),
        )
    return RubricUse(page.clientele_link(clientele.id), sentence)
