"""From a folder or a snapshot to diagnostics and scores."""

import shutil
from fractions import Fraction
from pathlib import Path

from cvcgen.app import (
    Checked,
    check,
    check_snapshot,
    evaluate_checked,
    evaluate_site,
    score_alone,
)
from cvcgen.core.diagnostics import Severity
from cvcgen.core.model import ClienteleId, ProjectId
from cvcgen.sources.snapshot import read_directory
from tests.building import BASE, SITES, base_with, files_in, snapshot
from tests.sources.git.histories import History

ROOT = Path(__file__).resolve().parents[2]
WAIVED = SITES / "valid" / "waived-warnings"
GUICHET = "content/projects/guichet.yaml"


def codes(checked: Checked) -> list[str]:
    return [found.code for found in checked.diagnostics]


def test_a_sound_snapshot_has_a_catalogue_and_no_diagnostic() -> None:
    checked = check_snapshot(base_with({}))
    assert checked.diagnostics == ()
    assert [project.id for project in checked.catalogue.projects] == ["guichet"]
    assert checked.origin.label == "test"


def test_texts_are_those_of_every_file() -> None:
    checked = check_snapshot(base_with({}))
    assert checked.texts == {
        path: content.decode("utf-8") for path, content in files_in(BASE).items()
    }


def test_a_sound_snapshot_is_scored() -> None:
    evaluated = evaluate_checked(check_snapshot(base_with({})))
    assert evaluated.scoreboard is not None
    assert evaluated.scoreboard.origin == evaluated.checked.origin
    place = evaluated.scoreboard.place(ProjectId("guichet"), ClienteleId("citoyens"))
    assert place is not None
    assert (place.score.total, place.rank) == (50 + 18 + 4, 1)


def test_an_error_leaves_nothing_scored() -> None:
    changed = files_in(BASE)[GUICHET].decode("utf-8").replace("securite: 3", "securite: 2")
    evaluated = evaluate_checked(check_snapshot(base_with({GUICHET: changed})))
    assert codes(evaluated.checked) == ["CVC408"]
    assert evaluated.scoreboard is None


def test_a_warning_is_no_obstacle() -> None:
    changed = files_in(BASE)[GUICHET].decode("utf-8").replace("5", "3").replace("1", "3")
    evaluated = evaluate_checked(check_snapshot(base_with({GUICHET: changed})))
    assert [found.severity for found in evaluated.checked.diagnostics] == [Severity.WARNING]
    assert evaluated.scoreboard is not None
    [place] = evaluated.scoreboard.rankings[0].places
    assert place.score.total == 60


def test_faults_of_files_and_across_files_come_together_in_the_order_of_the_files() -> None:
    clientele = "content/clienteles/citoyens.yaml"
    changes = {
        "content/projects/a.yaml": "title: {fr: A, en: A}\nscorecards: {who: {published: 5}}\n",
        "content/projects/b.yaml": "title: {fr: B, en: B}\nscorecards: [\n",
        clientele: files_in(BASE)[clientele].replace(b"weight: 50", b"weight: 40"),
    }
    checked = check_snapshot(base_with(changes))
    found = [(d.location.path, d.location.line, d.code) for d in checked.diagnostics]
    assert found == sorted(found)
    assert {path.rpartition("/")[2] for path, *_ in found} == {
        "a.yaml",
        "b.yaml",
        "citoyens.yaml",
    }


def test_a_folder_and_a_snapshot_of_the_same_files_are_judged_alike(tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path / "site")
    from_folder = evaluate_site(tmp_path / "site")
    from_snapshot = evaluate_checked(check_snapshot(base_with({})))
    assert from_folder.scoreboard is not None
    assert from_snapshot.scoreboard is not None
    assert from_folder.checked.catalogue == from_snapshot.checked.catalogue
    assert from_folder.checked.texts == from_snapshot.checked.texts
    assert from_folder.scoreboard.rankings == from_snapshot.scoreboard.rankings
    assert from_folder.checked.origin == read_directory(tmp_path / "site").origin


def test_the_content_of_this_repository_has_no_diagnostic_at_all() -> None:
    assert check(ROOT).diagnostics == ()


def test_the_content_of_this_repository_is_scored() -> None:
    board = evaluate_site(ROOT).scoreboard
    assert board is not None
    assert {ranking.clientele for ranking in board.rankings} == {
        "citoyens",
        "clients-2019",
        "intervenants",
    }
    assert all(len(ranking.places) >= 6 for ranking in board.rankings)
    totals = [p.score.total for ranking in board.rankings for p in ranking.ranked]
    assert all(isinstance(total, Fraction) for total in totals)


def test_a_project_alone_has_the_scores_of_the_whole_site() -> None:
    root = BASE.parents[2]
    whole = evaluate_site(root)
    assert whole.scoreboard is not None
    for path in sorted((root / "content" / "projects").glob("*.yaml")):
        alone = score_alone(root, path.read_bytes())
        assert alone is not None
        places = [p for one in whole.scoreboard.rankings for p in one.places]
        known = {p.score.clientele: p.score for p in places if p.project == path.stem}
        assert {s.clientele: s.total for s in alone.scores} == {
            clientele: score.total for clientele, score in known.items()
        }


def test_a_clientele_alone_has_no_score_and_a_broken_file_is_nothing() -> None:
    clientele = score_alone(BASE, (BASE / "content/clienteles/citoyens.yaml").read_bytes())
    assert clientele is not None
    assert clientele.scores == ()
    assert score_alone(BASE, b"title: [") is None


def test_waivers_are_judged_on_the_day_that_is_named() -> None:
    found = check(WAIVED, today="2026-12-31")
    assert (found.diagnostics, len(found.waived), found.undated) == ((), 3, False)
    late = check(WAIVED, today="2027-01-01")
    assert codes(late) == ["CVC417", "CVC501", "CVC501"]
    assert [fault.code for fault in late.strict] == ["CVC421"]


def test_a_snapshot_without_a_commit_says_that_no_waiver_was_judged_by_its_date() -> None:
    assert check_snapshot(snapshot(files_in(WAIVED))).undated
    assert not check_snapshot(snapshot(files_in(BASE))).undated


def test_waivers_of_a_folder_are_judged_on_the_day_of_its_commit(tmp_path: Path) -> None:
    history = History.start(tmp_path / "site")
    history.commit(files_in(WAIVED), date="2026-06-01T23:30:00-04:00")
    assert codes(check(history.folder)) == []
    (history.folder / "content/README.md").write_bytes(b"changed")
    assert (codes(check(history.folder)), check(history.folder).undated) == ([], False)
    history.commit({"content/README.md": "later"}, date="2027-06-01T12:00:00+00:00")
    assert codes(check(history.folder)).count("CVC501") == 3
    assert codes(check(history.folder, today="2026-06-01")) == []
