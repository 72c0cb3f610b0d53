"""GitLab's Code Quality report, by the keys that its documentation asks for."""

import json
from dataclasses import replace
from typing import Any

from cvcgen.core.diagnostics import Diagnostic, Location
from cvcgen.reports.diagnostics.as_gitlab import report
from tests.reports.diagnostics.faults import HOSTILE, LATER, UNKNOWN, many
from tests.reports.samples import ENGLISH, FRENCH


def _entries(*found: Diagnostic, folder: str = "") -> list[dict[str, Any]]:
    return list(json.loads(report(found, ENGLISH, folder)))


def test_an_entry_has_every_key_that_gitlab_wants() -> None:
    [entry] = _entries(UNKNOWN, folder="sites/a")
    assert entry.pop("fingerprint") == "dc316d9f44c31a58172199d20e3a1921"
    assert entry == {
        "description": "unknown value «rapidte» (did you mean `rapidite`?)",
        "check_name": "CVC406",
        "severity": "critical",
        "location": {
            "path": "sites/a/content/projects/rappel.yaml",
            "lines": {"begin": 3},
        },
    }


def test_a_warning_is_minor() -> None:
    assert [entry["severity"] for entry in _entries(UNKNOWN, LATER)] == ["critical", "minor"]


def test_a_fingerprint_depends_on_neither_line_nor_language_and_on_no_other_fault() -> None:
    moved = replace(UNKNOWN, location=UNKNOWN.location._replace(line=300, column=1))
    [first], [_, after] = _entries(UNKNOWN), _entries(LATER, moved)
    assert after["fingerprint"] == first["fingerprint"]
    [french] = json.loads(report([UNKNOWN], FRENCH))
    assert french["fingerprint"] == first["fingerprint"]


def test_fingerprints_of_one_report_differ() -> None:
    prints = [entry["fingerprint"] for entry in _entries(*many(5, 5), UNKNOWN)]
    assert len(set(prints)) == len(prints)


def test_hostile_names_and_texts_are_shown_and_do_nothing() -> None:
    [entry] = _entries(HOSTILE)
    assert entry["location"]["path"] == r"a b:,%é\u{a}.yaml"
    assert entry["description"].startswith(r"bad \u{1b}]0;x\u{7} ##[error]y\u{a}::error::z")


def test_a_file_name_that_is_no_text_leaves_valid_json() -> None:
    written = report([replace(LATER, location=Location("a\udcff.yaml"))], ENGLISH)
    assert json.loads(written)[0]["location"]["path"] == r"a\u{dcff}.yaml"
    assert "\\udcff" not in written


def test_nothing_wrong_is_an_empty_list() -> None:
    assert _entries() == []
