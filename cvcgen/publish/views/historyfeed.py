"""The changes of scores for feed readers (RFC 4287), in one language.

Nothing depends on the day of the build: ids are made from commits, dates are the commits'
own. Addresses are whole where the site's own is known, else relative to the feed.
"""

from dataclasses import dataclass
from uuid import NAMESPACE_OID, uuid5

from cvcgen.core.diagnostics import message
from cvcgen.core.trend import Occasion, feed_name
from cvcgen.publish.addresses import absolute_link, feed_path
from cvcgen.publish.history import SiteHistory
from cvcgen.publish.views.context import PageContext
from cvcgen.publish.views.history import entry_href
from cvcgen.publish.views.historyentry import (
    HistoryEntry,
    list_told,
    moves_scores,
    show_entry,
)

_MOST_ENTRIES = 20
_EPOCH = "1970-01-01T00:00:00+00:00"


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One commit that moved scores."""

    urn: str
    """The same on every day and machine."""
    title: str
    """How many scores it moved, and what the commit says of itself."""
    updated: str
    """The commit's time, in RFC 3339."""
    address: str
    """The entry on the history's page."""
    entry: HistoryEntry
    """What it moved, and why."""


@dataclass(frozen=True, slots=True)
class FeedView:
    """The feed."""

    language: str
    """The feed's language."""
    urn: str
    """The same on every day and machine."""
    title: str
    """What the feed is called."""
    author: str
    """Who publishes the site."""
    updated: str
    """The time of the last commit, in RFC 3339."""
    address: str
    """The history's page."""
    self_address: str | None
    """The feed's own whole address, or None where the site's is not known."""
    entries: tuple[FeedEntry, ...]
    """The newest first."""


def view_feed(page: PageContext, history: SiteHistory) -> FeedView:
    """The feed of a site with that history; the page is the history's first one."""
    told = list_told(history)
    moving = [at for at, occasion in enumerate(told) if moves_scores(occasion)]
    owner = page.voice.localise(page.site.catalogue.site.title).text or "cvcgen"
    url = page.site.catalogue.site.url
    return FeedView(
        language=page.voice.language,
        urn=_urn(page, history),
        title=page.voice.say(message("{site}: score changes", site=owner)),
        author=owner,
        updated=_time(history.trend.occasions[-1]),
        address=_address(page, page.path.name),
        self_address=None
        if url is None
        else absolute_link(url, feed_path(page.voice.language)),
        entries=tuple(
            _entry(page, history, at, told) for at in reversed(moving[-_MOST_ENTRIES:])
        ),
    )


def _entry(
    page: PageContext, history: SiteHistory, at: int, told: tuple[Occasion, ...]
) -> FeedEntry:
    occasion = told[at]
    entry = show_entry(page, history, occasion)
    return FeedEntry(
        urn=_urn(page, history, occasion.origin.revision or occasion.origin.label),
        title=f"{entry.finding} · {entry.commit.subject}",
        updated=_time(occasion),
        address=_address(page, entry_href(page, at, told)),
        entry=entry,
    )


def _address(page: PageContext, href: str) -> str:
    """The link from the history's page as a whole address, where the site's is known."""
    url = page.site.catalogue.site.url
    if url is None:
        return href
    name, _, anchor = href.partition("#")
    whole = absolute_link(url, page.path.parent / name)
    return f"{whole}#{anchor}" if anchor else whole


def _urn(page: PageContext, history: SiteHistory, revision: str = "") -> str:
    name = feed_name(history.identity, page.voice.language, revision)
    return f"urn:uuid:{uuid5(NAMESPACE_OID, name)}"


def _time(occasion: Occasion) -> str:
    return occasion.origin.committed_at or _EPOCH
