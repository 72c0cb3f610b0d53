"""The scoreboard of a state that differs little from one whose scoreboard is known.

What did not change keeps its score and its ranking: of a long history each score is computed
once. `reevaluate` gives what `ranking.evaluate` gives, and is only quicker.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from cvcgen.core.differing import differing
from cvcgen.core.model import (
    Catalogue,
    Clientele,
    ClienteleId,
    Origin,
    Project,
    ProjectId,
    RatedScorecard,
    Rubric,
    Scorecard,
)
from cvcgen.core.ranking import (
    Place,
    Ranking,
    Scoreboard,
    rank_clientele,
    score_project,
    unranked_reason,
)
from cvcgen.core.reranking import Scored, rerank

if TYPE_CHECKING:
    from cvcgen.core.changes.state import State

_Edited = Sequence[tuple[ProjectId, Project | None, Project | None]]
"""Projects before and after, with their id."""


def reevaluate(catalogue: Catalogue, origin: Origin, former: "State") -> Scoreboard:
    """The scoreboard of a catalogue without errors; `former` is any other state."""
    rubrics = {rubric.id: rubric for rubric in catalogue.rubrics}
    old_rubrics = {rubric.id: rubric for rubric in former.catalogue.rubrics}
    old_clienteles = {clientele.id: clientele for clientele in former.catalogue.clienteles}
    rankings = {ranking.clientele: ranking for ranking in former.scoreboard.rankings}
    pairs = [*_edited(former.catalogue, catalogue)]
    found = []
    for clientele in catalogue.clienteles:
        old, rubric = old_clienteles.get(clientele.id), rubrics[clientele.rubric]
        if old is not None and _alike(old, clientele, old_rubrics[old.rubric], rubric):
            found.append(_reranked(rankings[clientele.id], clientele, rubric, pairs))
        else:
            found.append(rank_clientele(clientele, rubric, catalogue.projects))
    return Scoreboard(origin, tuple(found))


def _edited(
    before: Catalogue, after: Catalogue
) -> Iterator[tuple[ProjectId, Project | None, Project | None]]:
    for old, new in differing(before.projects, after.projects):
        if one := new or old:
            yield one.id, old, new


def _alike(old: Clientele, new: Clientele, old_rubric: Rubric, rubric: Rubric) -> bool:
    """Whether the same ratings give the same scores."""
    same = old is new or ((old.weights.kind, old.pyramid) == (new.weights.kind, new.pyramid))
    return same and (old_rubric is rubric or _points(old_rubric) == _points(rubric))


def _points(rubric: Rubric) -> list[object]:
    return [level.points for level in rubric.levels]


def _reranked(
    ranking: Ranking, clientele: Clientele, rubric: Rubric, pairs: _Edited
) -> Ranking:
    """The ranking anew, or the very same one where it has the same scores."""
    before = _places_of(ranking, frozenset(name for name, _, _ in pairs))
    changes: dict[ProjectId, Scored | None] = {}
    for name, old, new in pairs:
        place = before.get(name)
        scored = None if new is None else _rescored(new, old, place, (clientele, rubric))
        if scored is None or place is None:
            if scored is not None or place is not None:
                changes[name] = scored
        elif scored[0] is not place.score or scored[1] is not place.unranked:
            changes[name] = scored
    return rerank(ranking, changes) if changes else ranking


def _places_of(ranking: Ranking, projects: Collection[ProjectId]) -> Mapping[ProjectId, Place]:
    """The places of these projects, as far as they have one."""
    return {place.project: place for place in ranking.places if place.project in projects}


def _rescored(
    project: Project,
    old: Project | None,
    place: Place | None,
    method: tuple[Clientele, Rubric],
) -> Scored | None:
    """The score of a project that is not the same as before; the same object if it can be."""
    if old is not None and _same_card(old, project, method[0].id):
        score = place.score if place else None
    else:
        score = score_project(project, *method)
    return None if score is None else (score, unranked_reason(project, score))


def _same_card(old: Project, new: Project, clientele: ClienteleId) -> bool:
    """Whether the two have the same scorecard, down to its places in the file."""
    first, second = (_card(project, clientele) for project in (old, new))
    if first is None or second is None or first != second:
        return first is second
    return list(_places(first)) == list(_places(second))


def _card(project: Project, clientele: ClienteleId) -> Scorecard | None:
    return next((card for card in project.scorecards if card.clientele == clientele), None)


def _places(card: Scorecard) -> Iterator[object]:
    """Where everything stands that a score keeps of a card."""
    for rating in card.ratings if isinstance(card, RatedScorecard) else ():
        yield rating.where, getattr(rating, "points_where", None)
