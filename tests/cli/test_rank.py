import json

from tests.cli.running import cvcgen


def test_the_ranking_is_printed() -> None:
    ran = cvcgen("rank")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == "Citizens (citoyens)\n  1st  72.0%  Counter (guichet)\n"


def test_a_named_clientele_comes_once() -> None:
    assert cvcgen("rank", "citoyens", "citoyens") == cvcgen("rank")


def test_the_formats() -> None:
    [ranking] = json.loads(cvcgen("rank", "--format", "json").out)["rankings"]
    assert ranking["places"][0]["rank"] == 1
    assert cvcgen("rank", "--format", "csv").out.splitlines()[1].startswith("citoyens,1,no,")
    assert "| 1st | 72.0% | Counter (guichet) |" in cvcgen("rank", "--format", "markdown").out
