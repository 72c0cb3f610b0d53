"""Who passed whom: the ranks of two rankings, project by project."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from cvcgen.core.model import ProjectId
from cvcgen.core.ranking import Place, Ranking

Projects = frozenset[ProjectId]
_NONE: Projects = frozenset()


@dataclass(frozen=True, slots=True)
class Standing:
    """One project among the others of a ranking."""

    rank: int | None
    """From 1; None where it has none."""
    above: Projects
    """The projects that are strictly better; nobody where there is no rank."""
    beside: Projects
    """The other projects of the same rank."""


_UNRANKED = Standing(None, _NONE, _NONE)


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


NOBODY = Company()
"""Most others stay where they are."""


class Standings:
    """Where each project of a ranking stands, told when asked for."""

    def __init__(self, ranking: Ranking, renamed: Mapping[str, str]) -> None:
        """`renamed` has the ids after the change, by those of the ranking."""
        self._ranking = ranking
        self._renamed = renamed

    def are_those_of(self, other: "Standings") -> bool:
        """Whether both are of one ranking, so that nobody changed places."""
        return self._ranking is other._ranking and self._renamed == other._renamed

    @cached_property
    def _order(self) -> tuple[ProjectId, ...]:
        """Those who have a rank, best first."""
        names = [place.project for place in self._ranking.ranked]
        if not self._renamed:
            return tuple(names)
        return tuple([ProjectId(self._renamed.get(name, name)) for name in names])

    def of(self, place: Place) -> Standing | None:
        """Where the project of a place of the ranking stands; None where it has no rank."""
        if place.rank is None:
            return None
        # A rank is one more than the number of those who are better: a place in the order.
        places, first = self._ranking.places, place.rank - 1
        after = first + 1
        while place.tied and after < len(self._order) and places[after].rank == place.rank:
            after += 1
        beside = [at for at in range(first, after) if places[at].project != place.project]
        names = frozenset([self._order[at] for at in beside])
        return Standing(place.rank, frozenset(self._order[:first]), names)


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
