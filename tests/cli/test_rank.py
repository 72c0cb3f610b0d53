import json
from pathlib import Path

import pytest

from tests.cli.running import Ran, cvcgen
from tests.sources.git.conftest import isolated  # noqa: F401 - a fixture of every test here
from tests.sources.git.histories import History
from tests.stories import CITOYENS, GUICHET, RENAMED, base, eventful


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


@pytest.fixture
def made(tmp_path: Path) -> History:
    return eventful(tmp_path / "repository")


def rank(history: History, *arguments: str, lang: str = "en") -> Ran:
    return cvcgen("--lang", lang, "rank", *arguments, folder=history.folder)


def test_the_ranking_of_a_day_or_revision(made: History) -> None:
    ran = rank(made, "--at", "2026-01-05")
    commit = made.git("rev-parse", "HEAD~5")[:10]
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        f"As of 2026-01-05 ({commit}), 2026-01-05\n\n"
        "Citizens (citoyens)\n"
        "  1st  92.0%  Guichet (guichet)\n"
        "  2nd  64.0%  Rappel téléphonique (rappel)\n"
    )
    assert rank(made, "--at", "HEAD~5").out.splitlines()[2:] == ran.out.splitlines()[2:]


def test_ratings_of_one_day_under_weights_of_another(made: History) -> None:
    """Today: 5, 5, 3 of 5 under 40, 30, 30; in the beginning under 50, 30, 20."""
    ran = rank(made, "--weights-from", "2026-01-01")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(
        "What if: the ratings of «working tree» under the weights of «2026-01-"
    )
    assert "92.0%  Guichet" in ran.out
    reverse = rank(made, "--ratings-from", "2026-01-01")
    assert "64.0%  Counter (guichet)" in reverse.out  # 5, 3, 1 under 40, 30, 30
    assert "Rappel" not in reverse.out


def test_every_format_says_what_is_mixed(made: History) -> None:
    former = made.git("rev-parse", "HEAD~8")
    written = json.loads(rank(made, "--weights-from", former, "--format", "json").out)
    assert written["origin"]["revision"] is None
    assert written["weights_origin"]["revision"] == former
    plain = json.loads(rank(made, "--format", "json").out)
    assert plain["weights_origin"] is None
    row = rank(made, "--ratings-from", former, "--format", "csv").out.splitlines()[1]
    assert row.endswith(f",{former},")
    markdown = rank(made, "--weights-from", former, "--format", "markdown", lang="fr").out
    assert markdown.startswith("**Simulation\xa0: cotes par valeur de ")


def test_ratings_and_weights_that_do_not_fit(made: History) -> None:
    weights = base(CITOYENS).replace("  - {value: rapidite, weight: 20}\n", "")
    changed = {CITOYENS: weights.replace("weight: 50", "weight: 70")}
    made.commit(changed, "Without speed", "2026-02-01")
    ratings = "".join(f"      {value}: 3\n" for value in ("accessibilite", "securite"))
    for path in (GUICHET, RENAMED):
        card = f"title: T\nscorecards:\n  citoyens:\n    ratings:\n{ratings}"
        made.commit({path: card}, "Rate anew", "2026-02-01")
    ran = rank(made, "--weights-from", "2026-01-02")
    assert (ran.code, ran.out) == (1, "")
    assert "  `guichet` · `citoyens`: no rating of `rapidite`\n" in ran.err
    assert ran.err.endswith("Nothing is ranked: these ratings and weights do not fit.\n")


def test_a_state_with_errors_or_none_at_all(made: History) -> None:
    ran = rank(made, "--at", "2026-01-06")
    assert (ran.code, ran.out) == (1, "")
    assert "CVC106" in ran.err
    assert rank(made, "--at", "nope").code == 3
    assert "no commit is as old as 2020-01-01" in rank(made, "--at", "2020-01-01").err
    assert rank(made, "citoyen", "--at", "HEAD").code == 2


@pytest.mark.parametrize("option", ["--at", "--weights-from", "--ratings-from"])
def test_what_is_written_like_a_day_and_is_none_is_a_usage_error(
    option: str, made: History
) -> None:
    ran = rank(made, option, "2026-13-40")
    assert (ran.code, ran.out) == (2, "")
    assert "«2026-13-40» is no date such as 2026-10-01" in ran.err
