"""What came or went along with something greater: one change, which is told once.

A value that leaves a pyramid takes the rating of each project on it away, with why it was
given; a clientele takes its scorecards. What comes brings as much. Each part stays an edit of
its own, marked, and what it follows has their number.
"""

from collections import Counter
from collections.abc import Set
from dataclasses import replace

from cvcgen.core.changes.comparison import Comparison
from cvcgen.core.changes.differences import Along, Edit, RecordChange, WordingEdit
from cvcgen.core.changes.kinds import EditKind, RecordEvent
from cvcgen.core.model import Kind

_Leader = tuple[str, str | None]
"""A clientele and a value of its pyramid; without a value, the clientele itself."""
_OF_PYRAMIDS = {EditKind.VALUE_ADDED, EditKind.VALUE_REMOVED}
_COUNTED = {EditKind.SCORECARD: "scorecards", EditKind.RATING: "ratings"}
"""As what an edit is counted; the points of one of several raters are a part of the rating."""


def with_followers(found: Comparison) -> Comparison:
    """The comparison in which what follows another change is marked, and counted there."""
    known = {*map(_led_by_record, found.records), *map(_led_by_edit, found.edits)}
    leaders = {leader for leader in known if leader is not None}
    if not leaders:
        return found
    counts: dict[_Leader, Counter[str]] = {leader: Counter() for leader in leaders}
    edits, wording = list(found.edits), list(found.wording)
    for at, edit in enumerate(edits):
        if leader := _followed(edit, leaders):
            edits[at] = replace(edit, follows=True)
            counts[leader].update(filter(None, [_COUNTED.get(edit.kind)]))
    for at, text in enumerate(wording):
        if leader := _followed(text, leaders):
            wording[at] = replace(text, follows=True)
            counts[leader]["reasons" if text.meaning else "texts"] += 1
    along = {leader: Along(**count) for leader, count in counts.items()}
    return replace(
        found,
        records=tuple(
            replace(one, along=along[leader]) if (leader := _led_by_record(one)) else one
            for one in found.records
        ),
        edits=tuple(
            replace(one, along=along[leader]) if (leader := _led_by_edit(one)) else one
            for one in edits
        ),
        wording=tuple(wording),
    )


def _led_by_record(change: RecordChange) -> _Leader | None:
    if change.record.kind is not Kind.CLIENTELE or change.event is RecordEvent.RENAMED:
        return None
    return change.record.id, None


def _led_by_edit(edit: Edit) -> _Leader | None:
    return (edit.record.id, edit.value) if edit.kind in _OF_PYRAMIDS else None


def _followed(edit: Edit | WordingEdit, leaders: Set[_Leader]) -> _Leader | None:
    """What the edit of a scorecard came or went with."""
    if edit.clientele is None:
        return None
    wholes: tuple[_Leader, ...] = ((edit.clientele, None), (edit.clientele, edit.value))
    return next((leader for leader in wholes if leader in leaders), None)
