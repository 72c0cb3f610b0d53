"""What comes back in a history, and since when it was gone, as far as the history knows."""

from collections.abc import Mapping

from cvcgen.core.changes import (
    Comparison,
    Presence,
    RecordChange,
    RecordEvent,
    RecordKey,
    ScoreChange,
)
from cvcgen.core.model import ClienteleId, Kind, ProjectId
from cvcgen.core.trend.series import Lost, Occasion, Subject


class Absences:
    """All that went and has not come back, while revisions are followed."""

    def __init__(self) -> None:
        self._records: dict[RecordKey, Occasion] = {}
        self._scores: dict[Subject, tuple[Occasion, Presence]] = {}

    def returned(self, comparison: Comparison) -> Mapping[Lost, Occasion]:
        """What it brings back, each with the revision at which that went."""
        for record in comparison.records:
            if record.event is RecordEvent.RENAMED:
                self._rename(record)
        found: dict[Lost, Occasion] = {}
        for record in comparison.records:
            if record.event is RecordEvent.ADDED and record.record in self._records:
                found[record.record] = self._records.pop(record.record)
        for change in comparison.changes:
            subject = (change.clientele, change.project)
            if change.before is None and subject in self._scores:
                since, why = self._scores.pop(subject)
                if _is_back(change, why):
                    found[subject] = since
        return found

    def note(self, comparison: Comparison, occasion: Occasion) -> None:
        """What it takes away is gone from that revision on."""
        for record in comparison.records:
            if record.event is RecordEvent.REMOVED:
                self._records[record.record] = occasion
        for change in comparison.changes:
            if change.after is None:
                subject = (change.clientele, change.project)
                self._scores[subject] = (occasion, change.presence_after)

    def _rename(self, change: RecordChange) -> None:
        """An id that was free is another record's now; its scores that are gone follow it."""
        kind, id = change.record.kind, change.record.id
        self._records.pop(change.record, None)
        if kind not in (Kind.PROJECT, Kind.CLIENTELE):
            return
        at = 0 if kind is Kind.CLIENTELE else 1
        kept = {one: lost for one, lost in self._scores.items() if one[at] != id}
        self._scores = {_renamed(one, at, change): lost for one, lost in kept.items()}


def _renamed(subject: Subject, at: int, change: RecordChange) -> Subject:
    if subject[at] != change.former:
        return subject
    clientele, project = subject
    if at == 0:
        return ClienteleId(change.record.id), project
    return clientele, ProjectId(change.record.id)


def _is_back(change: ScoreChange, why: Presence) -> bool:
    """Whether the score was gone for the reason that it says it was: else that is news."""
    states = (change.presence_before, why)
    return (Presence.NOT_CONCERNED not in states) or states[0] is states[1]
