"""Where a series is measured otherwise than before: its pyramid, weights, rubric or edition."""

from collections.abc import Mapping

from cvcgen.core.changes import Comparison, Edit, EditKind
from cvcgen.core.model import Catalogue, ClienteleId, Kind, RubricId

BREAKING = {
    Kind.CLIENTELE: {
        EditKind.WEIGHT,
        EditKind.VALUE_ADDED,
        EditKind.VALUE_REMOVED,
        EditKind.WEIGHTS_KIND,
        EditKind.RUBRIC,
        EditKind.EDITION,
    },
    Kind.RUBRIC: {EditKind.LEVEL_ADDED, EditKind.LEVEL_REMOVED, EditKind.LEVEL_POINTS},
}
"""The edits of each kind of record that make a break; another order of values is none."""


def find_breaks(
    comparison: Comparison, after: Catalogue
) -> Mapping[ClienteleId, tuple[Edit, ...]]:
    """For each clientele with a break, the edits that make it, in the comparison's order."""
    found: dict[ClienteleId, list[Edit]] = {}
    rubrics: dict[RubricId, list[ClienteleId]] = {}
    for clientele in after.clienteles:
        rubrics.setdefault(clientele.rubric, []).append(clientele.id)
    for edit in comparison.edits:
        kind, name = edit.record.kind, edit.record.id
        if kind is None or edit.kind not in BREAKING.get(kind, ()):
            continue
        met = [ClienteleId(name)]
        if kind is Kind.RUBRIC:
            met = rubrics.get(RubricId(name), [])
        for measured in met:
            found.setdefault(measured, []).append(edit)
    return {clientele: tuple(edits) for clientele, edits in found.items()}
