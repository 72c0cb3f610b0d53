"""The scoreboard of a state that differs little from one whose scoreboard is known.

What did not change keeps its score and its ranking: of a long history each score is computed
once. `reevaluate` gives what `ranking.evaluate` gives, and is only quicker.
"""

from collections.abc import Iterator, Mapping

from cvcgen.core.changes.state import State
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
    Ranking,
    Scoreboard,
    Unranked,
    rank_clientele,
    rank_scores,
    score_project,
    unranked_reason,
)
from cvcgen.core.scoring import Score

_Scored = tuple[Score | None, Unranked | None]
"""A project's score, if it has one, and why that has no rank, if it has none."""
_NOT_SCORED: _Scored = (None, None)


def reevaluate(catalogue: Catalogue, origin: Origin, former: State) -> Scoreboard:
    """The scoreboard of a catalogue without errors; `former` is any other state."""
    rubrics = {rubric.id: rubric for rubric in catalogue.rubrics}
    old_rubrics = {rubric.id: rubric for rubric in former.catalogue.rubrics}
    old_clienteles = {clientele.id: clientele for clientele in former.catalogue.clienteles}
    rankings = {ranking.clientele: ranking for ranking in former.scoreboard.rankings}
    old_projects = {project.id: project for project in former.catalogue.projects}
    found = []
    for clientele in catalogue.clienteles:
        old, rubric = old_clienteles.get(clientele.id), rubrics[clientele.rubric]
        if old is not None and _alike(old, clientele, old_rubrics[old.rubric], rubric):
            ranking = rankings[clientele.id]
            found.append(_rerank(ranking, clientele, rubric, catalogue.projects, old_projects))
        else:
            found.append(rank_clientele(clientele, rubric, catalogue.projects))
    return Scoreboard(origin, tuple(found))


def _alike(old: Clientele, new: Clientele, old_rubric: Rubric, rubric: Rubric) -> bool:
    """Whether the same ratings give the same scores."""
    same = old is new or ((old.weights.kind, old.pyramid) == (new.weights.kind, new.pyramid))
    return same and (old_rubric is rubric or _points(old_rubric) == _points(rubric))


def _points(rubric: Rubric) -> list[object]:
    return [level.points for level in rubric.levels]


def _rerank(
    ranking: Ranking,
    clientele: Clientele,
    rubric: Rubric,
    projects: tuple[Project, ...],
    former: Mapping[ProjectId, Project],
) -> Ranking:
    """The ranking anew, or the very same one where it has the same scores."""
    before = {place.project: (place.score, place.unranked) for place in ranking.places}
    after: dict[ProjectId, _Scored] = {
        project.id: before.get(project.id, _NOT_SCORED)
        if former.get(project.id) is project
        else _rescored(project, former.get(project.id), before, (clientele, rubric))
        for project in projects
    }
    scored = {name: (score, why) for name, (score, why) in after.items() if score is not None}
    if len(scored) == len(before) and all(
        name in before and before[name][0] is score and before[name][1] is why
        for name, (score, why) in scored.items()
    ):
        return ranking
    return rank_scores(clientele.id, scored.values())


def _rescored(
    project: Project,
    old: Project | None,
    before: Mapping[ProjectId, _Scored],
    method: tuple[Clientele, Rubric],
) -> _Scored:
    """The score of a project that is not the same as before; the same object if it can be."""
    if old is not None and _same_card(old, project, method[0].id):
        score = before.get(project.id, _NOT_SCORED)[0]
    else:
        score = score_project(project, *method)
    return (score, None if score is None else unranked_reason(project, score))


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
