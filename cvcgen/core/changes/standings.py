"""Who passed whom: the ranks of two rankings, project by project."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from cvcgen.core.model import ClienteleId, ProjectId
from cvcgen.core.ranking import Place, Ranking
from cvcgen.core.scoring import Score

Projects = frozenset[ProjectId]
_NONE: Projects = frozenset()


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
        self._level: dict[int, Projects] = {}

    def are_those_of(self, other: "Standings") -> bool:
        """Whether both are of one ranking, so that nobody changed places."""
        return self._ranking is other._ranking and self._renamed == other._renamed

    @cached_property
    def _order(self) -> tuple[ProjectId, ...]:
        """Those who have a rank, best first, by the ids after the change."""
        names = [place.project for place in self._ranking.ranked]
        if not self._renamed:
            return tuple(names)
        return tuple([ProjectId(self._renamed.get(name, name)) for name in names])

    @cached_property
    def ranked(self) -> Mapping[ProjectId, Place]:
        """The places that have a rank, best first, by the ids after the change."""
        return dict(zip(self._order, self._ranking.ranked, strict=True))

    def above(self, place: Place) -> Projects:
        """Those of a better rank than that of a place of the ranking."""
        # A rank is one more than the number of those who are better: a place in the order.
        return frozenset(self._order[: (place.rank or 1) - 1])

    def level_with(self, place: Place | None) -> Projects:
        """All that are tied at the rank of a place of the ranking; nobody where none are."""
        if place is None or place.rank is None or not place.tied:
            return _NONE
        if place.rank not in self._level:
            self._level[place.rank] = self._tied_at(place.rank)
        return self._level[place.rank]

    def _tied_at(self, rank: int) -> Projects:
        places, first = self._ranking.ranked, rank - 1
        after = first + 1
        while after < len(places) and places[after].rank == rank:
            after += 1
        return frozenset(self._order[first:after])


EMPTY = Standings(Ranking(ClienteleId(""), ()), {})
"""Of a clientele that a side does not have."""


class Crowd:
    """Those among whom a project of a clientele stood, and those among whom it stands."""

    def __init__(self, before: Standings, after: Standings) -> None:
        self._sides = (before, after)
        self._same = before.are_those_of(after)

    def company(self, project: ProjectId, old: Place | None, new: Place | None) -> Company:
        """Who changed places with the project, which had the one place and has the other.

        Who is above and below is told only where its rank differs.
        """
        if self._same:
            return NOBODY
        before, after = self._sides
        beside = before.level_with(old) - {project}, after.level_with(new) - {project}
        above: tuple[Projects, Projects] = (_NONE, _NONE)
        if old and new and None not in (old.rank, new.rank) and old.rank != new.rank:
            # One of the restless passes anybody, the others only them.
            ladders = self._few if old.score is new.score else self._sides
            above = ladders[0].above(old), ladders[1].above(new)
        return Company(
            above=_sorted(above[1] - above[0]),
            below=_sorted(above[0] - above[1]),
            tied=_sorted(beside[1] - beside[0]),
            untied=_sorted(beside[0] - beside[1]),
        )

    def is_level(self, old: Place, new: Place) -> bool:
        """Whether the same projects are tied with the one place and with the other."""
        return self._sides[0].level_with(old) == self._sides[1].level_with(new)

    @cached_property
    def _restless(self) -> Projects:
        """Those who have a rank on one side only, or another score: hardly any.

        No two others ever pass each other: their totals are to each other as they were.
        """
        before, after = (_scores(side) for side in self._sides)
        names = before.keys() | after.keys()
        return frozenset([name for name in names if before.get(name) is not after.get(name)])

    @cached_property
    def _few(self) -> "tuple[_Ladder, _Ladder]":
        """Of the restless alone."""
        before, after = (
            {name: place for name, place in side.ranked.items() if name in self._restless}
            for side in self._sides
        )
        return _Ladder(before), _Ladder(after)


class _Ladder:
    """Projects by rank."""

    def __init__(self, ranked: Mapping[ProjectId, Place]) -> None:
        """The places have ranks, best first."""
        self._names = tuple(ranked)
        self._ranks = [place.rank or 0 for place in ranked.values()]

    def above(self, place: Place) -> Projects:
        """Those of a better rank than that of the place."""
        return frozenset(self._names[: bisect_left(self._ranks, place.rank or 0)])


def _scores(standings: Standings) -> Mapping[ProjectId, Score]:
    return {name: place.score for name, place in standings.ranked.items()}


def _sorted(projects: Iterable[ProjectId]) -> tuple[ProjectId, ...]:
    return tuple(sorted(projects))
