import json
from fractions import Fraction
from typing import Any

from cvcgen.core.model import ProjectId
from cvcgen.reports.scores.as_json import report
from cvcgen.reports.scores.sheet import sheets
from tests.reports.samples import EVERY_STATE, ORIGIN, board, reader


def _scores(*names: str) -> list[dict[str, Any]]:
    shown = sheets(EVERY_STATE, board(), [ProjectId(name) for name in names])
    written = json.loads(report(shown, EVERY_STATE, ORIGIN, reader("fr")))
    assert written["schema_version"] == 1
    return list(written["scores"])


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
