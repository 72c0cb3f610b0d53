"""Projects and places that note which of their parts are read.

Each is a record of the kind that it stands for. What it does not hold itself it asks of the
record inside, once the part that this belongs to is noted: so nothing can be read unnoticed.
"""

from fractions import Fraction
from typing import Any

from cvcgen.core.model import (
    NotConcerned,
    Project,
    ProjectId,
    PublishedScorecard,
    RatedScorecard,
    Rating,
    Scorecard,
    ValueId,
)
from cvcgen.core.projectparts import PART_OF
from cvcgen.core.ranking import Place, Unranked
from cvcgen.core.scoring import Contribution, Score
from cvcgen.publish.making.names import CARD, PLACE, POINTS
from cvcgen.publish.reading import Reading

_set = object.__setattr__


class NotedProject(Project):
    """A project that notes each of its parts."""

    __slots__ = ("_cards", "_inside", "_reading")

    def __init__(self, inside: Project, reading: Reading) -> None:
        _hold(self, id=inside.id, _inside=inside, _reading=reading)
        cards = tuple(_note_card(card, inside.id, reading) for card in inside.scorecards)
        _hold(self, _cards=cards)

    def __getattr__(self, name: str) -> Any:
        if name not in PART_OF:
            raise AttributeError(name)
        self._reading.note(f"{PART_OF[name]}/{self.id}")
        return self._cards if name == "scorecards" else getattr(self._inside, name)


class NotedPlace(Place):
    """A place that notes where it stands; its score notes the rest."""

    __slots__ = ("_inside", "_name", "_reading")
    _inside: Place
    _name: str
    _reading: Reading

    def __init__(self, inside: Place, reading: Reading) -> None:
        score = inside.score
        _hold(self, project=inside.project, score=NotedScore(score, reading))
        name = f"{PLACE}/{score.project}/{score.clientele}"
        _hold(self, _inside=inside, _name=name, _reading=reading)

    @property
    def rank(self) -> int | None:
        """From 1; None where not ranked."""
        self._reading.note(self._name)
        return self._inside.rank

    @property
    def tied(self) -> bool:
        """Whether another project has exactly the same total and a rank."""
        self._reading.note(self._name)
        return self._inside.tied

    @property
    def digits(self) -> int:
        """How many decimals show the total so that it looks like no different one."""
        self._reading.note(self._name)
        return self._inside.digits

    @property
    def unranked(self) -> Unranked | None:
        """Why there is no rank; None where there is one."""
        self._reading.note(self._name)
        return self._inside.unranked


class NotedScore(Score):
    """A score that notes that the points are read which it follows from."""

    __slots__ = ("_inside", "_name", "_reading", "_shown")

    def __init__(self, inside: Score, reading: Reading) -> None:
        name = f"{POINTS}/{inside.project}/{inside.clientele}"
        _hold(self, project=inside.project, clientele=inside.clientele)
        _hold(self, _inside=inside, _name=name, _reading=reading, _shown=None)

    def __getattr__(self, name: str) -> Any:
        self._reading.note(self._name)
        return self._parts() if name == "parts" else getattr(self._inside, name)

    def _parts(self) -> tuple[Contribution, ...]:
        shown: tuple[Contribution, ...] | None = self._shown
        if shown is None:
            name = f"{CARD}/{self.project}/{self.clientele}"
            parts = self._inside.parts
            shown = tuple(NotedContribution(part, name, self._reading) for part in parts)
            _hold(self, _shown=shown)
        return shown


class NotedContribution(Contribution):
    """What a value brings, which notes the whole scorecard where its rating is read.

    All else follows from the points, which are noted by then.
    """

    __slots__ = ("_inside", "_name", "_reading")
    _inside: Contribution
    _name: str
    _reading: Reading

    def __init__(self, inside: Contribution, name: str, reading: Reading) -> None:
        _set(self, "_inside", inside)
        _set(self, "_name", name)
        _set(self, "_reading", reading)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._inside, name)

    @property
    def rating(self) -> Rating:
        """With its reasons, and where it stands."""
        self._reading.note(self._name)
        return self._inside.rating

    @property
    def points(self) -> Any:
        """The points of the rating, or None where there are none."""
        return self._inside.points

    # These two would come by `__getattr__`, too, in three times the time.
    @property
    def value(self) -> ValueId:
        """Which value it is of."""
        return self._inside.value

    @property
    def earned(self) -> Fraction | None:
        """What it brings, in percent."""
        return self._inside.earned


class _NotedCard:
    """What the scorecards of each kind have in common that note that they are read."""

    __slots__ = ()

    def __getattr__(self, name: str) -> Any:
        held: Any = self
        held._reading.note(held._name)
        return getattr(held._inside, name)


class _NotedRated(_NotedCard, RatedScorecard):
    __slots__ = ("_inside", "_name", "_reading")


class _NotedPublished(_NotedCard, PublishedScorecard):
    __slots__ = ("_inside", "_name", "_reading")


class _NotedNotConcerned(_NotedCard, NotConcerned):
    __slots__ = ("_inside", "_name", "_reading")


_CARDS: dict[type[Scorecard], type[Scorecard]] = {
    RatedScorecard: _NotedRated,
    PublishedScorecard: _NotedPublished,
    NotConcerned: _NotedNotConcerned,
}


def _note_card(card: Scorecard, project: ProjectId, reading: Reading) -> Scorecard:
    """The scorecard that notes all but which clientele it is for, and its kind."""
    kind = _CARDS[type(card)]
    noted = kind.__new__(kind)
    name = f"{CARD}/{project}/{card.clientele}"
    _hold(noted, clientele=card.clientele, _inside=card, _name=name, _reading=reading)
    return noted


def _hold(record: object, **fields: object) -> None:
    for name, value in fields.items():
        _set(record, name, value)
