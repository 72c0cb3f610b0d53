"""What a report on a history is about: a trend, and which of its series are wanted."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from cvcgen.core.model import Catalogue, Language, Site, Text
from cvcgen.core.trend import Series, Trend
from cvcgen.reports.pieces import Pieces

REMEMBERED = 16_384
"""How many texts are kept as a medium writes them: a history has few, thousands of times."""
_NOBODY = Catalogue(Site(Text(()), (Language("fr"),)))


@dataclass(frozen=True, slots=True)
class Chronicle:
    """A trend as far as it is wanted."""

    trend: Trend
    projects: tuple[str, ...] = ()
    """The wanted ones by id; all where none is named."""
    clienteles: tuple[str, ...] = ()
    """The wanted ones by id; all where none is named."""
    identity: str = ""
    """What tells this content from any other, whatever its age: a commit and a folder."""

    whole: bool = True
    """Whether it goes back to the first revision of all."""

    @property
    def series(self) -> tuple[Series, ...]:
        """The wanted ones, by clientele and project."""
        if not self.projects and not self.clienteles:
            return self.trend.series
        return tuple(one for one in self.trend.series if self.wants(one.project, one.clientele))

    @property
    def catalogue(self) -> Catalogue:
        """The last one that could be read; an empty one where none could."""
        found = (one.catalogue for one in reversed(self.trend.occasions))
        return next((catalogue for catalogue in found if catalogue is not None), _NOBODY)

    def wants(self, project: str, clientele: str) -> bool:
        """Whether the scores of that project for that clientele are told."""
        return _named(project, self.projects) and _named(clientele, self.clienteles)


def series_pieces(
    chronicle: Chronicle, draw: Callable[[Series, int], str], head: str = "", foot: str = ""
) -> Pieces:
    """A report with a piece for each wanted series, which is drawn with its number."""
    wanted = chronicle.series
    sizes = [len(series.points) for series in wanted]
    return Pieces(head, lambda number: draw(wanted[number], number), sizes, foot)


def _named(name: str, wanted: Collection[str]) -> bool:
    return not wanted or name in wanted
