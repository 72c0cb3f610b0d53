import json

from jsonschema import Draft202012Validator

from cvcgen.app import check_snapshot
from cvcgen.assets import data_schemas_dir
from cvcgen.core.model import Language, Text, Waiver
from cvcgen.core.rules import RULES
from cvcgen.core.waivers import Judged, Waived
from cvcgen.reports.diagnostics.as_json import report
from tests.building import SITES, base_with, files_in
from tests.reports.altering import alterations
from tests.reports.diagnostics.faults import HOSTILE, LATER, UNKNOWN
from tests.reports.samples import ENGLISH, FRENCH, ORIGIN

SCHEMA = json.loads((data_schemas_dir() / "check.schema.json").read_text("utf-8"))
FORM = Draft202012Validator(SCHEMA)
WAIVED = Waived(LATER, Waiver("CVC101", Text(((Language("fr"), "Vu"),)), "2027-03-31"))


def test_every_report_has_the_published_form() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    for place, folder in enumerate(sorted((SITES / "invalid").iterdir())):
        found = check_snapshot(base_with(files_in(folder)), today="2026-06-01")
        judged = Judged((*found.diagnostics, *found.strict), found.waived)
        phrases = FRENCH if place % 2 else ENGLISH
        written = json.loads(report(judged, found.origin, len(found.texts), RULES, phrases))
        assert [f"{e.json_path}: {e.message}" for e in FORM.iter_errors(written)] == []
    for judged in (Judged((), ()), Judged((HOSTILE,), (WAIVED,))):
        FORM.validate(json.loads(report(judged, ORIGIN, 1, {}, ENGLISH)))


def test_the_form_refuses_whatever_is_altered() -> None:
    judged = Judged((UNKNOWN,), (WAIVED,))
    written = json.loads(report(judged, ORIGIN, 1, RULES, ENGLISH))
    FORM.validate(written)
    taken = [name for name, changed in alterations(written) if FORM.is_valid(changed)]
    assert taken == []


def test_every_field_is_there() -> None:
    written = json.loads(report(Judged((UNKNOWN, LATER), ()), ORIGIN, 42, RULES, ENGLISH))
    assert written["schema_version"] == 1
    assert written["origin"]["label"] == "test"
    assert written["diagnostics"][0] == {
        "code": "CVC406",
        "rule": RULES["CVC406"].name,
        "severity": "error",
        "message": "unknown value «rapidte»",
        "path": "content/projects/rappel.yaml",
        "line": 3,
        "column": 3,
        "length": 7,
        "pointer": "/a/rapidte",
        "notes": [
            {
                "message": "in the pyramid",
                "path": "content/clienteles/citoyens.yaml",
                "line": 1,
                "column": 1,
                "length": 7,
                "pointer": "/pyramid",
            }
        ],
        "hint": "did you mean `rapidite`?",
    }
    assert written["summary"] == {
        "errors": 1,
        "warnings": 1,
        "waived": 0,
        "files_with_faults": 1,
        "files_read": 42,
    }


def test_hostile_text_comes_through_whole_and_without_effect() -> None:
    written = report(Judged((HOSTILE,), ()), ORIGIN, 1, {}, ENGLISH)
    assert "\x1b" not in written
    [found] = json.loads(written)["diagnostics"]
    assert found["path"] == HOSTILE.location.path
    assert found["rule"] is None
