"""What is said of a point beside its score: new ids, who passed it, why it has no rank."""

from collections.abc import Iterator

from cvcgen.core.changes.standings import Company
from cvcgen.core.changes.telling import says_unranked, told_company
from cvcgen.core.diagnostics import message
from cvcgen.core.trend import Point
from cvcgen.reports.changes.notes import tell_company
from cvcgen.reports.changes.review import Names
from cvcgen.reports.reader import Reader
from cvcgen.reports.reasons import unranked_reason
from cvcgen.reports.scores.wording import Wording

_NAMED = 3
"""How many of the projects that passed another are named."""


def tell_new_ids(point: Point, former: Point, reader: Reader) -> Iterator[str]:
    """The id that the project, or the clientele, had until now."""
    place, known = point.place, former.place
    if place is None or known is None:
        return
    if place.project != known.project:
        yield reader.say(message("new id, before: {former}", former=known.project))
    if place.score.clientele != known.score.clientele:
        yield reader.say(message("new id, before: {former}", former=known.score.clientele))


def tell_passed(beside: Company, names: Names) -> Iterator[str]:
    """Who changed places with a project."""
    tied, untied, passed, passed_by = told_company(beside)
    # Of both, who came above is told first: that is why the rank was lost.
    return tell_company((tied, untied, passed_by, passed), names, _NAMED)


def tell_unranked(point: Point, former: Point | None, wording: Wording) -> Iterator[str]:
    """Why there is no rank, where neither the former point nor the change has said so."""
    place, known = point.place, former.place if former else None
    if place is not None and point.change is None and says_unranked(known, place):
        why = unranked_reason(place, wording.names, wording.reader)
        yield wording.reader.say(message("not ranked: {why}", why=why))
