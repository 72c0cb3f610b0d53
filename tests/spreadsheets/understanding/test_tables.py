"""What a table with a hostile heading costs to read; its faults stand in `invalid/`."""

from difflib import SequenceMatcher

import pytest

from cvcgen.app import check_snapshot
from cvcgen.spreadsheets.cells import Cell, Sheet
from cvcgen.spreadsheets.understanding import tables
from cvcgen.spreadsheets.understanding.names import Names
from cvcgen.spreadsheets.understanding.reading import read_sheet
from cvcgen.spreadsheets.words import Role, fold
from tests.building import base_with
from tests.core.test_spelling import alike


def names() -> Names:
    """Of a site with a pyramid of 40 such words."""
    values = alike(40, 1)
    pyramid = "".join(f"  - {{value: {value}}}\n" for value in values)
    clientele = f"name: Ainés\nrubric: gain\nweights: {{kind: equal}}\npyramid:\n{pyramid}"
    files = {f"content/values/{value}.yaml": "name: Une valeur\n" for value in values}
    checked = check_snapshot(base_with({"content/clienteles/aines.yaml": clientele, **files}))
    return Names(checked.catalogue)


def sheet(headings: list[str], *rows: list[str]) -> Sheet:
    return Sheet("t.csv", "", tuple(tuple(map(Cell, row)) for row in (headings, *rows)))


def test_unknown_columns_of_all_sheets_share_one_effort(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """400 columns that nearly name one of 200 values took minutes, for each of 200 sheets."""
    compared: list[None] = []
    ratio = SequenceMatcher.ratio

    def count(matcher: "SequenceMatcher[str]") -> float:
        compared.append(None)
        return ratio(matcher)

    monkeypatch.setattr(SequenceMatcher, "ratio", count)
    known = names()
    spoken = known.catalogue.site.default_language
    for seed in range(2, 6):
        headings = ["Projet", "Clientèle", *alike(60, seed)]
        assert read_sheet(sheet(headings), known, None, spoken).recognised
    assert 0 < len(compared) <= 1_000


def test_the_columns_of_values_are_found_once_for_all_rows(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folded: list[str] = []

    def count(text: str) -> str:
        folded.append(text)
        return fold(text)

    monkeypatch.setattr(tables, "fold", count)
    known = names()
    headings = ["Projet", "Clientèle", *(f"colonne {number}" for number in range(100))]
    rows = [[f"Projet {number}", "Ainés", *["3"] * 100] for number in range(50)]
    read_sheet(sheet(headings, *rows), known, None, known.catalogue.site.default_language)
    assert len(folded) < 1_000


@pytest.mark.parametrize("word", ["Total", "TOTAUX :", "Moyenne", "Sous-total"])
def test_a_row_of_totals_is_left_out_and_told(word: str) -> None:
    known = Names(check_snapshot(base_with({})).catalogue)
    table = sheet(["Projet", "Clientèle", "Speed"], ["Hut", "citoyens", "3"], [word, "", "8"])
    read = read_sheet(table, known, None, known.catalogue.site.default_language)
    assert (read.faults, read.unread) == ((), (f"t.csv!A3 · {word}",))
    assert [claim.fact(Role.PROJECT).text for claim in read.claims] == ["Hut"]


def test_a_project_may_be_called_total() -> None:
    text = "title: {fr: Total, en: Total}\nscorecards: {}\n"
    known = Names(check_snapshot(base_with({"content/projects/t.yaml": text})).catalogue)
    spoken = known.catalogue.site.default_language
    for rows in (["", "Total", "3"], ["sum", "Moyenne", "3"]):
        table = sheet(["Project id", "Project", "Speed"], rows)
        read = read_sheet(table, known, known.catalogue.clienteles[0], spoken)
        assert (len(read.claims), read.unread) == (1, ())
