import json

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
