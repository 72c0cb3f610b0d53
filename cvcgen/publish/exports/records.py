"""The site, its rubrics, values and clienteles as JSON: what the content says, in full."""

from cvcgen.core.model import Catalogue, Clientele, Origin, Rubric, Text, Value
from cvcgen.core.ranking import LEAST_COVERAGE
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
