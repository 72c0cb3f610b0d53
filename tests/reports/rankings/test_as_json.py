import json

from jsonschema import Draft202012Validator

from cvcgen.assets import data_schemas_dir
from cvcgen.core.model import Origin
from cvcgen.reports.rankings.as_json import report
from tests.reports.samples import EVERY_STATE, ORIGIN, board, reader

SCHEMA = json.loads((data_schemas_dir() / "rank.schema.json").read_text("utf-8"))


def test_every_report_has_the_published_form() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    validator = Draft202012Validator(SCHEMA)
    elsewhere = Origin("v1", "d460674bbd" * 4, "2026-01-01T00:00:00Z")
    for language in ("fr", "en"):
        for weights in (None, ORIGIN, elsewhere):
            rankings = board().rankings
            text = report(rankings, EVERY_STATE, ORIGIN, reader(language), weights)
            written = json.loads(text)
            validator.validate(written)
            assert (written["weights_origin"] is None) == (weights is not elsewhere)


def test_places_have_exact_scores_and_ranks() -> None:
    written = json.loads(report(board().rankings, EVERY_STATE, ORIGIN, reader()))
    [ranking] = written["rankings"]
    assert ranking["clientele"] == {"id": "citoyens", "name": "Citoyens", "edition": "2022"}
    places = {place["project"]["id"]: place for place in ranking["places"]}
    assert places["x"]["score"] == {"fraction": "262/5", "decimal": "52.4", "shown": "52.4%"}
    assert (places["x"]["rank"], places["x"]["shown"]) == (3, "tied 3rd")
    assert places["x"]["provenance"] == "illustrative"
    assert (places["refused"]["rank"], places["refused"]["unranked"]) == (None, "not_feasible")
    assert places["incomplete"]["score"] is None
    assert places["incomplete"]["high"]["decimal"] == "52.4"
