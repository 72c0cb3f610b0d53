"""The report for programs: of the published form, and its sums can be checked."""

import json
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from cvcgen.assets import data_schemas_dir
from cvcgen.core.changes import CauseKind, ChangeKind, EditKind, Presence, RecordEvent
from cvcgen.core.model import Origin
from cvcgen.reports.changes import as_json
from tests.reports.changes.reviews import dwindling, everyday, hostile, random_review, review
from tests.reports.samples import EVERY_STATE, reader

SCHEMA = json.loads((data_schemas_dir() / "changes.schema.json").read_text("utf-8"))
SEEDS = range(120)


def document(seed: int) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(as_json.report(random_review(seed), reader()))
    return found


def fraction(number: dict[str, str]) -> Fraction:
    return Fraction(number["fraction"])


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_every_report_has_the_published_form() -> None:
    validator = Draft202012Validator(SCHEMA)
    for seed in SEEDS:
        faults = [f"{e.json_path}: {e.message}" for e in validator.iter_errors(document(seed))]
        assert faults == [], seed
    validator.validate(json.loads(as_json.report(everyday(), reader("fr"))))
    validator.validate(json.loads(as_json.report(hostile("\u202e<x>"), reader())))


@pytest.mark.parametrize(
    ("kinds", "place"),
    [
        (CauseKind, SCHEMA["$defs"]["cause"]["properties"]["kind"]),
        (ChangeKind, SCHEMA["$defs"]["change"]["properties"]["kinds"]["items"]),
        (EditKind, SCHEMA["properties"]["edits"]["items"]["properties"]["kind"]),
        (RecordEvent, SCHEMA["properties"]["records"]["items"]["properties"]["event"]),
        (
            Presence,
            SCHEMA["$defs"]["change"]["properties"]["presence"]["properties"]["before"],
        ),
    ],
)
def test_the_schema_has_every_word_of_the_comparison(kinds: Any, place: Any) -> None:
    assert place["enum"] == [str(kind) for kind in kinds]


def test_before_and_the_amounts_sum_exactly_to_after() -> None:
    checked = 0
    for seed in SEEDS:
        for change in document(seed)["changes"]:
            if change["delta"] is None:
                continue
            amounts = [fraction(cause["amount"]) for cause in change["causes"]]
            before, after = change["before"]["total"], change["after"]["total"]
            assert fraction(before) + sum(amounts, Fraction(0)) == fraction(after)
            assert fraction(change["delta"]) == sum(amounts, Fraction(0))
            checked += bool(amounts)
    assert checked > 50


def test_what_went_with_a_value_is_counted_and_listed() -> None:
    found = json.loads(as_json.report(dwindling(), reader()))
    [removed] = [edit for edit in found["edits"] if edit["along"]]
    assert removed["kind"] == "value_removed"
    assert removed["along"] == {"scorecards": 0, "ratings": 2, "reasons": 1, "texts": 1}
    followers = [one["record"]["id"] for one in found["edits"] if one["follows"]]
    assert followers == ["x", "y"]
    assert [(one["path"], one["meaning"], one["follows"]) for one in found["wording"]] == [
        ("scorecards/citoyens/ratings/v8/evidence", False, True),
        ("scorecards/citoyens/ratings/v8/why", True, True),
    ]


def test_a_common_ancestor_names_the_two() -> None:
    of = ("main", "topic")
    ancestor = Origin("the common ancestor of main and topic", "0" * 40, ancestor_of=of)
    told = everyday()
    comparison = replace(told.comparison, before=ancestor)
    found = json.loads(as_json.report(replace(told, comparison=comparison), reader("fr")))
    assert found["before"]["ancestor_of"] == ["main", "topic"]
    assert found["after"]["ancestor_of"] == []
    Draft202012Validator(SCHEMA).validate(found)


def test_an_empty_comparison_has_empty_lists() -> None:
    found = json.loads(as_json.report(review(EVERY_STATE, EVERY_STATE), reader()))
    assert found["headline"] == "no change at all"
    lists = ("files", "records", "changes", "edits", "wording")
    assert [found[key] for key in lists] == [[]] * 5


def test_the_files_have_their_commits() -> None:
    files = json.loads(as_json.report(everyday(), reader()))["files"]
    assert [commit["author"] for commit in files[3]["commits"]] == ["Ada", "Grace"]
