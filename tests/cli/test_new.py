from pathlib import Path

from tests.cli.running import cvcgen


def test_the_path_is_printed_and_the_next_step_said(site: Path) -> None:
    ran = cvcgen("new", "project", "Café du coin", folder=site)
    assert ran.code == 0
    assert ran.out == f"{site / 'content/projects/cafe-du-coin.yaml'}\n"
    assert ran.err.startswith("Open it in an editor")
    assert cvcgen("check", folder=site).code == 0
    assert "3 values not rated" in cvcgen("rank", folder=site).out


def test_a_file_that_exists_is_exit_3(site: Path) -> None:
    ran = cvcgen("new", "value", "Rapidité", folder=site)
    assert (ran.code, ran.out) == (3, "")
    assert ran.err == "cvcgen: `content/values/rapidite.yaml` exists: nothing was written\n"


def test_an_unknown_clientele_is_a_usage_error_with_the_nearest(site: Path) -> None:
    ran = cvcgen("new", "project", "P", "--clientele", "citoyen", folder=site)
    assert ran.code == 2
    assert "unknown clientele «citoyen» · did you mean `citoyens`?" in ran.err


def test_a_name_without_letters_is_a_usage_error(site: Path) -> None:
    ran = cvcgen("new", "value", "…", folder=site)
    assert (ran.code, ran.out) == (2, "")
    assert "no file can be named after «…»\n" in ran.err


def test_clienteles_go_with_projects_alone(site: Path) -> None:
    ran = cvcgen("new", "value", "x", "--clientele", "citoyens", folder=site)
    assert ran.code == 2
    assert "--clientele goes with `cvcgen new project` alone" in ran.err


def test_the_contributor_is_spoken_to_in_their_language(site: Path) -> None:
    ran = cvcgen("new", "project", "P", "--lang", "fr", folder=site)
    text = Path(ran.out.strip()).read_text("utf-8")
    assert "# Le titre du projet." in text
    assert "# Accessibilité (poids 50)" in text
