"""Two states of the content to all that differs between them."""

from cvcgen.core.changes.comparison import Comparison
from cvcgen.core.changes.edits import edit_order, find_edits
from cvcgen.core.changes.names import Names
from cvcgen.core.changes.reach import count_scores
from cvcgen.core.changes.records import record_changes
from cvcgen.core.changes.renames import find_renames
from cvcgen.core.changes.scores import score_changes
from cvcgen.core.changes.side import make_side
from cvcgen.core.changes.state import State
from cvcgen.core.changes.wording import find_wording_edits, wording_order


def compare(before: State, after: State) -> Comparison:
    """All that differs between two states, each without errors, and why each score moved."""
    names = find_renames(before.catalogue, after.catalogue)
    old, new = make_side(before, names), make_side(after, Names())
    changes = score_changes(old, new)
    edits = sorted(find_edits(old.catalogue, new.catalogue), key=edit_order)
    wording = find_wording_edits(old.catalogue, new.catalogue)
    return Comparison(
        before=before.scoreboard.origin,
        after=after.scoreboard.origin,
        compared=len(old.sheets.keys() | new.sheets.keys()),
        records=record_changes(old.catalogue, new.catalogue, names),
        changes=changes,
        edits=count_scores(edits, changes, old, new),
        wording=tuple(sorted(wording, key=wording_order)),
    )
