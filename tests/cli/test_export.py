from pathlib import Path

import pytest

from tests.cli.running import cvcgen


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_a_grid_comes_back_without_a_difference(kind: str, site: Path, tmp_path: Path) -> None:
    target = tmp_path / f"g.{kind}"
    ran = cvcgen("export", "grid", "guichet", "--to", str(target), folder=site)
    assert (ran.code, ran.out, ran.err) == (0, f"{target}\n", "Grids written: 1\n")
    assert cvcgen("import", "--check", str(target), folder=site).code == 0


def test_a_blank_grid_says_nothing_yet(site: Path, tmp_path: Path) -> None:
    target = tmp_path / "g.xlsx"
    assert (
        cvcgen("export", "grid", "--blank", "citoyens", "--to", str(target), folder=site).code
        == 0
    )
    ran = cvcgen("import", str(target), folder=site)
    assert ran.code == 1
    assert "nothing is filled in" in ran.err


@pytest.mark.parametrize(
    "words",
    [
        ("grid", "--to", "g.csv"),
        ("grid", "guichet", "--blank", "citoyens", "--to", "g.csv"),
        ("grid", "--blank", "citoyens", "--clientele", "citoyens", "--to", "g.csv"),
        ("grid", "guichet"),
        ("table", "guichet", "--to", "g.csv"),
    ],
)
def test_what_does_not_fit_together_is_a_usage_error(
    words: tuple[str, ...], site: Path
) -> None:
    assert cvcgen("export", *words, folder=site).code == 2


def test_unknown_ids_are_usage_errors_with_the_nearest(site: Path) -> None:
    ran = cvcgen("export", "grid", "guiche", "--to", "g.csv", folder=site)
    assert ran.code == 2
    assert "unknown project «guiche» · did you mean `guichet`?" in ran.err
    ran = cvcgen("export", "grid", "--blank", "citoyen", "--to", "g.csv", folder=site)
    assert "unknown clientele «citoyen» · did you mean `citoyens`?" in ran.err


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "usage error: `{}` ends neither with .xlsx nor with .csv\n"),
        ("fr", "erreur d’utilisation\xa0: `{}` ne se termine ni par .xlsx ni par .csv\n"),
    ],
)
def test_another_kind_of_file_is_a_usage_error(
    language: str, said: str, site: Path, tmp_path: Path
) -> None:
    target = tmp_path / "g.ods"
    words = ("--lang", language, "export", "grid", "guichet", "--to", str(target))
    ran = cvcgen(*words, folder=site)
    assert ran.code == 2
    assert said.format(target) in ran.err
    assert not target.exists()


def test_a_site_with_faults_is_refused(faulty: Path, tmp_path: Path) -> None:
    ran = cvcgen("export", "grid", "guichet", "--to", str(tmp_path / "g.csv"), folder=faulty)
    assert ran.code == 1
