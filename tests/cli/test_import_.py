from pathlib import Path

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
