import json

from cvcgen.core.rules import RULES
from cvcgen.core.waivers import Judged
from cvcgen.reports.diagnostics.as_json import report
from tests.reports.diagnostics.faults import HOSTILE, LATER, UNKNOWN
from tests.reports.samples import ENGLISH, ORIGIN


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
