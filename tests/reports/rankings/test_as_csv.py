import csv
import io

from cvcgen.reports.rankings.as_csv import HEAD, report
from tests.reports.samples import EVERY_STATE, X, board, card, catalogue, project, reader


def test_a_row_per_place_with_exact_scores() -> None:
    written = report(board().rankings, EVERY_STATE, reader())
    rows = {row["project"]: row for row in csv.DictReader(io.StringIO(written))}
    assert list(rows["x"]) == list(HEAD)
    assert [rows["x"][key] for key in ("rank", "tied", "score", "score_decimal")] == [
        "3",
        "yes",
        "262/5",
        "52.4",
    ]
    assert rows["partial"]["score_decimal"] == ""
    assert rows["incomplete"]["unranked"] == "incomplete"


def test_a_title_is_no_formula() -> None:
    of = catalogue(project("p", card(X), title="+1"))
    assert ",'+1," in report(board(of).rankings, of, reader())
