"""Two states of the content to all that differs between them."""

from collections.abc import Set
from dataclasses import replace

from cvcgen.core.changes.comparison import Comparison
from cvcgen.core.changes.edits import edit_order, find_edits
from cvcgen.core.changes.followers import with_followers
from cvcgen.core.changes.names import Names
from cvcgen.core.changes.reach import count_scores
from cvcgen.core.changes.records import record_changes
from cvcgen.core.changes.renames import find_renames
from cvcgen.core.changes.scores import score_changes
from cvcgen.core.changes.side import make_side
from cvcgen.core.changes.state import State
from cvcgen.core.changes.wording import find_wording_edits, wording_order
from cvcgen.core.differing import differing, differing_places
from cvcgen.core.model import Catalogue, ProjectId
from cvcgen.core.ranking import Ranking


def compare(before: State, after: State, scores_alone: bool = False) -> Comparison:
    """All that differs between two states, each without errors, and why each score moved.

    With `scores_alone` no edited texts are told, and no edits of projects: half of the work
    of a small change, and nothing that a series of scores is told from.
    """
    names = find_renames(before.catalogue, after.catalogue)
    old, new = make_side(before, names), make_side(after, Names())
    changes = score_changes(old, new)
    told = [old.catalogue, new.catalogue]
    if scores_alone:
        told = [replace(catalogue, projects=()) for catalogue in told]
    edits = sorted(find_edits(*told), key=edit_order)
    wording = () if scores_alone else find_wording_edits(*told)
    found = Comparison(
        before=before.scoreboard.origin,
        after=after.scoreboard.origin,
        compared=len(old.places.keys() | new.places.keys()),
        records=record_changes(old.catalogue, new.catalogue, names),
        changes=changes,
        edits=count_scores(edits, changes, old, new),
        wording=tuple(sorted(wording, key=wording_order)),
    )
    return with_followers(found)


def compare_edited(before: State, after: State, scores_alone: bool = False) -> Comparison:
    """As `compare`, without the places that moved only because others did.

    Left out, and not counted as compared, are projects that say the same on both sides and
    have the same scores: the work grows with what was edited, not with the content.
    """
    if _other_ids(before.catalogue) != _other_ids(after.catalogue):
        # What was renamed is mentioned by every project.
        return compare(before, after, scores_alone)
    edited = _edited(before, after)
    return compare(_only(before, edited), _only(after, edited), scores_alone)


def _other_ids(catalogue: Catalogue) -> list[tuple[str, ...]]:
    families = (catalogue.rubrics, catalogue.values, catalogue.clienteles)
    return [tuple(str(record.id) for record in family) for family in families]


def _edited(before: State, after: State) -> Set[ProjectId]:
    """The projects that have something new beside, perhaps, their ranks."""
    pairs = differing(before.catalogue.projects, after.catalogue.projects)
    found = {one.id for old, new in pairs if old != new and (one := new or old)}
    for rankings in zip(before.scoreboard.rankings, after.scoreboard.rankings, strict=True):
        if rankings[0] is not rankings[1]:
            found |= _rescored(*rankings)
    return found


def _rescored(before: Ranking, after: Ranking) -> Set[ProjectId]:
    gone, come = differing_places(before, after)
    return {
        name
        for name, place in come.items()
        if (old := gone.get(name)) is None
        or (old.score is not place.score and old.score != place.score)
    }


def _only(state: State, projects: Set[ProjectId]) -> State:
    """The state with these projects alone; they keep the ranks that they have among all."""
    kept = tuple([one for one in state.catalogue.projects if one.id in projects])
    return State(replace(state.catalogue, projects=kept), state.scoreboard)
