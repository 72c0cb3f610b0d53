"""The head line: how much was typed, and what it moves."""

from dataclasses import replace

import pytest

from cvcgen.core.changes.files import ChangedFile
from cvcgen.reports.changes.headline import headline
from tests.reports.changes.reviews import dwindling, everyday, review
from tests.reports.samples import EVERY_STATE, reader, text

WEIGHTS = ChangedFile("content/clienteles/citoyens.yaml", None, 1)
RENAMED = ChangedFile("content/projects/b.yaml", "content/projects/a.yaml", 0)


def retitled(*files: ChangedFile) -> str:
    first = replace(EVERY_STATE.projects[0], title=text("Autre titre"))
    after = replace(EVERY_STATE, projects=(first, *EVERY_STATE.projects[1:]))
    return headline(review(EVERY_STATE, after, files), reader())


def test_the_blast_radius() -> None:
    assert headline(everyday(), reader()) == (
        "29 lines changed in 5 files: 3 scores, 3 rank moves, 2 in the first 3, 1 new score,"
        " 1 score gone, 1 record added, 1 record removed,"
        " 1 meaning or reason edited"
    )


def test_a_value_that_leaves_a_pyramid_is_told_once() -> None:
    assert headline(dwindling(), reader()) == (
        "2 lines changed in citoyens.yaml: 1 score, 1 value removed from a pyramid"
    )


@pytest.mark.parametrize(
    ("files", "typed"),
    [
        ((WEIGHTS,), "1 line changed in citoyens.yaml"),
        ((WEIGHTS, replace(WEIGHTS, path="x.yaml", lines=11)), "12 lines changed in 2 files"),
        ((WEIGHTS, RENAMED), "1 line changed in citoyens.yaml"),
        ((RENAMED,), "1 file renamed"),
    ],
)
def test_how_much_was_typed(files: tuple[ChangedFile, ...], typed: str) -> None:
    assert retitled(*files) == f"{typed}: no score moves"


def test_nothing_changed_or_nothing_that_means_something() -> None:
    same = review(EVERY_STATE, EVERY_STATE)
    assert headline(same, reader()) == "no change at all"
    commented = replace(same, files=(WEIGHTS,))
    assert headline(commented, reader()) == "no change: only formatting, order or comments"
