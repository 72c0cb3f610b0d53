from pathlib import Path

import pytest

from tests.cli.running import cvcgen

GRID = "Project,Kiosk\nClientele,Citizens\n\nValue,0 None,1 Low,3 Medium,5 High\nSpeed,,x,,\n"


def test_what_was_written_is_data_and_how_many_is_talk(site: Path, tmp_path: Path) -> None:
    grid = tmp_path / "g.csv"
    grid.write_text(GRID, "utf-8")
    ran = cvcgen("import", str(grid), folder=site)
    assert (ran.code, ran.out) == (0, "content/projects/kiosk.yaml\n")
    assert ran.err == "Created: 1; changed: 0; as they were: 0\n"
    again = cvcgen("import", str(grid), folder=site)
    assert (again.code, again.out) == (0, "")
    assert again.err == "Created: 0; changed: 0; as they were: 1\n"


def test_a_check_says_what_would_be(site: Path, tmp_path: Path) -> None:
    grid = tmp_path / "g.csv"
    grid.write_text(GRID, "utf-8")
    ran = cvcgen("import", "--check", str(grid), folder=site)
    assert (ran.code, ran.out) == (1, "content/projects/kiosk.yaml\n")
    assert ran.err == "To create: 1; to change: 0; as they are: 0\n"
    assert not (site / "content/projects/kiosk.yaml").exists()


def test_faults_are_told_even_quietly(site: Path, tmp_path: Path) -> None:
    grid = tmp_path / "g.csv"
    grid.write_text(GRID.replace("Speed", "Sped"), "utf-8")
    ran = cvcgen("import", "-q", str(grid), folder=site)
    assert (ran.code, ran.out) == (1, "")
    assert "g.csv!A5: error[CVC604]" in ran.err
    assert ran.err.endswith("1 error in 1 file\nNothing was written.\n")


def test_an_unknown_clientele_is_a_usage_error(site: Path, tmp_path: Path) -> None:
    ran = cvcgen("import", "--clientele", "citoyen", str(tmp_path / "g.csv"), folder=site)
    assert ran.code == 2
    assert "unknown clientele «citoyen» · did you mean `citoyens`?" in ran.err


def test_a_folder_without_a_site_is_exit_3(tmp_path: Path) -> None:
    assert cvcgen("import", "g.csv", folder=tmp_path).code == 3


def test_a_folder_that_may_not_be_written_is_exit_3(site: Path, tmp_path: Path) -> None:
    grid = tmp_path / "g.csv"
    grid.write_text(GRID, "utf-8")
    (site / "content/projects/kiosk.yaml").symlink_to(tmp_path / "nowhere")
    ran = cvcgen("import", str(grid), folder=site)
    assert ran.code in (1, 3)
    assert ran.out == ""
    assert "link" in ran.err


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "cvcgen: cannot read `{path}`: "),
        ("fr", "cvcgen\xa0: impossible de lire `{path}`\xa0: "),
    ],
)
def test_a_file_that_is_not_there_is_exit_3(
    language: str, said: str, site: Path, tmp_path: Path
) -> None:
    missing = str(tmp_path / "nope.xlsx")
    ran = cvcgen("--lang", language, "import", missing, folder=site)
    assert (ran.code, ran.out) == (3, "")
    assert ran.err.startswith(said.format(path=missing))


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "known here: `0 None`, `1 Low`, `3 Medium`, `5 High`\n"),
        ("fr", "possible ici\xa0: `0 Aucun`, `1 Faible`, `3 Moyen`, `5 Fort`\n"),
    ],
)
def test_levels_are_named_in_their_order_in_the_language_of_messages(
    language: str, said: str, site: Path, tmp_path: Path
) -> None:
    table = tmp_path / "t.csv"
    table.write_text("Project,Clientele,Speed\nHut,Citizens,zzz\n", "utf-8")
    ran = cvcgen("--lang", language, "import", str(table), folder=site)
    assert said in ran.err


@pytest.mark.parametrize("heading", ["Project,Acessibility", "Projet,Accessibilté"])
def test_a_table_whose_only_value_is_misspelt_says_which_was_meant(
    heading: str, site: Path, tmp_path: Path
) -> None:
    table = tmp_path / "t.csv"
    table.write_text(f"{heading}\nKiosk,3\n", "utf-8")
    ran = cvcgen("import", "--clientele", "citoyens", str(table), folder=site)
    assert ran.code == 1
    assert "t.csv!B1: error[CVC604] no value is called `Ac" in ran.err
    assert "hint: did you mean `accessibilit" in ran.err
    assert "CVC603" not in ran.err
