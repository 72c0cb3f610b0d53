"""The places of a clientele in their order, asked for part by part.

Who shows one page of a long ranking, or the first five, depends on the projects that stand
there and on nothing else of the order.
"""

from collections.abc import Sequence
from typing import overload

from cvcgen.core.model import ClienteleId, ProjectId
from cvcgen.core.ranking import Place
from cvcgen.publish.views.context import LanguageContext, once_per_language
from cvcgen.publish.views.facts import settled


class Standings(Sequence[Place]):
    """The first places of a clientele: best rank first, by title inside a tie."""

    def __init__(self, page: LanguageContext, clientele: ClienteleId, count: int) -> None:
        self._page = page
        self._clientele = clientele
        self._count = count

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, at: int) -> Place: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[Place, ...]: ...

    def __getitem__(self, at: int | slice) -> Place | tuple[Place, ...]:
        if isinstance(at, int):
            first = range(self._count)[at]
            return self._take(first, first + 1)[0]
        start, stop, step = at.indices(self._count)
        return self._take(start, stop)[::step]

    def _take(self, start: int, stop: int) -> tuple[Place, ...]:
        projects = _take_projects(self._page, self._clientele, start, stop)
        places = self._page.site.places
        return tuple([places[project, self._clientele] for project in projects])


def sort_places(page: LanguageContext, clientele: ClienteleId) -> Standings:
    """The clientele's places, best rank first, by title inside a tie and without a rank."""
    return Standings(page, clientele, _count_places(page, clientele))


def sort_ranked(page: LanguageContext, clientele: ClienteleId) -> Standings:
    """The clientele's places that have a rank, best first, by title inside a tie."""
    return Standings(page, clientele, page.site.rankings[clientele].ranked_count)


@settled
def _count_places(page: LanguageContext, clientele: ClienteleId) -> int:
    return len(page.site.rankings[clientele].places)


@settled
def _take_projects(
    page: LanguageContext, clientele: ClienteleId, start: int, stop: int
) -> tuple[ProjectId, ...]:
    return _sort_projects(page, clientele)[start:stop]


@once_per_language
def _sort_projects(page: LanguageContext, clientele: ClienteleId) -> tuple[ProjectId, ...]:
    by_title = page.title_order()

    places = page.site.whole_ranking(clientele).places

    def key(place: Place) -> tuple[int, int]:
        return (place.rank or len(places) + 1, by_title[place.project])

    return tuple([place.project for place in sorted(places, key=key)])
