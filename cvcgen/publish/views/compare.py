"""The comparison: which projects one clientele ranks high and another low.

Only ranks of one edition stand side by side; nothing is added, averaged or ranked anew.
"""

from dataclasses import dataclass
from fractions import Fraction

from cvcgen.core.diagnostics import message
from cvcgen.core.model import Clientele
from cvcgen.core.ranking import Place
from cvcgen.publish.views.context import Link, PageContext
from cvcgen.publish.views.dumbbell import Dumbbell, draw_dumbbell, find_ends, say_place
from cvcgen.publish.views.editions import comparable_editions, lone_clienteles
from cvcgen.publish.views.frame import Frame, frame_page
from cvcgen.publish.views.standing import show_score
from cvcgen.publish.views.standpoints import Standpoints, collect_standpoints
from cvcgen.publish.views.tabs import Tab, list_tabs

MOST_ROWS = 150
_MOST_DUMBBELLS = 8


@dataclass(frozen=True, slots=True)
class ComparedRanking:
    """One column of the comparison."""

    ranking: Link
    """The clientele's ranking."""
    ranked: str
    """How many projects it ranks."""


@dataclass(frozen=True, slots=True)
class ComparedPlace:
    """Where one project stands for one clientele, in short."""

    rank: str
    """The rank, ties said; or that there is none."""
    score: str
    """The total; empty where there is no score."""


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """One project for all clienteles of an edition."""

    project: Link
    """The project's page."""
    places: tuple[ComparedPlace, ...]
    """One per clientele."""
    difference: str
    """The ranks between best and worst; a dash where fewer than two are known."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """The clienteles of one edition, side by side."""

    edition: str
    """Which edition of the method; empty where there is none."""
    finding: str
    """How many projects can be compared, and how many keep their rank."""
    caption: str
    """Which project's rank differs most, in a sentence; empty where none does."""
    scale: str
    """What the two ends of the line mean, in a sentence."""
    dumbbells: tuple[Dumbbell, ...]
    """The projects whose rank differs most, the most first."""
    columns: tuple[ComparedRanking, ...]
    """The clienteles by name."""
    rows: tuple[ComparedRow, ...]
    """The projects, the largest difference first."""
    more: str
    """How many rows were left out, in a sentence; empty where none."""


@dataclass(frozen=True, slots=True)
class CompareView:
    """The comparison of rankings."""

    frame: Frame
    """What surrounds the page."""
    tabs: tuple[Tab, ...]
    """All rankings; none where there is one only."""
    comparisons: tuple[Comparison, ...]
    """One per edition that has two clienteles or more; the latest first."""
    lone: str
    """Which clienteles are compared with none, in a sentence; empty where none."""


def view_compare(page: PageContext) -> CompareView:
    """The page that sets rankings side by side."""
    voice = page.voice
    comparisons = tuple(_compare(page, group) for group in comparable_editions(page))
    title = page.words(voice.say(message("Where clienteles disagree")))
    nothing = voice.say(message("Nothing to compare yet."))
    first = comparisons[0] if comparisons else None
    return CompareView(
        frame=frame_page(page, title, (first.caption or first.finding) if first else nothing),
        tabs=list_tabs(page),
        comparisons=comparisons,
        lone=_say_lone(page),
    )


def _compare(page: PageContext, clienteles: tuple[Clientele, ...]) -> Comparison:
    found = collect_standpoints(page, clienteles)
    differing = tuple(standpoints for standpoints in found if standpoints.difference)
    last = max(len(page.site.rankings[clientele.id].ranked) for clientele in clienteles)
    return Comparison(
        edition=clienteles[0].edition or "",
        finding=_finding(page, found),
        caption=_caption(page, differing),
        scale=_say_scale(page, last),
        dumbbells=tuple(
            draw_dumbbell(page, standpoints, last)
            for standpoints in differing[:_MOST_DUMBBELLS]
        ),
        columns=tuple(_column(page, clientele) for clientele in clienteles),
        rows=tuple(_row(page, standpoints, clienteles) for standpoints in found[:MOST_ROWS]),
        more=_say_more(page, len(found) - MOST_ROWS),
    )


def _say_scale(page: PageContext, last: int) -> str:
    return page.voice.say(
        message(
            "Each line goes from the 1st rank, on the left, to the last, on the right"
            " ({last}).",
            last=page.voice.rank(last, tied=False),
        )
    )


def _finding(page: PageContext, found: tuple[Standpoints, ...]) -> str:
    voice = page.voice
    differences = [s.difference for s in found if s.difference is not None]
    if not differences:
        return voice.say(message("No project is ranked for two of these clienteles yet."))
    counted = voice.many(
        "{count} project is ranked for several clienteles.",
        "{count} projects are ranked for several clienteles.",
        len(differences),
    )
    if len(differences) == 1:
        return counted
    same = differences.count(0)
    kept = voice.many(
        "{count} has the same rank for all of them.",
        "{count} have the same rank for all of them.",
        same,
    )
    none = message("None has the same rank for all of them.")
    return f"{counted} {kept if same else voice.say(none)}"


def _caption(page: PageContext, differing: tuple[Standpoints, ...]) -> str:
    if not differing:
        return ""
    first, second = find_ends(differing[0])
    return page.voice.say(
        message(
            "{project} divides them most: {first}, {second}.",
            project=page.project_link(differing[0].project).label,
            first=say_place(page, first),
            second=say_place(page, second),
        )
    )


def _column(page: PageContext, clientele: Clientele) -> ComparedRanking:
    ranked = len(page.site.rankings[clientele.id].ranked)
    counted = page.voice.many("{count} project", "{count} projects", ranked)
    return ComparedRanking(page.ranking_link(clientele.id), counted)


def _row(
    page: PageContext, standpoints: Standpoints, clienteles: tuple[Clientele, ...]
) -> ComparedRow:
    project = page.site.projects[standpoints.project]
    carded = {card.clientele for card in project.scorecards}
    difference = standpoints.difference
    return ComparedRow(
        project=page.project_link(standpoints.project),
        places=tuple(
            _show_place(page, place, clientele.id in carded)
            for place, clientele in zip(standpoints.places, clienteles, strict=True)
        ),
        difference="–" if difference is None else page.voice.number(Fraction(difference), 0),
    )


def _show_place(page: PageContext, place: Place | None, has_card: bool) -> ComparedPlace:
    voice = page.voice
    if place is None:
        absent = message("not concerned") if has_card else message("not scored yet")
        return ComparedPlace(voice.say(absent), "")
    if place.rank is None:
        return ComparedPlace(voice.say(message("not ranked")), show_score(place, voice))
    return ComparedPlace(voice.rank(place.rank, place.tied), show_score(place, voice))


def _say_more(page: PageContext, count: int) -> str:
    if count <= 0:
        return ""
    return page.voice.many(
        "{count} more project, whose rank differs less, is on the rankings’ own pages.",
        "{count} more projects, whose ranks differ less, are on the rankings’ own pages.",
        count,
    )


def _say_lone(page: PageContext) -> str:
    lone = lone_clienteles(page)
    if not lone:
        return ""
    named = page.voice.enumerate(page.clientele_name(group.id).text for group in lone)
    return page.voice.say(
        message(
            "Not compared, being alone in their edition of the method: {clienteles}.",
            clienteles=named,
        )
    )
