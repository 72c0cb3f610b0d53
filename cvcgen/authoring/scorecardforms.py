"""The schema of one clientele's scorecards: its values, and the points of its rubric."""

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from cvcgen.authoring.quoting import Quoting
from cvcgen.core.model import Clientele, Rubric, Value

Schema = Mapping[str, Any]
"""A JSON Schema as Python's JSON gives it; never changed in place here."""


def scorecard_form(
    clientele: Clientele, quoting: Quoting, shared: Mapping[str, Schema]
) -> Schema:
    """The shared schema of scorecards for that clientele alone.

    `shared` are the shared schemas of a project's parts, by name.
    """
    catalogue = quoting.catalogue
    rubric = next((one for one in catalogue.rubrics if one.id == clientele.rubric), None)
    values = {value.id: value for value in catalogue.values}
    form: dict[str, Any] = deepcopy(dict(shared["scorecard"]))
    form["title"] = quoting.text(clientele.name)
    form["description"] = quoting.text(clientele.description) or form["description"]
    ratings = form["properties"]["ratings"]
    ratings["additionalProperties"] = False
    ratings["properties"] = {
        str(entry.value): _rating_form(values.get(entry.value), rubric, quoting, shared)
        for entry in clientele.pyramid
    }
    return form


def _rating_form(
    value: Value | None, rubric: Rubric | None, quoting: Quoting, shared: Mapping[str, Schema]
) -> Schema:
    """A rating of that value: points of the rubric, null, or points with their reasons."""
    rating, rater_points = shared["rating"], shared["rater_points"]
    if value is None or rubric is None:
        return rating
    meanings = quoting.meanings(value, rubric)
    with_reasons: dict[str, Any] = deepcopy(dict(rating))
    for keyword in ("title", "description", "minimum", "maximum"):
        with_reasons.pop(keyword, None)
    with_reasons["type"] = "object"
    with_reasons["properties"]["points"] |= _points(rubric, meanings)
    by_rater = with_reasons["properties"]["by_rater"]
    by_rater["additionalProperties"] = _rater_form(rubric, meanings, rater_points)
    return {
        "title": quoting.text(value.name),
        "description": "\n".join([quoting.text(value.definition), *meanings]).strip(),
        "anyOf": [
            _points_or_null(rubric, meanings, rating["description"]),
            with_reasons,
        ],
    }


def _rater_form(rubric: Rubric, meanings: tuple[str, ...], rater_points: Schema) -> Schema:
    """What one rater gives: points of the rubric, null, or points with their reason."""
    with_reason: dict[str, Any] = deepcopy(dict(rater_points))
    for keyword in ("minimum", "maximum"):
        with_reason.pop(keyword)
    with_reason["type"] = "object"
    with_reason["properties"]["points"] |= _points(rubric, meanings)
    unrated = rater_points["description"]
    return {
        "title": with_reason.pop("title"),
        "description": with_reason.pop("description"),
        "anyOf": [_points_or_null(rubric, meanings, unrated), with_reason],
    }


def _points(rubric: Rubric, meanings: tuple[str, ...]) -> dict[str, Any]:
    points = [level.points for level in rubric.levels]
    return {"type": "number", "enum": points, "enumDescriptions": list(meanings)}


def _points_or_null(rubric: Rubric, meanings: tuple[str, ...], unrated: str) -> dict[str, Any]:
    """As one list: a branch of its own for null would hide the value's definition there."""
    points = _points(rubric, meanings)
    return {
        "type": ["number", "null"],
        "enum": [*points["enum"], None],
        "enumDescriptions": [*meanings, unrated],
    }
