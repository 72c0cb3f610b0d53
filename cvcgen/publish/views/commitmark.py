"""Which commit: its day, its short id with a link to it, what it says of itself.

Subjects and authors come from strangers: what would hide or reorder text is made visible, and
templates isolate the rest (`bdi`).
"""

from dataclasses import dataclass

from cvcgen.core.hidden import show_hidden
from cvcgen.core.trend import Occasion
from cvcgen.publish.sourcelinks import revision_link
from cvcgen.publish.views.bothstates import SHOWN_ID
from cvcgen.publish.views.codespans import Coded, split_code
from cvcgen.publish.views.context import PageContext

_LONGEST_SUBJECT = 120
_LONGEST_AUTHOR = 60
_LONGEST_REASON = 300


@dataclass(frozen=True, slots=True)
class CommitMark:
    """One commit as pages name it."""

    day: str
    """The day of the commit, `YYYY-MM-DD`; empty where it is not known."""
    date: str
    """The same in words."""
    id: str
    """The short id."""
    href: str | None
    """The commit at its repository, or None where that is not known."""
    subject: str
    """What it says of itself, cut where it is long."""
    told: Coded
    """The same with its code set apart."""
    author: str
    """Who made it; empty where that is not known."""


def mark_commit(page: PageContext, occasion: Occasion) -> CommitMark:
    """The commit of that revision."""
    origin = occasion.origin
    subject = cut(occasion.subject, _LONGEST_SUBJECT)
    return CommitMark(
        day=origin.day,
        date=page.voice.date(origin.day),
        id=(origin.revision or origin.label)[:SHOWN_ID],
        href=revision_link(page.site.catalogue.site.repository, origin),
        subject=subject,
        told=split_code(subject),
        author=cut(occasion.author, _LONGEST_AUTHOR),
    )


def say_gap(page: PageContext, occasion: Occasion) -> str:
    """Why nothing is known of that revision; empty where something is."""
    gap = occasion.gap
    return "" if gap is None else cut(page.voice.say(gap), _LONGEST_REASON)


def cut(text: str, most: int) -> str:
    r"""At most that many characters of the text, hidden ones made visible.

    >>> print(cut("Weigh\u202e speed more", 6), cut("Short", 6))
    Weigh… Short
    """
    shown = text if len(text) <= most else f"{text[: most - 1]}…"
    return show_hidden(shown)
