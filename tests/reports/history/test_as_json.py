import json

from cvcgen.reports.history.as_json import report
from cvcgen.reports.history.chronicle import Chronicle
from tests.reports.history.telling import hostile, told
from tests.reports.samples import X, card, catalogue, project, reader


def test_points_have_exact_scores_and_causes() -> None:
    after = catalogue(project("p", card((5, 5, *X[2:]))))
    found = Chronicle(told(catalogue(project("p", card(X))), None, after))
    written = json.loads(report(found, reader()))
    assert [revision["gap"] is None for revision in written["revisions"]] == [True, False, True]
    [series] = written["series"]
    first, gap, last = series["points"]
    assert first["place"]["score"] == {"fraction": "262/5", "decimal": "52.4", "shown": "52.4%"}
    assert (first["delta"], gap["place"]) == (None, None)
    assert last["delta"]["decimal"] == "16"
    [cause] = last["causes"]
    assert (cause["kind"], cause["value"], cause["before"], cause["after"]) == (
        *("rating", "v2", "0", "5"),
    )
    assert cause["text"] == "Value 2: None (0) → High (5)"


def test_nothing_hidden_is_written_as_it_is() -> None:
    written = report(Chronicle(hostile()), reader())
    assert "\x1b" not in written
    assert "\u202e" not in written
    assert json.loads(written)["revisions"][0]["subject"].endswith("\x1b\u202e")
