"""The way from one ranking to the others, and to all of them side by side."""

from dataclasses import dataclass

from cvcgen.core.diagnostics import message
from cvcgen.core.model import Clientele
from cvcgen.publish.addresses import PageKind
from cvcgen.publish.views.context import PageContext
from cvcgen.publish.views.editions import comparable_editions
from cvcgen.publish.voice import Localised


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
    tabs = tuple(_ranking(page, clientele) for clientele in clienteles)
    return (*tabs, _comparison(page)) if comparable_editions(page) else tabs


def _ranking(page: PageContext, clientele: Clientele) -> Tab:
    return Tab(
        label=page.clientele_name(clientele.id),
        edition=clientele.edition or "",
        href=page.href(PageKind.RANKING, clientele.id),
        current=page.address.id == clientele.id,
    )


def _comparison(page: PageContext) -> Tab:
    return Tab(
        label=page.words(page.voice.say(message("Compare"))),
        edition="",
        href=page.href(PageKind.COMPARE),
        current=page.address.kind is PageKind.COMPARE,
    )
