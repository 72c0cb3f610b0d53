import json
from fractions import Fraction
from typing import Any

from jsonschema import Draft202012Validator

from cvcgen.app import check_snapshot
from cvcgen.assets import data_schemas_dir
from cvcgen.core.model import ProjectId, Provenance, RatersRule
from cvcgen.core.ranking import Unranked, evaluate
from cvcgen.core.scoring import Completeness
from cvcgen.reports.scores.as_json import report
from cvcgen.reports.scores.sheet import sheets
from tests.building import SITES, files_in, snapshot
from tests.reports.altering import alterations
from tests.reports.samples import EVERY_STATE, ORIGIN, board, reader

SCHEMA = json.loads((data_schemas_dir() / "score.schema.json").read_text("utf-8"))
FORM = Draft202012Validator(SCHEMA)


def _scores(*names: str) -> list[dict[str, Any]]:
    shown = sheets(EVERY_STATE, board(), [ProjectId(name) for name in names])
    written = json.loads(report(shown, EVERY_STATE, ORIGIN, reader("fr")))
    assert written["schema_version"] == 1
    return list(written["scores"])


def test_every_report_has_the_published_form() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    states: set[str] = set()
    for folder in [SITES / "base", *sorted((SITES / "valid").iterdir())]:
        catalogue = check_snapshot(snapshot(files_in(folder))).catalogue
        found = sheets(catalogue, evaluate(catalogue, ORIGIN))
        for language in ("fr", "en"):
            written = json.loads(report(found, catalogue, ORIGIN, reader(language)))
            assert [f"{e.json_path}: {e.message}" for e in FORM.iter_errors(written)] == []
            states |= {score["state"] for score in written["scores"]}
    written = json.loads(report(sheets(EVERY_STATE, board()), EVERY_STATE, ORIGIN, reader()))
    FORM.validate(written)
    assert states | {score["state"] for score in written["scores"]} == {
        *Completeness,
        "not_concerned",
    }


def test_the_form_refuses_whatever_is_altered() -> None:
    catalogue = check_snapshot(snapshot(files_in(SITES / "valid/several-raters"))).catalogue
    found = sheets(catalogue, evaluate(catalogue, ORIGIN))[:1]
    written = json.loads(report(found, catalogue, ORIGIN, reader()))
    [score] = written["scores"]
    score["parts"] = [part for part in score["parts"] if part["raters"]][:1]
    score["levels"] = score["levels"][:1]
    assert len(score["parts"][0]["raters"]["given"]) > 1
    untouched = _scores("untouched")
    for document in (written, {**written, "scores": untouched}):
        FORM.validate(document)
        taken = [name for name, changed in alterations(document) if FORM.is_valid(changed)]
        assert taken == []


def test_the_form_has_every_word_that_a_report_may_have() -> None:
    parts = SCHEMA["$defs"]
    scored = parts["scored"]["properties"]
    assert scored["state"]["enum"] == [*Completeness]
    assert scored["unranked"]["enum"] == [*Unranked, None]
    assert scored["provenance"]["enum"] == [*Provenance, None]
    assert parts["raters"]["properties"]["rule"]["enum"] == [*RatersRule]


def test_the_total_is_exact_and_shown() -> None:
    [score] = _scores("x")
    assert score["total"] == {"fraction": "262/5", "decimal": "52.4", "shown": "52,4\xa0%"}
    assert (score["rank"], score["tied"], score["state"]) == (3, True, "complete")
    earned = [Fraction(part["earned"]["fraction"]) for part in score["parts"]]
    assert sum(earned) == Fraction("52.4")
    levels = [Fraction(level["earned"]["fraction"]) for level in score["levels"]]
    assert sum(levels) == Fraction("52.4")


def test_a_level_is_called_the_same_everywhere_and_its_points_stand_beside_it() -> None:
    [score] = _scores("x")
    rated, subtotals = (
        {entry["level"]: entry["points"] for entry in score[key]} for key in ("parts", "levels")
    )
    assert rated == subtotals
    shown = {name: points["shown"] for name, points in subtotals.items()}
    assert shown == {"Aucun": "0", "Faible": "1", "Moyen": "3", "Fort": "5"}


def test_an_endless_decimal_is_null() -> None:
    [score] = _scores("partial")
    assert score["total"]["decimal"] is None
    assert score["total"]["shown"] == "45,3\xa0%"
    [part] = [part for part in score["parts"] if part["state"] == "not_applicable"]
    assert part["reason"] == "Sans guichet"
    assert part["points"] is None


def test_each_state_is_named() -> None:
    states = {score["project"]["id"]: score["state"] for score in _scores()}
    assert states["incomplete"] == "incomplete"
    assert states["empty"] == "empty"
    assert states["published"] == "published"
    assert states["untouched"] == "not_concerned"


def test_a_missing_rating_has_no_figure() -> None:
    [score] = _scores("incomplete")
    assert score["total"] is None
    assert score["low"]["decimal"] == "39.4"
    [part] = [part for part in score["parts"] if part["state"] == "not_rated"]
    assert part["earned"] is None
