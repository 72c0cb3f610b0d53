"""The scores of a made history, oldest first."""

from pathlib import Path

import pytest

from cvcgen.app import EnvironmentFailure, History, find_past, history, recall
from cvcgen.reports.pieces import Pieces
from tests.building import BASE
from tests.stories import eventful


def test_a_whole_history_says_that_it_is_whole_and_a_part_does_not(tmp_path: Path) -> None:
    made = eventful(tmp_path / "site")
    assert history(made.folder).whole
    assert not history(made.folder, limit=2).whole


def test_a_folder_without_a_history_is_a_failure(tmp_path: Path) -> None:
    (tmp_path / "cvcgen.yaml").write_bytes((BASE / "cvcgen.yaml").read_bytes())
    with pytest.raises(EnvironmentFailure) as raised:
        history(tmp_path)
    assert str(tmp_path) in raised.value.message.text(str)


def told(folder: Path, drawn: list[History], *asked: str) -> str:
    """A report on the history, and whether it was drawn anew."""

    def draw(history: History) -> Pieces:
        drawn.append(history)
        return Pieces(f"{len(history.trend.occasions)} \udc80 {asked}", str, ())

    return "".join(recall(find_past(folder), asked, draw))


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CVCGEN_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def test_what_was_drawn_is_drawn_once_for_each_wish(tmp_path: Path, cache: Path) -> None:
    made, drawn = eventful(tmp_path / "site"), []
    first = told(made.folder, drawn, "text", "fr")
    assert told(made.folder, drawn, "text", "fr") == first
    assert len(drawn) == 1
    assert told(made.folder, drawn, "text", "en") != first
    assert len(drawn) == 2


def test_a_new_commit_and_a_rewritten_one_are_another_history(
    tmp_path: Path, cache: Path
) -> None:
    made, drawn = eventful(tmp_path / "site"), []
    first = told(made.folder, drawn)
    made.commit({"cvcgen.yaml": (made.folder / "cvcgen.yaml").read_text() + "\n# a\n"})
    assert told(made.folder, drawn) != first
    made.git("commit", "--quiet", "--amend", "--message", "Other words")
    told(made.folder, drawn)
    assert len(drawn) == 3


def test_a_spoilt_cache_is_as_good_as_none(tmp_path: Path, cache: Path) -> None:
    made, drawn = eventful(tmp_path / "site"), []
    first = told(made.folder, drawn)
    (cache / "history.sqlite").write_bytes(b"x" * 5_000)
    assert told(made.folder, drawn) == first
    assert len(drawn) == 2  # the file was removed when it was found to be none
    assert told(made.folder, drawn) == first
    assert len(drawn) == 2


def test_what_only_this_clone_lacks_is_not_kept(tmp_path: Path, cache: Path) -> None:
    """A clone without old contents can be completed: then the same commits tell more."""
    made, drawn = eventful(tmp_path / "site"), []
    blob = made.git("rev-parse", "HEAD~1:content/projects/guichet.yaml")
    lost = made.folder / ".git" / "objects" / blob[:2] / blob[2:]
    content = lost.read_bytes()
    lost.unlink()
    told(made.folder, drawn)
    assert not drawn[-1].lasting
    lost.write_bytes(content)
    told(made.folder, drawn)
    assert drawn[-1].lasting
    assert len(drawn) == 2
