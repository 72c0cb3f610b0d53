"""One project for several clienteles of an edition: its places, and how far apart they are."""

from collections.abc import Iterable
from dataclasses import dataclass

from cvcgen.core.model import Clientele, ProjectId
from cvcgen.core.ranking import Place
from cvcgen.publish.views.context import PageContext


@dataclass(frozen=True, slots=True)
class Standpoints:
    """The places of one project, seen by the clienteles of one edition."""

    project: ProjectId
    """Which one."""
    places: tuple[Place | None, ...]
    """One per clientele; None where it has no score for it."""
    difference: int | None
    """The ranks between best and worst, or None where fewer than two are known."""

    @property
    def ranked(self) -> tuple[Place, ...]:
        """The places that have a rank, in the clienteles' order."""
        return tuple(place for place in self.places if place and place.rank is not None)


def collect_standpoints(
    page: PageContext, clienteles: tuple[Clientele, ...]
) -> tuple[Standpoints, ...]:
    """Every project that has a score for one of them, the largest difference first.

    Equal ones by title; what is ranked for fewer than two of them comes last.
    """
    found = (_stand(page, project.id, clienteles) for project in page.site.catalogue.projects)
    known = (standpoints for standpoints in found if any(standpoints.places))
    return _sort(page, known)


def _stand(
    page: PageContext, project: ProjectId, clienteles: tuple[Clientele, ...]
) -> Standpoints:
    known = page.site.places
    places = tuple([known.get((project, clientele.id)) for clientele in clienteles])
    found = (place.rank for place in places if place is not None)
    ranks = [rank for rank in found if rank is not None]
    return Standpoints(project, places, max(ranks) - min(ranks) if len(ranks) > 1 else None)


def _sort(page: PageContext, found: Iterable[Standpoints]) -> tuple[Standpoints, ...]:
    by_title = page.title_order()

    def key(standpoints: Standpoints) -> tuple[bool, int, int]:
        difference = standpoints.difference
        return (difference is None, -(difference or 0), by_title[standpoints.project])

    return tuple(sorted(found, key=key))
