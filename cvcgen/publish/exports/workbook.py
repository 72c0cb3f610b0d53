"""Tables as XLSX workbooks: numbers are numbers, texts are texts, and nothing is a formula.

The bytes depend on the tables and the cover alone: no clock, no temporary file.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from cvcgen.core.formulas import disarm
from cvcgen.publish.exports.cells import Cell, Quantity, Table, say_words
from cvcgen.publish.exports.cover import NAME, Cover
from cvcgen.publish.voice import Voice
from cvcgen.workbookfile import Rows, fitted, make_workbook

_MOST_EXACT = 10**15
"""From here on spreadsheets lose digits of integers, so that they are texts."""
_NARROWEST, _WIDEST = 7, 56
_TERM_WIDTH, _DETAIL_WIDTH = 24, 96
_LINE_HEIGHT, _MOST_LINES, _ROOM = 15, 27, 115
"""Points of one line; most lines of a row (409 points); room for a text, in percent of it."""
_HEADING = {
    "bold": True,
    "text_wrap": True,
    "valign": "top",
    "bottom": 1,
    "bg_color": "#DBE5F0",
}
_TERM = {"bold": True, "valign": "top"}
_DETAIL = {"text_wrap": True, "valign": "top"}
_TITLE = {"bold": True, "font_size": 16}


def render_workbook(cover: Cover, tables: Sequence[Table], voice: Voice) -> bytes:
    """The cover and one sheet per table, in the language of the voice."""

    def fill(book: Any) -> list[Rows]:
        writer = _Writer(book, voice)
        writer.add_cover(cover)
        return [writer.add_table(table) for table in tables]

    return make_workbook(cover.title, voice.language, fill)


class _Writer:
    """Fills one workbook; each distinct look is made once."""

    def __init__(self, book: Any, voice: Voice) -> None:
        self._book = book
        self._voice = voice
        self._looks: dict[object, Any] = {}

    def add_cover(self, cover: Cover) -> None:
        """The sheet with the title in its first cell, then a line per row."""
        sheet = self._book.add_worksheet(self._voice.say(NAME))
        sheet.set_column(0, 0, _TERM_WIDTH)
        sheet.set_column(1, 1, _DETAIL_WIDTH)
        sheet.hide_gridlines(2)
        sheet.write_string(0, 0, fitted(cover.title), self._look("title", _TITLE))
        for row, (term, detail) in enumerate(cover.lines, 2):
            sheet.set_row(row, _height(detail, _DETAIL_WIDTH))
            sheet.write_string(row, 0, term, self._look("term", _TERM))
            sheet.write_string(row, 1, fitted(detail), self._detail_look(detail))
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)

    def add_table(self, table: Table) -> Rows:
        """The sheet with one row of headings, which stays in view, and a filter.

        It has the table's distinct cells only; they are to be laid out in the rows returned.
        """
        sheet = self._book.add_worksheet(self._voice.say(table.name))
        headings = [say_words(heading, self._voice) for heading in table.headings]
        cells = [self._ready(cell) for cell in table.cells]
        widths = _widths(headings, cells, table.rows)
        sheet.set_row(0, max(map(_height, headings, widths)))
        for column, (heading, width) in enumerate(zip(headings, widths, strict=True)):
            look = self._look("heading", _HEADING)
            sheet.write_string(0, column, fitted(heading), look)
            sheet.set_column(column, column, width)
        for number, cell in enumerate(cells):
            row, column = divmod(number, len(headings))
            self._write(sheet, 1 + row, column, cell)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, len(table.rows), len(headings) - 1)
        sheet.repeat_rows(0)
        sheet.set_landscape()
        empty = cells.index(None) if None in cells else None
        return Rows(len(self._book.worksheets()), table.rows, empty)

    def _ready(self, cell: Cell) -> str | int | Quantity | None:
        if cell is None or isinstance(cell, int | Quantity):
            return cell
        return fitted(say_words(cell, self._voice))

    def _write(
        self, sheet: Any, row: int, column: int, cell: str | int | Quantity | None
    ) -> None:
        if isinstance(cell, Quantity):
            # To more digits than a spreadsheet keeps.
            number = Decimal(cell.numerator) / Decimal(cell.denominator)
            sheet.write_number(row, column, number, self._number_look(cell))
        elif isinstance(cell, int) and cell < _MOST_EXACT:
            sheet.write_number(row, column, cell)
        elif cell is not None:
            sheet.write_string(row, column, str(cell), self._text_look(str(cell)))

    def _number_look(self, number: Quantity) -> Any:
        pattern = f"0.{'0' * number.digits}" if number.digits else "0"
        if number.percent:
            parts = self._voice.style.percent.split("{}")
            before, after = (f'"{part}"' if part else "" for part in parts)
            pattern = f"{before}{pattern}{after}"
        return self._look(pattern, {"num_format": pattern})

    def _text_look(self, text: str) -> Any:
        """A text that looks like a formula must stay one when somebody edits its cell."""
        armed = disarm(text) != text
        return self._look("quoted", {"quote_prefix": True}) if armed else None

    def _detail_look(self, text: str) -> Any:
        armed = disarm(text) != text
        return self._look(("detail", armed), {**_DETAIL, "quote_prefix": armed})

    def _look(self, key: object, properties: dict[str, Any]) -> Any:
        if key not in self._looks:
            self._looks[key] = self._book.add_format(properties)
        return self._looks[key]


def _widths(
    headings: Sequence[str], cells: Sequence[object], rows: Sequence[Sequence[int]]
) -> list[int]:
    """The columns' widths in characters; headings are broken between words."""
    lengths = [len(str(cell)) + 1 if isinstance(cell, str | int) else 0 for cell in cells]
    columns = zip(*rows, strict=True) if rows else [()] * len(headings)
    return [
        min(max(_NARROWEST, _widest_word(heading), *(lengths[n] for n in set(column))), _WIDEST)
        for heading, column in zip(headings, columns, strict=True)
    ]


def _widest_word(heading: str) -> int:
    return max((len(word) + 3 for word in heading.split()), default=0)


def _height(text: str, width: int) -> int:
    """How high a row is, in points, so that the text shows when it is broken into lines."""
    lines = -(-len(text) * _ROOM // (width * 100))
    return min(max(lines, 1), _MOST_LINES) * _LINE_HEIGHT
