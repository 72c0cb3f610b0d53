"""A git history to evaluated states: the last is that of HEAD, each file is read once."""

from pathlib import Path

import pytest

from cvcgen.core.ranking import evaluate
from cvcgen.core.trend import Moment
from cvcgen.sources.git import read_span
from cvcgen.sources.loader import load_catalogue
from cvcgen.sources.snapshot import read_directory
from cvcgen.sources.timeline import read_moments
from tests.building import BASE, SITES, files_in
from tests.sources.git.conftest import isolated  # noqa: F401 - a fixture of every test here
from tests.sources.git.histories import History
from tests.sources.reading import paths_read
from tests.stories import GUICHET, eventful, guichet

COMMITS = 300


def moments(history: History) -> list[Moment]:
    repository = history.repository
    return list(read_moments(repository, read_span(repository).revisions))


def test_the_last_state_is_that_of_the_checkout(tmp_path: Path) -> None:
    history = eventful(tmp_path / "repository")
    last = moments(history)[-1]
    catalogue = load_catalogue(read_directory(history.folder)).catalogue
    assert last.state is not None
    assert last.state.catalogue == catalogue
    assert last.state.scoreboard == evaluate(catalogue, last.state.scoreboard.origin)


def test_revisions_are_told_oldest_first_with_their_commits(tmp_path: Path) -> None:
    found = moments(eventful(tmp_path / "repository"))
    assert [moment.subject for moment in found] == [
        "Start",
        "Add the call back",
        "Rate its security",
        "Merge the branch",
        "Break it",
        "Mend it",
        "Weigh speed more",
        "Rename & rate <it>",
    ]
    assert [moment.author for moment in found][:3] == ["Ada", "Grace", "Ada"]


def test_a_revision_with_errors_says_which(tmp_path: Path) -> None:
    gaps = [m.gap for m in moments(eventful(tmp_path / "repository")) if m.state is None]
    assert [gap.text(str) if gap else "" for gap in gaps] == [
        "content/projects/rappel.yaml:1: CVC106 this bracket is never closed (errors in all: 1)"
    ]


def test_a_revision_without_a_site_says_so(tmp_path: Path) -> None:
    history = History.start(tmp_path / "repository")
    history.commit({"README.md": "x"})
    history.commit({**files_in(BASE)})
    first, second = moments(history)
    assert first.gap is not None
    assert "there is no `cvcgen.yaml`" in first.gap.text(str)
    assert second.state is not None


def test_an_error_across_files_is_a_gap_in_what_follows_too(tmp_path: Path) -> None:
    history = History.start(tmp_path / "repository")
    history.commit({**files_in(BASE)})
    history.commit({GUICHET: guichet("5", "4", "1")})
    history.commit({"content/values/rapidite.yaml": "name: {fr: Vite, en: Fast}\n"})
    history.commit({GUICHET: guichet("5", "5", "1")})
    assert [moment.state is None for moment in moments(history)] == [False, True, True, False]


def long_history(history: History) -> set[tuple[str, str]]:
    """A history of 300 commits, by git's own import; the distinct files it holds."""
    files = {path: content.decode() for path, content in files_in(BASE).items()}
    distinct, stream = set(files.items()), []
    for number in range(COMMITS):
        changed = dict(files) if number == 0 else {}
        if number:
            points = ["0", "1", "3", "5"]
            rated = [points[number % 4], points[number // 4 % 4], points[number // 16 % 4]]
            changed[GUICHET] = guichet(*rated)
        distinct |= set(changed.items())
        stream.append(f"commit refs/heads/main\ncommitter A <a@b> {10**9 + number} +0000\n")
        stream.append("data 1\nx\n")
        for path, text in changed.items():
            stream.append(f"M 100644 inline {path}\ndata {len(text.encode())}\n{text}\n")
    history.git("fast-import", "--quiet", given="".join(stream).encode())
    return distinct


def test_of_a_long_history_each_distinct_file_is_read_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    history = History.start(tmp_path / "repository")
    distinct = long_history(history)
    read = paths_read(monkeypatch)
    assert len(moments(history)) > COMMITS - 10
    assert len(read) == len(distinct) < 80


def test_a_waiver_expires_on_the_day_of_each_revision(tmp_path: Path) -> None:
    waived = files_in(SITES / "valid" / "waived-warnings")
    history = History.start(tmp_path / "repository")
    history.commit(waived, date="2026-06-01")
    history.commit({"content/values/rapidite.yaml": "name: Vite\n"}, date="2027-01-15")
    history.commit({"content/projects/guichet.yaml": None}, date="2027-02-01")
    first, second, third = moments(history)
    assert (first.state is None, third.state is None) == (False, False)
    assert second.gap is not None
    assert second.gap.text(str).endswith(
        "CVC501 the waiver of CVC417 held until 2026-12-31, and it is 2027-01-15"
        " (errors in all: 2)"
    )
