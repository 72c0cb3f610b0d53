"""How much the sheets of one file may hold together."""

from pathlib import Path

import pytest

from cvcgen.spreadsheets.opening.files import read_book
from cvcgen.spreadsheets.opening.limits import CellText, Refused, Room
from tests.spreadsheets.making import ods, write

START = "<table:table-cell table:number-columns-repeated"
NEXT_SHEET = '</table:table><table:table table:name="T">'


def refused(folder: Path, name: str, content: bytes) -> list[str]:
    book = read_book(write(folder, name, content))
    assert {fault.code for fault in book.faults} <= {"CVC602"}
    return [fault.message.text(str) for fault in book.faults]


def sheets(count: int, text: str) -> bytes:
    """Sheets of 400 rows and 490 columns, every cell with that text."""
    cell = f'{START}="490"><text:p>{text}</text:p></table:table-cell>'
    row = f'<table:table-row table:number-rows-repeated="400">{cell}</table:table-row>'
    return ods(NEXT_SHEET.join([row] * count))


def test_cells_of_all_sheets_count_together(tmp_path: Path) -> None:
    """A sheet of 196,000 cells took 27 MB, and 200 of them are a file of 1 kB."""
    assert refused(tmp_path, "t.ods", sheets(2, "a")) == []
    said = refused(tmp_path, "u.ods", sheets(3, "a"))
    assert said == ["the sheets hold more than 400000 cells"]


def test_a_text_counts_in_every_cell_that_holds_it(tmp_path: Path) -> None:
    said = refused(tmp_path, "t.ods", sheets(1, "a" * 30))
    assert said == ["the cells hold more than 5000000 characters"]


def test_a_cell_holds_what_spreadsheet_programs_keep(tmp_path: Path) -> None:
    csv = "Projet,Clientèle\n{}\n"
    assert refused(tmp_path, "t.csv", csv.format("a" * 32_767).encode()) == []
    said = refused(tmp_path, "u.csv", csv.format("a" * 32_768).encode())
    assert said == ["a cell holds more than 32767 characters"]


def test_spaces_that_a_few_bytes_stand_for_are_not_gathered(tmp_path: Path) -> None:
    spaces = '<text:s text:c="999"/>' * 5_000
    cell = f"<table:table-cell><text:p>{spaces}</text:p></table:table-cell>"
    content = ods(f"<table:table-row>{cell}</table:table-row>")
    assert refused(tmp_path, "t.ods", content) == ["a cell holds more than 32767 characters"]


def test_room_is_for_what_stands_somewhere() -> None:
    room = Room(cells=2, characters=5)
    room.take("ab", 2)
    with pytest.raises(Refused):
        room.take("a")


def test_a_text_in_pieces_is_empty_until_one_holds_something() -> None:
    text = CellText()
    text.add("")
    assert not text
    text.add("a")
    assert text
    assert text.join() == "a"
