from pathlib import Path

import pytest

from cvcgen.spreadsheets.cells import Sheet
from cvcgen.spreadsheets.opening.csvreading import read_csv


def texts(sheet: Sheet) -> list[list[str]]:
    return [[cell.text for cell in row] for row in sheet.rows]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_separators_and_marked_encodings_are_told_apart(separator: str, encoding: str) -> None:
    lines = [["Projet", "Cote (%)"], ["Été, hiver; tout", "62,5"]]
    quoted = "\r\n".join(separator.join(f'"{cell}"' for cell in line) for line in lines)
    assert texts(read_csv("a.csv", quoted.encode(encoding))) == lines


def test_commas_in_texts_do_not_pass_for_separators() -> None:
    text = "Projet;Cote\n" + "Un, deux, trois, quatre;1\n" * 9
    assert texts(read_csv("a.csv", text.encode()))[1] == ["Un, deux, trois, quatre", "1"]


def test_a_line_end_inside_quotes_belongs_to_its_cell() -> None:
    sheet = read_csv("a.csv", b'Project,Score\r\n"two\r\nlines",1\r\n')
    assert texts(sheet)[1] == ["two\r\nlines", "1"]
    assert sheet.place(1, 1).cell == "B2"


def test_a_guarded_formula_is_the_text_that_it_was() -> None:
    assert texts(read_csv("a.csv", b"Project,Score\n'=1+1,2\n"))[1] == ["=1+1", "2"]


def test_empty_ends_of_rows_and_tables_are_cut() -> None:
    assert texts(read_csv("a.csv", b"Project,Score,,\na,,,\n,,,\n")) == [
        ["Project", "Score"],
        ["a"],
    ]


def test_the_file_is_named_by_its_last_part(tmp_path: Path) -> None:
    assert read_csv("a.csv", b"a,b").path == "a.csv"
