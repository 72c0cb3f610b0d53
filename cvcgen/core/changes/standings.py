"""Who passed whom: the ranks of two rankings, project by project."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from cvcgen.core.changes.side import Side
from cvcgen.core.model import ClienteleId, ProjectId

Projects = frozenset[ProjectId]
_NOBODY: Projects = frozenset()


@dataclass(frozen=True, slots=True)
class Standing:
    """One project among the others of a ranking."""

    rank: int | None
    """From 1; None where it has none."""
    above: Projects
    """The projects that are strictly better; nobody where there is no rank."""
    beside: Projects
    """The other projects of the same rank."""


_UNRANKED = Standing(None, _NOBODY, _NOBODY)


@dataclass(frozen=True, slots=True)
class Company:
    """Who came above, left from above, came beside and left from beside a project."""

    above: tuple[ProjectId, ...] = ()
    """Strictly better now, and not before."""
    below: tuple[ProjectId, ...] = ()
    """Strictly better before, and not now."""
    tied: tuple[ProjectId, ...] = ()
    """Of the same rank now, and not before."""
    untied: tuple[ProjectId, ...] = ()
    """Of the same rank before, and not now."""


def standings(side: Side, clientele: ClienteleId) -> Mapping[ProjectId, Standing]:
    """Where each project of the ranking stands that has a rank."""
    found: dict[ProjectId, Standing] = {}
    above = _NOBODY
    order = side.orders.get(clientele, ())
    ranks = {project: side.sheets[clientele, project].place.rank for project in order}
    for rank, group in groupby(order, key=ranks.__getitem__):
        level = frozenset(group)
        found |= {project: Standing(rank, above, level - {project}) for project in level}
        above |= level
    return found


def company(before: Standing | None, after: Standing | None) -> Company:
    """Who changed places with a project; above and below only where its rank differs."""
    old, new = before or _UNRANKED, after or _UNRANKED
    moved = None not in (old.rank, new.rank) and old.rank != new.rank
    return Company(
        above=_sorted(new.above - old.above) if moved else (),
        below=_sorted(old.above - new.above) if moved else (),
        tied=_sorted(new.beside - old.beside),
        untied=_sorted(old.beside - new.beside),
    )


def _sorted(projects: Iterable[ProjectId]) -> tuple[ProjectId, ...]:
    return tuple(sorted(projects))
