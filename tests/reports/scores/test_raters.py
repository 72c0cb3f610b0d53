"""Several raters in the reports of a score: in a sentence, as data, in a cell."""

import json

from cvcgen.app import Evaluated, check_snapshot, evaluate_checked
from cvcgen.reports.reader import make_reader
from cvcgen.reports.scores import as_csv, as_json
from cvcgen.reports.scores.raters import rater_facts
from cvcgen.reports.scores.sheet import Sheet, sheets
from cvcgen.reports.scores.wording import make_wording
from tests.building import SITES, files_in, snapshot
from tests.reports.samples import ENGLISH

READER = make_reader(ENGLISH)


def evaluated() -> Evaluated:
    return evaluate_checked(check_snapshot(snapshot(files_in(SITES / "valid/several-raters"))))


def all_sheets(found: Evaluated) -> tuple[Sheet, ...]:
    assert found.scoreboard is not None
    return sheets(found.checked.catalogue, found.scoreboard)


def test_the_rule_and_what_each_rater_gave_are_told_in_the_order_of_the_raters() -> None:
    found = evaluated()
    wording = make_wording(found.checked.catalogue, READER)
    kiosk, counter, callback = (rater_facts(one, wording) for one in all_sheets(found))
    assert counter == (
        "Several raters: the median counts (of two, the lower)",
        "Accessibility · Équipe A: High (5), Team B: Medium (3), Équipe C: High (5)"
        " · agreement 33.3%",
        "Security · Équipe A: Medium (3), Team B: None (0), Équipe C: High (5) · agreement 0%",
        "Speed · Équipe A: Low (1), Team B: Low (1), Équipe C: Low (1) · agreement 100%",
    )
    assert kiosk[2] == "Security · Équipe A: Low (1), Équipe B: not rated"
    assert callback[0] == "Several raters: what they agreed on counts"


def test_programs_get_each_rating_and_the_exact_agreement() -> None:
    found = evaluated()
    assert found.scoreboard is not None
    catalogue, origin = found.checked.catalogue, found.scoreboard.origin
    told = json.loads(as_json.report(all_sheets(found), catalogue, origin, READER))
    access, security, speed = told["scores"][1]["parts"]
    assert access["raters"]["rule"] == "median"
    assert [(one["rater"], one["points"]["shown"]) for one in access["raters"]["given"]] == [
        ("Équipe A", "5"),
        ("Team B", "3"),
        ("Équipe C", "5"),
    ]
    assert access["raters"]["agreement"]["fraction"] == "1/3"
    assert security["raters"]["given"][1]["why"] == "Rien ne change"
    assert (security["raters"]["levels_apart"], speed["raters"]["levels_apart"]) == (3, 0)
    assert told["scores"][2]["parts"][2]["raters"] is None


def test_a_spreadsheet_gets_them_in_one_cell() -> None:
    found = evaluated()
    lines = as_csv.report(all_sheets(found), found.checked.catalogue, READER).splitlines()
    assert lines[0].endswith(",reason,raters")
    assert lines[1].endswith("Équipe A=5; Équipe B=1")
    assert lines[2].endswith("Équipe A=1; Équipe B=")
