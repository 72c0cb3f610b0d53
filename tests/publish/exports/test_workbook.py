"""Workbooks read back with the standard library alone."""

import io
import os
import subprocess
import sys
from dataclasses import replace
from fractions import Fraction
from functools import cache
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest

from cvcgen.core.diagnostics import message
from cvcgen.core.exact import ENGLISH, FRENCH, format_number
from cvcgen.core.model import Catalogue, Provenance
from cvcgen.publish.exports.cells import make_table
from cvcgen.publish.exports.cover import Cover
from cvcgen.publish.exports.workbook import render_workbook
from cvcgen.publish.voice import make_voice
from tests.publish import test_exports
from tests.publish.test_exports import HOSTILE, catalogue, demonstration, project, rated, text

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
Cell = tuple[str, str, str]
"""Kind (`n` number, `s` text, `f` formula), value, and how the number is shown."""


@cache
def exported() -> dict[str, bytes]:
    return test_exports.exported(demonstration())


def workbook(path: str = "rankings/citoyens.fr.xlsx") -> ZipFile:
    return ZipFile(io.BytesIO(exported()[path]))


def part(book: ZipFile, name: str) -> ElementTree.Element:
    return ElementTree.fromstring(book.read(name))


def sheet_names(book: ZipFile) -> list[str]:
    return [
        sheet.attrib["name"] for sheet in part(book, "xl/workbook.xml").iter(MAIN + "sheet")
    ]


def strings(book: ZipFile) -> list[str]:
    items = part(book, "xl/sharedStrings.xml").iter(MAIN + "si")
    return ["".join(found.text or "" for found in item.iter(MAIN + "t")) for item in items]


def shown_as(book: ZipFile) -> list[tuple[str, bool]]:
    """Per style its number format and whether its texts are marked as no formula."""
    styles = part(book, "xl/styles.xml")
    codes = {f.attrib["numFmtId"]: f.attrib["formatCode"] for f in styles.iter(MAIN + "numFmt")}
    known = {"0": "General", "1": "0", "2": "0.00"}
    return [
        (
            codes.get(xf.attrib["numFmtId"]) or known[xf.attrib["numFmtId"]],
            "quotePrefix" in xf.attrib,
        )
        for xf in styles.iterfind(f"{MAIN}cellXfs/*")
    ]


def rows(book: ZipFile, number: int) -> list[dict[str, Cell]]:
    """The rows of one sheet: cells by column letter."""
    texts, styles = strings(book), shown_as(book)
    found = []
    for row in part(book, f"xl/worksheets/sheet{number}.xml").iter(MAIN + "row"):
        cells = {}
        for cell in row:
            column = cell.attrib["r"].rstrip("0123456789")
            value = cell.findtext(MAIN + "v") or ""
            kind = "f" if cell.find(MAIN + "f") is not None else cell.attrib.get("t", "n")
            style = styles[int(cell.attrib.get("s", "0"))][0]
            cells[column] = (kind, texts[int(value)] if kind == "s" else value, style)
        found.append(cells)
    return found


def test_sheets_are_named_in_the_language() -> None:
    assert sheet_names(workbook()) == ["À propos de ce fichier", "Classement", "Pondérations"]
    english = sheet_names(workbook("rankings/citoyens.en.xlsx"))
    assert english == ["About this file", "Ranking", "Weights"]


def test_title_and_language_are_among_the_properties_and_no_clock() -> None:
    properties = part(workbook(), "docProps/core.xml")
    said = {element.tag.partition("}")[2]: element.text for element in properties}
    assert said["title"] == "Classement\N{NO-BREAK SPACE}: Citoyens"
    assert said["language"] == "fr"
    assert {said["created"], said["modified"]} == {"2000-01-01T00:00:00Z"}
    assert {info.date_time for info in workbook().infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_sheet_says_what_the_csv_file_says() -> None:
    for language in ("fr", "en"):
        for clientele in ("citoyens", "trois"):
            path = f"rankings/{clientele}.{language}"
            expected = test_exports.sheet(demonstration(), f"{path}.csv")
            headings, *places = rows(workbook(f"{path}.xlsx"), 2)
            assert [cell[1] for cell in headings.values()] == list(expected[0])
            for cells, line in zip(places, expected, strict=True):
                for column, said in zip(headings, line.values(), strict=True):
                    kind, value, style = cells.get(column, ("s", "", ""))
                    assert said == (shown(value, style, language) if kind == "n" else value)


def shown(value: str, style: str, language: str) -> str:
    """The number as a spreadsheet shows it, without its unit."""
    pattern = style.partition('"')[0]
    digits = len(pattern.partition(".")[2])
    text_ = format_number(Fraction(value), digits, FRENCH if language == "fr" else ENGLISH)
    return value if style == "General" else text_


def test_numbers_are_numbers_and_shown_with_their_unit() -> None:
    first = rows(workbook(), 2)[1]
    assert first["A"] == ("n", "1", "General")
    assert first["E"] == ("n", "52.4", '0.0"\N{NO-BREAK SPACE}%"')
    assert (first["F"], first["G"]) == (("n", "262", "General"), ("n", "5", "General"))
    assert rows(workbook("rankings/citoyens.en.xlsx"), 2)[1]["E"][2] == '0.0"%"'


def test_a_score_without_finite_decimals_is_as_near_as_a_spreadsheet_can() -> None:
    [partial] = [r for r in rows(workbook(), 2) if r.get("C", ("", "", ""))[1] == "partiel"]
    assert abs(Fraction(partial["E"][1]) - Fraction(3940, 87)) < Fraction(1, 10**13)
    assert (partial["F"][1], partial["G"][1]) == ("3940", "87")


def test_integers_that_a_spreadsheet_would_round_are_texts() -> None:
    content = replace(
        catalogue(project("a", rated("1 3 5", values=test_exports.VALUES[:3]))),
        clienteles=(
            test_exports.citizens(weights=("1.00000000000001", "33.3333333333337", 7)),
        ),
    )
    body = test_exports.exported(content)["rankings/citoyens.fr.xlsx"]
    first = rows(ZipFile(io.BytesIO(body)), 2)[1]
    assert first["F"][0] == first["G"][0] == "s"
    assert Fraction(int(first["F"][1]), int(first["G"][1])) > 50


def test_a_missing_rating_is_a_word_and_a_missing_score_an_empty_cell() -> None:
    [incomplete] = [
        r for r in rows(workbook(), 2) if r.get("C", ("", "", ""))[1] == "incomplet"
    ]
    assert {"A", "B", "E", "F", "G"} & set(incomplete) == set()
    assert incomplete["R"][:2] == ("s", "non coté")


def test_the_headings_stay_in_view_over_a_filter_and_nothing_is_merged() -> None:
    for number, last in ((2, "V8"), (3, "F9")):
        sheet = part(workbook(), f"xl/worksheets/sheet{number}.xml")
        [pane] = sheet.iter(MAIN + "pane")
        assert (pane.attrib["ySplit"], pane.attrib["state"]) == ("1", "frozen")
        assert [f.attrib["ref"] for f in sheet.iter(MAIN + "autoFilter")] == [f"A1:{last}"]
        assert list(sheet.iter(MAIN + "cols")) != []
    assert [n for n in workbook().namelist() if b"<mergeCell" in workbook().read(n)] == []


def test_the_weights_sum_to_100() -> None:
    weights = rows(workbook(), 3)[1:]
    assert sum(Fraction(int(row["E"][1]), int(row["F"][1])) for row in weights) == 100
    assert weights[0]["D"] == ("n", "18", '0"\N{NO-BREAK SPACE}%"')


def test_the_cover_says_where_the_figures_come_from() -> None:
    content = test_exports.CATALOGUES["every field"]
    group = replace(
        content.clienteles[0],
        provenance=Provenance.ILLUSTRATIVE,
        edition="2022",
        source=text("Q"),
    )
    content = replace(content, clienteles=(group, *content.clienteles[1:]))
    body = test_exports.exported(content)["rankings/citoyens.en.xlsx"]
    title, *lines = rows(ZipFile(io.BytesIO(body)), 1)
    assert [cell[1] for cell in title.values()] == ["Ranking: Citizens"]
    said = {row["A"][1]: row["B"][1] for row in lines}
    assert said["Site"] == "T"
    assert said["Notice"] == "N"
    assert said["Provenance"] == "Illustrative data"
    assert (said["Edition"], said["Source"], said["Source of the weights"]) == (
        "2022",
        "S",
        "Q",
    )
    assert said["Weights"].startswith("Illustrative weights")
    assert "weight × points ÷ most points" in said["Computation"]
    assert said["Revision"] == "0" * 40
    assert said["Date"] == "November 1, 2026"
    assert said["Tool"] == "cvcgen 9.9"


@pytest.mark.parametrize("title", HOSTILE)
def test_no_text_becomes_a_formula_or_a_link(title: str) -> None:
    content = catalogue(project("a", rated("5 0 3 5 3 1 0 3"), title=text(title)))
    content = hostile_names(content, title)
    with ZipFile(
        io.BytesIO(test_exports.exported(content)["rankings/citoyens.fr.xlsx"])
    ) as book:
        for number in (1, 2, 3):
            assert {cell[0] for row in rows(book, number) for cell in row.values()} <= {
                "n",
                "s",
            }
            sheet = part(book, f"xl/worksheets/sheet{number}.xml")
            assert list(sheet.iter(MAIN + "hyperlinks")) == []
        assert not [name for name in book.namelist() if "externalLink" in name]
        cell = part(book, "xl/worksheets/sheet2.xml").findall(f".//{MAIN}c[@r='D2']")[0]
        assert shown_as(book)[int(cell.attrib["s"])][1], "editing the cell would run it"


def hostile_names(content: Catalogue, title: str) -> Catalogue:
    (group,) = content.clienteles
    return replace(
        content,
        site=replace(content.site, title=text(title), notice=text(title)),
        values=tuple(replace(value, name=text(title)) for value in content.values),
        clienteles=(replace(group, name=text(title)),),
    )


def test_a_text_longer_than_a_cell_is_cut_and_not_lost() -> None:
    voice = make_voice("en", "en")
    cover = Cover("T" * 40_000, (("A", "B" * 40_000),))
    table = make_table(message("S"), (text("C" * 40_000),), [(text("D" * 40_000),)])
    book = ZipFile(io.BytesIO(render_workbook(cover, (table,), voice)))
    assert {len(found) for found in strings(book) if len(found) > 1} == {32_767}
    assert {found[0] for found in strings(book)} == set("TABCD")


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo"},
        {"PYTHONHASHSEED": "2", "TZ": "America/Montreal", "LC_ALL": "tr_TR.UTF-8"},
    ],
)
def test_two_runs_anywhere_make_the_same_bytes(environment: dict[str, str]) -> None:
    program = (
        "import hashlib; from tests.publish.exports.test_workbook import exported;"
        "found = sorted((k, v) for k, v in exported().items() if k.endswith('xlsx'));"
        "print(len(found), hashlib.sha256(repr(found).encode()).hexdigest())"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", program],
            env=os.environ | one,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for one in ({"PYTHONHASHSEED": "0", "TZ": "UTC"}, environment)
    }
    assert len(found) == 1
    assert found.pop().startswith("4 ")


def test_xlsxwriter_is_loaded_only_when_a_workbook_is_made() -> None:
    program = "import sys, cvcgen.publish.exports; print('xlsxwriter' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout == "False\n"
