"""A clientele's page: its pyramid, where the weights come from, the way to its ranking."""

from dataclasses import dataclass

from cvcgen.core.diagnostics import message
from cvcgen.core.model import Clientele
from cvcgen.publish.addresses import PageKind
from cvcgen.publish.sourcelinks import line_link
from cvcgen.publish.views.context import Link, PageContext
from cvcgen.publish.views.downloads import DownloadLink, list_downloads
from cvcgen.publish.views.evolutionlink import evolution_href
from cvcgen.publish.views.finding import say_ranking
from cvcgen.publish.views.frame import Frame, frame_page
from cvcgen.publish.views.labels import WEIGHTS, Badge, label_provenance
from cvcgen.publish.views.pyramid import PyramidView, show_pyramid
from cvcgen.publish.voice import Prose


@dataclass(frozen=True, slots=True)
class ClienteleView:
    """A clientele's page."""

    frame: Frame
    """What surrounds the page."""
    edition: str
    """Which edition of the method; empty where there is none."""
    badge: Badge | None
    """Where the weights come from."""
    pyramid: PyramidView
    """Its values and their weights."""
    weights: str
    """How the weights came about, in a sentence."""
    weights_note: Prose | None
    """What is to be known of the weights."""
    description: Prose | None
    """Who the people are."""
    rubric: Link
    """The rating scale."""
    ranking_href: str
    """Its ranking."""
    ranking_finding: str
    """What the ranking shows, in a sentence."""
    grid_href: str
    """All its ratings in one table."""
    evolution_href: str | None
    """Its projects over time; None where the site tells none of its past."""
    source: Prose | None
    """Where the data come from."""
    file_href: str | None
    """The clientele's file, or None where the repository is not known."""
    downloads: tuple[DownloadLink, ...]
    """Its data."""


def view_clientele(page: PageContext, clientele: Clientele) -> ClienteleView:
    """The page of one clientele."""
    voice, site = page.voice, page.site
    name = page.clientele_name(clientele.id)
    pyramid = show_pyramid(page, clientele, sourced=True)
    summary = voice.say(
        message("{clientele}: {finding}", clientele=name, finding=pyramid.finding)
    )
    repository = site.catalogue.site.repository
    return ClienteleView(
        frame=frame_page(page, name, summary),
        edition=clientele.edition or "",
        badge=label_provenance(clientele.provenance, voice),
        pyramid=pyramid,
        weights=voice.say(WEIGHTS[clientele.weights.kind]),
        weights_note=voice.prose(clientele.weights.note),
        description=voice.prose(clientele.description),
        rubric=page.rubric_link(clientele.rubric),
        ranking_href=page.href(PageKind.RANKING, clientele.id),
        ranking_finding=say_ranking(page, clientele.id),
        grid_href=page.href(PageKind.GRID, clientele.id),
        evolution_href=evolution_href(page, clientele.id),
        source=voice.prose(clientele.source),
        file_href=line_link(repository, site.here, clientele.where),
        downloads=list_downloads(page, clientele=clientele.id),
    )
