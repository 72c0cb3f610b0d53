"""`cvcgen history`: its formats in both languages, gaps, breaks, renames, exit codes."""

import csv
import io
import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.cli.running import Ran, cvcgen
from tests.conftest import CompareGolden
from tests.sources.git.conftest import isolated  # noqa: F401 - a fixture of every test here
from tests.sources.git.histories import History, state_of
from tests.stories import RENAMED, eventful, rappel

EXPECTED = Path(__file__).parent / "history"
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def made(tmp_path: Path) -> History:
    return eventful(tmp_path / "repository")


def run(history: History, *arguments: str, lang: str = "en") -> Ran:
    return cvcgen("--lang", lang, "history", *arguments, folder=history.folder)


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("form", ["text", "json", "csv", "markdown", "atom"])
def test_a_history_reads_as_it_was_written(
    form: str, lang: str, made: History, golden: CompareGolden
) -> None:
    ran = run(made, "--format", form, lang=lang)
    assert (ran.code, ran.err) == (0, "")
    golden(EXPECTED / f"{form}.{lang}.txt", ran.out)


def test_the_repository_stays_as_it_was(made: History) -> None:
    before = state_of(made.folder)
    run(made)
    assert state_of(made.folder) == before


def test_only_what_was_asked_for(made: History) -> None:
    written = json.loads(run(made, "guichet", "--format", "json").out)
    assert {series["project"] for series in written["series"]} == {"guichet"}
    written = json.loads(run(made, "--clientele", "citoyens", "--format", "json").out)
    assert len(written["series"]) == 2


def test_a_project_is_known_by_every_id_that_it_had(made: History) -> None:
    now = run(made, "rappel-telephonique", "--format", "json").out
    assert '"project": "rappel-telephonique"' in now
    assert run(made, "rappel", "--format", "json").out == now
    assert run(made, "rappel", "rappel-telephonique", "--format", "json").out == now


def test_a_project_that_only_the_folder_has_is_to_be_committed(made: History) -> None:
    file = made.folder / "content/projects/guichet.yaml"
    file.rename(file.with_name("comptoir.yaml"))
    try:
        ran = run(made, "comptoir")
    finally:
        file.with_name("comptoir.yaml").rename(file)
    assert ran.code == 2
    assert (
        "project «comptoir» is in no revision that can be read: commit it, or mend what is"
        " committed" in ran.err
    )


def test_the_end_of_a_history_and_the_state_it_starts_from(made: History) -> None:
    def dates(*arguments: str) -> list[str]:
        written = json.loads(run(made, *arguments, "--format", "json").out)
        return [r["origin"]["committed_at"][8:10] for r in written["revisions"]]

    assert dates("--limit", "2") == ["07", "08", "09"]
    assert dates("--since", "2026-01-08") == ["07", "08", "09"]
    assert dates("--since", "HEAD~2") == ["08", "09"]
    assert dates("--since", "HEAD") == ["09"]
    assert dates("--since", "2026-01-01") == dates()
    assert dates("--since", "2026-01-08", "--limit", "1") == ["08", "09"]


def test_one_revision_is_told_in_a_sentence(tmp_path: Path) -> None:
    history = History.start(tmp_path / "one")
    history.commit({"cvcgen.yaml": "format: 1\ntitle: T\nlanguages: [fr]\n"})
    ran = run(history)
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == "One revision only: there is nothing to compare it with yet.\n"


def test_a_history_without_a_score_says_so(tmp_path: Path) -> None:
    history = History.start(tmp_path / "none")
    for title in ("T", "U"):
        history.commit({"cvcgen.yaml": f"format: 1\ntitle: {title}\nlanguages: [fr]\n"})
    for form in ("text", "markdown"):
        ran = run(history, "--format", form)
        assert (ran.code, ran.out) == (0, "")
        assert ran.err == "There is no score to tell of.\n"
    assert run(history, lang="fr").err == "Il n’y a aucune cote à raconter.\n"


def test_a_history_that_starts_late_does_not_tell_its_start_as_the_first(made: History) -> None:
    late, whole = run(made, "--since", "2026-01-08").out, run(made).out
    assert "score at the start" in late
    assert "score at the start" not in whole
    assert "first score known" in whole
    french = run(made, "--since", "2026-01-08", lang="fr").out
    assert "cote au début de la période" in french


def test_nothing_since_is_said(made: History) -> None:
    ran = run(made, "--since", "2030-01-01")
    assert (ran.code, ran.err) == (0, "The content has not changed since 2030-01-01.\n")
    french = run(made, "--since", "2030-01-01", lang="fr")
    assert french.err == "Le contenu n’a pas changé depuis 2030-01-01.\n"


def test_a_shallow_clone_says_that_it_starts_late(made: History, tmp_path: Path) -> None:
    clone = made.clone(tmp_path / "clone", "--depth=3")
    ran = run(clone)
    assert ran.code == 0
    assert "This clone holds the last commits only" in ran.err
    assert run(clone, "--limit", "1").err == ""


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["guichets"], 2, "unknown project «guichets» · did you mean `guichet`?"),
        (["nobody"], 2, "unknown project «nobody»"),
        (["--clientele", "citoyen"], 2, "did you mean `citoyens`?"),
        (["--limit", "0"], 2, "0"),
        (["--since", "nope"], 3, "`nope` is no branch, tag or commit"),
        (["--since", "2026-13-01"], 3, "`2026-13-01` is no date"),
        (["--since", "side"], 3, "`side` is not on the line of first parents"),
        (["--since", "--output=x"], 3, "`--output=x` cannot name a commit"),
    ],
)
def test_what_cannot_be_asked(
    arguments: list[str], code: int, said: str, made: History
) -> None:
    ran = run(made, *arguments)
    assert (ran.code, ran.out) == (code, "")
    assert said in ran.err


def test_no_repository_and_no_commit(tmp_path: Path) -> None:
    ran = cvcgen("history", folder=tmp_path)
    assert (ran.code, ran.out) == (3, "")
    assert "is in no git repository" in ran.err
    ran = run(History.start(tmp_path / "unborn"))
    assert (ran.code, ran.out) == (3, "")
    assert "the repository has no commit yet" in ran.err


def test_a_rewritten_history_is_told_as_it_now_is(made: History) -> None:
    made.git("reset", "--quiet", "--hard", "HEAD~2")
    made.commit({RENAMED: rappel("0", "0", "0")}, "Another end", "2026-02-01")
    assert "Rename & rate" not in run(made, "--format", "json").out
    assert "Another end" in run(made, "--format", "json").out


def test_a_feed_is_atom_with_stable_ids(made: History) -> None:
    feed = ElementTree.fromstring(run(made, "--format", "atom").out)
    assert feed.tag == f"{ATOM}feed"
    ids = [entry.findtext(f"{ATOM}id") for entry in feed.findall(f"{ATOM}entry")]
    assert len(set(ids)) == len(ids) == 6
    shorter = ElementTree.fromstring(run(made, "--format", "atom", "--limit", "2").out)
    assert shorter.findtext(f"{ATOM}id") == feed.findtext(f"{ATOM}id")
    assert shorter.findtext(f"{ATOM}entry/{ATOM}id") == ids[0]
    other = ElementTree.fromstring(run(made, "--format", "atom", lang="fr").out)
    assert other.findtext(f"{ATOM}id") != feed.findtext(f"{ATOM}id")


def test_the_parts_of_a_series_sum_to_its_whole(made: History) -> None:
    rows = list(csv.DictReader(io.StringIO(run(made, "guichet", "--format", "csv").out)))
    assert [row["score_decimal"] for row in rows if row["score"]][-1] == "88"
    assert rows[-1]["delta"] == ""


def test_a_report_goes_to_a_file(made: History, tmp_path: Path) -> None:
    target = tmp_path / "feed.xml"
    ran = run(made, "--format", "atom", "--output", str(target))
    assert (ran.code, ran.out) == (0, "")
    assert target.read_text("utf-8").startswith("<?xml")
