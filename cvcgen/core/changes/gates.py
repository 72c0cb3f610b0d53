"""Gates: what a change must not do without somebody looking at it.

A gate is a word, `weights`, or a word with a bound, `rank-change>3`. It fails where something
in a comparison goes beyond it; what that is, it hands over.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from cvcgen.core.changes.comparison import Comparison, ScoreChange
from cvcgen.core.changes.differences import Edit, RecordChange, WordingEdit
from cvcgen.core.changes.kinds import ChangeKind, EditKind, Presence, RecordEvent
from cvcgen.core.exact import parse_decimal
from cvcgen.core.ranking import Place
from cvcgen.core.scoring import Completeness


class GateKind(StrEnum):
    """What a gate watches."""

    RANK_CHANGE = "rank-change"
    """Ranks; one that was gained or lost counts as a change of any size."""
    SCORE_CHANGE = "score-change"
    """Scores, in points of percent; without a bound also intervals."""
    WEIGHTS = "weights"
    """The weights and values of pyramids."""
    RUBRIC = "rubric"
    """The levels of rubrics, and which rubric a clientele has."""
    NEW_INCOMPLETE = "new-incomplete"
    """Scores that are incomplete and were not."""
    REMOVED = "removed"
    """Records and scorecards that are gone."""
    MEANING = "meaning"
    """Texts that say what a rating means, or why it was given."""


BOUNDED = (GateKind.RANK_CHANGE, GateKind.SCORE_CHANGE)
"""The gates that may have a bound."""
Finding = ScoreChange | Edit | RecordChange | WordingEdit
_WRITTEN = re.compile(r"(?P<kind>[a-z-]+)(?:\s*>\s*(?P<bound>[0-9.]+))?", re.ASCII)
_WEIGHTS = {
    EditKind.WEIGHT,
    EditKind.VALUE_ADDED,
    EditKind.VALUE_REMOVED,
    EditKind.WEIGHTS_KIND,
    EditKind.WEIGHTS_TOTAL,
}
_RUBRIC = {
    EditKind.RUBRIC,
    EditKind.LEVEL_ADDED,
    EditKind.LEVEL_REMOVED,
    EditKind.LEVEL_POINTS,
}
_RANKED = {ChangeKind.RANK_GAINED, ChangeKind.RANK_LOST}
_WITHOUT_RECORD = {Presence.NO_PROJECT, Presence.NO_CLIENTELE}


@dataclass(frozen=True, slots=True)
class Gate:
    """One thing to watch."""

    kind: GateKind
    bound: Fraction | None
    """Fails above this; None for a gate without one, which fails at any change."""
    written: str
    """As it was asked for."""


def parse_gate(text: str) -> Gate | None:
    """The gate that the text names, or None where it names none.

    >>> parse_gate("rank-change>3").bound, parse_gate("weights>3"), parse_gate("rank")
    (Fraction(3, 1), None, None)
    """
    found = _WRITTEN.fullmatch(text.strip())
    if found is None or found["kind"] not in list(GateKind):
        return None
    kind, bound = GateKind(found["kind"]), None
    if found["bound"] is not None:
        bound = parse_decimal(found["bound"])
        if bound is None or kind not in BOUNDED:
            return None
    return Gate(kind, bound, text.strip())


def beyond(gate: Gate, comparison: Comparison) -> tuple[Finding, ...]:
    """What goes beyond the gate, in the comparison's order; nothing where it holds."""
    return _CHECKS[gate.kind](comparison, gate.bound)


def _rank_change(comparison: Comparison, bound: Fraction | None) -> tuple[Finding, ...]:
    return tuple(
        change
        for change in comparison.changes
        if abs(change.rank_change) > (bound or 0) or _RANKED & set(change.kinds)
    )


def _score_change(comparison: Comparison, bound: Fraction | None) -> tuple[Finding, ...]:
    if bound is None:
        return tuple(change for change in comparison.changes if change.moved)
    return tuple(c for c in comparison.changes if c.delta is not None and abs(c.delta) > bound)


def _weights(comparison: Comparison, _bound: Fraction | None) -> tuple[Finding, ...]:
    return tuple(edit for edit in comparison.edits if edit.kind in _WEIGHTS)


def _rubric(comparison: Comparison, _bound: Fraction | None) -> tuple[Finding, ...]:
    return tuple(edit for edit in comparison.edits if edit.kind in _RUBRIC)


def _new_incomplete(comparison: Comparison, _bound: Fraction | None) -> tuple[Finding, ...]:
    return tuple(
        change
        for change in comparison.changes
        if _is_incomplete(change.after) and not _is_incomplete(change.before)
    )


def _removed(comparison: Comparison, _bound: Fraction | None) -> tuple[Finding, ...]:
    records = [r for r in comparison.records if r.event is RecordEvent.REMOVED]
    cards = [
        change
        for change in comparison.changes
        if ChangeKind.VANISHED in change.kinds and change.presence_after not in _WITHOUT_RECORD
    ]
    return (*records, *cards)


def _meaning(comparison: Comparison, _bound: Fraction | None) -> tuple[Finding, ...]:
    """Of reasons that came or went with something, that thing, once."""
    return (
        *(change for change in comparison.records if change.along.reasons),
        *(edit for edit in comparison.edits if edit.along.reasons),
        *(edit for edit in comparison.own_wording if edit.meaning),
    )


def _is_incomplete(place: Place | None) -> bool:
    return place is not None and place.score.completeness is Completeness.INCOMPLETE


_CHECKS: Mapping[GateKind, Callable[[Comparison, Fraction | None], tuple[Finding, ...]]] = {
    GateKind.RANK_CHANGE: _rank_change,
    GateKind.SCORE_CHANGE: _score_change,
    GateKind.WEIGHTS: _weights,
    GateKind.RUBRIC: _rubric,
    GateKind.NEW_INCOMPLETE: _new_incomplete,
    GateKind.REMOVED: _removed,
    GateKind.MEANING: _meaning,
}
