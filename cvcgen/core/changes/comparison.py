"""What two states of the content differ in, as values.

`compare` makes a `Comparison`; reports and pages show it, and compute nothing. Every id in
it is the record's id after the change, or the id before where the record is gone: a renamed
record has one name throughout, and `records` knows its former one. Places in files take no
part in equality, so that moving a line is no change.
"""

from dataclasses import dataclass, field
from fractions import Fraction

from cvcgen.core.changes.differences import (
    Edit,
    Fact,
    RecordChange,
    Sides,
    WordingEdit,
)
from cvcgen.core.changes.kinds import CauseKind, ChangeKind, Presence
from cvcgen.core.model import ClienteleId, Origin, ProjectId, ValueId
from cvcgen.core.ranking import Place


@dataclass(frozen=True, slots=True)
class Cause:
    """One part of a score's change."""

    kind: CauseKind
    value: ValueId | None
    """The value whose contribution moved; None for what is not about one value."""
    amount: Fraction | None
    """What it adds to the total, in points of percent; the amounts of a change sum to its
    delta, exactly. None where a side has no total, for every cause of the change."""
    before: Fact
    """What it is, per kind, is written at `CauseKind`."""
    after: Fact
    edited: bool = True
    """False where nothing about the value itself was edited: its weight moved only because
    the weights are brought to a sum of 100 %, its part only because others do not apply."""
    sides: Sides = field(default=Sides(), compare=False)


@dataclass(frozen=True, slots=True)
class ScoreChange:
    """What happened to one project's place for one clientele, and why."""

    project: ProjectId
    clientele: ClienteleId
    kinds: tuple[ChangeKind, ...]
    """What happened, at least one thing, sorted."""
    before: Place | None
    """The place as it was, with its own ids; None where there was no score."""
    after: Place | None
    presence_before: Presence
    """Whether and how the project had a scorecard for the clientele."""
    presence_after: Presence
    """Whether and how it has one now."""
    delta: Fraction | None
    """The total after less the total before; None unless both sides have one."""
    causes: tuple[Cause, ...]
    """By value and kind; none for what came, went, or only changed its rank."""
    above: tuple[ProjectId, ...] = ()
    """Projects that are strictly better now and were not; only where both sides have a
    rank that differs: rank after - rank before = len(above) - len(below)."""
    below: tuple[ProjectId, ...] = ()
    """Projects that were strictly better and no longer are, or have no rank any more."""
    tied: tuple[ProjectId, ...] = ()
    """Projects that it shares its rank with and did not."""
    untied: tuple[ProjectId, ...] = ()
    """Projects that it shared its rank with and no longer does."""
    sides: Sides = field(default=Sides(), compare=False)
    """The scorecard."""

    @property
    def moved(self) -> bool:
        """Whether the score itself changed: total or interval, on both sides there."""
        if self.before is None or self.after is None:
            return False
        before, after = self.before.score, self.after.score
        return (before.total, before.low, before.high) != (after.total, after.low, after.high)

    @property
    def rank_change(self) -> int:
        """By how many ranks it rose (above 0) or fell; 0 unless both sides have a rank."""
        before = self.before.rank if self.before else None
        after = self.after.rank if self.after else None
        return 0 if before is None or after is None else before - after

    @property
    def moves_rank(self) -> bool:
        """Whether it has another rank, gained one or lost it, with a score on both sides."""
        if self.before is None or self.after is None:
            return False
        return self.before.rank != self.after.rank


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that differs between two states of the content."""

    before: Origin
    """Which state the former side is."""
    after: Origin
    """Which state the latter side is."""
    compared: int
    """How many scores there are on either side, changed or not."""
    records: tuple[RecordChange, ...]
    """By kind and id."""
    changes: tuple[ScoreChange, ...]
    """By clientele and project."""
    edits: tuple[Edit, ...]
    """By record, scorecard, kind and value; a record that came or went has none."""
    wording: tuple[WordingEdit, ...]
    """By record, scorecard, value and key."""

    @property
    def own_edits(self) -> tuple[Edit, ...]:
        """The edits without those that only follow another change."""
        return tuple([edit for edit in self.edits if not edit.follows])

    @property
    def own_wording(self) -> tuple[WordingEdit, ...]:
        """The edited texts without those that only follow another change."""
        return tuple([edit for edit in self.wording if not edit.follows])

    @property
    def is_empty(self) -> bool:
        """Whether the two states say the same, whatever their files look like."""
        return not (self.records or self.changes or self.edits or self.wording)

    def change(self, project: ProjectId, clientele: ClienteleId) -> ScoreChange | None:
        """What happened to the project's place for the clientele, or None for nothing."""
        subject = (project, clientele)
        return next((c for c in self.changes if (c.project, c.clientele) == subject), None)
