"""From a folder to a site in another."""

import shutil
from pathlib import Path

import pytest

from cvcgen.app import EnvironmentFailure, build, evaluate_site, render
from cvcgen.assets import templates_dir
from tests.building import BASE, SITES, files_below, files_in
from tests.sources.git.histories import History
from tests.stories import eventful, guichet

GUICHET = "content/projects/guichet.yaml"


def test_a_sound_site_is_built_in_its_own_folder_and_again_changes_nothing(
    tmp_path: Path,
) -> None:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    first = build(tmp_path)
    files = files_below(tmp_path / "site")
    again = build(tmp_path)
    assert first.directory == tmp_path / "site"
    assert first.evaluated.scoreboard is not None
    assert "index.html" in files
    assert first.written is not None
    assert (first.written.unchanged, first.written.removed) == (0, 0)
    assert again.written is not None
    assert (again.written.written, again.written.unchanged) == (0, first.written.written)
    assert files_below(tmp_path / "site") == files


def test_a_site_with_errors_is_not_built_and_the_former_one_stays(tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    build(tmp_path)
    before = files_below(tmp_path / "site")
    guichet = tmp_path / GUICHET
    guichet.write_bytes(guichet.read_bytes().replace(b"securite: 3", b"securite: 2"))
    built = build(tmp_path)
    assert built.written is None
    assert built.evaluated.scoreboard is None
    assert [found.code for found in built.evaluated.checked.diagnostics] == ["CVC408"]
    assert files_below(tmp_path / "site") == before


def test_a_folder_that_is_not_ours_is_an_environment_failure(tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "letter.txt").write_bytes(b"dear")
    with pytest.raises(EnvironmentFailure) as raised:
        build(BASE, mine)
    assert raised.value.message.text(str) == (
        f"«{mine}» is not empty and cvcgen did not make it;"
        " name another folder, or empty this one yourself"
    )
    assert files_below(mine) == {"letter.txt": b"dear"}


@pytest.mark.parametrize("inside", ["content", "content/site", "content/projects/site"])
def test_a_site_is_no_part_of_its_own_content(tmp_path: Path, inside: str) -> None:
    root = tmp_path / "root"
    shutil.copytree(BASE, root)
    (tmp_path / "link").symlink_to(root / "content")
    before = files_in(root)
    for folder in (root / inside, tmp_path / "link" / Path(inside).relative_to("content")):
        with pytest.raises(EnvironmentFailure) as raised:
            build(root, folder)
        assert raised.value.message.text(str) == (
            f"«{folder}» is in the content's own folder; name another one"
        )
    assert files_in(root) == before


def test_templates_of_the_site_itself_come_first(tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    own = tmp_path / "templates"
    own.mkdir()
    evaluated = evaluate_site(tmp_path)
    assert evaluated.scoreboard is not None
    first, *_ = sorted(path.name for path in templates_dir().glob("*.jinja*"))
    (own / first).write_text("mine", encoding="utf-8")
    files = render(evaluated.checked.catalogue, evaluated.scoreboard, tmp_path)
    without = render(evaluated.checked.catalogue, evaluated.scoreboard)
    assert files != without


def test_a_preview_of_a_range_tells_the_history_of_its_end(tmp_path: Path) -> None:
    made = eventful(tmp_path / "made")
    build(made.folder, base="HEAD~3..HEAD~2", with_history=True)
    page = (made.folder / "site/en/history/index.html").read_text("utf-8")
    assert "Weigh speed more" in page
    assert "Rename" not in page
    assert "What changes" in (made.folder / "site/en/history/index.html").read_text("utf-8")
    assert (made.folder / "site/en/changes.html").is_file()


def test_what_is_not_committed_is_no_part_of_the_history_and_it_is_said(tmp_path: Path) -> None:
    made = eventful(tmp_path / "made")
    page = made.folder / "site/en/history/index.html"
    said = "What is not committed yet is not part of the history."
    build(made.folder, with_history=True)
    assert said not in page.read_text("utf-8")
    made.write({GUICHET: guichet("0", "0", "0")})
    build(made.folder, with_history=True)
    assert said in page.read_text("utf-8")
    assert "January 8, 2026" in page.read_text("utf-8")


def test_a_history_is_the_same_bytes_again_and_changes_nothing_without_it(
    tmp_path: Path,
) -> None:
    made = eventful(tmp_path / "made")
    build(made.folder, tmp_path / "plain")
    build(made.folder, tmp_path / "one", with_history=True)
    build(made.folder, tmp_path / "two", with_history=True)
    one = files_below(tmp_path / "one")
    assert one == files_below(tmp_path / "two")
    assert files_below(tmp_path / "plain").keys() < one.keys()


def test_an_expired_waiver_stops_the_build_on_the_day_of_its_revision(tmp_path: Path) -> None:
    history = History.start(tmp_path / "site")
    history.commit(files_in(SITES / "valid/waived-warnings"), date="2026-06-01")
    assert build(history.folder, tmp_path / "early").written is not None
    (history.folder / "content/README.md").write_bytes(b"changed, and still that day")
    assert build(history.folder, tmp_path / "early").written is not None
    history.commit({}, date="2027-06-01")
    late = build(history.folder, tmp_path / "late")
    assert late.written is None
    assert late.evaluated is not None
    codes = [found.code for found in late.evaluated.checked.diagnostics]
    assert codes.count("CVC501") == 3
    assert not (tmp_path / "late").exists()
