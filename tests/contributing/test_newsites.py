import os
from collections.abc import Callable
from pathlib import Path

import pytest

from cvcgen.app import EnvironmentFailure, build, check
from cvcgen.contributing.newrecords import UnknownWord
from cvcgen.contributing.newsites import Created, NewSite, create_site
from cvcgen.phrases import load_phrases
from tests.building import files_below
from tests.disturbing import disturb

DRIVER = Path(__file__).parents[1] / "kill_new_files.py"
FRENCH = load_phrases("fr")
BOTH = NewSite(("fr", "en"), "Ville: «A» $b", ("Aînés", "Jeunes", "Entreprises"))


def init(folder: Path, wanted: NewSite = BOTH) -> Created:
    return create_site(folder, wanted, FRENCH)


def failure(folder: Path, wanted: NewSite = BOTH) -> str:
    with pytest.raises(EnvironmentFailure) as caught:
        init(folder, wanted)
    return caught.value.message.text(str)


@pytest.mark.parametrize(
    "wanted",
    [
        BOTH,
        NewSite(("en",)),
        NewSite(("fr",)),
        NewSite(("es", "fr", "pt-BR")),
        NewSite(("no", "yes")),
    ],
)
def test_a_new_site_builds_without_a_warning(tmp_path: Path, wanted: NewSite) -> None:
    folder = tmp_path / "a/new"
    created = init(folder, wanted)
    assert check(folder).diagnostics == ()
    assert build(folder).written is not None
    own = [path for path in files_below(folder) if path[:4] not in ("site", ".cvc")]
    assert created.written == len(own)


@pytest.mark.parametrize("inside", ["new", "a/new"])
def test_a_file_on_the_way_is_no_folder(tmp_path: Path, inside: str) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("mine")
    for wanted in (BOTH, NewSite(("fr",), force=True)):
        assert failure(file / inside, wanted) == f"`{file}` is not a folder"
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_titles_and_clienteles_are_those_asked_for(tmp_path: Path) -> None:
    init(tmp_path / "new")
    catalogue = check(tmp_path / "new").catalogue
    assert [text for _, text in catalogue.site.title.translations] == ["Ville: «A» $b"] * 2
    assert [one.id for one in catalogue.clienteles] == ["aines", "entreprises", "jeunes"]
    assert (tmp_path / "new/README.md").read_text("utf-8").startswith("# Ville: «A» $b\n")


def test_everything_says_that_it_is_a_placeholder(tmp_path: Path) -> None:
    init(tmp_path / "new")
    catalogue = check(tmp_path / "new").catalogue
    records = (
        *catalogue.values,
        *catalogue.clienteles,
        *catalogue.projects,
        *catalogue.rubrics,
    )
    assert {record.provenance for record in records} == {"illustrative"}
    assert all(record.source for record in records)
    assert catalogue.site.notice


def test_an_empty_folder_is_filled_and_stays_the_same_folder(tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    before = (tmp_path / "new").stat().st_ino
    init(tmp_path / "new")
    assert (tmp_path / "new").stat().st_ino == before
    assert not list((tmp_path / "new").glob(".cvcgen-init*"))


def test_a_folder_that_holds_something_is_refused(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    said = f"`{tmp_path}` is not empty: nothing was written; --force adds what is missing"
    assert failure(tmp_path) == said
    assert files_below(tmp_path) == {"mine.txt": b"mine"}


def test_force_adds_what_is_missing_and_replaces_nothing(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("mine")
    (tmp_path / ".gitignore").symlink_to("nowhere")
    created = init(tmp_path, NewSite(("fr",), force=True))
    assert created.kept == (".gitignore", "README.md")
    assert (tmp_path / "README.md").read_text() == "mine"
    assert check(tmp_path).diagnostics == ()


def test_force_again_writes_nothing(tmp_path: Path) -> None:
    init(tmp_path / "new")
    before = files_below(tmp_path)
    again = init(tmp_path / "new", NewSite(("en",), force=True))
    assert again.written == 0
    after = files_below(tmp_path)
    names = [name for name in after if "/.cvcgen/" not in name]
    assert {name: after[name] for name in names} == {name: before[name] for name in names}


def test_force_adds_no_placeholder_to_content_that_is_there(tmp_path: Path) -> None:
    (tmp_path / "content/values").mkdir(parents=True)
    init(tmp_path, NewSite(("fr",), force=True))
    assert not (tmp_path / "cvcgen.yaml").exists()
    assert list((tmp_path / "content/values").iterdir()) == []


@pytest.mark.parametrize("there", [False, True])
@pytest.mark.parametrize("force", [False, True])
def test_an_interrupted_run_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, there: bool, force: bool
) -> None:
    folder = tmp_path / "new"
    if there or force:
        folder.mkdir()
    if force:
        (folder / "mine.txt").write_text("mine")
    synced, real = [], os.fsync

    def interrupted(descriptor: int) -> None:
        synced.append(descriptor)
        if len(synced) == 9:
            raise KeyboardInterrupt
        real(descriptor)

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        init(folder, NewSite(("fr",), force=force))
    assert files_below(tmp_path) == ({"new/mine.txt": b"mine"} if force else {})
    assert folder.exists() == (there or force)


def test_a_failure_while_moving_in_leaves_the_folder_empty(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.link

    def full(source: Path, target: Path) -> None:
        if target == tmp_path / "cvcgen.yaml":  # which comes after many others
            raise OSError(28, "No space left on device")
        real(source, target)

    monkeypatch.setattr(os, "link", full)
    assert failure(tmp_path) == "cannot write `cvcgen.yaml`: No space left on device"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("how", [os.link, os.replace])
def test_interrupted_as_a_file_has_got_its_place_the_folder_is_empty(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: Callable[[Path, Path], None]
) -> None:
    def interrupted(source: Path, target: Path) -> None:
        how(source, target)
        if target == tmp_path / "cvcgen.yaml":
            raise KeyboardInterrupt

    monkeypatch.setattr(os, "link", interrupted)
    with pytest.raises(KeyboardInterrupt):
        init(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_what_another_run_has_put_there_meanwhile_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.link

    def overtaken(source: Path, target: Path) -> None:
        if target == tmp_path / "cvcgen.yaml":
            target.write_text("theirs")
        real(source, target)

    monkeypatch.setattr(os, "link", overtaken)
    assert failure(tmp_path) == "`cvcgen.yaml` exists: nothing was written"
    assert files_below(tmp_path) == {"cvcgen.yaml": b"theirs"}


def test_a_file_in_the_place_of_the_folder_is_kept(tmp_path: Path) -> None:
    (tmp_path / "new").write_text("mine")
    for wanted in (BOTH, NewSite(("fr",), force=True)):
        assert failure(tmp_path / "new", wanted) == f"`{tmp_path / 'new'}` is not a folder"
    assert (tmp_path / "new").read_text() == "mine"


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        (NewSite(("../x",)), "no language code: «{id}»"),
        (NewSite(("con",)), "no language code: «{id}»"),
        (NewSite(()), "no language code: «{id}»"),
        (NewSite(("fr",), None, ("…",)), "no file can be named after «{id}»"),
        (NewSite(("fr",), "a\udcff"), "«{id}» holds a character that no file may hold"),
        (NewSite(("fr",), None, ("a\x1b",)), "«{id}» holds a character that no file may hold"),
        (NewSite(("fr",), None, ("A", "a")), "two clienteles would have the same file: «{id}»"),
    ],
)
def test_words_that_cannot_be_are_refused(tmp_path: Path, wanted: NewSite, said: str) -> None:
    with pytest.raises(UnknownWord) as caught:
        init(tmp_path / "new", wanted)
    assert caught.value.message.template == said
    assert not (tmp_path / "new").exists()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills forked runs")
@pytest.mark.parametrize("mode", ["site", "completion"])
def test_killed_before_any_move_the_site_is_whole_after_the_next_run(
    mode: str, tmp_path: Path
) -> None:
    runs = disturb(DRIVER, mode, tmp_path / "site")
    whole = runs[-1]["left"]
    assert "cvcgen.yaml" in whole
    assert (whole["README.md"] == "mine") is (mode == "completion")
    assert [run["again"] for run in runs] == [whole] * len(runs)
    partly = [run for run in runs[:-1] if len(run["left"].keys() & whole.keys()) > 1]
    assert len(partly) > 8
    assert all(run["done"] for run in partly)
