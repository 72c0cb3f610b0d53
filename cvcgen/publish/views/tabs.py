"""The way from one ranking to the others, and to all of them side by side.

Where there are many, a page names those beside its own and leads to the list of all: else the
pages of n clienteles would have n² links.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from cvcgen.core.diagnostics import message
from cvcgen.core.model import Clientele
from cvcgen.publish.addresses import PageKind
from cvcgen.publish.views.context import LanguageContext, PageContext, once_per_language
from cvcgen.publish.views.editions import comparable_editions
from cvcgen.publish.voice import Localised

MOST_TABS = 24
"""Clienteles that all stand on each page."""
_BESIDE = 3
"""Where there are more: those on either side of the page's own that stand there."""


@dataclass(frozen=True, slots=True)
class Tab:
    """One clientele's ranking or the comparison, to go to from the others."""

    label: Localised
    """What the clientele is called."""
    edition: str
    """Which edition of the method; empty where there is none."""
    href: str
    """Relative to the page."""
    current: bool
    """Whether it is the one shown."""


def list_tabs(page: PageContext) -> tuple[Tab, ...]:
    """A tab per clientele, and one for the comparison; none where there is one clientele."""
    clienteles = page.clienteles()
    if len(clienteles) < 2:
        return ()
    many = len(clienteles) > MOST_TABS
    shown = _beside(page, clienteles) if many else clienteles
    rankings = tuple(_ranking(page, clientele) for clientele in shown)
    whole = (_all_rankings(page),) if many else ()
    comparison = (_comparison(page),) if comparable_editions(page) else ()
    return (*whole, *rankings, *comparison)


def _beside(page: PageContext, clienteles: tuple[Clientele, ...]) -> tuple[Clientele, ...]:
    """The page's own clientele and those beside it; none on a page that is of none."""
    here = _positions(page).get(page.address.id)
    return () if here is None else clienteles[max(here - _BESIDE, 0) : here + _BESIDE + 1]


@once_per_language
def _positions(page: LanguageContext) -> Mapping[str, int]:
    """Where each clientele stands among all."""
    return {clientele.id: position for position, clientele in enumerate(page.clienteles())}


def _ranking(page: PageContext, clientele: Clientele) -> Tab:
    return Tab(
        label=page.clientele_name(clientele.id),
        edition=clientele.edition or "",
        href=page.href(PageKind.RANKING, clientele.id),
        current=page.address.id == clientele.id,
    )


def _all_rankings(page: PageContext) -> Tab:
    label = page.voice.say(message("All rankings"))
    return Tab(page.words(label), "", page.href(PageKind.RANKINGS), current=False)


def _comparison(page: PageContext) -> Tab:
    return Tab(
        label=page.words(page.voice.say(message("Compare"))),
        edition="",
        href=page.href(PageKind.COMPARE),
        current=page.address.kind is PageKind.COMPARE,
    )
