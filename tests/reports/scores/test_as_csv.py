import csv
import io
from fractions import Fraction

from cvcgen.reports.scores.as_csv import HEAD, report
from cvcgen.reports.scores.sheet import sheets
from tests.reports.samples import EVERY_STATE, X, board, card, catalogue, project, reader


def _rows() -> list[dict[str, str]]:
    written = report(sheets(EVERY_STATE, board()), EVERY_STATE, reader())
    return list(csv.DictReader(io.StringIO(written)))


def test_the_values_of_each_complete_score_sum_to_its_total() -> None:
    rows = _rows()
    assert list(rows[0]) == list(HEAD)
    for total in (row for row in rows if row["state"] == "complete"):
        parts = [r for r in rows if r["project"] == total["project"] and r["row"] == "value"]
        assert sum(Fraction(part["earned"]) for part in parts) == Fraction(total["earned"])


def test_a_decimal_stands_only_where_it_is_exact() -> None:
    totals = {row["project"]: row for row in _rows() if row["row"] == "total"}
    assert (totals["x"]["earned"], totals["x"]["earned_decimal"]) == ("262/5", "52.4")
    assert totals["partial"]["earned_decimal"] == ""
    assert (totals["incomplete"]["low"], totals["incomplete"]["earned"]) == ("197/5", "")
    assert totals["untouched"]["reason"] == "Rien à y voir"


def test_a_title_is_no_formula() -> None:
    of = catalogue(project("p", card(X), title="=HYPERLINK(1)"))
    assert ",'=HYPERLINK(1)," in report(sheets(of, board(of)), of, reader())
