"""CSV to a sheet of cells, whichever of `,`, `;` and tab stands between them."""

import csv
import io
from collections import Counter

from cvcgen.core.diagnostics import Location, message
from cvcgen.core.formulas import rearm
from cvcgen.spreadsheets.cells import EMPTY, Cell, Sheet, trimmed
from cvcgen.spreadsheets.opening.limits import (
    MAX_COLUMNS,
    MAX_ROWS,
    Refused,
    Room,
    require_area,
    unreadable,
)
from cvcgen.spreadsheets.words import fold, roles

_SEPARATORS = ";,\t"
_UTF_8_MARK = b"\xef\xbb\xbf"
_WIDE_MARKS = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
_SAMPLE = 200
"""How many rows tell what stands between cells."""

Rows = list[list[str]]


def read_csv(file: str, content: bytes) -> Sheet:
    """The one sheet of a CSV file: UTF-8 or marked UTF-16. Raises `Refused`."""
    text = _decode(file, content)
    if "\x00" in text:
        line = text.count("\n", 0, text.index("\x00")) + 1
        found = message("the invisible character U+{code} stands here", code="0000")
        raise Refused("CVC601", found, message("delete it"), Location(file, line))
    separator = max(_SEPARATORS, key=lambda one: _fitness(text, one))
    rows = _parse(file, text, separator)
    require_area(len(rows), max((len(row) for row in rows), default=0))
    room = Room()
    for row in rows:
        for one in row:
            room.take(one, 1 if one else 0)
    cells = [tuple(_cell(one) for one in row) for row in rows]
    return Sheet(file, "", trimmed(cells))


def _decode(file: str, content: bytes) -> str:
    encoding = _WIDE_MARKS.get(content[:2], "utf-8")
    start = len(_UTF_8_MARK) if content.startswith(_UTF_8_MARK) else 0
    start = 2 if encoding != "utf-8" else start
    try:
        return content[start:].decode(encoding)
    except UnicodeDecodeError as error:
        before = content[start : start + error.start]
        line = before.count(b"\n") + 1
        column = len(before.rpartition(b"\n")[2].decode(encoding, "replace")) + 1
        hint = message("save it as «CSV UTF-8»")
        where = Location(file, line, column)
        raise Refused("CVC601", message("this is not UTF-8 text"), hint, where) from error


def _fitness(text: str, separator: str) -> tuple[int, int]:
    """How well a separator fits: headings that are found, then rows of the same length."""
    sample: Rows = []
    try:
        for row in _reader(text, separator):
            sample.append(row)
            if len(sample) == _SAMPLE:
                break
    except csv.Error:
        return -1, 0
    known = roles()
    found = sum(fold(cell) in known for row in sample for cell in row[:MAX_COLUMNS] if cell)
    lengths = Counter(len(row) for row in sample if len(row) > 1)
    return found, max(lengths.values(), default=0)


def _parse(file: str, text: str, separator: str) -> Rows:
    rows: Rows = []
    reader = _reader(text, separator)
    try:
        for row in reader:
            rows.append(row)
            if len(rows) > MAX_ROWS:
                require_area(len(rows), 1)
    except csv.Error as error:
        found = message("this is not CSV: a quotation mark is missing or too much")
        raise Refused("CVC601", found, None, Location(file, reader.line_num)) from error
    if not any(rows):
        raise unreadable(message("the file is empty"))
    return rows


def _reader(text: str, separator: str):  # type: ignore[no-untyped-def]  # csv names no type
    return csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)


def _cell(text: str) -> Cell:
    shown = rearm(text).strip()
    return Cell(shown) if shown else EMPTY
