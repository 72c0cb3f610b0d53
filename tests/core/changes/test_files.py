"""Which files differ, by how many lines, and by whom."""

from dataclasses import replace

import pytest

from cvcgen.core.changes import files
from cvcgen.core.changes.files import ChangedFile, Touch, changed_files, count_changed_lines
from cvcgen.core.diagnostics import Location
from cvcgen.core.model import Kind
from tests.core.changes.catalogues import rename
from tests.core.changes.hands import X, card, citizens, compared, content, named

ADA = Touch("4f2a9c1d20", "Ada", "2026-10-31T12:00:00-04:00", "Rate again")


@pytest.mark.parametrize(
    ("before", "after", "lines"),
    [
        ("a\nb\nc\n", "a\nb\nc\n", 0),
        ("a\nb\nc\n", "a\nB\nc\n", 1),
        ("a\nb\nc\n", "a\nc\n", 1),
        ("", "a\nb\n", 2),
        ("a\nb\nc\nd\n", "A\nb\nc\nD\n", 2),
        ("a\n" * 400, "a\n" * 200 + "b\n" + "a\n" * 200, 1),
    ],
)
def test_changed_added_and_removed_lines_count_once(before, after, lines):
    assert count_changed_lines(before, after) == lines
    assert count_changed_lines(after, before) == lines


def test_long_files_are_counted_in_a_moment():
    """Two shuffled texts of 60,000 lines; comparing them one by one would take minutes."""
    before = "".join(f"{n % 7}\n" for n in range(60_000))
    after = "".join(f"{n % 11}\n" for n in range(60_000))
    assert 0 < count_changed_lines(before, after) <= 60_000


def test_files_that_came_went_and_changed_with_their_commits():
    found = changed_files(
        {"a": "1\n", "b": "1\n", "same": "1\n"},
        {"a": "2\n", "c": "1\n2\n", "same": "1\n"},
        None,
        {"a": (ADA,)},
        frozenset({"c"}),
    )
    assert found == (
        ChangedFile("a", None, 1, (ADA,)),
        ChangedFile("b", None, 1),
        ChangedFile("c", None, 2, uncommitted=True),
    )


def test_an_empty_file_that_came_is_a_changed_file():
    assert changed_files({}, {"a": ""}, None, {}, frozenset()) == (ChangedFile("a", None, 0),)


def test_the_files_of_a_renamed_record_are_one():
    project = replace(named("old", card(X)), where=Location("content/projects/old.yaml"))
    before = content(citizens(), project)
    moved = rename(before, Kind.PROJECT, "old", "new")
    after = replace(
        moved,
        projects=tuple(
            replace(p, where=Location("content/projects/new.yaml")) for p in moved.projects
        ),
    )
    found = changed_files(
        {"content/projects/old.yaml": "a\nb\n"},
        {"content/projects/new.yaml": "a\nc\n"},
        compared(before, after),
        {},
        frozenset({"content/projects/old.yaml"}),
    )
    assert found == (
        ChangedFile(
            "content/projects/new.yaml", "content/projects/old.yaml", 1, uncommitted=True
        ),
    )


def test_lines_that_repeat_between_others_are_counted_in_a_moment(monkeypatch):
    """Each of 495 equal lines would be compared with each, once for every other line: 4 s."""

    def never(*_, **__):
        raise AssertionError("compared one by one")

    before = "".join(f"x\nbefore {n}\n" for n in range(495))
    after = "".join(f"x\nafter {n}\n" for n in range(495))
    monkeypatch.setattr(files, "SequenceMatcher", never)
    assert count_changed_lines(f"a\n{before}", f"b\n{after}") == 496
