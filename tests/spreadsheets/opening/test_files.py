"""Hostile and broken files: each gives one diagnostic, in bounded memory and time."""

import io
import os
import tracemalloc
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest

from cvcgen.spreadsheets.opening.files import CannotOpen, read_book
from cvcgen.spreadsheets.opening.limits import MAX_FILE_BYTES, MAX_UNPACKED_BYTES
from tests.spreadsheets.making import MAIN, ods, raw_workbook, rezipped, workbook, write

TABLE = {"T": [["Project", "Score (%)"], ["Counter", 62.5]]}
SHEET = "xl/worksheets/sheet1.xml"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def refused(path: Path) -> str:
    """The one diagnostic of a file that is not read."""
    book = read_book(path)
    assert book.sheets == ()
    [fault] = book.faults
    hint = f" ({fault.hint.text(str)})" if fault.hint else ""
    return f"{fault.code} {fault.message.text(str)}{hint}"


@pytest.mark.parametrize("name", ["t.xlsx", "t.XLSX"])
def test_a_workbook_is_read_whatever_the_case_of_its_extension(
    tmp_path: Path, name: str
) -> None:
    book = read_book(write(tmp_path, name, workbook(TABLE)))
    assert book.faults == ()
    assert [cell.text for cell in book.sheets[0].rows[1]] == ["Counter", "62.5"]


SAVE = "(save it as .xlsx, .ods or .csv)"
REFUSED = {
    "empty.xlsx": (b"", "CVC601 the file is empty"),
    "empty.csv": (b"", "CVC601 the file is empty"),
    "blank.csv": (b"\n\n", "CVC601 the file is empty"),
    "m.xlsm": (b"PK\x03\x04", "CVC601 a workbook that may hold macros is not read"),
    "a.pdf": (b"%PDF", f"CVC601 `.pdf` is no kind of file that is read {SAVE}"),
    "a": (b"x", f"CVC601 `` is no kind of file that is read {SAVE}"),
    "old.xlsx": (OLE, f"CVC601 the file has a password, or is of an old kind (.xls) {SAVE}"),
    "text.xlsx": (b"a,b", f"CVC601 the name ends with `.xlsx`, but this is no workbook {SAVE}"),
    "zip.csv": (
        b"PK\x03\x04",
        f"CVC601 the name ends with `.csv`, but this is a workbook {SAVE}",
    ),
    "torn.xlsx": (workbook(TABLE)[:900], "CVC601 the workbook is damaged"),
    "not-one.xlsx": (
        rezipped(workbook(TABLE), {"xl/workbook.xml": None}),
        "CVC601 the name ends with `.xlsx`, but this is no workbook",
    ),
    "macro.xlsx": (
        rezipped(workbook(TABLE), {"xl/vbaProject.bin": b"x"}),
        "CVC601 a workbook that may hold macros is not read",
    ),
    "basic.ods": (
        rezipped(ods(""), {"Basic/Standard/Module1.xml": b"x"}),
        "CVC601 a workbook that may hold macros is not read",
    ),
    "locked.ods": (
        rezipped(ods(""), {"META-INF/manifest.xml": b"<a><encryption-data/></a>"}),
        "CVC601 the workbook has a password",
    ),
    "xml.xlsx": (
        rezipped(workbook(TABLE), {SHEET: b"<a><b></a>"}),
        "CVC601 the workbook is damaged",
    ),
    "entities.xlsx": (
        raw_workbook("", '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'),
        "CVC601 the workbook declares entities, which are not read",
    ),
    "deep.xlsx": (raw_workbook("<a>" * 200 + "</a>" * 200), "CVC601 the workbook is damaged"),
    "far.xlsx": (
        raw_workbook('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
        "CVC602 a sheet reaches to row 1048576 and column 16384",
    ),
    "far-implicit.xlsx": (
        raw_workbook('<row r="99999999"><c><v>1</v></c></row>'),
        "CVC602 a sheet reaches to row 99999999 and column 1",
    ),
    "repeated.ods": (
        ods(
            '<table:table-row table:number-rows-repeated="1048576">'
            '<table:table-cell office:value-type="string"'
            ' table:number-columns-repeated="16384">'
            "<text:p>x</text:p></table:table-cell></table:table-row>"
        ),
        "CVC602 a sheet reaches to row 1048576 and column 16384",
    ),
    "latin-1.csv": ("Projet;Résumé\n".encode("latin-1"), "CVC601 this is not UTF-8 text"),
    "nul.csv": (
        b"Project,Score\na\x00b,1\n",
        "CVC601 the invisible character U+0000 stands here",
    ),
    "quote.csv": (b'Project,Score\n"a,1\n', "CVC601 this is not CSV: a quotation mark"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_is_not_read_says_why(tmp_path: Path, name: str) -> None:
    content, said = REFUSED[name]
    assert refused(write(tmp_path, name, content)).startswith(said)


def test_a_file_that_is_not_there_is_no_fault_of_the_spreadsheet(tmp_path: Path) -> None:
    with pytest.raises(CannotOpen) as caught:
        read_book(tmp_path / "nowhere.csv")
    said = caught.value.message.text(str)
    assert said == f"cannot read `{tmp_path / 'nowhere.csv'}`: No such file or directory"


def test_the_line_of_another_encoding_is_named(tmp_path: Path) -> None:
    path = write(
        tmp_path, "a.csv", "Project;Score\nÉt;1\nRés;2\n".encode().replace(b"s;2", b"\xe9")
    )
    where = read_book(path).faults[0].location
    assert (where.line, where.column) == (3, 3)


def bomb(name: str, size: int) -> bytes:
    stream = io.BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", f'<workbook xmlns="{MAIN}"/>')
        archive.writestr(name, b" " * size)
    return stream.getvalue()


def test_a_zip_bomb_is_refused_by_what_it_declares(tmp_path: Path) -> None:
    path = write(tmp_path, "bomb.xlsx", bomb(SHEET, MAX_UNPACKED_BYTES + 1))
    tracemalloc.start()
    said = refused(path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert said.startswith("CVC602 the workbook would unpack to more than 15000000 bytes")
    assert peak < 12_000_000  # what the file may hold, and never what it unpacks to


def test_a_zip_bomb_that_lies_about_its_size_is_damaged(tmp_path: Path) -> None:
    honest = bomb(SHEET, MAX_UNPACKED_BYTES + 1)
    size = (MAX_UNPACKED_BYTES + 1).to_bytes(4, "little")
    lying = honest.replace(size, (100).to_bytes(4, "little"))
    assert lying != honest
    path = write(tmp_path, "b.xlsx", lying)
    tracemalloc.start()
    said = refused(path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert said.startswith("CVC601 the workbook is damaged")
    assert peak < 12_000_000


def test_what_is_not_read_is_not_unpacked_either(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "pictures.xlsx",
        rezipped(workbook(TABLE), {"xl/media/a.png": b" " * 40_000_000}),
    )
    assert read_book(path).faults == ()


def test_a_workbook_of_too_many_parts_is_refused(tmp_path: Path) -> None:
    many = {f"xl/media/{n}.png": b"" for n in range(2_001)}
    path = write(tmp_path, "many.xlsx", rezipped(workbook(TABLE), many))
    assert refused(path).startswith("CVC602 the workbook is packed from 20")


def test_two_parts_of_one_name_are_refused(tmp_path: Path) -> None:
    stream = io.BytesIO(workbook(TABLE))
    with ZipFile(stream, "a") as archive:
        info = ZipInfo("XL/workbook.xml")
        info.filename = "xl/workbook.xml"
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr(info, b"<workbook/>")
    path = write(tmp_path, "two.xlsx", stream.getvalue())
    assert refused(path).startswith("CVC601 the workbook is damaged")


def test_a_file_over_the_limit_is_not_read_at_all(tmp_path: Path) -> None:
    path = tmp_path / "large.csv"
    with path.open("wb") as stream:
        stream.truncate(300_000_000)
    tracemalloc.start()
    said = refused(path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert said.startswith(f"CVC602 the file is larger than {MAX_FILE_BYTES} bytes")
    assert peak < 1_000_000


def test_a_million_rows_of_csv_are_refused(tmp_path: Path) -> None:
    path = write(tmp_path, "rows.csv", "Project,Score\n" + "a,1\n" * 1_000_000)
    assert refused(path).startswith("CVC602 a sheet reaches to row 20001")


def test_a_row_of_a_million_cells_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path, "row.csv", "Project,Score\n" + ",1" * 1_000_000)
    assert refused(path).startswith("CVC602 a sheet reaches to row 2 and column 1000001")


def test_links_folders_and_pipes_are_not_read(tmp_path: Path) -> None:
    target = write(tmp_path, "t.csv", "a,b\n")
    link = tmp_path / "l.csv"
    link.symlink_to(target)
    assert refused(link).startswith("CVC601 this is a link, and links are not followed")
    folder = tmp_path / "f.csv"
    folder.mkdir()
    with pytest.raises(CannotOpen):
        read_book(folder)
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "p.csv")
        assert refused(tmp_path / "p.csv").startswith("CVC601 this is not a regular file")


def test_a_link_to_another_file_is_never_followed(tmp_path: Path) -> None:
    external = b'<externalLink><externalBook r:id="a"/></externalLink>'
    relation = b'<Relationships><Relationship Target="file:///etc/passwd"/></Relationships>'
    changes = {
        "xl/externalLinks/externalLink1.xml": external,
        "xl/externalLinks/_rels/externalLink1.xml.rels": relation,
    }
    path = write(tmp_path, "linked.xlsx", rezipped(workbook(TABLE), changes))
    [sheet] = read_book(path).sheets
    assert sheet.rows[1][0].text == "Counter"
