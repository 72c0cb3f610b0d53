"""XLSX workbooks with the same bytes on every run: no clock, no temporary file.

The only module that knows xlsxwriter, which it loads when the first workbook is made. What a
workbook holds is for whoever fills it; text is text there, never a formula, a number or a link.
"""

import io
from collections.abc import Callable
from datetime import UTC, datetime
from html import escape
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

MOST_CHARACTERS = 32_767
"""What a cell holds; xlsxwriter drops a longer text without a word."""
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
_CREATED = datetime(2000, 1, 1, tzinfo=UTC)
"""What every workbook says of its making; the content's revision is said inside."""
_PROPERTIES = "docProps/core.xml"
_LAST_PROPERTY = "</cp:coreProperties>"


def make_workbook(title: str, language: str, fill: Callable[[Any], None]) -> bytes:
    """The bytes of a workbook with that title, in that language, that `fill` puts sheets in.

    `fill` gets xlsxwriter's `Workbook`, with its defaults set so that bytes never vary.
    """
    # Imported late: it takes 50 ms, and most commands need none of it.
    from xlsxwriter import Workbook  # noqa: PLC0415

    stream = io.BytesIO()
    with Workbook(stream, _OPTIONS) as book:
        book.set_properties({"title": title, "created": _CREATED})
        fill(book)
    return _add_language(stream, language)


def _add_language(workbook: io.BytesIO, language: str) -> bytes:
    """The workbook with its language among its properties, which xlsxwriter cannot say."""
    said = f"<dc:language>{escape(language, quote=False)}</dc:language>{_LAST_PROPERTY}"
    stream = io.BytesIO()
    with ZipFile(workbook) as made, ZipFile(stream, "w", ZIP_DEFLATED) as finished:
        for entry in made.infolist():
            content = made.read(entry)
            if entry.filename == _PROPERTIES:
                content = content.replace(_LAST_PROPERTY.encode(), said.encode())
            finished.writestr(entry, content)
    return stream.getvalue()
