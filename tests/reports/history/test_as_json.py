import json

from jsonschema import Draft202012Validator

from cvcgen.assets import data_schemas_dir
from cvcgen.core.changes import CauseKind, ChangeKind
from cvcgen.core.trend import BREAKING
from cvcgen.reports.history.as_json import report
from cvcgen.reports.history.chronicle import Chronicle
from tests.reports.history.telling import hostile, random_trend, told
from tests.reports.samples import X, card, catalogue, project, reader

SCHEMA = json.loads((data_schemas_dir() / "history.schema.json").read_text("utf-8"))


def test_every_report_has_the_published_form() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    validator = Draft202012Validator(SCHEMA)
    for seed in range(40):
        written = json.loads(report(Chronicle(random_trend(seed)), reader()).text())
        faults = [f"{e.json_path}: {e.message}" for e in validator.iter_errors(written)]
        assert faults == [], seed
    validator.validate(json.loads(report(Chronicle(hostile()), reader("fr")).text()))


def test_the_form_has_every_word_that_a_report_may_have() -> None:
    parts = SCHEMA["$defs"]
    kinds = parts["point"]["properties"]["kinds"]["items"]["enum"]
    assert kinds == [str(kind) for kind in ChangeKind]
    assert parts["cause"]["properties"]["kind"]["enum"] == [str(kind) for kind in CauseKind]
    breaking = {str(kind) for kinds in BREAKING.values() for kind in kinds}
    assert set(parts["break"]["properties"]["kind"]["enum"]) == breaking


def test_points_have_exact_scores_and_causes() -> None:
    after = catalogue(project("p", card((5, 5, *X[2:]))))
    found = Chronicle(told(catalogue(project("p", card(X))), None, after))
    written = json.loads(report(found, reader()).text())
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
    written = report(Chronicle(hostile()), reader()).text()
    assert "\x1b" not in written
    assert "\u202e" not in written
    assert json.loads(written)["revisions"][0]["subject"].endswith("\x1b\u202e")
