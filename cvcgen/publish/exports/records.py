"""The records of the catalogue as JSON: what the content files say, in full."""

from fractions import Fraction

from cvcgen.core.model import (
    Catalogue,
    Clientele,
    NotApplicable,
    NotConcerned,
    Origin,
    Project,
    PublishedScorecard,
    Rated,
    RatedScorecard,
    RaterPoints,
    Rating,
    Rubric,
    Scorecard,
    Text,
    Value,
)
from cvcgen.core.ranking import LEAST_COVERAGE
from cvcgen.core.raters import given_by_raters
from cvcgen.core.scoring import HUNDRED, weight_shares
from cvcgen.publish.exports.jsontext import Node
from cvcgen.publish.exports.numbers import MOST_WEIGHT_DIGITS, Numbers
from cvcgen.publish.numbers import shared_digits


def describe_text(text: Text | None) -> Node:
    """The text by language, as written; null for None."""
    return None if text is None else dict(text.translations)


def describe_site(
    catalogue: Catalogue, origin: Origin, tool_version: str, numbers: Numbers
) -> dict[str, Node]:
    """What `cvcgen.yaml` says, which state of the content this is, and the rules applied."""
    site, repository = catalogue.site, catalogue.site.repository
    return {
        "title": describe_text(site.title),
        "summary": describe_text(site.summary),
        "notice": describe_text(site.notice),
        "source": describe_text(site.source),
        "languages": list(site.languages),
        "repository": {"url": repository.url, "branch": repository.branch}
        if repository
        else None,
        "revision": {"commit": origin.revision, "committed_at": origin.committed_at}
        if origin.revision
        else None,
        "generator": {"name": "cvcgen", "version": tool_version},
        "rules": {
            "rounding": "half_up_for_display_only",
            "ranking": "standard_competition",
            "least_coverage": numbers.share(LEAST_COVERAGE),
        },
        "counts": {
            "rubrics": len(catalogue.rubrics),
            "values": len(catalogue.values),
            "clienteles": len(catalogue.clienteles),
            "projects": len(catalogue.projects),
        },
    }


def describe_rubric(rubric: Rubric, numbers: Numbers) -> Node:
    """A rating scale with its levels, fewest points first."""
    return {
        "id": rubric.id,
        "name": describe_text(rubric.name),
        "description": describe_text(rubric.description),
        "maximum": numbers.plain(rubric.maximum),
        "levels": [
            {
                "points": numbers.plain(level.points),
                "name": describe_text(level.name),
                "definition": describe_text(level.definition),
            }
            for level in rubric.levels
        ],
        "provenance": rubric.provenance,
        "source": describe_text(rubric.source),
    }


def describe_value(value: Value, numbers: Numbers) -> Node:
    """A value with what its levels mean."""
    return {
        "id": value.id,
        "name": describe_text(value.name),
        "definition": describe_text(value.definition),
        "levels": [
            {
                "points": numbers.plain(level.points),
                "meaning": describe_text(level.meaning),
            }
            for level in value.levels
        ],
        "provenance": value.provenance,
        "source": describe_text(value.source),
    }


def describe_clientele(clientele: Clientele, numbers: Numbers) -> Node:
    """A clientele with its pyramid, most important value first."""
    weights = clientele.weights
    return {
        "id": clientele.id,
        "name": describe_text(clientele.name),
        "description": describe_text(clientele.description),
        "edition": clientele.edition,
        "rubric": clientele.rubric,
        "weights": {
            "kind": weights.kind,
            "total": numbers.plain(weights.total),
            "note": describe_text(weights.note),
        },
        "pyramid": [
            {
                "place": place,
                "value": entry.value,
                "declared": numbers.plain(entry.weight),
                "weight": weight,
            }
            for place, (entry, weight) in enumerate(
                zip(clientele.pyramid, describe_weights(clientele, numbers), strict=True), 1
            )
        ],
        "provenance": clientele.provenance,
        "source": describe_text(clientele.source),
    }


def describe_weights(clientele: Clientele, numbers: Numbers) -> list[Node]:
    """The weights in percent, in the pyramid's order; exactly, they sum to 100."""
    weights = [HUNDRED * share for share in weight_shares(clientele).values()]
    digits = shared_digits(weights, MOST_WEIGHT_DIGITS)
    return [numbers.percent(weight, digits) for weight in weights]


def describe_project(project: Project, numbers: Numbers) -> dict[str, Node]:
    """A project with its scorecards, as written: ratings, reasons, evidence."""
    return {
        "id": project.id,
        "title": describe_text(project.title),
        "summary": describe_text(project.summary),
        "description": describe_text(project.description),
        "baseline": describe_text(project.baseline),
        "feasibility": project.feasibility,
        "status": project.status,
        "provenance": project.provenance,
        "source": describe_text(project.source),
        "scorecards": [_describe_scorecard(card, numbers) for card in project.scorecards],
    }


def rating_state(rating: Rating) -> str:
    """Whether a value was rated, still is to be, or has no meaning here."""
    if isinstance(rating, Rated):
        return "rated"
    return "not_applicable" if isinstance(rating, NotApplicable) else "not_rated"


def _describe_scorecard(card: Scorecard, numbers: Numbers) -> Node:
    if isinstance(card, NotConcerned):
        return {
            "clientele": card.clientele,
            "kind": "not_concerned",
            "reason": describe_text(card.reason),
        }
    found: dict[str, Node] = {
        "clientele": card.clientele,
        "kind": "published" if isinstance(card, PublishedScorecard) else "rated",
        "published": _describe_published(card.published, numbers),
        "note": describe_text(card.note),
        "source": describe_text(card.source),
    }
    if isinstance(card, RatedScorecard):
        found["rated"] = card.rated
        found["raters"] = [describe_text(rater) for rater in card.raters]
        if card.rule is not None:
            found["rule"] = card.rule
        found["ratings"] = [_describe_rating(rating, numbers) for rating in card.ratings]
    return found


def _describe_published(total: Fraction | None, numbers: Numbers) -> Node:
    digits = 1 if total is None else shared_digits([total], MOST_WEIGHT_DIGITS)
    return numbers.percent(total, digits)


def _describe_rating(rating: Rating, numbers: Numbers) -> Node:
    found: dict[str, Node] = {"value": rating.value, "state": rating_state(rating)}
    if isinstance(rating, Rated):
        found["points"] = numbers.plain(rating.points)
        found["why"] = describe_text(rating.why)
        found["evidence"] = [describe_text(item) for item in rating.evidence]
    elif isinstance(rating, NotApplicable):
        found["reason"] = describe_text(rating.reason)
    given = given_by_raters(rating)
    if given:
        found["by_rater"] = [_describe_rater_points(one, numbers) for one in given]
    return found


def _describe_rater_points(one: RaterPoints, numbers: Numbers) -> Node:
    return {
        "rater": one.rater,
        "points": numbers.plain(one.points),
        "why": describe_text(one.why),
    }
