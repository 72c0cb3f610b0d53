import sys
import zlib
from io import BytesIO
from typing import Any
from zipfile import ZipFile
from zlib import DEFLATED, MAX_WBITS

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cvcgen.workbookfile import Rows, make_workbook

Cell = str | int | None
Grid = list[tuple[Cell, ...]]
FULL = st.sampled_from(["a", "", "b < c", '"é" t="s"', "</row>", " x", "_x0041_", 0, 7, 10**14])
CELLS = st.none() | FULL
GRIDS = st.integers(0, 29).flatmap(
    lambda more: st.lists(st.tuples(FULL, *[CELLS] * more), max_size=5)
)
"""No row of theirs is empty."""


def filled(book: Any) -> None:
    sheet = book.add_worksheet("S")
    for row, text in enumerate(["=1+1", "http://a.example", "12", "@x"]):
        sheet.write(row, 0, text)


def test_texts_stay_texts_and_nothing_is_a_link() -> None:
    with ZipFile(BytesIO(make_workbook("T", "fr", filled))) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
        assert "<f>" not in sheet
        assert "hyperlink" not in sheet
        assert sheet.count('t="s"') == 4


def test_title_and_language_are_said_and_no_day() -> None:
    with ZipFile(BytesIO(make_workbook("T & U", "fr", filled))) as archive:
        properties = archive.read("docProps/core.xml").decode()
    assert "<dc:title>T &amp; U</dc:title>" in properties
    assert "<dc:language>fr</dc:language>" in properties
    assert "2000-01-01" in properties


def test_the_same_bytes_every_time() -> None:
    assert make_workbook("T", "en", filled) == make_workbook("T", "en", filled)


def test_the_same_bytes_whatever_zlib_there_is(monkeypatch: pytest.MonkeyPatch) -> None:
    expected = make_workbook("T", "en", filled)

    def compress(*_: object) -> Any:
        return zlib_compress(1, DEFLATED, -MAX_WBITS, 1)

    zlib_compress = zlib.compressobj
    monkeypatch.setattr(zlib, "compressobj", compress)
    assert make_workbook("T", "en", filled) == expected


def test_the_same_bytes_on_every_system(monkeypatch: pytest.MonkeyPatch) -> None:
    expected = make_workbook("T", "en", filled)
    monkeypatch.setattr(sys, "platform", "win32")
    assert make_workbook("T", "en", filled) == expected


def add_sheet(book: Any, grid: Grid) -> Any:
    """A sheet with its headings alone."""
    sheet = book.add_worksheet()
    sheet.set_row(0, 30)
    for column in range(len(grid[0]) if grid else 3):
        sheet.write_string(0, column, f"H{column}", book.add_format({"bold": True}))
    sheet.freeze_panes(1, 0)
    return sheet


def write(sheet: Any, row: int, column: int, cell: Cell, look: Any) -> None:
    if isinstance(cell, int):
        sheet.write_number(row, column, cell, look if cell else None)
    elif cell is not None:
        sheet.write_string(row, column, cell, None if cell > "b" else look)


def written_cell_by_cell(grids: list[Grid]) -> bytes:
    def fill(book: Any) -> None:
        look = book.add_format({"num_format": "0.0", "quote_prefix": True})
        for grid in grids:
            sheet = add_sheet(book, grid)
            for number, row in enumerate(grid, 1):
                for column, cell in enumerate(row):
                    write(sheet, number, column, cell, look)

    return make_workbook("T", "fr", fill)


def written_once_each(grids: list[Grid]) -> bytes:
    def fill(book: Any) -> list[Rows]:
        look = book.add_format({"num_format": "0.0", "quote_prefix": True})
        return [
            fill_one(add_sheet(book, grid), n, grid, look) for n, grid in enumerate(grids, 1)
        ]

    return make_workbook("T", "fr", fill)


def fill_one(sheet: Any, number: int, grid: Grid, look: Any) -> Rows:
    distinct = list(dict.fromkeys(cell for row in grid for cell in row))
    for place, cell in enumerate(distinct):
        row, column = divmod(place, len(grid[0]))
        write(sheet, 1 + row, column, cell, look)
    rows = [[distinct.index(cell) for cell in row] for row in grid]
    return Rows(number, rows, distinct.index(None) if None in distinct else None)


@settings(max_examples=60, deadline=None)
@given(st.lists(GRIDS, min_size=1, max_size=3))
def test_distinct_cells_laid_out_make_what_all_cells_would(grids: list[Grid]) -> None:
    assert written_once_each(grids) == written_cell_by_cell(grids)


@pytest.mark.parametrize("count", [14, 15, 16, 31, 32, 50])
def test_so_they_do_where_some_rows_fill_fewer_columns(count: int) -> None:
    grid: Grid = [(None, n, "a" if n < 20 else None) for n in range(count)]
    assert written_once_each([grid]) == written_cell_by_cell([grid])
