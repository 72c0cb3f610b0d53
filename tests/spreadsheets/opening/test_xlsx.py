"""Cells of XLSX and ODS workbooks as people see them: numbers, percentages, days, errors."""

import random
import time
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from cvcgen.spreadsheets.cells import Cell, Sheet
from cvcgen.spreadsheets.opening.files import read_book
from cvcgen.spreadsheets.opening.xlsx import _LITERAL
from cvcgen.workbookfile import make_workbook
from tests.spreadsheets.making import (
    MAIN,
    STYLES,
    ods,
    part,
    raw_workbook,
    rezipped,
    workbook,
    write,
)


def sheet_of(folder: Path, content: bytes, name: str = "t.xlsx") -> Sheet:
    book = read_book(write(folder, name, content))
    assert book.faults == ()
    return book.sheets[0]


def first(folder: Path, cell: object, percent: bool = False) -> Cell:
    return sheet_of(folder, workbook({"S": [[cell]]}, ["A1"] if percent else [])).cell(0, 0)


@pytest.mark.parametrize(
    ("number", "text"),
    [(0.1, "0.1"), (5, "5"), (62.5, "62.5"), (0.1 + 0.2, "0.3"), (1e3, "1000"), (-2.5, "-2.5")],
)
def test_a_number_is_what_its_shortest_digits_say(
    tmp_path: Path, number: float, text: str
) -> None:
    assert first(tmp_path, number) == Cell(text, Decimal(text))


@pytest.mark.parametrize(
    ("number", "text"),
    [(0.625, "62.5"), (0.425, "42.5"), (0.07, "7"), (1 / 3, "33.3333333333333")],
)
def test_a_percentage_is_what_the_cell_shows(tmp_path: Path, number: float, text: str) -> None:
    cell = first(tmp_path, number, percent=True)
    assert (cell.text, cell.number, cell.percent) == (f"{text} %", Decimal(text), True)


def test_days_and_truths_are_texts(tmp_path: Path) -> None:
    styles = (
        f'<styleSheet xmlns="{MAIN}"><numFmts count="0"/><cellXfs count="2"><xf numFmtId="0"/>'
        '<xf numFmtId="14"/></cellXfs></styleSheet>'
    )
    row = '<row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" s="1"><v>46024</v></c></row>'
    content = rezipped(raw_workbook(row, relations=STYLES), {"xl/styles.xml": styles.encode()})
    assert [cell.text for cell in sheet_of(tmp_path, content).rows[0]] == ["true", "2026-01-02"]


def test_an_error_is_told_from_an_empty_cell(tmp_path: Path) -> None:
    content = raw_workbook(
        '<row r="1"><c r="A1" t="e"><v>#DIV/0!</v></c><c r="B1"><v>1</v></c></row>'
    )
    sheet = sheet_of(tmp_path, content)
    assert sheet.cell(0, 0).error
    assert not sheet.cell(0, 1).error


def test_a_formula_counts_for_what_it_last_showed(tmp_path: Path) -> None:
    content = raw_workbook('<row r="1"><c r="A1"><f>1/0</f><v>62.5</v></c></row>')
    assert sheet_of(tmp_path, content).cell(0, 0).text == "62.5"


def test_hidden_sheets_are_left_out(tmp_path: Path) -> None:
    content = workbook({"Seen": [["a"]], "Hidden": [["b"]]})
    listed = part(content, "xl/workbook.xml")
    hidden = listed.replace(b'name="Hidden"', b'name="Hidden" state="veryHidden"')
    assert hidden != listed
    path = write(tmp_path, "h.xlsx", rezipped(content, {"xl/workbook.xml": hidden}))
    assert [sheet.name for sheet in read_book(path).sheets] == ["Seen"]


def test_an_ods_file_says_the_same(tmp_path: Path) -> None:
    content = ods(
        '<table:table-row><table:table-cell office:value-type="string"><text:p>a</text:p>'
        "</table:table-cell>"
        '<table:table-cell office:value-type="percentage" office:value="0.625">'
        "<text:p>62,5 %</text:p></table:table-cell>"
        '<table:table-cell office:value-type="float" office:value="3"><text:p>3</text:p>'
        "</table:table-cell>"
        '<table:table-cell office:value-type="string" calcext:value-type="error">'
        "<text:p>#DIV/0!</text:p></table:table-cell></table:table-row>"
        '<table:table-row table:number-rows-repeated="1048575"><table:table-cell'
        ' table:number-columns-repeated="16384"/></table:table-row>'
    )
    sheet = sheet_of(tmp_path, content, "t.ods")
    assert [cell.text for cell in sheet.rows[0]][:3] == ["a", "62.5 %", "3"]
    assert [cell.error for cell in sheet.rows[0]] == [False, False, False, True]
    assert len(sheet.rows) == 1


def test_what_stands_aside_in_an_ods_file_is_no_text_of_its_cells(tmp_path: Path) -> None:
    cell = '<table:table-cell office:value-type="string">{}</table:table-cell>'
    note = "<office:annotation><text:p>a note</text:p></office:annotation>"
    texts = "<text:p>a<text:s text:c='2'/><text:span>b</text:span></text:p><text:p>c</text:p>"
    row = f"<table:table-row>{cell.format(note + texts)}</table:table-row>"
    assert sheet_of(tmp_path, ods(row), "t.ods").cell(0, 0).text == "a  b\nc"


def test_texts_of_several_formats_are_one(tmp_path: Path) -> None:
    runs = "<is><r><t>Acc</t></r><r><t>ès</t></r><rPh><t>x</t></rPh></is>"
    row = f'<row r="1"><c r="A1" t="inlineStr">{runs}</c></row>'
    assert sheet_of(tmp_path, raw_workbook(row)).cell(0, 0).text == "Accès"


@pytest.mark.parametrize(
    "text", ["=1+1", " two\r\nlines", "_x0041_", "a\x07b", "\u202e", "<&>"]
)
def test_texts_come_back_as_they_were_written(tmp_path: Path, text: str) -> None:
    def fill(book: Any) -> None:
        book.add_worksheet("S").write_string(0, 0, text)

    found = sheet_of(tmp_path, make_workbook("T", "en", fill)).cell(0, 0).text
    assert found.splitlines() == text.strip().splitlines()


BITS = [
    *(b'r="A1"', b'r="ZZZ9"', b'r=""', b't="s"', b't="e"', b't="d"', b's="999999999"'),
    *(b"<v>-1</v>", b"<v>NaN</v>", b"<v>1e999</v>", b"<v/>", b"&#xD800;", b"_xD800_"),
    *(b'number-columns-repeated="99999999999"', b'value-type="float"', b'<row r="9999999999">'),
    *(b"<is><t/></is>", b'<dimension ref="A1:XFD1048576"/>', b'encoding="x"', b"\xff"),
]


@pytest.mark.parametrize("seed", range(4))
def test_a_damaged_workbook_is_a_sheet_or_a_diagnostic(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    rows = [["Project", "Score (%)"], ["Counter", 0.625], ["Kiosk", 20]]
    xlsx = workbook({"S": rows}, ["B2"])
    names = [
        f"xl/{name}.xml"
        for name in ("worksheets/sheet1", "sharedStrings", "styles", "workbook")
    ]
    cell = '<table:table-cell office:value-type="string"><text:p>a</text:p></table:table-cell>'
    other = ods(f"<table:table-row>{cell * 4}</table:table-row>" * 4)
    for _ in range(40):
        kind, content = chance.choice([("m.xlsx", xlsx), ("m.ods", other)])
        name = chance.choice(names) if kind == "m.xlsx" else "content.xml"
        damaged = bytearray(part(content, name))
        for _ in range(chance.randint(1, 4)):
            place = chance.randrange(len(damaged))
            end = place + chance.choice([0, 0, 1, chance.randint(1, 30)])
            damaged[place:end] = chance.choice([*BITS, b"", bytes([chance.randrange(256)])])
        book = read_book(write(tmp_path, kind, rezipped(content, {name: bytes(damaged)})))
        assert [sheet.text for sheet in book.sheets] or len(book.faults) <= 1


def test_a_format_of_brackets_alone_is_read_in_one_pass() -> None:
    start = time.process_time()
    assert _LITERAL.sub("", "[" * 100_000 + "d") == "[" * 100_000 + "d"
    assert time.process_time() - start < 0.5
