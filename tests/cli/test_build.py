from pathlib import Path

from tests.cli.running import cvcgen


def test_the_site_is_written_and_it_says_where(site: Path) -> None:
    ran = cvcgen("build", folder=site)
    assert (ran.code, ran.out) == (0, "")
    page = site / "site" / "index.html"
    assert ran.err.endswith(f"Open in a browser: {page}\n")
    assert page.is_file()


def test_building_again_writes_nothing(site: Path) -> None:
    cvcgen("build", folder=site)
    assert "Files written: 0, unchanged: " in cvcgen("build", folder=site).err


def test_another_folder_may_be_named(site: Path, tmp_path: Path) -> None:
    ran = cvcgen("build", "-o", str(tmp_path / "out"), folder=site)
    assert ran.code == 0
    assert (tmp_path / "out" / "index.html").is_file()


def test_quiet_says_nothing(site: Path) -> None:
    assert cvcgen("build", "-q", folder=site).err == ""


def test_a_folder_of_someone_else_is_refused(site: Path, tmp_path: Path) -> None:
    other = tmp_path / "theirs"
    other.mkdir()
    (other / "letter.txt").write_text("keep")
    ran = cvcgen("build", "--output-dir", str(other), folder=site)
    assert ran.code == 3
    assert [path.name for path in other.iterdir()] == ["letter.txt"]


def test_warnings_do_not_stop_a_build_and_are_counted(site: Path) -> None:
    value = site / "content/values/rapidite.yaml"
    value.write_text("name: {fr: Rapidité}\n", "utf-8")
    ran = cvcgen("build", folder=site)
    assert ran.code == 0
    assert "see `cvcgen check`" in ran.err
