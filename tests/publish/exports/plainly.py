"""The JSON files made the plain way: nested objects, nothing shared, the standard encoder.

`cvcgen.publish.exports` must equal them byte for byte.
"""

import json
from dataclasses import dataclass
from fractions import Fraction

from cvcgen.core.exact import decimal_text
from cvcgen.core.model import (
    Catalogue,
    Clientele,
    NotApplicable,
    NotConcerned,
    NotRated,
    Project,
    PublishedScorecard,
    Rated,
    RatedScorecard,
    Rating,
    Text,
)
from cvcgen.core.ranking import LEAST_COVERAGE, Place, Ranking, Scoreboard
from cvcgen.core.scoring import Contribution, level_subtotals, weight_shares
from cvcgen.publish.exports.numbers import plain_digits
from cvcgen.publish.numbers import shared_digits
from cvcgen.publish.voice import make_voice

STATES = {Rated: "rated", NotApplicable: "not_applicable", NotRated: "not_rated"}


@dataclass
class Line:
    """What stands on one line where lines are broken."""

    node: object


def dump(node, depth: int, indent: str = "") -> str:
    """As the standard encoder writes it, but with lines broken down to that depth."""
    if isinstance(node, Line):
        return dump(node.node, 0)
    if depth == 0 or not node or not isinstance(node, dict | list):
        return json.dumps(node, ensure_ascii=False)
    inner = indent + " "
    if isinstance(node, dict):
        lines = [
            f"{json.dumps(key, ensure_ascii=False)}: {dump(value, depth - 1, inner)}"
            for key, value in node.items()
        ]
        return "{\n" + ",\n".join(inner + line for line in lines) + f"\n{indent}}}"
    lines = [dump(item, depth - 1, inner) for item in node]
    return "[\n" + ",\n".join(inner + line for line in lines) + f"\n{indent}]"


def words(text: Text | None):
    return None if text is None else dict(text.translations)


class Plainly:
    """The files of one site that say something of its projects."""

    def __init__(self, content: Catalogue, board: Scoreboard) -> None:
        self.content, self.board = content, board
        site = content.site
        self.voices = [make_voice(code, site.default_language) for code in site.languages]
        self.names = {value.id: words(value.name) for value in content.values}
        self.rubrics = {rubric.id: rubric for rubric in content.rubrics}
        self.clienteles = {clientele.id: clientele for clientele in content.clienteles}
        self.projects = {project.id: project for project in content.projects}

    def files(self) -> dict[str, bytes]:
        """By path inside the folder of the data."""
        found = {}
        records = {name: self.project(project) for name, project in self.projects.items()}
        for name, record in records.items():
            scores = [
                self.score(place, ranking)
                for ranking in self.board.rankings
                for place in ranking.places
                if place.project == name
            ]
            content = {"project": Line(record), "scores": scores}
            found[f"projects/{name}.json"] = self.file(content, 4)
        for ranking in self.board.rankings:
            found[f"rankings/{ranking.clientele}.json"] = self.file(self.ranking(ranking), 2)
        return {**found, "projects.json": self.file({"projects": list(records.values())}, 2)}

    def file(self, content, depth: int) -> bytes:
        return f"{dump({'schema_version': '1.0', **content}, depth)}\n".encode()

    def percent(self, number: Fraction | None, digits: int = 1, times: int = 1):
        def show(voice) -> str:
            return voice.percent(times * number, digits)

        return self.number(number, show)

    def plain(self, number: Fraction | None):
        return self.number(number, lambda voice: voice.number(number, plain_digits(number)))

    def number(self, number: Fraction | None, show):
        if number is None:
            return None
        shown = {voice.language: show(voice) for voice in self.voices}
        return {"fraction": str(number), "decimal": decimal_text(number), "shown": shown}

    def project(self, project: Project):
        return {
            "id": project.id,
            "title": words(project.title),
            "summary": words(project.summary),
            "description": words(project.description),
            "baseline": words(project.baseline),
            "feasibility": project.feasibility,
            "status": project.status,
            "provenance": project.provenance,
            "source": words(project.source),
            "scorecards": [self.card(card) for card in project.scorecards],
        }

    def card(self, card):
        if isinstance(card, NotConcerned):
            reason = words(card.reason)
            return {"clientele": card.clientele, "kind": "not_concerned", "reason": reason}
        total = card.published
        digits = 1 if total is None else shared_digits([total], 2)
        found = {
            "clientele": card.clientele,
            "kind": "published" if isinstance(card, PublishedScorecard) else "rated",
            "published": self.percent(total, digits),
            "note": words(card.note),
            "source": words(card.source),
        }
        if isinstance(card, RatedScorecard):
            found |= {"rated": card.rated, "raters": [words(rater) for rater in card.raters]}
            found |= {"rule": card.rule} if card.rule else {}
            found["ratings"] = [self.rating(rating) for rating in card.ratings]
        return found

    def rating(self, rating: Rating):
        found = {"value": rating.value, "state": STATES[type(rating)]}
        if isinstance(rating, Rated):
            evidence = [words(item) for item in rating.evidence]
            found["points"] = self.plain(rating.points)
            found |= {"why": words(rating.why), "evidence": evidence}
        if isinstance(rating, NotApplicable):
            return {**found, "reason": words(rating.reason)}
        if rating.by_rater:
            found["by_rater"] = [
                {"rater": x.rater, "points": self.plain(x.points), "why": words(x.why)}
                for x in rating.by_rater
            ]
        return found

    def weights(self, clientele: Clientele):
        weights = [100 * share for share in weight_shares(clientele).values()]
        return [self.percent(weight, shared_digits(weights, 2)) for weight in weights]

    def method(self, clientele: Clientele):
        rubric = self.rubrics[clientele.rubric]
        return {
            "clientele": clientele.id,
            "name": words(clientele.name),
            "edition": clientele.edition,
            "rubric": {
                "id": rubric.id,
                "lowest": self.plain(rubric.levels[0].points),
                "maximum": self.plain(rubric.maximum),
            },
            "weights_kind": clientele.weights.kind,
            "provenance": clientele.provenance,
        }

    def ranking(self, ranking: Ranking):
        clientele = self.clienteles[ranking.clientele]
        pyramid = zip(clientele.pyramid, self.weights(clientele), strict=True)
        return {
            **self.method(clientele),
            "least_coverage": self.percent(LEAST_COVERAGE, times=100),
            "pyramid": [
                {"value": entry.value, "name": self.names.get(entry.value), "weight": weight}
                for entry, weight in pyramid
            ],
            "places": [self.place(place) for place in ranking.places],
            "not_concerned": [
                {"project": project.id, "reason": words(card.reason)}
                for project in self.content.projects
                for card in project.scorecards
                if isinstance(card, NotConcerned) and card.clientele == clientele.id
            ],
        }

    def place(self, place: Place):
        project = self.projects[place.project]
        return {
            "rank": place.rank,
            "tied": place.tied,
            "project": project.id,
            "title": words(project.title),
            **self.total(place),
            "feasibility": project.feasibility,
            "status": project.status,
            "provenance": project.provenance,
            "ratings": [
                {
                    "value": part.value,
                    "state": STATES[type(part.rating)],
                    "points": self.plain(part.points),
                }
                for part in place.score.parts
            ],
        }

    def total(self, place: Place):
        score = place.score
        return {
            "completeness": score.completeness,
            "unranked": place.unranked,
            "total": self.percent(score.total, place.digits),
            "low": self.percent(score.low, place.digits),
            "high": self.percent(score.high, place.digits),
            "coverage": self.percent(score.coverage, times=100),
        }

    def score(self, place: Place, ranking: Ranking):
        clientele = self.clienteles[ranking.clientele]
        rubric, parts = self.rubrics[clientele.rubric], place.score.parts
        levels = zip(level_subtotals(place.score, rubric), rubric.levels, strict=True)
        return {
            **self.method(clientele),
            "rank": place.rank,
            "tied": place.tied,
            "ranked": len(ranking.ranked),
            **self.total(place),
            "missing": list(place.score.missing),
            "parts": [
                self.part(part, weight)
                for part, weight in zip(parts, self.weights(clientele), strict=bool(parts))
            ],
            "subtotals": [
                {
                    "points": self.plain(level.points),
                    "name": words(level.name),
                    "count": subtotal.count,
                    "earned": self.percent(subtotal.earned),
                }
                for subtotal, level in levels
                if parts
            ],
        }

    def part(self, part: Contribution, weight):
        return {
            "value": part.value,
            "name": self.names.get(part.value),
            "state": STATES[type(part.rating)],
            "points": self.plain(part.points),
            "weight": weight,
            "possible": self.percent(part.possible),
            "share": self.percent(part.share, times=100),
            "earned": self.percent(part.earned),
            "unrealised": self.percent(part.unrealised),
        }
