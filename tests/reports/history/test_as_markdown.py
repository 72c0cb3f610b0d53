from cvcgen.reports.history.as_markdown import report
from cvcgen.reports.history.chronicle import Chronicle
from tests.reports.history.telling import hostile
from tests.reports.samples import reader


def test_a_text_is_text() -> None:
    shown = report(Chronicle(hostile()), reader()).text()
    assert "<script" not in shown
    assert "@me" not in shown
    rows = [line for line in shown.splitlines() if line.startswith("|")]
    assert {line.count(" | ") for line in rows} == {5}
