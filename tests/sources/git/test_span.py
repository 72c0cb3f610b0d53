"""The part of a history that is told, and single states by revision or date."""

import pytest

from cvcgen.sources.git import GitError, read_span, read_state
from cvcgen.sources.git.errors import Problem
from cvcgen.sources.git.span import find_revision
from tests.sources.git.histories import SITE, History

A = "content/values/a.yaml"


@pytest.fixture
def line(history: History) -> History:
    history.commit(SITE, "1", "2026-01-01")
    for day in ("02", "03", "04"):
        history.commit({A: f"name: {day}\n"}, day, f"2026-01-{day}")
        history.commit({"README.md": day}, "elsewhere", f"2026-01-{day}")
    return history


def told(history: History, since: str | None = None, limit: int | None = None) -> str:
    span = read_span(history.repository, since, limit)
    days = " ".join(one.commit.committed_at[8:10] for one in span.revisions)
    return f"{days}{'' if span.whole else ' …'}"


def test_the_whole_history_oldest_first(line: History) -> None:
    assert told(line) == told(line, limit=99) == told(line, "2020-01-01") == "01 02 03 04"


def test_a_part_begins_with_the_state_before(line: History) -> None:
    assert told(line, limit=1) == "03 04 …"
    assert told(line, "2026-01-03") == told(line, "HEAD~4") == "02 03 04 …"
    assert told(line, "HEAD") == told(line, "2027-01-01") == "04 …"
    assert told(line, "2026-01-02", 2) == "02 03 04 …"


def test_a_revision_elsewhere_in_history_is_an_error(line: History) -> None:
    line.git("branch", "side")
    line.commit({A: "x"})
    line.git("checkout", "--quiet", "side")
    with pytest.raises(GitError) as caught:
        told(line, "main")
    assert caught.value.problem is Problem.NOT_IN_HISTORY


def test_a_day_starts_at_the_same_commit_whatever_one_clock_said(history: History) -> None:
    history.commit(SITE, "1", "2026-01-01")
    for at, day in enumerate(
        ("2026-01-02", "1970-01-01", "2030-01-01", "2026-01-04", "2026-01-05")
    ):
        history.commit({A: f"name: {at}\n"}, date=day)
    span = read_span(history.repository, "2026-01-03")
    names = [one.commit.committed_at[:10] for one in span.revisions]
    assert names == ["2030-01-01", "2026-01-04", "2026-01-05"]
    assert find_revision(history.repository, "2026-01-03").id == span.revisions[0].commit.id


@pytest.mark.parametrize("word", ["2026-02-30", "0000-00-00", "2026-2-3"])
def test_a_day_that_is_none_is_an_error(word: str, line: History) -> None:
    with pytest.raises(GitError) as caught:
        told(line, word)
    assert caught.value.problem is Problem.BAD_DATE


def test_the_identity_is_that_of_the_first_commit_and_the_folder(line: History) -> None:
    first = line.git("rev-list", "--max-parents=0", "HEAD")
    assert read_span(line.repository, limit=1).identity == f"{first}/."


def test_a_state_is_named_by_revision_date_or_not_at_all(line: History) -> None:
    assert find_revision(line.repository, "2026-01-03").committed_at[:10] == "2026-01-03"
    assert find_revision(line.repository, "HEAD~4").id == line.git("rev-parse", "HEAD~4")
    former = read_state(line.folder, "2026-01-02")
    assert former.origin.label == "2026-01-02"
    assert b"02" in next(text for path, text in former.files.items() if str(path) == A)
    line.write({A: "name: here\n"})
    today = read_state(line.folder, None)
    assert today.origin.revision is None
