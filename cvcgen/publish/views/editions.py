"""Which clienteles may stand side by side: those of one edition of the method, and no others.

Editions have other values, weights or questions; nothing of one is set beside another's.
"""

from itertools import groupby

from cvcgen.core.model import Catalogue, Clientele
from cvcgen.publish.views.context import PageContext


def group_editions(page: PageContext) -> tuple[tuple[Clientele, ...], ...]:
    """The clienteles of each edition, the latest first; by name inside an edition."""
    editions = groupby(page.clienteles(), key=lambda clientele: clientele.edition or "")
    return tuple(tuple(clienteles) for _, clienteles in editions)


def has_comparison(catalogue: Catalogue) -> bool:
    """Whether any edition has two clienteles to set side by side."""
    editions = [clientele.edition for clientele in catalogue.clienteles]
    return len(set(editions)) < len(editions)


def comparable_editions(page: PageContext) -> tuple[tuple[Clientele, ...], ...]:
    """The editions that have at least two clienteles, the latest first."""
    return tuple(group for group in group_editions(page) if len(group) > 1)


def lone_clienteles(page: PageContext) -> tuple[Clientele, ...]:
    """The clienteles that are the only ones of their edition."""
    return tuple(group[0] for group in group_editions(page) if len(group) == 1)
