from pathlib import Path

from tests.cli.running import cvcgen


def test_it_says_where_they_are(site: Path) -> None:
    ran = cvcgen("schema", folder=site)
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == f"Schemas for editors: {site / '.cvcgen/schemas'}\n"


def test_the_folder_may_be_named(site: Path, tmp_path: Path) -> None:
    assert cvcgen("schema", "--output", str(tmp_path / "out"), folder=site).code == 0
    assert (tmp_path / "out/project.schema.json").is_file()


def test_files_of_someone_else_are_exit_3(site: Path, tmp_path: Path) -> None:
    (tmp_path / "site.schema.json").write_text("{}")
    assert cvcgen("schema", "--output", str(tmp_path), folder=site).code == 3
