import csv
import io

from cvcgen.reports.history.as_csv import HEAD, report
from cvcgen.reports.history.chronicle import Chronicle
from tests.reports.history.telling import hostile, told
from tests.reports.samples import X, card, catalogue, project, reader, without


def test_a_row_per_point_with_exact_scores() -> None:
    partial = catalogue(project("p", without(X, "v4")))
    written = report(
        Chronicle(told(catalogue(project("p", card(X))), partial)), reader()
    ).text()
    rows = list(csv.DictReader(io.StringIO(written)))
    assert list(rows[0]) == list(HEAD)
    assert [rows[0][key] for key in ("score", "score_decimal", "rank", "ranked")] == [
        *("262/5", "52.4", "1", "1")
    ]
    assert (rows[1]["score"], rows[1]["score_decimal"]) == ("3940/87", "")
    assert rows[1]["delta"] == "-3094/435"


def test_no_cell_is_a_formula() -> None:
    rows = list(csv.reader(io.StringIO(report(Chronicle(hostile()), reader()).text())))
    assert {len(row) for row in rows} == {len(HEAD)}
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "@", "+"))]
