"""What is wrong with a catalogue that differs little from a sound one: only news is judged."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from operator import is_

from cvcgen.core.checks import check_catalogue, check_projects, check_strictly
from cvcgen.core.diagnostics import Diagnostic, sort_diagnostics
from cvcgen.core.differing import differing
from cvcgen.core.model import Catalogue, Kind, Project

_Faults = tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """A catalogue with all that is wrong with it."""

    catalogue: Catalogue
    faults: _Faults
    """As `check_catalogue` finds them."""
    strict: _Faults
    """As `check_strictly` finds them."""


def check_news(catalogue: Catalogue, former: Catalogue) -> tuple[Diagnostic, ...]:
    """The faults of what differs from `former`, a catalogue without errors; sorted.

    The errors among them are all the errors of the catalogue. Projects are judged one by
    one, against the other records: where those are as they were, only new ones are judged;
    where they are but for weights and words, those with a published total too.
    """
    news = [new for _, new in differing(former.projects, catalogue.projects) if new]
    if _beside_projects(catalogue) == _beside_projects(former):
        return check_projects(replace(catalogue, projects=tuple(news))) if news else ()
    if _scales(catalogue) != _scales(former):
        return check_catalogue(catalogue)
    judged = {one.id: one for one in (*news, *filter(_is_weighed, catalogue.projects))}
    return check_catalogue(replace(catalogue, projects=tuple(judged.values())))


def _beside_projects(catalogue: Catalogue) -> tuple[object, ...]:
    return (catalogue.rubrics, catalogue.values, catalogue.clienteles, catalogue.unreadable)


def _scales(catalogue: Catalogue) -> tuple[object, ...]:
    """What projects are judged against, but for the weights: these matter to totals alone."""
    grids = [
        (c.id, c.rubric, [entry.value for entry in c.pyramid]) for c in catalogue.clienteles
    ]
    return (catalogue.rubrics, catalogue.ids(Kind.VALUE), grids, catalogue.unreadable)


def _is_weighed(project: Project) -> bool:
    """Whether a total was published, which the weights must be able to give."""
    return any(getattr(card, "published", None) is not None for card in project.scorecards)


def judge(catalogue: Catalogue, former: Judged | None = None) -> Judged:
    """Everything that is wrong; of a catalogue much like `former` only news is judged.

    Unlike `check_news`, what was wrong before and still is counts too. Records are the same
    where they are the same object: then what is said of their places holds as well.
    """
    if former is None or not _same_but_projects(catalogue, former.catalogue):
        return Judged(catalogue, check_catalogue(catalogue), check_strictly(catalogue))
    known = {project.id: project for project in former.catalogue.projects}
    kept = frozenset(p.where.path for p in catalogue.projects if known.get(p.id) is p)
    news = tuple(p for p in catalogue.projects if known.get(p.id) is not p)
    part = replace(catalogue, projects=news)

    def join(check: Callable[[Catalogue], _Faults], before: _Faults) -> _Faults:
        still = (fault for fault in before if fault.location.path in kept)
        return sort_diagnostics([*check(part), *still])

    faults = join(check_catalogue, former.faults)
    return Judged(catalogue, faults, join(check_strictly, former.strict))


def _same_but_projects(catalogue: Catalogue, former: Catalogue) -> bool:
    """Whether all other records are the same objects."""
    if catalogue.site is not former.site or catalogue.unreadable != former.unreadable:
        return False
    now = (catalogue.rubrics, catalogue.values, catalogue.clienteles)
    then = (former.rubrics, former.values, former.clienteles)
    return all(
        len(after) == len(before) and all(map(is_, after, before))
        for after, before in zip(now, then, strict=True)
    )
