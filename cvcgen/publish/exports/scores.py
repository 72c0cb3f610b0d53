"""Scores and rankings as JSON, with everything that a reader needs to compute them again."""

from collections.abc import Mapping

from cvcgen.core.model import (
    Catalogue,
    Clientele,
    ClienteleId,
    NotConcerned,
    ProjectId,
    Rubric,
    ValueId,
)
from cvcgen.core.ranking import LEAST_COVERAGE, Place, Ranking, Scoreboard
from cvcgen.core.scoring import Contribution, Score, level_subtotals
from cvcgen.publish.exports.jsontext import Encoded, Node, encode
from cvcgen.publish.exports.numbers import Numbers
from cvcgen.publish.exports.records import (
    describe_text,
    describe_weights,
    rating_state,
)


class ScoreData:
    """Describes the scores of one scoreboard; equal parts are described once."""

    def __init__(self, catalogue: Catalogue, scoreboard: Scoreboard, numbers: Numbers) -> None:
        self._numbers = numbers
        self._projects = {project.id: project for project in catalogue.projects}
        self._clienteles = {clientele.id: clientele for clientele in catalogue.clienteles}
        self._rubrics = {rubric.id: rubric for rubric in catalogue.rubrics}
        self._names = {value.id: describe_text(value.name) for value in catalogue.values}
        self._ranked = {r.clientele: len(r.ranked) for r in scoreboard.rankings}
        self._places = _places_by_project(scoreboard)
        self._weights: dict[ClienteleId, list[Node]] = {
            clientele.id: describe_weights(clientele, numbers)
            for clientele in catalogue.clienteles
        }
        self._parts: dict[tuple[object, ...], Encoded] = {}

    def describe_ranking(self, ranking: Ranking) -> dict[str, Node]:
        """All places of a clientele; totals and ranks follow from pyramid and ratings."""
        clientele = self._clienteles[ranking.clientele]
        return {
            **self._describe_method(clientele),
            "least_coverage": self._numbers.share(LEAST_COVERAGE),
            "pyramid": [
                {"value": entry.value, "name": self._name(entry.value), "weight": weight}
                for entry, weight in zip(
                    clientele.pyramid, self._weights[clientele.id], strict=True
                )
            ],
            "places": [encode(self._describe_place(place)) for place in ranking.places],
            "not_concerned": [
                {"project": project.id, "reason": describe_text(card.reason)}
                for project in self._projects.values()
                for card in project.scorecards
                if isinstance(card, NotConcerned) and card.clientele == clientele.id
            ],
        }

    def describe_scores(self, project: ProjectId) -> Node:
        """The whole arithmetic of a project's scores, by clientele."""
        return [self._describe_score(place) for place in self._places.get(project, [])]

    def _describe_method(self, clientele: Clientele) -> dict[str, Node]:
        rubric = self._rubrics[clientele.rubric]
        return {
            "clientele": clientele.id,
            "name": describe_text(clientele.name),
            "edition": clientele.edition,
            "rubric": {
                "id": rubric.id,
                "lowest": self._numbers.plain(rubric.levels[0].points),
                "maximum": self._numbers.plain(rubric.maximum),
            },
            "weights_kind": clientele.weights.kind,
            "provenance": clientele.provenance,
        }

    def _describe_place(self, place: Place) -> Node:
        project = self._projects[place.project]
        return {
            "rank": place.rank,
            "tied": place.tied,
            "project": project.id,
            "title": describe_text(project.title),
            **self._describe_total(place),
            "feasibility": project.feasibility,
            "status": project.status,
            "provenance": project.provenance,
            "ratings": [
                {
                    "value": part.value,
                    "state": rating_state(part.rating),
                    "points": self._numbers.plain(part.points),
                }
                for part in place.score.parts
            ],
        }

    def _describe_score(self, place: Place) -> Node:
        score = place.score
        clientele = self._clienteles[score.clientele]
        rubric = self._rubrics[clientele.rubric]
        weights = self._weights[clientele.id]
        return {
            **self._describe_method(clientele),
            "rank": place.rank,
            "tied": place.tied,
            "ranked": self._ranked[clientele.id],
            **self._describe_total(place),
            "missing": list(score.missing),
            "parts": [
                self._describe_part(part, score, weight)
                for part, weight in zip(score.parts, weights, strict=bool(score.parts))
            ],
            "subtotals": self._describe_subtotals(score, rubric) if score.parts else [],
        }

    def _describe_total(self, place: Place) -> dict[str, Node]:
        score = place.score
        return {
            "completeness": score.completeness,
            "unranked": place.unranked,
            "total": self._numbers.percent(score.total, place.digits),
            "low": self._numbers.percent(score.low, place.digits),
            "high": self._numbers.percent(score.high, place.digits),
            "coverage": self._numbers.share(score.coverage),
        }

    def _describe_part(self, part: Contribution, score: Score, weight: Node) -> Node:
        points = part.points
        key = (
            score.clientele,
            part.value,
            type(part.rating),
            None if points is None else (points.numerator, points.denominator),
            (part.possible.numerator, part.possible.denominator),
        )
        if key not in self._parts:
            self._parts[key] = encode(self._make_part(part, weight))
        return self._parts[key]

    def _make_part(self, part: Contribution, weight: Node) -> Node:
        numbers = self._numbers
        return {
            "value": part.value,
            "name": self._name(part.value),
            "state": rating_state(part.rating),
            "points": numbers.plain(part.points),
            "weight": weight,
            "possible": numbers.percent(part.possible),
            "share": numbers.share(part.share),
            "earned": numbers.percent(part.earned),
            "unrealised": numbers.percent(part.unrealised),
        }

    def _describe_subtotals(self, score: Score, rubric: Rubric) -> Node:
        return [
            {
                "points": self._numbers.plain(level.points),
                "name": describe_text(rubric.levels[index].name),
                "count": level.count,
                "earned": self._numbers.percent(level.earned),
            }
            for index, level in enumerate(level_subtotals(score, rubric))
        ]

    def _name(self, value: ValueId) -> Node:
        return self._names.get(value)


def _places_by_project(scoreboard: Scoreboard) -> Mapping[ProjectId, list[Place]]:
    found: dict[ProjectId, list[Place]] = {}
    for ranking in scoreboard.rankings:
        for place in ranking.places:
            found.setdefault(place.project, []).append(place)
    return found
