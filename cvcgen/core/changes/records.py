"""Which records came, went or were renamed."""

from collections.abc import Iterator, Mapping

from cvcgen.core.changes.differences import RecordChange, RecordKey, Sides
from cvcgen.core.changes.kinds import RecordEvent
from cvcgen.core.changes.names import Names, record_ids
from cvcgen.core.changes.similarity import Record
from cvcgen.core.model import Catalogue, Kind


def record_changes(
    before: Catalogue, after: Catalogue, names: Names
) -> tuple[RecordChange, ...]:
    """The records that are not on both sides under one id; `before` has ids of `after`."""
    if names == Names() and record_ids(before) == record_ids(after):  # as in most changes
        return ()
    found = (
        change
        for kind in sorted(Kind)
        for change in _of_kind(
            kind, _records(before, kind), _records(after, kind), names.of(kind)
        )
    )
    return tuple(sorted(found, key=lambda change: (change.record.kind, change.record.id)))


def _of_kind(
    kind: Kind,
    before: Mapping[str, Record],
    after: Mapping[str, Record],
    renamed: Mapping[str, str],
) -> Iterator[RecordChange]:
    for name in before.keys() - after.keys():
        sides = Sides(before[name].where, None)
        yield RecordChange(RecordKey(kind, name), RecordEvent.REMOVED, sides=sides)
    for name in after.keys() - before.keys():
        sides = Sides(None, after[name].where)
        yield RecordChange(RecordKey(kind, name), RecordEvent.ADDED, sides=sides)
    for former, name in renamed.items():
        sides = Sides(before[name].where, after[name].where)
        exact = before[name] == after[name]
        key = RecordKey(kind, name)
        yield RecordChange(key, RecordEvent.RENAMED, former, exact, sides=sides)


def _records(catalogue: Catalogue, kind: Kind) -> dict[str, Record]:
    records: dict[Kind, tuple[Record, ...]] = {
        Kind.RUBRIC: catalogue.rubrics,
        Kind.VALUE: catalogue.values,
        Kind.CLIENTELE: catalogue.clienteles,
        Kind.PROJECT: catalogue.projects,
    }
    return {str(record.id): record for record in records[kind]}
