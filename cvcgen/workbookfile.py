"""XLSX workbooks with the same bytes on every run: no clock, no temporary file.

The only module that knows xlsxwriter, which it loads when the first workbook is made. What a
workbook holds is for whoever fills it; text is text there, never a formula, a number or a link.
"""

import io
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape
from typing import Any
from zipfile import ZIP_STORED, ZipFile

MOST_CHARACTERS = 32_767
"""What a cell holds, as `fitted` counts; xlsxwriter cuts a longer text without a word."""
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
_UNIX = 3
"""The system that all packages say they were made on; or else each says its own."""
_CREATED = datetime(2000, 1, 1, tzinfo=UTC)
"""What every workbook says of its making; the content's revision is said inside."""
_PROPERTIES, _STRINGS = "docProps/core.xml", "xl/sharedStrings.xml"
_SHEETS = "xl/worksheets/"
"""Parts of the package that are completed once it is made."""
_LAST_PROPERTY = "</cp:coreProperties>"
_AREA = re.compile(r'(?<=<dimension ref=")[^"]*')
_HEADING = re.compile(r'<c r="([A-Z]+)1"')
_CELL = re.compile(r'<c r="[A-Z]+[0-9]+"(.*?</c>)')
_ROWS_START, _ROWS_END = "</row>", "</sheetData>"
"""Where the rows below the one of headings start and end in a sheet, which has no texts."""
_BLOCK = 16
"""How many rows, the headings counted, say together which columns they fill."""
_IS_STRING, _COUNT = b' t="s"', re.compile(rb'(?<= count=")[0-9]+')
"""What tells that a cell shows one of the strings, and how many cells do."""


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a sheet below its one row of headings, told by their distinct cells.

    xlsxwriter takes 7 µs for a cell, and most cells of a long table say what others say. So
    it is given each distinct one once, anywhere below the headings, in the order of reading;
    they are put where they belong, as it wrote them, when the package is finished: its bytes
    are those that it would have if xlsxwriter had been given every cell.
    """

    sheet: int
    """The number of the sheet, from 1."""
    cells: Sequence[Sequence[int]]
    """By row and column the number of the distinct cell, from 0; no row is empty."""
    empty: int | None = None
    """The number that stands for an empty cell, which was not given to xlsxwriter."""


def fitted(text: str, most: int = MOST_CHARACTERS) -> str:
    """The start of the text that is so long as Excel counts, which takes most emoji for two.

    >>> fitted("a\U0001f469b", 2), fitted("a\U0001f469b", 3)
    ('a', 'a\U0001f469')
    """
    if 2 * len(text) <= most:
        return text
    return text.encode("utf-16-le")[: 2 * most].decode("utf-16-le", "ignore")


def make_workbook(
    title: str, language: str, fill: Callable[[Any], Iterable[Rows] | None]
) -> bytes:
    """The bytes of a workbook with that title, in that language, that `fill` puts sheets in.

    `fill` gets xlsxwriter's `Workbook`, with its defaults set so that bytes never vary; it
    returns the rows of those sheets that it filled with their distinct cells only.
    """
    # Imported late: it takes 50 ms, and most commands need none of it.
    from xlsxwriter import Workbook  # noqa: PLC0415

    stream = io.BytesIO()
    with Workbook(stream, _OPTIONS) as book:
        book.set_properties({"title": title, "created": _CREATED})
        rows = fill(book) or ()
    return _finish(stream, language, {f"{_SHEETS}sheet{one.sheet}.xml": one for one in rows})


def _finish(workbook: io.BytesIO, language: str, rows: dict[str, Rows]) -> bytes:
    """The workbook with its rows, and its language among its properties.

    Nothing is compressed: each release and each kind of zlib deflates to other bytes.
    """
    stream = io.BytesIO()
    with ZipFile(workbook) as made, ZipFile(stream, "w") as finished:
        parts = {entry.filename: made.read(entry) for entry in made.infolist()}
        parts[_PROPERTIES] = _add_language(parts[_PROPERTIES], language)
        for name, one in rows.items():
            parts[name] = _lay_out(parts[name].decode(), one).encode()
        if rows:
            sheets = [parts[name] for name in parts if name.startswith(_SHEETS)]
            strings = sum(sheet.count(_IS_STRING) for sheet in sheets)
            parts[_STRINGS] = _COUNT.sub(b"%d" % strings, parts[_STRINGS], count=1)
        for entry in made.infolist():
            entry.create_system = _UNIX
            finished.writestr(entry, parts[entry.filename], ZIP_STORED)
    return stream.getvalue()


def _add_language(properties: bytes, language: str) -> bytes:
    """The document's properties with its language, which xlsxwriter cannot say."""
    said = f"<dc:language>{escape(language, quote=False)}</dc:language>{_LAST_PROPERTY}"
    return properties.replace(_LAST_PROPERTY.encode(), said.encode())


def _lay_out(sheet: str, rows: Rows) -> str:
    """The sheet with all its rows in the place of the distinct cells."""
    headings, _, below = sheet.partition(_ROWS_START)
    distinct, _, end = below.partition(_ROWS_END)
    columns = _HEADING.findall(headings)
    headings = _AREA.sub(f"A1:{columns[-1]}{1 + len(rows.cells)}", headings)
    cells = _CELL.findall(distinct)
    if rows.empty is not None:
        cells.insert(rows.empty, "")
    spans = _list_spans(rows, len(columns))
    written = []
    for number, row in enumerate(rows.cells, 2):
        written.append(f'<row r="{number}" spans="{spans[(number - 1) // _BLOCK]}">')
        written += [
            f'<c r="{column}{number}"{cells[cell]}'
            for column, cell in zip(columns, row, strict=True)
            if cell != rows.empty
        ]
        written.append("</row>")
    return "".join((headings, _ROWS_START, *written, _ROWS_END, end))


def _list_spans(rows: Rows, width: int) -> list[str]:
    """From which column to which there are cells, by block of rows, as xlsxwriter says it."""
    spans = [f"1:{width}"]  # in the first block the headings fill all columns
    for start in range(_BLOCK - 1, len(rows.cells), _BLOCK):
        columns = list(zip(*rows.cells[start : start + _BLOCK], strict=True))
        filled = [n for n, cells in enumerate(columns, 1) if set(cells) != {rows.empty}]
        spans.append(f"{filled[0]}:{filled[-1]}")
    return spans
