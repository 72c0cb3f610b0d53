"""`cvcgen diff`: its formats, its gates, its exit codes."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.building import BASE, files_in
from tests.cli.running import ROOT, Ran, cvcgen
from tests.sources.git.conftest import isolated  # noqa: F401 - a fixture of every test here
from tests.sources.git.histories import History, state_of

PROJECT = "content/projects/guichet.yaml"
SELDOM = (
    "cvcgen.core.changes.gates",
    "cvcgen.core.reachable",
    "cvcgen.core.rules",
    "cvcgen.reports.diagnostics.as_text",
    "cvcgen.reports.scores.arithmetic",
)
"""What a change without faults, gates, waivers and published totals does without."""
CLIENTELE = "content/clienteles/citoyens.yaml"


def text(path: str) -> str:
    return files_in(BASE)[path].decode("utf-8")


@pytest.fixture
def history(tmp_path: Path) -> History:
    """The base site, committed on `main`; one rating changed on `topic`."""
    history = History.start(tmp_path / "repository")
    history.commit({**files_in(BASE)}, "base")
    history.git("checkout", "--quiet", "-b", "topic")
    changed = text(PROJECT).replace("securite: 3", "securite: 5")
    assert changed != text(PROJECT)
    history.commit({PROJECT: changed}, "Rate security higher", author="Grace")
    return history


def diff(history: History, *arguments: str, lang: str = "en") -> Ran:
    return cvcgen("--lang", lang, "diff", *arguments, folder=history.folder)


def test_the_change_of_a_branch(history: History) -> None:
    ran = diff(history)
    head = history.git("rev-parse", "main")[:10]
    tip = history.git("rev-parse", "topic")[:10]
    assert (ran.code, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert lines[0] == "1 line changed in guichet.yaml: 1 score"
    assert lines[1] == f"Compared: main ({head}) → working tree"
    assert lines[4] == "  =  1  72.0% → 84.0%  +12.0  Counter (guichet)"
    assert lines[5].endswith(f"  {PROJECT}:6 · Grace, {tip}, 2026-01-01")


def test_what_seldom_is_needed_is_seldom_loaded(history: History) -> None:
    program = (
        "import sys\n"
        "from cvcgen.cli.main import main\n"
        f"code = main(); print([name for name in {SELDOM!r} if name in sys.modules])\n"
        "sys.exit(code)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program, "-C", str(history.folder), "diff", "--lang", "en"],
        capture_output=True,
        check=True,
        text=True,
        cwd=ROOT,
    )
    assert "84.0%" in ran.stdout
    assert ran.stdout.splitlines()[-1] == "[]"


def test_the_ways_to_name_two_states(history: History) -> None:
    parted, both = diff(history, "main...topic").out, diff(history, "main", "topic").out
    assert "\nCompared: the common ancestor of main and topic (" in parted
    assert parted.replace("the common ancestor of main and topic", "main") == both
    assert "+12.0" in diff(history, "main..").out
    assert "−12.0" in diff(history, "topic..main").out


def test_what_is_not_committed_is_told(history: History) -> None:
    history.write({PROJECT: text(PROJECT).replace("securite: 3", "securite: 1")})
    last = diff(history).out.splitlines()[-1]
    assert last.endswith(" · not committed")


def test_each_change_names_the_commit_that_made_it(history: History) -> None:
    changed = text(PROJECT).replace("securite: 3", "securite: 5")
    history.commit({PROJECT: changed.replace("rapidite: 1", "rapidite: 5")}, "x", author="Ada")
    lines = diff(history).out.splitlines()
    makers = {
        line.rpartition(" · ")[2].partition(",")[0] for line in lines if f"{PROJECT}:" in line
    }
    assert makers == {"Ada", "Grace"}
    assert not any("more commit" in line for line in lines)


def test_a_reformatted_file_is_no_change(history: History) -> None:
    history.write({CLIENTELE: f"# A comment.\n{text(CLIENTELE)}"})
    ran = diff(history, "HEAD")
    said = "no change: only formatting, order or comments\n"
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.startswith(f"{said}Compared: HEAD (")
    assert diff(history, "HEAD", "-q") == Ran(0, "", "")
    commented = diff(history, "HEAD", "--format", "markdown")
    assert commented.out.splitlines()[:2] == ["<!-- cvcgen-diff -->", f"### {said.strip()}"]
    assert json.loads(diff(history, "HEAD", "--format", "json").out)["changes"] == []


def test_the_same_twice_is_no_change_at_all(history: History, tmp_path: Path) -> None:
    target = tmp_path / "report.txt"
    target.write_text("of last time", "utf-8")
    ran = diff(history, "HEAD", "HEAD", "--output", str(target))
    assert (ran.code, ran.out) == (0, "")
    assert re.fullmatch(r"no change at all\nCompared: .+ → .+\n", ran.err)
    assert target.read_text("utf-8") == ""


def test_the_formats(history: History) -> None:
    assert diff(history, "--format", "html").out.startswith("<!doctype html>")
    [change] = json.loads(diff(history, "--format", "json").out)["changes"]
    assert change["delta"] == {"fraction": "12", "decimal": "12", "shown": "+12.0"}
    assert "| Counter (guichet) | Citizens | 1 |" in diff(history, "--format", "markdown").out


def test_gates_that_hold(history: History) -> None:
    gates = ("score-change>12", "weights", "rubric", "new-incomplete", "removed", "meaning")
    words = [word for gate in gates for word in ("--fail-on", gate)]
    assert (diff(history, *words).code, diff(history, *words).err) == (0, "")


def test_gates_that_fail_are_named_with_what_is_beyond(history: History) -> None:
    ran = diff(history, "--fail-on", "score-change>11.9", "--fail-on", "rank-change")
    assert ran.code == 1
    assert ran.out == diff(history).out
    assert ran.err == (
        "gate score-change>11.9 failed: 1 finding\n"
        "  Counter (guichet) · Citizens  1  72.0% → 84.0%\n"
    )


def test_a_gate_that_is_none_is_a_usage_error(history: History) -> None:
    ran = diff(history, "--fail-on", "rank>3")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(
        "cvcgen diff: usage error: unknown gate «rank>3»; known: rank-change[>N],"
        " score-change[>N], weights, rubric, new-incomplete, removed, meaning\n"
    )


def test_a_gate_with_a_decimal_comma_is_told_of_the_point(history: History) -> None:
    ran = diff(history, "main", "--fail-on", "score-change>23,9")
    assert ran.code == 2
    assert "write «score-change>23,9» with a decimal point" in ran.err
    french = diff(history, "main", "--fail-on", "score-change>23,9", lang="fr")
    assert "«\xa0score-change>23,9\xa0» avec un point décimal" in french.err
    assert "unknown gate" in diff(history, "main", "--fail-on", "weights>2,5").err


def test_a_side_with_errors_is_not_compared(history: History) -> None:
    history.write({PROJECT: text(PROJECT).replace("securite: 3", "securite: 2")})
    ran = diff(history)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith(
        "nothing is compared: there are errors in working tree\n\n"
        "content/projects/guichet.yaml:6:"
    )
    history.commit({}, "broken")
    assert "there are errors in HEAD (" in diff(history, "main..HEAD").err


def test_what_stands_in_the_way_is_exit_code_3(history: History, tmp_path: Path) -> None:
    ran = diff(history, "nowhere")
    said = "cvcgen: `nowhere` is no branch, tag or commit of this repository\n"
    assert ran == Ran(3, "", said)
    (tmp_path / "plain").mkdir()
    ran = cvcgen("diff", folder=tmp_path / "plain")
    assert (ran.code, ran.out) == (3, "")
    assert "is in no git repository" in ran.err


def test_a_revision_is_never_an_option(history: History) -> None:
    before = state_of(history.folder)
    ran = diff(history, "--", "--output=x")
    assert ran.code == 3
    assert "cannot name a commit" in ran.err
    assert state_of(history.folder) == before


def test_the_first_places_are_as_many_as_wanted(history: History) -> None:
    assert diff(history, "--first", "0").code == 2
    assert json.loads(diff(history, "--first", "7", "--format", "json").out)["first"] == 7


def test_a_french_report(history: History) -> None:
    ran = diff(history, lang="fr")
    assert ran.out.startswith(
        "1 ligne modifiée dans guichet.yaml\xa0: 1 cote\nComparaison\xa0: "
    )
    assert "→ copie de travail\n" in ran.out
    history.git("checkout", "--quiet", "main")
    french = diff(history, lang="fr").err
    assert french.startswith("aucun changement\nComparaison\xa0: main (")
