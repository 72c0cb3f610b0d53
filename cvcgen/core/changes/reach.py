"""How far each edit reaches: the number of scores that it moved.

An edit moved a score where a part of the score's change comes from it. What moves only
because the weights are brought to a sum of 100 %, or because the values that apply weigh
otherwise, comes from every edit of that pyramid that can have done it: such an edit is
counted once per score too, so the numbers of several edits do not sum to the scores moved.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from cvcgen.core.changes.comparison import Cause, ScoreChange
from cvcgen.core.changes.differences import Edit, RecordKey
from cvcgen.core.changes.kinds import CauseKind, EditKind, Unrated
from cvcgen.core.changes.side import Side
from cvcgen.core.model import ClienteleId, Kind, WeightsKind

_Place = tuple[RecordKey, ClienteleId | None]
"""Where an edit is: in a record, or in a scorecard of it."""
_PRESENCE = {CauseKind.VALUE_ADDED, CauseKind.VALUE_REMOVED}
_IN_PYRAMID = {CauseKind.WEIGHT, *_PRESENCE}
_OF_RATING = {
    CauseKind.RATING,
    CauseKind.RATERS_RULE,
    CauseKind.COMPLETENESS,
    CauseKind.APPLICABILITY,
    CauseKind.VALUE_ADDED,
    CauseKind.VALUE_REMOVED,
}
_PYRAMID_EDITS = {EditKind.WEIGHT, EditKind.VALUE_ADDED, EditKind.VALUE_REMOVED}
_WHOLLY = {
    EditKind.RATERS_RULE: {CauseKind.RATERS_RULE, CauseKind.COMPLETENESS},
    EditKind.RUBRIC: {CauseKind.RUBRIC},
    EditKind.PUBLISHED: {CauseKind.PUBLISHED},
    EditKind.SCORECARD: {CauseKind.PUBLISHED},
}
"""Edits that every cause of some kinds comes from, whatever its value."""
_LEVEL_EDITS = {EditKind.LEVEL_ADDED, EditKind.LEVEL_REMOVED, EditKind.LEVEL_POINTS}


def count_scores(
    edits: Iterable[Edit], changes: Iterable[ScoreChange], before: Side, after: Side
) -> tuple[Edit, ...]:
    """The edits, in their order, each with the number of scores that it moved."""
    listed = list(edits)
    counts = [0] * len(listed)
    by_place: dict[_Place, list[int]] = {}
    for index, edit in enumerate(listed):
        by_place.setdefault((edit.record, edit.clientele), []).append(index)
    for change in changes:
        if change.moved:
            causes = [cause for cause in change.causes if _moves(cause)]
            for index in _near(change, by_place, before, after):
                counts[index] += _has_moved(listed[index], causes)
    return tuple(
        replace(edit, scores=count) for edit, count in zip(listed, counts, strict=True)
    )


def _moves(cause: Cause) -> bool:
    """Whether it moved the score.

    Where amounts are not told, a value that came or went without points did not.
    """
    if cause.amount is not None or cause.kind not in _PRESENCE:
        return cause.amount != 0
    fact = cause.before if cause.kind is CauseKind.VALUE_REMOVED else cause.after
    return fact not in (0, Unrated.NOT_APPLICABLE)


def _near(
    change: ScoreChange, by_place: Mapping[_Place, list[int]], before: Side, after: Side
) -> Iterator[int]:
    """The edits that can have moved the score, by their index."""
    name = change.clientele
    yield from by_place.get((RecordKey(Kind.PROJECT, change.project), name), ())
    yield from by_place.get((RecordKey(Kind.CLIENTELE, name), None), ())
    for rubric in {side.clienteles[name].rubric for side in (before, after)}:
        yield from by_place.get((RecordKey(Kind.RUBRIC, rubric), None), ())


def _has_moved(edit: Edit, causes: Iterable[Cause]) -> bool:
    """Whether one of the causes comes from the edit."""
    return any(_comes_from(cause, edit) for cause in causes)


def _comes_from(cause: Cause, edit: Edit) -> bool:
    if edit.kind in (EditKind.RATING, EditKind.RATER_POINTS):
        rescaling = Unrated.NOT_APPLICABLE in (edit.before, edit.after)
        own = cause.value == edit.value and cause.kind in _OF_RATING
        return own or (rescaling and cause.kind is CauseKind.COVERAGE)
    if edit.kind in _PYRAMID_EDITS:
        own = cause.value == edit.value and cause.kind in _IN_PYRAMID
        return own or _by_normalising(cause)
    if edit.kind is EditKind.WEIGHTS_KIND:
        equal = WeightsKind.EQUAL in (edit.before, edit.after)  # else only words changed
        return equal and (cause.kind is CauseKind.WEIGHT or _by_normalising(cause))
    if edit.kind in _LEVEL_EDITS:
        return cause.kind is CauseKind.RUBRIC and _meets(cause, edit)
    return cause.kind in _WHOLLY.get(edit.kind, ())


def _by_normalising(cause: Cause) -> bool:
    return cause.kind in (CauseKind.WEIGHT, CauseKind.COVERAGE) and not cause.edited


def _meets(cause: Cause, edit: Edit) -> bool:
    """Whether the edited level was or is the largest; or bounds an incomplete score."""
    was = edit.before is not None and edit.before == cause.before
    becomes = edit.after is not None and edit.after == cause.after
    return cause.value is None or was or becomes
