"""The page of one clientele's ranking."""

from dataclasses import dataclass
from fractions import Fraction

from cvcgen.core.diagnostics import message
from cvcgen.core.model import Clientele
from cvcgen.publish.addresses import PageKind
from cvcgen.publish.views.context import Link, PageContext
from cvcgen.publish.views.downloads import DownloadLink, list_downloads
from cvcgen.publish.views.finding import say_ranking
from cvcgen.publish.views.frame import Frame, frame_page
from cvcgen.publish.views.labels import WEIGHTS, Badge, label_provenance
from cvcgen.publish.views.rankingrow import (
    Excluded,
    RankingRow,
    UnrankedGroup,
    group_unranked,
    list_excluded,
    show_ranking_row,
    sort_places,
)
from cvcgen.publish.voice import Localised, Prose

ROWS_PER_PAGE = 150


@dataclass(frozen=True, slots=True)
class Tab:
    """One clientele's ranking, to go to from the others."""

    label: Localised
    """What the clientele is called."""
    edition: str
    """Which edition of the method; empty where there is none."""
    href: str
    """Relative to the page."""
    current: bool
    """Whether it is the one shown."""


@dataclass(frozen=True, slots=True)
class Part:
    """One page of a ranking that is too long for one."""

    label: str
    """The ranks it holds, by position."""
    href: str
    """Relative to the page."""
    current: bool
    """Whether it is the one shown."""


@dataclass(frozen=True, slots=True)
class RankingView:
    """A clientele's ranking."""

    frame: Frame
    """What surrounds the page."""
    clientele: Localised
    """What the clientele is called."""
    edition: str
    """Which edition of the method; empty where there is none."""
    badge: Badge | None
    """Where the weights come from."""
    finding: str
    """How many are ranked and what half of them reach."""
    tabs: tuple[Tab, ...]
    """All rankings; none where there is one only."""
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
    rubric: Link
    """The rating scale."""
    method_href: str
    """The method's page."""
    source: Prose | None
    """Where the clientele's data come from."""
    downloads: tuple[DownloadLink, ...]
    """The ranking's data."""


def count_parts(ranked: int) -> int:
    """How many pages the ranking of that many projects takes."""
    return max(1, -(-ranked // ROWS_PER_PAGE))


def view_ranking(page: PageContext, clientele: Clientele) -> RankingView:
    """The page of one ranking, or of the part of it that the address names."""
    voice = page.voice
    ranking = page.site.rankings[clientele.id]
    ranked = sort_places(page, ranking.ranked)
    last = page.address.number == count_parts(len(ranked))
    name = page.clientele_name(clientele.id)
    title = page.words(voice.say(message("Ranking: {clientele}", clientele=name)))
    finding = say_ranking(page, ranked)
    start = (page.address.number - 1) * ROWS_PER_PAGE
    return RankingView(
        frame=frame_page(page, title, finding),
        clientele=name,
        edition=clientele.edition or "",
        badge=label_provenance(clientele.provenance, voice),
        finding=finding,
        tabs=_tabs(page, clientele),
        rows=tuple(
            show_ranking_row(page, place) for place in ranked[start : start + ROWS_PER_PAGE]
        ),
        parts=_parts(page, clientele, len(ranked)),
        unranked=group_unranked(page, ranking) if last else (),
        excluded=list_excluded(page, clientele) if last else (),
        maximum=_maximum(page, clientele),
        weights=voice.say(WEIGHTS[clientele.weights.kind]),
        weights_note=voice.prose(clientele.weights.note),
        pyramid_href=page.href(PageKind.CLIENTELE, clientele.id),
        rubric=page.rubric_link(clientele.rubric),
        method_href=page.href(PageKind.METHOD),
        source=voice.prose(clientele.source),
        downloads=list_downloads(page, clientele=clientele.id),
    )


def _tabs(page: PageContext, shown: Clientele) -> tuple[Tab, ...]:
    clienteles = page.clienteles()
    if len(clienteles) < 2:
        return ()
    return tuple(
        Tab(
            label=page.clientele_name(clientele.id),
            edition=clientele.edition or "",
            href=page.href(PageKind.RANKING, clientele.id),
            current=clientele.id == shown.id,
        )
        for clientele in clienteles
    )


def _parts(page: PageContext, clientele: Clientele, ranked: int) -> tuple[Part, ...]:
    parts = count_parts(ranked)
    if parts == 1:
        return ()
    return tuple(
        Part(
            label=f"{(number - 1) * ROWS_PER_PAGE + 1}–{min(number * ROWS_PER_PAGE, ranked)}",
            href=page.href(PageKind.RANKING, clientele.id, number),
            current=number == page.address.number,
        )
        for number in range(1, parts + 1)
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
