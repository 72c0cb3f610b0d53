"""A comparison seen from the other side: what swapping the two states must give."""

from collections.abc import Iterable
from dataclasses import replace
from enum import StrEnum
from typing import TypeVar

from cvcgen.core.changes import (
    Cause,
    Comparison,
    Edit,
    EditKind,
    Fact,
    RecordChange,
    RecordKey,
    ScoreChange,
    WordingEdit,
)
from cvcgen.core.changes.causes import cause_order
from cvcgen.core.changes.edits import edit_order
from cvcgen.core.changes.wording import wording_order
from cvcgen.core.model import Kind

_OPPOSITES = (
    ("appeared", "vanished"),
    ("score_up", "score_down"),
    ("became_complete", "became_incomplete"),
    ("ratings_given", "ratings_withdrawn"),
    ("rank_up", "rank_down"),
    ("rank_gained", "rank_lost"),
    ("tie_made", "tie_broken"),
    ("gate_opened", "gate_closed"),
    ("value_added", "value_removed"),
    ("level_added", "level_removed"),
    ("added", "removed"),
)
_OPPOSITE = dict(_OPPOSITES) | {second: first for first, second in _OPPOSITES}
_Word = TypeVar("_Word", bound=StrEnum)


def mirrored(comparison: Comparison) -> Comparison:
    return _Mirror(comparison).comparison()


class _Mirror:
    def __init__(self, comparison: Comparison) -> None:
        self.source = comparison
        self.former = {c.record: c.former for c in comparison.records if c.former is not None}

    def comparison(self) -> Comparison:
        source = self.source
        records = map(self.record_change, source.records)
        changes = map(self.change, source.changes)
        return replace(
            source,
            before=source.after,
            after=source.before,
            records=tuple(sorted(records, key=lambda r: (r.record.kind, r.record.id))),
            changes=tuple(sorted(changes, key=lambda c: (c.clientele, c.project))),
            edits=tuple(sorted(map(self.edit, source.edits), key=edit_order)),
            wording=tuple(sorted(map(self.wording, source.wording), key=wording_order)),
        )

    def name(self, kind: Kind, name):
        return self.former.get(RecordKey(kind, name), name)

    def names(self, kind: Kind, names: Iterable):
        return tuple(sorted(self.name(kind, name) for name in names))

    def key(self, record: RecordKey) -> RecordKey:
        return record if record.kind is None else self.known(record)

    def known(self, record: RecordKey) -> RecordKey:
        return RecordKey(record.kind, self.former.get(record, record.id))

    def record_change(self, change: RecordChange) -> RecordChange:
        former = None if change.former is None else change.record.id
        key = self.known(change.record)
        return replace(change, record=key, event=opposite(change.event), former=former)

    def change(self, change: ScoreChange) -> ScoreChange:
        return ScoreChange(
            project=self.name(Kind.PROJECT, change.project),
            clientele=self.name(Kind.CLIENTELE, change.clientele),
            kinds=tuple(sorted(map(opposite, change.kinds))),
            before=change.after,
            after=change.before,
            presence_before=change.presence_after,
            presence_after=change.presence_before,
            delta=None if change.delta is None else -change.delta,
            causes=tuple(sorted(map(self.cause, change.causes), key=cause_order)),
            above=self.names(Kind.PROJECT, change.below),
            below=self.names(Kind.PROJECT, change.above),
            tied=self.names(Kind.PROJECT, change.untied),
            untied=self.names(Kind.PROJECT, change.tied),
        )

    def cause(self, cause: Cause) -> Cause:
        return replace(
            cause,
            kind=opposite(cause.kind),
            value=self.name(Kind.VALUE, cause.value),
            amount=None if cause.amount is None else -cause.amount,
            before=cause.after,
            after=cause.before,
        )

    def edit(self, edit: Edit) -> Edit:
        return replace(
            edit,
            record=self.key(edit.record),
            kind=opposite(edit.kind),
            before=self.fact(edit.kind, edit.after),
            after=self.fact(edit.kind, edit.before),
            clientele=self.name(Kind.CLIENTELE, edit.clientele),
            value=self.name(Kind.VALUE, edit.value),
        )

    def fact(self, kind: EditKind, fact: Fact) -> Fact:
        if kind is EditKind.RUBRIC:
            return self.name(Kind.RUBRIC, fact)
        if kind is EditKind.VALUES_REORDERED and isinstance(fact, tuple):
            return tuple(self.name(Kind.VALUE, name) for name in fact)
        return fact

    def wording(self, edit: WordingEdit) -> WordingEdit:
        return replace(
            edit,
            record=self.key(edit.record),
            before=edit.after,
            after=edit.before,
            clientele=self.name(Kind.CLIENTELE, edit.clientele),
            value=self.name(Kind.VALUE, edit.value),
        )


def opposite(word: _Word) -> _Word:
    return type(word)(_OPPOSITE.get(word.value, word.value))
