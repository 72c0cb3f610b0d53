"""Grids and tables become projects: all that were brought at once, or none."""

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

import pytest

from cvcgen.app import check
from cvcgen.authoring.canonical import canonical_text
from cvcgen.core.diagnostics import has_errors
from cvcgen.core.model import Language, ProjectId
from tests.contributing.importing.bringing import GUICHET, brought, grid_csv, said
from tests.spreadsheets.making import workbook, write

VERSION_1 = ["Faisabilité", "Piste d'amélioration", "Cote valeur client %"]
ROWS = [("Oui", "Personnaliser la démarche", 0.625), ("Non", "Ajuster la RVI", 0.35)]
TABLES: dict[str, bytes | str] = {
    "t.xlsx": workbook({"T": [VERSION_1, *ROWS]}, ["C2", "C3"]),
    "fr.csv": "\n".join(
        [";".join(VERSION_1), "Oui;Personnaliser la démarche;62,5 %", "Non;Ajuster la RVI;35"]
    ),
    "en.csv": "\n".join(
        [",".join(VERSION_1), "yes,Personnaliser la démarche,62.5", "no,Ajuster la RVI,35%"]
    ),
}


def published_site(site: Path) -> Path:
    grid = "\n".join(f"  - {{value: v{n}}}" for n in range(8))
    for n in range(8):
        (site / f"content/values/v{n}.yaml").write_text(
            f"name: {{fr: V{n}, en: V{n}}}\n", "utf-8"
        )
    text = (
        "name: {fr: Clients, en: Clients}\nrubric: gain\nweights: {kind: equal}\n"
        f"pyramid:\n{grid}\n"
    )
    (site / "content/clienteles/clients-2019.yaml").write_text(text, "utf-8")
    return site


@pytest.mark.parametrize("name", TABLES)
def test_the_table_of_version_1_becomes_projects_with_exact_totals(
    name: str, site: Path, tmp_path: Path
) -> None:
    published_site(site)
    path = write(tmp_path, name, TABLES[name])
    done = brought(site, path, clientele="clients-2019")
    assert said(done) == []
    by_id = {project.id: project for project in check(site).catalogue.projects}
    first, second = (by_id[ProjectId(Path(path).stem)] for path in reversed(done.created))
    assert first.scorecards[0].published == Fraction("62.5")  # type: ignore[union-attr]
    assert second.scorecards[0].published == 35  # type: ignore[union-attr]
    assert (first.feasibility, second.feasibility) == ("feasible", "not_feasible")
    assert second.title.in_language(Language("fr")) == "Ajuster la RVI"
    assert brought(site, path, clientele="clients-2019").unchanged == done.created


def test_a_filled_grid_becomes_a_project(site: Path, tmp_path: Path) -> None:
    rows = ["Speed,,,x,,,\"=cmd|' /C calc'!A0\"", "SÉCURITÉ,,,,,x,No data", "accessibilite,x"]
    text = grid_csv(*rows, extra="Feasibility,yes\nRated on,2026-10-01\nRated by,A; B\n")
    done = brought(site, write(tmp_path, "g.csv", text))
    assert said(done) == []
    assert done.created == ("content/projects/kiosk.yaml",)
    written = (site / done.created[0]).read_text("utf-8")
    assert written == (
        "# yaml-language-server: $schema=../../.cvcgen/schemas/project.schema.json\n"
        'title: "Kiosk"\n'
        "feasibility: feasible\n"
        "scorecards:\n"
        "  citoyens:\n"
        '    rated: "2026-10-01"\n'
        "    raters:\n"
        '      - "A"\n'
        '      - "B"\n'
        "    ratings:\n"
        "      accessibilite: 0\n"
        "      securite:\n"
        '        not_applicable: "No data"\n'
        "      rapidite:\n"
        "        points: 3\n"
        "        why: \"=cmd|' /C calc'!A0\"\n"
    )
    assert canonical_text(written, "project") == written
    assert not has_errors(check(site).diagnostics)


def test_a_value_without_a_mark_waits_for_its_rating(site: Path, tmp_path: Path) -> None:
    done = brought(site, write(tmp_path, "g.csv", grid_csv("Speed,,x,,,,")))
    assert "accessibilite: null\n" in (site / done.created[0]).read_text("utf-8")


def test_one_sheet_per_project_and_another_that_is_neither(site: Path, tmp_path: Path) -> None:
    heading = ["Value", "0 None", "1 Low", "3 Medium", "5 High"]
    sheets: dict[str, Sequence[Sequence[object]]] = {
        name: [["Project", name], ["Clientele", "citoyens"], [], heading, ["Speed", None, "x"]]
        for name in ("Hut", "Shed")
    }
    content = workbook({**sheets, "Notes": [["Ask again"]]})
    done = brought(site, write(tmp_path, "g.xlsx", content))
    assert done.created == ("content/projects/hut.yaml", "content/projects/shed.yaml")
    assert done.ignored == ("g.xlsx[Notes]",)


def test_columns_of_a_table_that_are_not_read_are_told(site: Path, tmp_path: Path) -> None:
    heading = 'Project,"Cost\n::error::",Rated on,Speed,Status,,Team'
    content = f"{heading}\nHut,9,2026-01-02,3,planned,?,5\n"
    done = brought(site, write(tmp_path, "t.csv", content), clientele="citoyens")
    assert (done.diagnostics, len(done.created)) == ((), 1)
    assert done.ignored == (
        "t.csv!B1 · Cost ::error::",
        "t.csv!C1 · Rated on",
        "t.csv!G1 · Team",
    )


def test_a_table_that_is_read_to_the_last_column_leaves_nothing_out(
    site: Path, tmp_path: Path
) -> None:
    content = (
        "Project id,Project,Clientele,Speed,Feasibility,Status,Summary\nhut,Hut,citoyens,3\n"
    )
    assert brought(site, write(tmp_path, "t.csv", content)).ignored == ()


def test_two_sheets_that_contradict_each_other_are_told(site: Path, tmp_path: Path) -> None:
    (site / "content/clienteles/aines.yaml").write_bytes(
        (site / "content/clienteles/citoyens.yaml").read_bytes()
    )
    heading = ["Value", "0 None", "1 Low", "3 Medium", "5 High"]
    sheets: dict[str, Sequence[Sequence[object]]] = {
        name: [
            ["Project", "Hut"],
            ["Feasibility", said],
            ["Clientele", name],
            heading,
            ["Speed"],
        ]
        for name, said in (("aines", "yes"), ("citoyens", "no"))
    }
    done = brought(site, write(tmp_path, "g.xlsx", workbook(sheets)))
    assert said(done) == ["B2 CVC608 `feasibility` is said twice, differently"]
    assert done.diagnostics[0].location.path == "g.xlsx[citoyens]"


def test_a_table_with_a_column_per_value(site: Path, tmp_path: Path) -> None:
    text = (
        "Project,Speed,Security,Accessibility,Owner\nHut,High,3,not rated,Ann\nShed,0,-,1,Bob\n"
    )
    done = brought(site, write(tmp_path, "t.csv", text), clientele="citoyens")
    assert said(done) == []
    hut, shed = ((site / path).read_text("utf-8") for path in done.created)
    assert hut.endswith("accessibilite: null\n      securite: 3\n      rapidite: 5\n")
    assert shed.endswith("accessibilite: 1\n      securite: null\n      rapidite: 0\n")


def test_one_faulty_file_keeps_all_of_them_from_being_written(
    site: Path, tmp_path: Path
) -> None:
    good = write(tmp_path, "good.csv", grid_csv("Speed,,x,,,,"))
    bad = write(tmp_path, "bad.csv", grid_csv("Speed,,x,x,,,", title="Hut"))
    assert len(said(brought(site, good, bad))) == 1
    assert not (site / "content/projects/kiosk.yaml").exists()


def test_a_check_writes_nothing(site: Path, tmp_path: Path) -> None:
    path = write(tmp_path, "good.csv", grid_csv("Speed,,x,,,,"))
    assert brought(site, path, write=False).created == ("content/projects/kiosk.yaml",)
    assert not (site / "content/projects/kiosk.yaml").exists()


def test_a_site_with_faults_is_mended_first(site: Path, tmp_path: Path) -> None:
    (site / GUICHET).write_text("titel: x\n", "utf-8")
    path = write(tmp_path, "good.csv", grid_csv("Speed,,x,,,,"))
    assert {fault.location.path for fault in brought(site, path).diagnostics} == {GUICHET}
