"""The way from a clientele's pages to its past."""

from cvcgen.core.diagnostics import message
from cvcgen.core.model import ClienteleId
from cvcgen.publish.addresses import PageKind
from cvcgen.publish.views.context import PageContext


def evolution_href(page: PageContext, clientele: ClienteleId) -> str | None:
    """The link to a clientele's past, or None where the site tells none of its past."""
    return page.href(PageKind.EVOLUTION, clientele) if page.site.history else None


def say_evolution(page: PageContext, clientele: ClienteleId) -> str:
    """What the page of a clientele's past is called."""
    name = page.clientele_name(clientele)
    return page.voice.say(message("{clientele} over time", clientele=name))
