from pathlib import Path

import pytest

from cvcgen.app import EnvironmentFailure, check, check_snapshot
from cvcgen.contributing.gridexport import GridExport, export_grids
from cvcgen.phrases import load_phrases
from cvcgen.spreadsheets.opening.files import read_book
from tests.building import BASE, base_with

ENGLISH = load_phrases("en")


def test_one_sheet_for_each_clientele_that_is_concerned(tmp_path: Path) -> None:
    root = Path(__file__).resolve().parents[2]
    target = tmp_path / "g.xlsx"
    assert export_grids(check(root), GridExport(target, "carte-numerique"), ENGLISH) == 2
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
    assert caught.value.message.text(str) == "no clientele is concerned by `a`"


def test_the_texts_are_in_the_language_that_is_spoken(tmp_path: Path) -> None:
    target = tmp_path / "g.csv"
    export_grids(check(BASE), GridExport(target, "guichet"), load_phrases("fr"))
    assert "Guichet" in target.read_text("utf-8-sig")
    export_grids(check(BASE), GridExport(target, "guichet", force=True), ENGLISH)
    assert "Project,Counter" in target.read_text("utf-8-sig")


def test_a_grid_that_was_filled_in_is_only_replaced_when_told(tmp_path: Path) -> None:
    target = tmp_path / "g.csv"
    export_grids(check(BASE), GridExport(target, "guichet"), ENGLISH)
    again = target.read_bytes()
    assert export_grids(check(BASE), GridExport(target, "guichet"), ENGLISH) == 1
    target.write_bytes(again + b"x")
    with pytest.raises(EnvironmentFailure) as caught:
        export_grids(check(BASE), GridExport(target, "guichet"), ENGLISH)
    assert caught.value.message.text(str) == f"`{target}` exists: nothing was written"
    assert target.read_bytes() == again + b"x"
    export_grids(check(BASE), GridExport(target, "guichet", force=True), ENGLISH)
    assert target.read_bytes() == again
