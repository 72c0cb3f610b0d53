"""XLSX workbooks to sheets of cells, as a spreadsheet program last showed them.

A cell that holds a formula counts for its value as it was saved: nothing is computed here.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import Enum, auto

from cvcgen.core.diagnostics import message
from cvcgen.spreadsheets.cells import EMPTY, Cell, Sheet, position
from cvcgen.spreadsheets.opening.limits import MAX_SHEETS, CellText, Room, too_large
from cvcgen.spreadsheets.opening.markup import Attributes, Events, number_in, read_markup
from cvcgen.spreadsheets.opening.plots import Plot, number_cell

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\[\]]*\]|_.|\*.')
_PERCENTS = {"9", "10"}
_DAYS = {"14", "15", "16", "17", "22"}
"""The ids of Excel's own formats for percentages and days."""
_FIRST_DAY, _FIRST_DAY_1904 = date(1899, 12, 30), date(1904, 1, 1)
_LAST_DAY = 2_900_000
_NOTHING = b"<x/>"


class _Look(Enum):
    """What a style makes of a number."""

    PERCENT = auto()
    DAY = auto()


@dataclass(slots=True)
class _Workbook:
    """What all sheets share."""

    sheets: list[tuple[str, str]] = field(default_factory=list)
    """Name and relation of each visible sheet."""
    targets: dict[str, str] = field(default_factory=dict)
    """Where relations lead."""
    first_day: date = _FIRST_DAY
    texts: list[str] = field(default_factory=list)
    looks: dict[int, _Look] = field(default_factory=dict)
    """By the number of the style."""
    room: Room = field(default_factory=Room)


def read_xlsx(file: str, parts: Mapping[str, bytes]) -> tuple[Sheet, ...]:
    """The visible sheets, in order. Raises `Refused`."""
    book = _Workbook()
    read_markup(parts["xl/workbook.xml"], Events(lambda *found: _take_book(book, *found)))
    relations = parts.get("xl/_rels/workbook.xml.rels", _NOTHING)
    read_markup(relations, Events(lambda *found: _take_relation(book, *found)))
    if len(book.sheets) > MAX_SHEETS:
        raise too_large(message("the workbook has {count} sheets", count=len(book.sheets)))
    book.texts = _shared_texts(parts.get("xl/sharedStrings.xml", _NOTHING))
    book.looks = _looks(parts.get("xl/styles.xml", _NOTHING))
    return tuple(
        _read_sheet(parts.get(_path(book.targets.get(relation, "")), _NOTHING), book).sheet(
            file, name
        )
        for name, relation in book.sheets
    )


def _take_book(book: _Workbook, name: str, attributes: Attributes) -> None:
    if name == "sheet" and attributes.get("state", "visible") == "visible":
        book.sheets.append((attributes.get("name", ""), attributes.get("id", "")))
    elif name == "workbookPr" and attributes.get("date1904") in ("1", "true"):
        book.first_day = _FIRST_DAY_1904


def _take_relation(book: _Workbook, name: str, attributes: Attributes) -> None:
    if name == "Relationship":
        book.targets[attributes.get("Id", "")] = attributes.get("Target", "")


def _shared_texts(content: bytes) -> list[str]:
    """The texts that cells refer to by number, their formats and phonetic guides left out."""
    texts: list[CellText] = []
    inside: list[str] = []

    def start(name: str, _: Attributes) -> None:
        inside.append(name)
        if name == "si":
            texts.append(CellText())

    def text(piece: str) -> None:
        if texts and inside[-1] == "t" and "rPh" not in inside:
            texts[-1].add(piece)

    read_markup(content, Events(start, lambda _: _pop(inside), text))
    return [_unescaped(text.join()) for text in texts]


def _looks(content: bytes) -> dict[int, _Look]:
    """What styles make of numbers, by the style's number."""
    formats = {**dict.fromkeys(_PERCENTS, _Look.PERCENT), **dict.fromkeys(_DAYS, _Look.DAY)}
    styles: list[str] = []
    inside: list[str] = []

    def start(name: str, attributes: Attributes) -> None:
        inside.append(name)
        if name == "numFmt":
            code = _LITERAL.sub("", attributes.get("formatCode", "")).casefold()
            look = (
                _Look.PERCENT if "%" in code else _Look.DAY if set("dy") & set(code) else None
            )
            if look is not None and code != "general":
                formats[attributes.get("numFmtId", "")] = look
        elif name == "xf" and "cellXfs" in inside:
            styles.append(attributes.get("numFmtId", ""))

    read_markup(content, Events(start, lambda _: _pop(inside)))
    return {number: formats[style] for number, style in enumerate(styles) if style in formats}


def _read_sheet(content: bytes, book: _Workbook) -> Plot:
    reader = _SheetReader(book)
    read_markup(content, Events(reader.start, reader.end, reader.text))
    return reader.plot


class _SheetReader:
    """Puts the cells of one sheet in their places as they come."""

    def __init__(self, book: _Workbook) -> None:
        self.plot = Plot(book.room)
        """The cells so far."""
        self._book = book
        self._row, self._column = -1, -1
        self._attributes: Attributes = {}
        self._value, self._inline = CellText(), CellText()
        self._inside: list[str] = []

    def start(self, name: str, attributes: Attributes) -> None:
        """A row, a cell, or a part of one."""
        self._inside.append(name)
        if name == "row":
            self._row = number_in(attributes.get("r"), self._row + 2) - 1
            self._column = -1
        elif name == "c":
            place = position(attributes.get("r", ""))
            self._row, self._column = place or (self._row, self._column + 1)
            self._attributes = attributes
            self._value, self._inline = CellText(), CellText()

    def end(self, name: str) -> None:
        """At the end of a cell it is known what it holds."""
        _pop(self._inside)
        if name == "c":
            self.plot.put(self._row, self._column, self._cell())

    def text(self, piece: str) -> None:
        """A piece of a value, or of a text that stands in the cell itself."""
        if "c" in self._inside:
            if self._inside[-1] == "v":
                self._value.add(piece)
            elif self._inside[-1] == "t" and "rPh" not in self._inside:
                self._inline.add(piece)

    def _cell(self) -> Cell:
        kind, value = self._attributes.get("t", "n"), self._value.join()
        if kind == "e":
            return Cell(value.strip() or "#", error=True)
        if kind == "s":
            place = number_in(value.strip(), -1)
            known = 0 <= place < len(self._book.texts)
            return Cell(self._book.texts[place].strip()) if known else EMPTY
        if kind in ("str", "inlineStr"):
            return Cell(_unescaped(value if kind == "str" else self._inline.join()).strip())
        if kind == "b":
            return Cell("true" if value.strip() == "1" else "false") if value else EMPTY
        if kind == "d":
            return Cell(value.strip()[:10])
        return self._number(value)

    def _number(self, value: str) -> Cell:
        look = self._book.looks.get(number_in(self._attributes.get("s"), 0))
        days = number_in(value.strip().partition(".")[0], 0)
        if look is _Look.DAY and 0 < days < _LAST_DAY:
            return Cell((self._book.first_day + timedelta(days)).isoformat())
        return number_cell(value, percent=look is _Look.PERCENT)


def _unescaped(text: str) -> str:
    """Characters that XML cannot hold stand as `_x000D_`."""
    return _ESCAPED.sub(_character, text)


def _character(found: re.Match[str]) -> str:
    code = int(found[1], 16)
    return found[0] if 0xD800 <= code <= 0xDFFF else chr(code)


def _path(target: str) -> str:
    """The part that a relation leads to; they start from `xl/` or from the root."""
    return target[1:] if target.startswith("/") else f"xl/{target}"


def _pop(names: list[str]) -> None:
    names.pop()
