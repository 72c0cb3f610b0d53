"""The page of one clientele's ranking."""

from dataclasses import dataclass
from fractions import Fraction
from itertools import chain

from cvcgen.core.diagnostics import message
from cvcgen.core.model import Clientele
from cvcgen.publish.addresses import PageKind
from cvcgen.publish.views.context import Link, PageContext
from cvcgen.publish.views.downloads import DownloadLink, list_downloads
from cvcgen.publish.views.evolutionlink import evolution_href
from cvcgen.publish.views.filter import Filter, offer_filter
from cvcgen.publish.views.finding import say_ranking
from cvcgen.publish.views.frame import Frame, frame_page
from cvcgen.publish.views.labels import WEIGHTS, Badge, label_provenance
from cvcgen.publish.views.pager import Part, count_parts, list_parts, take_part
from cvcgen.publish.views.rankingrow import (
    Excluded,
    RankingRow,
    UnrankedGroup,
    group_unranked,
    list_excluded,
    show_ranking_row,
)
from cvcgen.publish.views.share import Share, share_ranking
from cvcgen.publish.views.standings import sort_ranked
from cvcgen.publish.views.tabs import Tab, list_tabs
from cvcgen.publish.voice import Prose


@dataclass(frozen=True, slots=True)
class RankingView:
    """A clientele's ranking."""

    frame: Frame
    """What surrounds the page."""
    edition: str
    """Which edition of the method; empty where there is none."""
    badge: Badge | None
    """Where the weights come from."""
    finding: str
    """How many are ranked and what half of them reach."""
    tabs: tuple[Tab, ...]
    """All rankings; none where there is one only."""
    filter: Filter | None
    """The controls above the table, or None where there are few rows."""
    rows: tuple[RankingRow, ...]
    """The ranked projects of this part, best first, by title inside a tie."""
    parts: tuple[Part, ...]
    """The pages of a long ranking; none where it fits on one."""
    unranked: tuple[UnrankedGroup, ...]
    """What has a score and no rank; on the last part only."""
    excluded: tuple[Excluded, ...]
    """What does not concern the clientele; on the last part only."""
    maximum: str
    """What 100 % means, in a sentence."""
    weights: str
    """How the weights came about, in a sentence."""
    weights_note: Prose | None
    """What is to be known of the weights."""
    pyramid_href: str
    """The clientele's page."""
    grid_href: str
    """All its ratings in one table."""
    evolution_href: str | None
    """Its projects over time; None where the site tells none of its past."""
    rubric: Link
    """The rating scale."""
    method_href: str
    """The method's page."""
    source: Prose | None
    """Where the clientele's data come from."""
    downloads: tuple[DownloadLink, ...]
    """The ranking's data."""
    table: Share
    """The ranking as another site may show it."""


def view_ranking(page: PageContext, clientele: Clientele) -> RankingView:
    """The page of one ranking, or of the part of it that the address names."""
    voice = page.voice
    ranking = page.site.rankings[clientele.id]
    ranked = sort_ranked(page, clientele.id)
    last = page.address.number == count_parts(len(ranked))
    rows = tuple([show_ranking_row(page, place) for place in take_part(page, ranked)])
    unranked = group_unranked(page, ranking) if last else ()
    excluded = list_excluded(page, clientele) if last else ()
    shown = [row.state for row in chain(rows, *(group.rows for group in unranked))]
    shown += [project.state for project in excluded]
    name = page.clientele_name(clientele.id)
    title = page.words(voice.say(message("Ranking: {clientele}", clientele=name)))
    finding = say_ranking(page, clientele.id)
    return RankingView(
        frame=frame_page(page, title, finding),
        edition=clientele.edition or "",
        badge=label_provenance(clientele.provenance, voice),
        finding=finding,
        tabs=list_tabs(page),
        filter=offer_filter(page, shown, count_parts(len(ranked)) > 1),
        rows=rows,
        parts=list_parts(page, len(ranked)),
        unranked=unranked,
        excluded=excluded,
        maximum=_maximum(page, clientele),
        weights=voice.say(WEIGHTS[clientele.weights.kind]),
        weights_note=voice.prose(clientele.weights.note),
        pyramid_href=page.href(PageKind.CLIENTELE, clientele.id),
        grid_href=page.href(PageKind.GRID, clientele.id),
        evolution_href=evolution_href(page, clientele.id),
        rubric=page.rubric_link(clientele.rubric),
        method_href=page.href(PageKind.METHOD),
        source=voice.prose(clientele.source),
        downloads=list_downloads(page, clientele=clientele.id),
        table=share_ranking(page, clientele),
    )


def _maximum(page: PageContext, clientele: Clientele) -> str:
    rubric = page.site.rubrics[clientele.rubric]
    best = page.name(rubric.levels[-1].name, str(rubric.maximum))
    whole = page.voice.percent(Fraction(100), 0)
    return page.voice.many(
        "{whole} would mean the level “{best}” on the only value.",
        "{whole} would mean the level “{best}” on all {count} values.",
        len(clientele.pyramid),
        whole=whole,
        best=best.text,
    )
