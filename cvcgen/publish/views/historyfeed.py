"""The changes of scores for feed readers (RFC 4287), in one language.

Nothing depends on the day of the build: ids are made from commits, dates are the commits'
own. Addresses are whole where the site's own is known, else relative to the feed.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import NAMESPACE_OID, uuid5

from cvcgen.core.changes import RecordEvent
from cvcgen.core.changes.sentences import Ends, say_rank, say_score
from cvcgen.core.diagnostics import message
from cvcgen.core.model import Kind
from cvcgen.core.trend import Occasion, feed_name
from cvcgen.publish.addresses import absolute_link, feed_path
from cvcgen.publish.history import SiteHistory
from cvcgen.publish.views.changeditem import show_record
from cvcgen.publish.views.changemark import show_ends
from cvcgen.publish.views.changerow import ChangeRow, show_boards
from cvcgen.publish.views.commitmark import mark_commit
from cvcgen.publish.views.context import PageContext
from cvcgen.publish.views.history import entry_href
from cvcgen.publish.views.historyentry import (
    MOST_ROWS,
    list_breaks,
    list_told,
    moves_scores,
    say_effects,
)
from cvcgen.publish.views.paststates import PastStates, past_states

_MOST_ENTRIES = 20
_EPOCH = "1970-01-01T00:00:00+00:00"


@dataclass(frozen=True, slots=True)
class FeedItem:
    """What became of one score, in words that stand alone."""

    sentence: str
    """The project, its score and its rank, now and before."""
    why: tuple[str, ...]
    """The causes and what else happened, a sentence each."""


@dataclass(frozen=True, slots=True)
class FeedBoard:
    """What became of the scores of one clientele."""

    clientele: str
    """What the clientele is called."""
    items: tuple[FeedItem, ...]
    """What matters most first."""
    more: str
    """How many scores were left out, or came or went with the clientele; empty where none."""


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
    author: str
    """Who made the commit; empty where that is not known."""
    notes: tuple[str, ...]
    """What of the method changed, and which records came, went or were renamed."""
    boards: tuple[FeedBoard, ...]
    """What it moved, and why, one for each clientele."""


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
    commit = mark_commit(page, occasion)
    finding = say_effects(page, history, occasion)
    states = past_states(page, occasion)
    return FeedEntry(
        urn=_urn(page, history, occasion.origin.revision or occasion.origin.label),
        title=" · ".join(filter(None, (finding, commit.subject))),
        updated=_time(occasion),
        address=_address(page, entry_href(page, at, told)),
        author=commit.author,
        notes=tuple(_notes(states, occasion)) if states else (),
        boards=tuple(_boards(states)) if states else (),
    )


def _notes(states: PastStates, occasion: Occasion) -> Iterator[str]:
    """What the items do not say: of projects that came or went they do."""
    say = states.page.voice.say
    for method in list_breaks(states, occasion):
        what = ", ".join(method.edits)
        said = say(message("Measured otherwise from here: {what}", what=what))
        yield f"{method.clientele.text} – {said}"
    for change in states.preview.comparison.records:
        told = change.event is not RecordEvent.RENAMED
        if not (told and change.record.kind is Kind.PROJECT):
            yield show_record(change, states).what


def _boards(states: PastStates) -> Iterator[FeedBoard]:
    for board in show_boards(states, MOST_ROWS):
        items = tuple(_item(row, states) for row in board.rows)
        yield FeedBoard(board.clientele.text, items, board.more)


def _item(row: ChangeRow, states: PastStates) -> FeedItem:
    change, page = row.change, states.page
    places = (change.before, change.after)
    scores = [
        "" if place is None or place.score.low is None else shown
        for place, shown in zip(places, show_ends(page, change), strict=True)
    ]
    ranks = [
        page.voice.rank(place.rank, place.tied) if place and place.rank else ""
        for place in places
    ]
    rank = say_rank(change, Ends(*ranks))
    said = [say_score(change, Ends(*scores), row.delta, bool(states.back_since(change)))]
    standing = "; ".join(map(page.voice.say, [*said, *([rank] if rank else [])]))
    causes = (
        f"{line.what} ({line.amount})" if line.amount else line.what
        for line in row.causes.lines
    )
    return FeedItem(f"{row.project.text} – {standing}", (*causes, *row.notes))


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
