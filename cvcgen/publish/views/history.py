"""The history's page: what changed on the whole site, the newest first, and what it moved."""

from dataclasses import dataclass

from cvcgen.core.diagnostics import message
from cvcgen.core.trend import Occasion
from cvcgen.publish.addresses import PageKind
from cvcgen.publish.history import SiteHistory
from cvcgen.publish.views.commitmark import CommitMark, mark_commit
from cvcgen.publish.views.context import Link, PageContext
from cvcgen.publish.views.evolutionlink import say_evolution
from cvcgen.publish.views.frame import Frame, feed_href, frame_page
from cvcgen.publish.views.historyentry import (
    HistoryEntry,
    entry_anchor,
    list_told,
    moves_scores,
    say_effects,
    show_entry,
)
from cvcgen.publish.views.historypager import (
    WayInTime,
    list_ways,
    number_of,
    take_entries,
)

_LATELY = 3


@dataclass(frozen=True, slots=True)
class HistoryView:
    """The page of all that changed."""

    frame: Frame
    """What surrounds the page."""
    finding: str
    """How many changes there are, and since when."""
    limits: tuple[str, ...]
    """What the history does not tell, a sentence each."""
    evolutions: tuple[Link, ...]
    """For each clientele, its projects over time."""
    feed_href: str
    """The same for feed readers."""
    entries: tuple[HistoryEntry, ...]
    """The newest first."""
    ways: tuple[WayInTime, ...]
    """To newer and older entries."""


@dataclass(frozen=True, slots=True)
class Recent:
    """One change in a few words."""

    commit: CommitMark
    """Which commit."""
    finding: str
    """How much it moved, in a sentence without a full stop."""
    href: str
    """All of it."""


@dataclass(frozen=True, slots=True)
class Lately:
    """What changed last."""

    recent: tuple[Recent, ...]
    """The newest first, at least one."""
    history_href: str
    """All changes."""


def view_history(page: PageContext, history: SiteHistory) -> HistoryView:
    """The page of all that changed, or of a part of it."""
    told = list_told(history)
    finding = say_extent(page, told)
    title = page.words(page.voice.say(message("History")))
    shown = reversed(take_entries(told, page.address.number))
    return HistoryView(
        frame=frame_page(page, title, finding),
        finding=finding,
        limits=say_limits(page, history),
        evolutions=tuple(
            Link(page.words(say_evolution(page, one.id)), page.href(PageKind.EVOLUTION, one.id))
            for one in page.clienteles()
        ),
        feed_href=feed_href(page),
        entries=tuple(show_entry(page, history, occasion) for occasion in shown),
        ways=list_ways(page, len(told)),
    )


def show_lately(page: PageContext) -> Lately | None:
    """The last changes of scores; None where there are none, or no history is told."""
    history = page.site.history
    if history is None:
        return None
    told = list_told(history)
    moving = [(at, one) for at, one in enumerate(told) if moves_scores(one)]
    recent = tuple(
        Recent(
            commit=mark_commit(page, occasion),
            finding=say_effects(page, history, occasion),
            href=entry_href(page, at, told),
        )
        for at, occasion in reversed(moving[-_LATELY:])
    )
    return Lately(recent, page.href(PageKind.HISTORY)) if recent else None


def entry_href(page: PageContext, position: int, told: tuple[Occasion, ...]) -> str:
    """The link to the entry at that position of all that are told."""
    href = page.href(PageKind.HISTORY, number=number_of(position, len(told)))
    return f"{href}#{entry_anchor(told[position])}"


def say_extent(page: PageContext, told: tuple[Occasion, ...]) -> str:
    """How many changes there are, and since when."""
    if len(told) < 2:
        return page.voice.say(
            message("One revision only: there is nothing to compare it with yet.")
        )
    return page.voice.many(
        "{count} change of the content since {date}.",
        "{count} changes of the content since {date}.",
        len(told) - 1,
        date=mark_commit(page, told[0]).date,
    )


def say_limits(page: PageContext, history: SiteHistory) -> tuple[str, ...]:
    """What the history does not tell, a sentence each."""
    said = []
    if not history.whole:
        said.append(message("Older changes are not known: the history begins late."))
    if page.site.scoreboard.origin.revision is None:
        said.append(message("What is not committed yet is not part of the history."))
    return tuple(map(page.voice.say, said))
