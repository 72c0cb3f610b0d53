"""Which projects were rated at which points on each value, counted once for all pages."""

from collections.abc import Mapping, Sequence

from cvcgen.core.model import ClienteleId, ProjectId, ValueId
from cvcgen.publish.views.context import LanguageContext, once_per_language

Tally = Mapping[ValueId, Mapping[tuple[int, int], Sequence[ProjectId]]]
"""For each value, points as two integers, and the projects that were rated at these."""


@once_per_language
def tally_ratings(page: LanguageContext, clientele: ClienteleId) -> Tally:
    """The ratings for the clientele; what is not rated or not applicable is not among them."""
    found: dict[ValueId, dict[tuple[int, int], list[ProjectId]]] = {}
    for place in page.site.whole_ranking(clientele).places:
        project = place.project
        for part in place.score.parts:
            points = part.points
            if points is not None:
                rated = found.setdefault(part.value, {})
                rated.setdefault(points.as_integer_ratio(), []).append(project)
    return found
