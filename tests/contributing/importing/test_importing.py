"""Import and export as one: what goes out comes back without a difference."""

import shutil
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cvcgen.app import check, check_snapshot
from cvcgen.authoring.canonical import canonical_text
from cvcgen.authoring.plainyaml import Plain, entry_lines
from cvcgen.contributing.gridexport import GridExport, export_grids
from cvcgen.contributing.importing import Import, Imported, import_spreadsheets
from cvcgen.core.diagnostics import has_errors
from cvcgen.core.model import Language, NotConcerned, ProjectId
from cvcgen.phrases import load_phrases
from tests.building import BASE, base_with
from tests.spreadsheets.making import workbook, write

ROOT = Path(__file__).resolve().parents[3]
ENGLISH, FRENCH = load_phrases("en"), load_phrases("fr")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASE, tmp_path / "site"))


def brought(root: Path, *files: Path, **options: object) -> Imported:
    return import_spreadsheets(root, Import(files, **options), ENGLISH)  # type: ignore[arg-type]


def said(done: Imported) -> list[str]:
    return [
        f"{fault.location.cell} {fault.code} {fault.message.text(str)}"
        for fault in done.diagnostics
    ]


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
@pytest.mark.parametrize("phrases", [ENGLISH, FRENCH], ids=["en", "fr"])
def test_every_project_of_this_repository_goes_out_and_comes_back_the_same(
    kind: str, phrases: object, tmp_path: Path
) -> None:
    checked = check(ROOT)
    files: list[Path] = []
    for project in checked.catalogue.projects:
        if all(isinstance(card, NotConcerned) for card in project.scorecards):
            continue
        files.append(tmp_path / f"{project.id}.{kind}")
        export_grids(checked, GridExport(files[-1], project.id), phrases)  # type: ignore[arg-type]
    done = brought(ROOT, *files, update=True, write=False)
    assert said(done) == []
    assert (done.created, done.updated) == ((), ())
    assert len(done.unchanged) == len(files) > 20


texts = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Cf", "Zl", "Zp", "Co", "Cn"]), min_size=1
).filter(lambda text: bool(text.strip()))
dangerous = st.sampled_from(["=1+1", "@SUM(A1)", "'=x", "a;-2", "\t+1", "x\n- y", "'", "Total"])
wordings = texts | dangerous
ratings = st.one_of(
    st.none(),
    st.sampled_from([Fraction(points) for points in (0, 1, 3, 5)]),
    st.builds(
        lambda points, why: {"points": points, "why": why},
        st.sampled_from([Fraction(points) for points in (0, 1, 3, 5)]),
        wordings | st.builds(lambda fr, en: {"fr": fr, "en": en}, wordings, wordings),
    ),
    st.builds(lambda reason: {"not_applicable": reason}, wordings),
)
projects = st.builds(
    lambda title, feasibility, given, raters: {
        "title": title,
        "feasibility": feasibility,
        "scorecards": {"citoyens": {"raters": raters, "ratings": given}},
    },
    wordings,
    st.sampled_from(["feasible", "not_feasible", "undetermined"]),
    st.fixed_dictionaries(dict.fromkeys(("accessibilite", "securite", "rapidite"), ratings)),
    st.lists(texts.filter(lambda text: ";" not in text), max_size=3),
)


@settings(max_examples=60)
@given(projects, st.sampled_from(["xlsx", "csv"]), st.sampled_from([ENGLISH, FRENCH]))
def test_whatever_a_project_says_goes_out_and_comes_back_the_same(
    tmp_path_factory: pytest.TempPathFactory,
    said_of_it: dict[str, Plain],
    kind: str,
    phrases: object,
) -> None:
    lines = [line for key, value in said_of_it.items() for line in entry_lines(key, value)]
    name = "content/projects/made.yaml"
    checked = check_snapshot(base_with({name: "\n".join(lines) + "\n"}))
    assert not has_errors(checked.diagnostics)
    folder = tmp_path_factory.mktemp("made")
    root = Path(shutil.copytree(BASE, folder / "site"))
    (root / name).write_bytes(("\n".join(lines) + "\n").encode())
    grid = folder / f"made.{kind}"
    export_grids(checked, GridExport(grid, "made"), phrases)  # type: ignore[arg-type]
    done = brought(root, grid, update=True, write=False)
    assert said(done) == []
    assert done.updated == ()


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


def grid_csv(*rows: str, title: str = "Kiosk", extra: str = "") -> str:
    head = f"Project,{title}\nClientele,Citizens\n{extra}\n"
    return head + "Value,0 None,1 Low,3 Medium,5 High,Not applicable,Reason\n" + "\n".join(rows)


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


FILE = "content/projects/guichet.yaml"
COMMENTED = """\
# About the counter.
title: {fr: Guichet, en: Counter}
description: |
  # A heading, and no comment.
scorecards:
  citoyens:
    ratings:
      # The evidence is thin.
      accessibilite:
        points: 5
        why: {fr: Ouvert, en: Open}
        evidence: [Survey]
      securite: 3 # said by all
      rapidite: 1
"""


def test_an_update_keeps_everything_else(site: Path, tmp_path: Path) -> None:
    (site / FILE).write_text(COMMENTED, "utf-8")
    text = grid_csv(
        "Accessibility,,,x,,,Ouvert", "Security,,x,,,,", "Speed,,,,,,", title="Counter"
    )
    path = write(tmp_path, "g.csv", text)
    refused = brought(site, path)
    assert [line.split()[0] for line in said(refused)] == ["D5", "C6", "A7"]
    assert (site / FILE).read_text("utf-8") == COMMENTED
    assert brought(site, path, update=True).updated == (FILE,)
    expected = (
        COMMENTED.replace("points: 5", "points: 3")
        .replace("securite: 3", "securite: 1")
        .replace("rapidite: 1", "rapidite: null")
    )
    assert (site / FILE).read_text("utf-8") == expected
    assert brought(site, path).unchanged == (FILE,)


def test_a_reason_is_changed_in_its_language_alone(site: Path, tmp_path: Path) -> None:
    (site / FILE).write_text(COMMENTED, "utf-8")
    extra = "Language of the texts,en\n"
    text = grid_csv("Accessibility,,,,x,,Wide open", title="Counter", extra=extra)
    brought(site, write(tmp_path, "g.csv", text), update=True)
    assert 'why: {fr: "Ouvert", en: "Wide open"}' in (site / FILE).read_text("utf-8")


def test_a_text_longer_than_a_cell_is_no_change(site: Path, tmp_path: Path) -> None:
    """Excel counts most emoji for two, and a cell holds no more than 32,767."""
    path = site / "content/projects/guichet.yaml"
    title = "\N{ROCKET}" * 20_000
    written = path.read_text("utf-8").replace("Counter", title)
    assert title in written
    path.write_text(written, "utf-8")
    grid = tmp_path / "grid.xlsx"
    export_grids(check(site), GridExport(grid, ProjectId("guichet")), ENGLISH)
    done = brought(site, grid, update=True)
    assert said(done) == []
    assert path.read_text("utf-8") == written
    assert len(done.unchanged) == 1


def test_a_reason_that_is_taken_away_goes(site: Path, tmp_path: Path) -> None:
    (site / FILE).write_text(COMMENTED, "utf-8")
    text = grid_csv("Accessibility,,,,x,,", title="Counter")
    brought(site, write(tmp_path, "g.csv", text), update=True)
    written = (site / FILE).read_text("utf-8")
    assert "why" not in written
    assert "evidence: [Survey]" in written


def test_a_comment_that_would_be_lost_keeps_the_file(site: Path, tmp_path: Path) -> None:
    text = COMMENTED.replace("points: 5\n", "points: 5\n        # Not sure.\n")
    (site / FILE).write_text(text, "utf-8")
    path = write(tmp_path, "g.csv", grid_csv("Accessibility,,,,,,", title="Counter"))
    done = brought(site, path, update=True)
    assert said(done) == [f"A5 CVC609 `{FILE}` cannot be changed without losing a comment"]
    assert (site / FILE).read_text("utf-8") == text


def test_what_several_raters_gave_is_left_alone(site: Path, tmp_path: Path) -> None:
    text = (
        "title: {fr: Guichet, en: Counter}\nscorecards:\n  citoyens:\n    raters: [A, B]\n"
        "    rule: median\n    ratings:\n"
        + "".join(
            f"      {value}:\n        by_rater: {{A: 1, B: 3}}\n"
            for value in ("accessibilite", "securite", "rapidite")
        )
    )
    (site / FILE).write_text(text, "utf-8")
    assert not has_errors(check(site).diagnostics)
    path = write(tmp_path, "g.csv", grid_csv("Speed,,,,x,,", title="Counter"))
    assert said(brought(site, path, update=True)) == [
        f"E5 CVC609 `{FILE}` keeps what each rater gave"
    ]


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
    (site / FILE).write_text("titel: x\n", "utf-8")
    path = write(tmp_path, "good.csv", grid_csv("Speed,,x,,,,"))
    assert {fault.location.path for fault in brought(site, path).diagnostics} == {FILE}
