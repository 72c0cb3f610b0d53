"""A rating scale's page: its levels, what each means, which totals they can give."""

from dataclasses import dataclass

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
class LevelDefinition:
    """One level and what it means."""

    level: LevelMark
    """The level."""
    definition: Prose | None
    """What it means."""


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
        description=voice.prose(rubric.description),
        levels=tuple(
            LevelDefinition(
                mark_level(page, rubric.id, level.points), voice.prose(level.definition)
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
