"""The blast radius of a change, in numbers."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from cvcgen.core.changes.comparison import Comparison
from cvcgen.core.changes.kinds import ChangeKind, EditKind
from cvcgen.core.model import ClienteleId, ProjectId
from cvcgen.core.ranking import Place
from cvcgen.core.scoring import Completeness

FIRST = 3
"""How many places count as the first ones, unless told otherwise."""


@dataclass(frozen=True, slots=True)
class FirstMove:
    """Who came among the first places of a ranking, and who left them."""

    clientele: ClienteleId
    entered: tuple[ProjectId, ...]
    """By id; with a tie at the last of the places, more projects than places."""
    left: tuple[ProjectId, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """What a change amounts to."""

    compared: int
    """Scores there are on either side, changed or not."""
    scores: int
    """Scores that moved: a total or an interval, on both sides there."""
    largest: Fraction | None
    """The largest change of a total, up or down, in points of percent; None for none."""
    rank_moves: int
    """Ranks that differ, were gained or lost, where the score is on both sides there."""
    first_moves: int
    """Of these, the ones from or to one of the first places."""
    entered_first: int
    """Projects that came among the first places, counted per clientele."""
    left_first: int
    """Projects that are no longer among them, counted per clientele."""
    new_incomplete: int
    """Scores that are incomplete and were not, or did not exist."""
    new_complete: int
    """Scores that were incomplete and are not, or do not exist any more."""
    appeared: int
    """Scores that did not exist."""
    vanished: int
    """Scores that do not exist any more."""
    projects: int
    """Projects with a score, rank or tie that changed."""
    clienteles: int
    """Clienteles with a score, rank or tie that changed."""
    records: int
    """Records that came, went or were renamed."""
    edits: int
    """Parts of records that were edited, words apart."""
    wording: int
    """Texts that were edited."""
    meaning: int
    """Of these, the ones that change what a rating means; not those that came or went with a
    value of a pyramid or with a clientele."""
    values_added: int
    """Values that are new in a pyramid, counted per clientele."""
    values_removed: int
    """Values that left a pyramid, counted per clientele."""


def summarise(comparison: Comparison, first: int = FIRST) -> Summary:
    """The comparison in numbers, with that many places as the first ones."""
    changes = comparison.changes
    firsts = first_moves(comparison, first)
    moved = [change for change in changes if change.moves_rank]
    kinds = [edit.kind for edit in comparison.edits]
    incomplete = [(_incomplete(c.before), _incomplete(c.after)) for c in changes]
    return Summary(
        compared=comparison.compared,
        scores=sum(change.moved for change in changes),
        largest=max((abs(c.delta) for c in changes if c.delta), default=None),
        rank_moves=len(moved),
        first_moves=sum(is_first(c.before, first) or is_first(c.after, first) for c in moved),
        entered_first=sum(len(move.entered) for move in firsts),
        left_first=sum(len(move.left) for move in firsts),
        new_incomplete=incomplete.count((False, True)),
        new_complete=incomplete.count((True, False)),
        appeared=sum(ChangeKind.APPEARED in change.kinds for change in changes),
        vanished=sum(ChangeKind.VANISHED in change.kinds for change in changes),
        projects=len({change.project for change in changes}),
        clienteles=len({change.clientele for change in changes}),
        records=len(comparison.records),
        edits=len(comparison.edits),
        wording=len(comparison.wording),
        meaning=sum(edit.meaning for edit in comparison.own_wording),
        values_added=kinds.count(EditKind.VALUE_ADDED),
        values_removed=kinds.count(EditKind.VALUE_REMOVED),
    )


def first_moves(comparison: Comparison, first: int = FIRST) -> tuple[FirstMove, ...]:
    """Who entered and left the first places, for each clientele where somebody did."""
    found = []
    for name in sorted({change.clientele for change in comparison.changes}):
        changes = [change for change in comparison.changes if change.clientele == name]
        entered = tuple(_arrivals(((c.project, c.before, c.after) for c in changes), first))
        left = tuple(_arrivals(((c.project, c.after, c.before) for c in changes), first))
        if entered or left:
            found.append(FirstMove(name, entered, left))
    return tuple(found)


def is_first(place: Place | None, first: int = FIRST) -> bool:
    """Whether the place is among the first ones; not so without a rank."""
    return place is not None and place.rank is not None and place.rank <= first


def _arrivals(
    places: Iterable[tuple[ProjectId, Place | None, Place | None]], first: int
) -> Iterator[ProjectId]:
    for project, there, here in places:
        if is_first(here, first) and not is_first(there, first):
            yield project


def _incomplete(place: Place | None) -> bool:
    return place is not None and place.score.completeness is Completeness.INCOMPLETE
