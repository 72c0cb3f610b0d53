"""What is said of a point beside its score: new ids, who passed it, why it has no rank."""

from collections.abc import Callable, Iterator

from cvcgen.core.diagnostics import message
from cvcgen.core.model import ProjectId
from cvcgen.core.trend import Point, company
from cvcgen.reports.changes.review import Names
from cvcgen.reports.reader import Reader
from cvcgen.reports.reasons import unranked_reason
from cvcgen.reports.scores.wording import Wording

_NAMED = 3
"""How many of the projects that passed another are named."""


def tell_new_ids(point: Point, former: Point, reader: Reader) -> Iterator[str]:
    """The id that the project, or the clientele, had until now."""
    if point.place is None or former.place is None:
        return
    ids = [(place.project, place.score.clientele) for place in (former.place, point.place)]
    for old, new in zip(*ids, strict=True):
        if old != new:
            yield reader.say(message("new id, before: {former}", former=old))


def tell_passed(point: Point, former: Point, name: Callable[[], Names]) -> Iterator[str]:
    """Who changed places with it; `name` is asked only if there is someone."""
    beside = company(point, former)
    listed = {
        message("now tied with {names}"): beside.tied,
        message("no longer tied with {names}"): _without(beside.untied, beside.above),
        message("now behind {names}"): beside.above,
        message("no longer behind {names}"): _without(beside.below, beside.tied),
    }
    for sentence, projects in listed.items():
        if projects:
            names = name()
            found = _listed(projects, names)
            yield names.reader.say(message(sentence.template, names=found))


def tell_unranked(point: Point, former: Point | None, wording: Wording) -> Iterator[str]:
    """Why there is no rank, where that was not said of the former point."""
    place, known = point.place, former.place if former else None
    if place is None or place.unranked is None:
        return
    if known is None or known.unranked is not place.unranked:
        why = unranked_reason(place, wording.names, wording.reader)
        yield wording.reader.say(message("Not ranked: {why}", why=why))


def _without(
    projects: tuple[ProjectId, ...], told: tuple[ProjectId, ...]
) -> tuple[ProjectId, ...]:
    return tuple(name for name in projects if name not in told)


def _listed(projects: tuple[ProjectId, ...], names: Names) -> str:
    shown = ", ".join(names.quote(names.title(project)) for project in projects[:_NAMED])
    more = len(projects) - _NAMED
    if more <= 0:
        return shown
    others = names.reader.phrases.many("and {count} more", "and {count} more", more)
    return f"{shown} {others.format(count=more)}"
