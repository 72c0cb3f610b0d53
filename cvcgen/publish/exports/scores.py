"""Scores and rankings as JSON, with everything that a reader needs to compute them again."""

from collections.abc import Mapping

from cvcgen.core.model import Catalogue, Clientele, ClienteleId, NotConcerned, ProjectId
from cvcgen.core.ranking import LEAST_COVERAGE, Place, Ranking, Scoreboard
from cvcgen.publish.exports.jsontext import Encoded, Joined, Node, Shared, encode, share
from cvcgen.publish.exports.numbers import Numbers
from cvcgen.publish.exports.parts import ScoreParts
from cvcgen.publish.exports.records import describe_text, describe_weights


class ScoreData:
    """Describes the scores of one scoreboard; what many of them say is described once."""

    def __init__(self, catalogue: Catalogue, scoreboard: Scoreboard, numbers: Numbers) -> None:
        self._numbers = numbers
        self._projects = {project.id: project for project in catalogue.projects}
        self._clienteles = {clientele.id: clientele for clientele in catalogue.clienteles}
        self._rubrics = {rubric.id: rubric for rubric in catalogue.rubrics}
        self._names = {value.id: describe_text(value.name) for value in catalogue.values}
        self._ranked = {r.clientele: r.ranked_count for r in scoreboard.rankings}
        self._places = _places_by_project(scoreboard)
        self._weights: Mapping[ClienteleId, list[Node]] = {
            clientele.id: describe_weights(clientele, numbers)
            for clientele in catalogue.clienteles
        }
        self._methods: Mapping[ClienteleId, Shared] = {
            clientele.id: share(self._describe_method(clientele))
            for clientele in catalogue.clienteles
        }
        self._parts = ScoreParts(self._names, numbers)

    def describe_ranking(self, ranking: Ranking) -> dict[str, Node]:
        """All places of a clientele; totals and ranks follow from pyramid and ratings."""
        clientele = self._clienteles[ranking.clientele]
        places: list[Node] = [self._encode_place(place) for place in ranking.places]
        return {
            **self._describe_method(clientele),
            "least_coverage": self._numbers.share(LEAST_COVERAGE),
            "pyramid": self._describe_pyramid(clientele),
            "places": places,
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

    def _describe_pyramid(self, clientele: Clientele) -> list[Node]:
        weights = self._weights[clientele.id]
        return [
            {"value": entry.value, "name": self._names.get(entry.value), "weight": weight}
            for entry, weight in zip(clientele.pyramid, weights, strict=True)
        ]

    def _encode_place(self, place: Place) -> Encoded:
        project = self._projects[place.project]
        rank: dict[str, Node] = {
            "rank": place.rank,
            "tied": place.tied,
            "project": project.id,
            "title": describe_text(project.title),
        }
        rated: dict[str, Node] = {
            "feasibility": project.feasibility,
            "status": project.status,
            "provenance": project.provenance,
            "ratings": self._parts.describe_ratings(place.score),
        }
        return encode(Joined((rank, self._parts.describe_total(place), rated)))

    def _describe_score(self, place: Place) -> Node:
        score = place.score
        clientele = self._clienteles[score.clientele]
        rank: dict[str, Node] = {
            "rank": place.rank,
            "tied": place.tied,
            "ranked": self._ranked[clientele.id],
        }
        parts, subtotals = self._parts.describe_parts(
            score, self._weights[clientele.id], self._rubrics[clientele.rubric]
        )
        arithmetic: dict[str, Node] = {
            "missing": list(score.missing),
            "parts": parts,
            "subtotals": subtotals,
        }
        total = self._parts.describe_total(place)
        return Joined((self._methods[clientele.id], rank, total, arithmetic))


def _places_by_project(scoreboard: Scoreboard) -> Mapping[ProjectId, list[Place]]:
    found: dict[ProjectId, list[Place]] = {}
    for ranking in scoreboard.rankings:
        for place in ranking.places:
            found.setdefault(place.project, []).append(place)
    return found
