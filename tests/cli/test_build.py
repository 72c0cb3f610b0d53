from pathlib import Path

import pytest

from tests.building import files_below
from tests.cli.running import cvcgen
from tests.sources.git.conftest import isolated  # noqa: F401 - a fixture of every test here
from tests.sources.git.histories import History
from tests.stories import eventful


def test_the_site_is_written_and_it_says_where(site: Path) -> None:
    ran = cvcgen("build", folder=site)
    assert (ran.code, ran.out) == (0, "")
    page = site / "site" / "index.html"
    assert ran.err.endswith(f"Open in a browser: {page}\n")
    assert page.is_file()


def test_building_again_writes_nothing(site: Path) -> None:
    cvcgen("build", folder=site)
    assert "Files written: 0, unchanged: " in cvcgen("build", folder=site).err


def test_any_number_of_jobs_makes_the_same_site(site: Path, tmp_path: Path) -> None:
    made = []
    for jobs in ("1", "2"):
        out = str(tmp_path / jobs)
        assert cvcgen("build", "--jobs", jobs, "-o", out, folder=site).code == 0
        made.append(files_below(tmp_path / jobs))
    assert made[0] == made[1]


def test_no_jobs_make_nothing(site: Path) -> None:
    ran = cvcgen("build", "-j", "0", folder=site)
    assert ran.code == 2
    assert not (site / "site").exists()


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


@pytest.mark.parametrize("inside", ["", "site"])
def test_a_link_that_goes_in_circles_is_refused(
    site: Path, tmp_path: Path, inside: str
) -> None:
    (tmp_path / "round").symlink_to("round")
    ran = cvcgen("build", "-o", str(tmp_path / "round" / inside), folder=site)
    assert ran.code == 3
    assert ran.err.startswith(f"cvcgen: «{tmp_path / 'round'}» is ")


def test_warnings_do_not_stop_a_build_and_are_counted(site: Path) -> None:
    value = site / "content/values/rapidite.yaml"
    value.write_text("name: {fr: Rapidité}\n", "utf-8")
    ran = cvcgen("build", folder=site)
    assert ran.code == 0
    assert "see `cvcgen check`" in ran.err


def test_a_preview_shows_what_a_branch_changes(site: Path) -> None:
    rating = site / "content/projects/guichet.yaml"
    history = History(site)
    history.git("init", "--quiet", "--initial-branch=main")
    history.git("add", ".")
    history.git("commit", "--quiet", "-m", "base")
    rating.write_text(rating.read_text("utf-8").replace("securite: 3", "securite: 5"), "utf-8")
    ran = cvcgen("build", "--compare", "main", folder=site)
    assert ran.code == 0
    changes = (site / "site/fr/changements.html").read_text("utf-8")
    assert "72,0\N{NO-BREAK SPACE}% → 84,0\N{NO-BREAK SPACE}%" in changes
    assert cvcgen("build", "-q", folder=site).code == 0
    assert not (site / "site/fr/changements.html").exists()


def test_nothing_is_compared_with_a_state_that_has_errors(site: Path) -> None:
    rating = site / "content/projects/guichet.yaml"
    sound = rating.read_text("utf-8")
    rating.write_text("title: [", "utf-8")
    history = History(site)
    history.git("init", "--quiet", "--initial-branch=main")
    history.git("add", ".")
    history.git("commit", "--quiet", "-m", "broken")
    rating.write_text(sound, "utf-8")
    ran = cvcgen("--lang", "en", "build", "--compare", "main", folder=site)
    assert ran.code == 1
    commit = history.git("rev-parse", "main")[:10]
    said = f"nothing is compared: there are errors in main ({commit})"
    assert ran.err.startswith(f"{said}\n\ncontent/projects/guichet.yaml:1:")
    assert not (site / "site").exists()


def test_a_state_that_is_not_there_cannot_be_compared(site: Path) -> None:
    ran = cvcgen("build", "--compare", "nowhere", folder=site)
    assert ran.code == 3
    assert not (site / "site").exists()


def test_the_history_is_told_where_it_is_asked_for(tmp_path: Path) -> None:
    made = eventful(tmp_path / "made")
    ran = cvcgen("build", "--history", folder=made.folder)
    assert (ran.code, ran.out) == (0, "")
    page = (made.folder / "site/en/history/index.html").read_text("utf-8")
    assert "7 changes of the content since January 1, 2026." in page
    assert "Rename &amp; rate &lt;it&gt;" in page
    assert (made.folder / "site/fr/historique/citoyens.html").is_file()
    assert cvcgen("build", "-q", folder=made.folder).code == 0
    assert not (made.folder / "site/en/history").exists()


def test_a_history_without_git_is_refused_as_by_the_history_itself(site: Path) -> None:
    ran = cvcgen("build", "--history", folder=site)
    assert ran.code == 3
    assert ran.err == cvcgen("history", folder=site).err
    assert "is in no git repository" in ran.err
    assert not (site / "site").exists()


def test_a_shallow_clone_says_that_its_history_starts_late(tmp_path: Path) -> None:
    clone = eventful(tmp_path / "made").clone(tmp_path / "clone", "--depth=3")
    ran = cvcgen("build", "--history", folder=clone.folder)
    assert ran.code == 0
    assert "This clone holds the last commits only: the history starts late.\n" in ran.err
    page = (clone.folder / "site/en/history/index.html").read_text("utf-8")
    assert "Older changes are not known: the history begins late." in page
