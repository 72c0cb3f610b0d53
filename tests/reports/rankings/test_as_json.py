import json

from cvcgen.reports.rankings.as_json import report
from tests.reports.samples import EVERY_STATE, ORIGIN, board, reader


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
