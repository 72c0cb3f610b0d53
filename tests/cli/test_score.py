import json
from pathlib import Path
from shutil import copytree

import pytest

from tests.building import BASE
from tests.cli.running import cvcgen


def test_the_arithmetic_adds_up() -> None:
    ran = cvcgen("score", "guichet")
    assert (ran.code, ran.err) == (0, "")
    assert "Counter (guichet) · Citizens (citoyens)" in ran.out
    assert "  Score: 72.0%\n" in ran.out


def test_without_names_all_are_shown() -> None:
    assert cvcgen("score") == cvcgen("score", "guichet", "--clientele", "citoyens")


def test_the_formats() -> None:
    [score] = json.loads(cvcgen("score", "--format", "json").out)["scores"]
    assert score["total"]["fraction"] == "72"
    assert cvcgen("score", "--format", "csv").out.startswith("project,project_title,")
    assert cvcgen("score", "--format", "markdown").out.startswith("## Counter (guichet)")


def test_a_french_score() -> None:
    assert "Cote\xa0: 72,0\xa0%" in cvcgen("score", "--lang", "fr").out


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "There is no scorecard to show.\n"),
        ("fr", "Il n’y a aucune fiche de cotation à montrer.\n"),
    ],
)
def test_where_nobody_rated_it_is_said(language: str, said: str, tmp_path: Path) -> None:
    site = copytree(BASE, tmp_path / "site")
    pyramid = site / "content" / "clienteles" / "citoyens.yaml"
    (pyramid.parent / "autres.yaml").write_bytes(pyramid.read_bytes())
    asked = ("score", "guichet", "--clientele", "autres", "--lang", language)
    ran = cvcgen(*asked, folder=site)
    assert (ran.code, ran.out, ran.err) == (0, "", said)
    assert cvcgen(*asked, "-q", folder=site).err == ""
    assert cvcgen(*asked, "--format", "csv", folder=site).err == said
