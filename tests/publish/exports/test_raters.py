"""Several raters in the data files: each rating, the rule, and a sheet of their own."""

import io
import json
from functools import cache
from zipfile import ZipFile

from cvcgen.app import check_snapshot, evaluate_checked
from tests.building import SITES, files_in, snapshot
from tests.publish.little_sites import data_files
from tests.publish.test_exports import validator


@cache
def files(case: str) -> dict[str, bytes]:
    folder = SITES if case == "base" else SITES / "valid"
    found = evaluate_checked(check_snapshot(snapshot(files_in(folder / case))))
    assert found.scoreboard is not None
    made = data_files(found.checked.catalogue, found.scoreboard)
    return {path.removeprefix("data/v1/"): content for path, content in made.items()}


def card(project: str) -> dict[str, object]:
    told = json.loads(files("several-raters")[f"projects/{project}.json"])
    validator("project.schema.json").validate(told)
    [found] = told["project"]["scorecards"]
    return dict(found)


def test_each_rater_is_there_with_points_and_reason() -> None:
    counter = card("guichet")
    assert counter["rule"] == "median"
    access, _, security = counter["ratings"]
    assert [(one["rater"], one["points"]["decimal"]) for one in access["by_rater"]] == [
        ("Équipe A", "5"),
        ("Équipe B", "3"),
        ("Équipe C", "5"),
    ]
    assert security["by_rater"][1]["why"] == {"fr": "Rien ne change"}


def test_a_value_that_waits_for_a_rater_says_what_the_others_gave() -> None:
    security = card("borne")["ratings"][2]
    assert (security["state"], security["by_rater"][1]["points"]) == ("not_rated", None)


def test_the_workbook_has_a_sheet_of_raters_where_there_are_some() -> None:
    def sheets(case: str) -> str:
        book = ZipFile(io.BytesIO(files(case)["rankings/citoyens.en.xlsx"]))
        return book.read("xl/workbook.xml").decode("utf-8")

    assert 'name="Raters"' in sheets("several-raters")
    assert 'name="Raters"' not in sheets("base")


def test_without_several_raters_nothing_is_said_of_them() -> None:
    told = files("base")["projects/guichet.json"].decode("utf-8")
    assert "by_rater" not in told
    assert '"rule"' not in told
