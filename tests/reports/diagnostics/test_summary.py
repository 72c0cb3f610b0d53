import pytest

from cvcgen.core.diagnostics import Diagnostic, Location, message
from cvcgen.reports.diagnostics.summary import Summary, count, sentence
from tests.reports.samples import ENGLISH, FRENCH


@pytest.mark.parametrize(
    ("summary", "read", "english", "french"),
    [
        (Summary(0, 0, 0), 1, "no fault in 1 file", "aucune faute dans 1 fichier"),
        (Summary(0, 0, 0), 42, "no fault in 42 files", "aucune faute dans 42 fichiers"),
        (Summary(0, 0, 0), 0, "no fault in 0 files", "aucune faute dans 0 fichier"),
        (
            Summary(3, 1, 2),
            9,
            "3 errors, 1 warning in 2 files",
            "3 erreurs, 1 avertissement dans 2 fichiers",
        ),
        (Summary(0, 2, 1), 9, "2 warnings in 1 file", "2 avertissements dans 1 fichier"),
    ],
)
def test_the_summary_is_said(summary: Summary, read: int, english: str, french: str) -> None:
    assert sentence(summary, read, ENGLISH) == english
    assert sentence(summary, read, FRENCH) == french


def test_the_sheets_of_a_spreadsheet_are_one_file() -> None:
    places = [Location(f"grids.xlsx[{name}]", cell="C7") for name in ("One", "Two")]
    found = [Diagnostic("CVC605", message("x"), place) for place in places]
    assert count(found) == Summary(errors=2, warnings=0, files=1)
