"""The home page: what the site ranks, and the top of each ranking side by side."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cvcgen.core.diagnostics import message
from cvcgen.core.model import Clientele
from cvcgen.core.ranking import Place
from cvcgen.publish.addresses import PageKind
from cvcgen.publish.views.changemark import ChangeMark, mark_change
from cvcgen.publish.views.context import Link, PageContext
from cvcgen.publish.views.editions import comparable_editions
from cvcgen.publish.views.finding import say_ranking
from cvcgen.publish.views.frame import Frame, frame_page
from cvcgen.publish.views.labels import Badge, label_provenance
from cvcgen.publish.views.standing import Standing, show_standing
from cvcgen.publish.views.standings import sort_ranked
from cvcgen.publish.voice import Localised, Prose

if TYPE_CHECKING:  # a site that tells none of its past needs no history
    from cvcgen.publish.views.history import Lately

_TOP = 5


@dataclass(frozen=True, slots=True)
class TopRow:
    """One of the best ranked projects."""

    project: Link
    """The project's page."""
    standing: Standing
    """Score and rank."""
    change: ChangeMark | None
    """What both were, on a preview where they changed; else None."""


@dataclass(frozen=True, slots=True)
class RankingCard:
    """The top of one ranking."""

    clientele: Localised
    """What the clientele is called."""
    edition: str
    """Which edition of the method; empty where there is none."""
    badge: Badge | None
    """Where the weights come from."""
    finding: str
    """How many are ranked and what half of them reach."""
    rows: tuple[TopRow, ...]
    """The best five places or fewer, best first."""
    href: str
    """The whole ranking."""


@dataclass(frozen=True, slots=True)
class HomeView:
    """The home page."""

    frame: Frame
    """What surrounds the page."""
    summary: Prose | None
    """What the site ranks, in a sentence."""
    finding: str
    """How many projects and clienteles there are."""
    rankings: tuple[RankingCard, ...]
    """One per clientele."""
    compare_href: str | None
    """The rankings side by side, or None where there is nothing to compare."""
    projects_href: str
    """The list of all projects."""
    values_href: str
    """The values."""
    method_href: str
    """The method."""
    data_href: str
    """The data."""
    lately: "Lately | None"
    """What changed last; None where the site tells none of its past."""


@dataclass(frozen=True, slots=True)
class RankingsView:
    """The list of all rankings."""

    frame: Frame
    """What surrounds the page."""
    rankings: tuple[RankingCard, ...]
    """One per clientele."""


def view_home(page: PageContext) -> HomeView:
    """The home page."""
    site = page.site.catalogue.site
    title = page.voice.localise(site.title)
    finding = say_size(page)
    summary = page.voice.localise(site.summary).text if site.summary else finding
    return HomeView(
        frame=frame_page(page, title, summary),
        summary=page.voice.prose(site.summary),
        finding=finding,
        rankings=show_rankings(page),
        compare_href=page.href(PageKind.COMPARE) if comparable_editions(page) else None,
        projects_href=page.href(PageKind.PROJECTS),
        values_href=page.href(PageKind.VALUES),
        method_href=page.href(PageKind.METHOD),
        data_href=page.href(PageKind.DATA),
        lately=_show_lately(page),
    )


def _show_lately(page: PageContext) -> "Lately | None":
    if page.site.history is None:
        return None
    from cvcgen.publish.views.history import show_lately  # noqa: PLC0415 - see above

    return show_lately(page)


def view_rankings(page: PageContext) -> RankingsView:
    """The list of all rankings."""
    title = page.words(page.voice.say(message("Rankings")))
    return RankingsView(frame_page(page, title, say_size(page)), show_rankings(page))


def show_rankings(page: PageContext) -> tuple[RankingCard, ...]:
    """The top of each ranking."""
    return tuple(_card(page, clientele) for clientele in page.clienteles())


def say_size(page: PageContext) -> str:
    """How many projects and clienteles the site has."""
    projects = len(page.site.catalogue.projects)
    clienteles = len(page.site.catalogue.clienteles)
    if not projects:
        return page.voice.say(message("This site has no project yet."))
    if not clienteles:
        counted = page.voice.many("{count} project", "{count} projects", projects)
        return page.voice.say(message("{projects}, no clientele yet.", projects=counted))
    # Two sentences in one: in French «scored» goes with the number of projects.
    return page.voice.many(
        "{scored} for {count} clientele.",
        "{scored} for {count} clienteles.",
        clienteles,
        scored=page.voice.many("{count} project, scored", "{count} projects, scored", projects),
    )


def _card(page: PageContext, clientele: Clientele) -> RankingCard:
    ranked = sort_ranked(page, clientele.id)
    return RankingCard(
        clientele=page.clientele_name(clientele.id),
        edition=clientele.edition or "",
        badge=label_provenance(clientele.provenance, page.voice),
        finding=say_ranking(page, clientele.id),
        rows=tuple(_top_row(page, place) for place in ranked[:_TOP]),
        href=page.href(PageKind.RANKING, clientele.id),
    )


def _top_row(page: PageContext, place: Place) -> TopRow:
    return TopRow(
        page.project_link(place.project), show_standing(page, place), mark_change(page, place)
    )
