from io import BytesIO
from typing import Any
from zipfile import ZipFile

from cvcgen.workbookfile import make_workbook


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
