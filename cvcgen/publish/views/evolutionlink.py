"""The way from a clientele's pages to its past."""

from cvcgen.core.model import ClienteleId
from cvcgen.publish.addresses import PageKind
from cvcgen.publish.views.context import PageContext


def evolution_href(page: PageContext, clientele: ClienteleId) -> str | None:
    """The link to a clientele's past, or None where the site tells none of its past."""
    return page.href(PageKind.EVOLUTION, clientele) if page.site.history else None
