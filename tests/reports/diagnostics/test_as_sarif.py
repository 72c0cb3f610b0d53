"""SARIF 2.1.0 as we write it.

No package that we could pin ships the standard's schema, so `SHAPE` states the part of it
that we use, closed: a key that the specification does not define there fails. (The whole
schema of OASIS was run over this output by hand when the reporter was written.)
"""

import json
from dataclasses import replace
from typing import Any

import jsonschema

from cvcgen.core.diagnostics import Diagnostic, Location
from cvcgen.core.rules import RULES
from cvcgen.core.waivers import Judged
from cvcgen.reports.diagnostics.as_sarif import SCHEMA, report
from tests.reports.diagnostics.faults import HOSTILE, LATER, UNKNOWN, many
from tests.reports.samples import ENGLISH, FRENCH


def _closed(required: str, **properties: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": required.split(),
        "properties": properties,
    }


def _list(items: Any) -> dict[str, Any]:
    return {"type": "array", "items": items}


TEXT = {"type": "string", "minLength": 1}
FROM_0, FROM_1 = {"type": "integer", "minimum": 0}, {"type": "integer", "minimum": 1}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
MESSAGE = _closed("text", text=TEXT)
HELP = _closed("text", text=TEXT, markdown=TEXT)
ARTIFACT = _closed(
    "uri", uri={"type": "string", "pattern": "^[A-Za-z0-9._~/%-]+$"}, uriBaseId=TEXT
)
REGION = _closed("startLine", startLine=FROM_1, startColumn=FROM_1, endColumn=FROM_1)
PHYSICAL = _closed("artifactLocation region", artifactLocation=ARTIFACT, region=REGION)
RESULT = _closed(
    "ruleId level message locations partialFingerprints",
    ruleId=TEXT,
    ruleIndex=FROM_0,
    level=LEVEL,
    message=MESSAGE,
    locations=_list(_closed("physicalLocation", physicalLocation=PHYSICAL)),
    relatedLocations=_list(
        _closed("id physicalLocation", id=FROM_0, message=MESSAGE, physicalLocation=PHYSICAL)
    ),
    partialFingerprints={"type": "object", "additionalProperties": TEXT},
)
RULE = _closed(
    "id",
    id=TEXT,
    name=TEXT,
    shortDescription=MESSAGE,
    fullDescription=MESSAGE,
    help=HELP,
    defaultConfiguration=_closed("level", level=LEVEL),
)
DRIVER = _closed("name", name=TEXT, version=TEXT, semanticVersion=TEXT, rules=_list(RULE))
RUN = _closed(
    "tool results columnKind",
    tool=_closed("driver", driver=DRIVER),
    language={"type": "string", "pattern": "^[a-zA-Z]{2}(-[a-zA-Z]{2})?$"},
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    originalUriBaseIds={
        "type": "object",
        "additionalProperties": _closed("", description=MESSAGE),
    },
    invocations=_list(_closed("executionSuccessful", executionSuccessful={"type": "boolean"})),
    results=_list(RESULT),
)
SHAPE = _closed(
    "version runs",
    **{"$schema": {"const": SCHEMA}, "version": {"const": "2.1.0"}, "runs": _list(RUN)},
)


def _run(*found: Diagnostic, folder: str = "") -> dict[str, Any]:
    written = json.loads(report(Judged(tuple(found), ()), RULES, ENGLISH, folder))
    jsonschema.Draft202012Validator(SHAPE).validate(written)
    [run] = written["runs"]
    return dict(run)


def _prints(*found: Diagnostic) -> list[str]:
    return [next(iter(r["partialFingerprints"].values())) for r in _run(*found)["results"]]


def test_columns_are_code_points_and_paths_start_at_the_sources() -> None:
    run = _run(UNKNOWN, folder="sites/a")
    assert run["columnKind"] == "unicodeCodePoints"
    [place] = run["results"][0]["locations"]
    assert place["physicalLocation"] == {
        "artifactLocation": {
            "uri": "sites/a/content/projects/rappel.yaml",
            "uriBaseId": "SRCROOT",
        },
        "region": {"startLine": 3, "startColumn": 3, "endColumn": 10},
    }
    assert list(run["originalUriBaseIds"]) == ["SRCROOT"]


def test_every_rule_is_described_and_every_result_finds_its_own() -> None:
    run = _run(UNKNOWN, LATER)
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(RULES)
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]


def test_a_fingerprint_does_not_depend_on_the_line_nor_the_language() -> None:
    moved = replace(UNKNOWN, location=UNKNOWN.location._replace(line=300, column=1))
    assert _prints(UNKNOWN) == _prints(moved)
    french = json.loads(report(Judged((UNKNOWN,), ()), RULES, FRENCH))["runs"][0]["results"][0]
    assert list(french["partialFingerprints"].values()) == _prints(UNKNOWN)


def test_fingerprints_of_one_run_differ() -> None:
    prints = _prints(*many(errors=5, warnings=5), UNKNOWN)
    assert len(set(prints)) == len(prints)


def test_the_second_place_is_a_related_location() -> None:
    [related] = _run(UNKNOWN)["results"][0]["relatedLocations"]
    assert related["message"] == {"text": "in the pyramid"}


def test_hostile_names_and_texts_are_encoded() -> None:
    [result] = _run(HOSTILE)["results"]
    [place] = result["locations"]
    uri = place["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "a%20b%3A%2C%25%C3%A9%0A.yaml"
    text = result["message"]["text"]
    assert r"{{0}} \[a\](b)" in text
    assert "\x1b" not in text


def test_a_file_name_that_is_no_text_is_encoded() -> None:
    odd = replace(LATER, location=Location("a\udcff.yaml"))
    [place] = _run(odd)["results"][0]["locations"]
    assert place["physicalLocation"]["artifactLocation"]["uri"].startswith("a%ED%B3%BF")


def test_no_fault_is_a_run_without_results() -> None:
    assert _run()["results"] == []
