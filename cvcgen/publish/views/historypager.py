"""A history in parts: the newest page grows, the others never change again.

Parts are numbered from the oldest, so that what a page of the archive holds stays there; the
page without a number holds the newest entries.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from cvcgen.core.diagnostics import Message, message
from cvcgen.publish.addresses import PageKind
from cvcgen.publish.views.context import PageContext

ENTRIES_PER_PAGE = 20
"""Of a page of the archive; the newest page has as many, and up to twice as many."""
_Entry = TypeVar("_Entry")


@dataclass(frozen=True, slots=True)
class WayInTime:
    """The link to a part of the history that is older or newer."""

    label: str
    """Which way it leads."""
    href: str
    """Relative to the page."""
    rel: str
    """`prev` for newer entries, `next` for older ones."""


def count_history_pages(entries: int) -> int:
    """How many pages that many entries take, at least one.

    >>> [count_history_pages(entries) for entries in (0, 39, 40, 59, 60)]
    [1, 1, 2, 2, 3]
    """
    return max(1, entries // ENTRIES_PER_PAGE)


def take_entries(entries: Sequence[_Entry], number: int) -> tuple[_Entry, ...]:
    """Those of the page with that number, of entries that come oldest first.

    Page 1 has the newest; page 2 the oldest, page 3 those that follow them.
    """
    if number == 1:
        return tuple(entries[(count_history_pages(len(entries)) - 1) * ENTRIES_PER_PAGE :])
    start = (number - 2) * ENTRIES_PER_PAGE
    return tuple(entries[start : start + ENTRIES_PER_PAGE])


def number_of(position: int, entries: int) -> int:
    """The number of the page that holds the entry with that many older ones.

    >>> [number_of(position, 65) for position in (0, 19, 20, 39, 40, 64)]
    [2, 2, 3, 3, 1, 1]
    """
    archived = (count_history_pages(entries) - 1) * ENTRIES_PER_PAGE
    return 1 if position >= archived else position // ENTRIES_PER_PAGE + 2


def list_ways(page: PageContext, entries: int) -> tuple[WayInTime, ...]:
    """To the newer entries and to the older ones, where there are some."""
    pages, number = count_history_pages(entries), page.address.number
    ways = []
    if number > 1:
        newer = 1 if number == pages else number + 1
        ways.append(_way(page, message("Newer changes"), newer, "prev"))
    older = pages if number == 1 else number - 1
    if older > 1:
        ways.append(_way(page, message("Older changes"), older, "next"))
    return tuple(ways)


def _way(page: PageContext, label: Message, number: int, rel: str) -> WayInTime:
    href = page.href(PageKind.HISTORY, number=number)
    return WayInTime(page.voice.say(label), href, rel)
