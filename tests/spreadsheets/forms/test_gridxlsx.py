"""The exported workbook: what a spreadsheet program computes is the score as shown."""

import random
import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from cvcgen.app import check
from cvcgen.core.exact import ENGLISH, format_number
from cvcgen.core.model import Catalogue, Language, Rubric, Site, Text
from cvcgen.phrases import load_phrases
from cvcgen.spreadsheets.forms.form import Form, Wording, make_form
from cvcgen.spreadsheets.forms.gridxlsx import render_xlsx
from tests.building import BASE
from tests.core.grids import NOT_APPLICABLE, NOT_RATED, Grid, grid, project, scorecard
from tests.spreadsheets.libreoffice import computed, forgotten
from tests.spreadsheets.making import part, rezipped

EN = Language("en")
PHRASES = load_phrases("en")
GRIDS, HALVES = 60, 40


def form_of(found: Grid, ratings: Sequence[object], name: str) -> Form:
    """The form of a grid, its tab called so."""
    names = Text(((EN, name),))
    clientele = replace(found.clientele, name=names)
    rubric = Rubric(found.rubric.id, names, found.rubric.levels)
    catalogue = Catalogue(Site(names, (EN,)), (rubric,), (), (clientele,))
    card = scorecard([str(one) for one in ratings], values=found.values)
    reasons = tuple(
        replace(one, reason=names) if hasattr(one, "reason") else one for one in card.ratings
    )
    made = replace(project("p", replace(card, ratings=reasons)), title=names)
    return make_form(Wording(catalogue, EN), clientele, made, PHRASES)


def random_forms() -> list[Form]:
    """Weights and points of up to two decimals, so that halves to be rounded are frequent."""
    chance, forms = random.Random(2022), []
    for number in range(GRIDS):
        count = chance.randint(1, 12)
        kind = chance.choice(["=", "whole", "tenths", "hundredths"])
        size = {"=": 0, "whole": 1, "tenths": 10, "hundredths": 100}[kind]
        weights = [
            "="
            if kind == "="
            else format_number(Fraction(chance.randint(1, 9999), size), 2, PLAIN)
            for _ in range(count)
        ]
        points = chance.choice(["0 1 3 5", "0 1 2 3 4", "0 0.5 7.5 10", "1 2 4", "0 1"])
        others = chance.choice(
            [[], [], [NOT_RATED], [NOT_APPLICABLE], [NOT_RATED, NOT_APPLICABLE]]
        )
        found = grid(weights, points, total=1)
        ratings = [chance.choice([*found.points, *others]) for _ in range(count)]
        forms.append(form_of(found, ratings, f"g{number}"))
    return forms


def halfway_forms() -> list[Form]:
    """Totals such as 70.35 %, which binary numbers would round down."""
    chance, forms = random.Random(2019), []
    for number in range(HALVES):
        weight = Fraction(chance.randint(0, 999) * 10 + 5, 100)
        weights = [format_number(one, 2, PLAIN) for one in (weight, 100 - weight)]
        forms.append(form_of(grid(weights), [5, 0], f"h{number}"))
    return forms


PLAIN = replace(ENGLISH, group="")


def row_of(rows: list[list[str]], words: str) -> list[str]:
    return next(row for row in rows if words in row[:2])


def shown(number: Fraction) -> str:
    """The number to one decimal, without a zero at its end."""
    return format_number(number, 1, PLAIN).removesuffix(".0")


def expected(form: Form) -> tuple[str, str, str]:
    """The score and its bounds as cvcgen shows them."""
    score = form.score
    if score.low is None or score.high is None:
        return "no value applies", "", ""
    total = "incomplete" if score.total is None else shown(score.total)
    return total, shown(score.low), shown(score.high)


def test_libreoffice_computes_the_scores_that_cvcgen_does(tmp_path: Path) -> None:
    forms = [*random_forms(), *halfway_forms()]
    content = render_xlsx(forms)
    fresh, kept = tmp_path / "fresh.xlsx", tmp_path / "kept.xlsx"
    kept.write_bytes(content)
    fresh.write_bytes(forgotten(kept))
    faulty = tmp_path / "faulty.xlsx"
    faulty.write_bytes(with_two_marks())
    sheets = computed(fresh, kept, faulty)
    for name in ("fresh", "kept"):
        for form in forms:
            rows = sheets[f"{name}-{form.name}"]
            column = 3 + len(form.levels) + 2
            labels = ("Total", "Lowest possible score (%)", "Highest possible score (%)")
            found = tuple(row_of(rows, label)[column] for label in labels)
            assert found == expected(form), f"{name}-{form.name}"
    assert_two_marks_are_told(sheets["faulty-Citizens"])


def with_two_marks() -> bytes:
    """The grid of the base site with a second mark in its first row, as pasted over it."""
    catalogue = check(BASE).catalogue
    wording = Wording(catalogue, EN)
    form = make_form(wording, catalogue.clienteles[0], catalogue.projects[0], PHRASES)
    content = render_xlsx([form])
    sheet = part(content, "xl/worksheets/sheet1.xml")
    twice = re.sub(
        rb'<c r="D16"( s="[0-9]+")/>',
        rb'<c r="D16"\1 t="inlineStr"><is><t>x</t></is></c>',
        sheet,
    )
    assert twice != sheet
    bare = re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1", twice)
    return rezipped(
        content, {"xl/worksheets/sheet1.xml": bare.replace(b' t="str"><f>', b"><f>")}
    )


def assert_two_marks_are_told(rows: list[list[str]]) -> None:
    assert row_of(rows, "Accessibility")[10] == "one mark only"
    assert row_of(rows, "Total")[9] == "to be corrected"
    assert row_of(rows, "Lowest possible score (%)")[9] == ""


def base_sheet(form: Form | None = None) -> str:
    catalogue = check(BASE).catalogue
    made = form or make_form(Wording(catalogue, EN), catalogue.clienteles[0], None, PHRASES)
    return part(render_xlsx([made]), "xl/worksheets/sheet1.xml").decode()


def test_only_what_people_fill_in_can_be_changed_and_there_is_no_password() -> None:
    text = base_sheet()
    assert "<sheetProtection " in text
    assert "password" not in text
    assert 'fitToHeight="1"' in text or "fitToPage" in text


def test_a_text_is_never_a_formula() -> None:
    catalogue = check(BASE).catalogue
    hostile = replace(
        catalogue.projects[0], title=Text(((EN, '=HYPERLINK("http://a.example")'),))
    )
    form = make_form(Wording(catalogue, EN), catalogue.clienteles[0], hostile, PHRASES)
    content = render_xlsx([form])
    assert "HYPERLINK" not in part(content, "xl/worksheets/sheet1.xml").decode()
    assert "=HYPERLINK" in part(content, "xl/sharedStrings.xml").decode()
    assert 'quotePrefix="1"' in part(content, "xl/styles.xml").decode()


def test_tabs_have_names_that_excel_takes_and_no_two_the_same() -> None:
    catalogue = check(BASE).catalogue
    forms = [
        replace(
            make_form(Wording(catalogue, EN), catalogue.clienteles[0], None, PHRASES), name=name
        )
        for name in (
            "a/b:c",
            "A b c",
            "x" * 40,
            "x" * 40,
            "'quoted'",
            "",
            "History",
            "Oh!",
            "😀" * 20,
        )
    ]
    with ZipFile(BytesIO(render_xlsx(forms))) as archive:
        names = re.findall(r'<sheet name="([^"]*)"', archive.read("xl/workbook.xml").decode())
    assert names == [
        "a b c",
        "A b c 2",
        "x" * 31,
        "x" * 29 + " 2",
        "quoted",
        "1",
        "History 2",
        "Oh",
        "😀" * 15,
    ]


def test_a_level_with_many_emoji_in_its_name_keeps_its_help() -> None:
    """xlsxwriter leaves out help whose title is too long as Excel counts, with a warning."""
    form = form_of(grid([1], "0 1"), ["1"], "\N{ROCKET}" * 300)
    long = tuple(
        replace(level, heading="\N{ROCKET}" * 20, definition="\N{ROCKET}" * 200)
        for level in form.levels
    )
    sheet = part(render_xlsx([replace(form, levels=long)]), "xl/worksheets/sheet1.xml")
    titles = re.findall('promptTitle="([^"]*)"', sheet.decode())
    assert titles.count("\N{ROCKET}" * 16) == len(long)


def test_headings_are_named_for_screen_readers() -> None:
    catalogue = check(BASE).catalogue
    form = make_form(Wording(catalogue, EN), catalogue.clienteles[0], None, PHRASES)
    book = part(render_xlsx([form]), "xl/workbook.xml").decode()
    assert 'name="TitleRegion1.A15.L18"' in book
    assert "_xlnm.Print_Area" in book


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize(
    ("name", "written"),
    [("Parents d'élèves", "'Parents d''élèves'"), ("a'b", "'a''b'"), ("Où? Ici!", "'Où  Ici'")],
)
def test_headings_are_named_whatever_signs_the_name_of_the_sheet_has(
    name: str, written: str
) -> None:
    catalogue = check(BASE).catalogue
    form = make_form(Wording(catalogue, EN), catalogue.clienteles[0], None, PHRASES)
    book = part(render_xlsx([replace(form, name=name)]), "xl/workbook.xml").decode()
    found = re.search(r'name="TitleRegion1[^>]*>([^<]*)', book)
    assert found is not None
    assert found[1] == f"{written}!$A$15"
