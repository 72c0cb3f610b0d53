from pathlib import Path

import pytest

from cvcgen.app import EnvironmentFailure, check, check_snapshot
from cvcgen.contributing.gridexport import Exported, GridExport, export_grids
from cvcgen.core.diagnostics import has_errors
from cvcgen.core.model import Language
from cvcgen.phrases import load_phrases
from cvcgen.spreadsheets.opening.files import read_book
from cvcgen.spreadsheets.understanding.names import Names
from cvcgen.spreadsheets.understanding.reading import read_sheet
from cvcgen.spreadsheets.words import Role
from tests.building import BASE, base_with, files_in, snapshot

ENGLISH = load_phrases("en")


def test_one_sheet_for_each_clientele_that_is_concerned(tmp_path: Path) -> None:
    root = Path(__file__).resolve().parents[2]
    target = tmp_path / "g.xlsx"
    assert export_grids(
        check(root), GridExport(target, "carte-numerique"), ENGLISH
    ) == Exported(2, ())
    names = [sheet.name for sheet in read_book(target).sheets]
    assert names == ["Citizens", "Health-sector professionals"]


def test_the_same_bytes_every_time(tmp_path: Path) -> None:
    checked = check(BASE)
    for name in ("a.xlsx", "b.xlsx"):
        export_grids(checked, GridExport(tmp_path / name, "guichet"), ENGLISH)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_a_project_that_concerns_nobody_has_no_grid(tmp_path: Path) -> None:
    text = "title: {fr: A, en: A}\nscorecards:\n  citoyens: {not_concerned: {fr: X, en: X}}\n"
    checked = check_snapshot(base_with({"content/projects/a.yaml": text}))
    with pytest.raises(EnvironmentFailure) as caught:
        export_grids(checked, GridExport(tmp_path / "a.csv", "a"), ENGLISH)
    assert caught.value.message.text(str) == (
        "no clientele is concerned by `a`: name one with --clientele"
    )


CARDS = {
    "{citoyens: {not_concerned: {fr: X, en: X}}}": "blank: `a` does not concern `citoyens`",
    "{citoyens: {published: 62, source: {fr: X, en: X}}}": (
        "blank: of `a` only a total is published for `citoyens`"
    ),
    "{citoyens: {ratings: {accessibilite: null, securite: null, rapidite: null}}}": (
        "blank: `a` is not rated for `citoyens` yet"
    ),
    "{}": "blank: `a` is not rated for `citoyens` yet",
}


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize("cards", CARDS)
def test_a_grid_without_marks_is_said_and_can_be_filled_in(
    cards: str, kind: str, tmp_path: Path
) -> None:
    text = f"title: {{fr: A, en: A}}\nscorecards: {cards}\n"
    checked = check_snapshot(base_with({"content/projects/a.yaml": text}))
    assert not has_errors(checked.diagnostics)
    target = tmp_path / f"a.{kind}"
    done = export_grids(checked, GridExport(target, "a", ("citoyens",)), ENGLISH)
    assert (done.count, [one.text(str) for one in done.unrated]) == (1, [CARDS[cards]])
    [sheet] = read_book(target).sheets
    read = read_sheet(sheet, Names(checked.catalogue), None, Language("en"))
    assert read.faults == ()
    [claim] = read.claims
    assert (claim.fact(Role.PROJECT_ID).text, claim.clientele) == ("a", "citoyens")
    assert [one.points for one in claim.ratings] == [None] * 3


def test_a_blank_grid_needs_no_reason(tmp_path: Path) -> None:
    wanted = GridExport(tmp_path / "a.csv", None, ("citoyens",))
    assert export_grids(check(BASE), wanted, ENGLISH) == Exported(1, ())


def test_the_texts_are_in_the_language_that_is_spoken(tmp_path: Path) -> None:
    target = tmp_path / "g.csv"
    export_grids(check(BASE), GridExport(target, "guichet"), load_phrases("fr"))
    assert "Guichet" in target.read_text("utf-8-sig")
    export_grids(check(BASE), GridExport(target, "guichet", force=True), ENGLISH)
    assert "Project,Counter" in target.read_text("utf-8-sig")


def test_who_reads_a_language_is_given_the_texts_of_its_region(tmp_path: Path) -> None:
    target = tmp_path / "g.csv"
    canadian = {
        path: content.replace(b"fr:", b"fr-CA:").replace(b"[fr, en]", b"[en, fr-CA]")
        for path, content in files_in(BASE).items()
    }
    checked = check_snapshot(snapshot(canadian))
    assert checked.diagnostics == ()
    export_grids(checked, GridExport(target, "guichet"), load_phrases("fr"))
    head = target.read_text("utf-8-sig")
    assert head.startswith("Projet;Guichet\n")
    assert "\nLangue des textes;fr-CA\n" in head


def test_a_grid_that_was_filled_in_is_only_replaced_when_told(tmp_path: Path) -> None:
    target = tmp_path / "g.csv"
    export_grids(check(BASE), GridExport(target, "guichet"), ENGLISH)
    again = target.read_bytes()
    assert export_grids(check(BASE), GridExport(target, "guichet"), ENGLISH).count == 1
    target.write_bytes(again + b"x")
    with pytest.raises(EnvironmentFailure) as caught:
        export_grids(check(BASE), GridExport(target, "guichet"), ENGLISH)
    assert caught.value.message.text(str) == f"`{target}` exists: nothing was written"
    assert target.read_bytes() == again + b"x"
    export_grids(check(BASE), GridExport(target, "guichet", force=True), ENGLISH)
    assert target.read_bytes() == again
