from cvcgen.reports.history.as_text import report
from cvcgen.reports.history.chronicle import Chronicle
from cvcgen.reports.media.terminal import Palette
from tests.reports.history.telling import hostile, told
from tests.reports.samples import X, Y, card, catalogue, project, reader


def test_a_series_is_a_table_with_its_causes() -> None:
    before = catalogue(project("p", card(X)))
    after = catalogue(project("p", card((5, 5, *X[2:]))))
    assert (
        report(Chronicle(told(before, after)), reader()).text()
        == """\
Projet p (p) · Citoyens (citoyens)
  2026-01-01  0000000000  52.4%         1st of 1  first score known
  2026-01-02  1111111111  68.4%  +16.0  1st of 1  Value 2: Aucun (0) → High (5) (+16.0)
""".replace("Aucun", "None")
    )


def test_nothing_of_a_text_acts_on_a_terminal() -> None:
    shown = report(Chronicle(hostile()), reader()).text()
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert "##[" not in shown
    assert "\x1b[1m" in report(Chronicle(hostile()), reader(), Palette(True)).text()


def test_without_series_there_is_nothing_to_print() -> None:
    assert report(Chronicle(told(None)), reader()).text() == ""


def test_who_was_passed_says_by_whom() -> None:
    before = catalogue(project("p", card(X)), project("q", card(Y)))
    after = catalogue(project("p", card((5,) * 8)), project("q", card(Y)))
    shown = report(Chronicle(told(before, after), ("q",)), reader()).text()
    assert shown.splitlines()[2].endswith("2nd of 2  now behind «Projet p»")
