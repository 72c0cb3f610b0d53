"""Of very many faults some are shown: of each file, errors first, and in their order."""

from dataclasses import replace

import pytest

from cvcgen.core.diagnostics import Diagnostic, Location
from cvcgen.reports.diagnostics.as_text import report
from cvcgen.reports.diagnostics.shown import MOST_IN_ALL, MOST_OF_FILE, those_shown
from cvcgen.sources.limits import MAX_FAULTS
from tests.reports.diagnostics.faults import LATER, UNKNOWN, many
from tests.reports.samples import ENGLISH, FRENCH

MANY_FILES = [
    replace(UNKNOWN, location=Location(f"{file:04}.yaml", line))
    for file in range(MOST_IN_ALL)
    for line in (1, 2)
]


@pytest.mark.parametrize("count", [0, 1, MOST_OF_FILE])
def test_few_are_all_shown(count: int) -> None:
    assert list(those_shown(many(count, 0))) == many(count, 0)


def test_of_one_file_the_first_are_shown_and_all_of_another() -> None:
    found = many(MOST_OF_FILE + 3, 0)
    other = replace(UNKNOWN, location=Location("z.yaml"))
    assert list(those_shown([*found, other])) == [*found[:MOST_OF_FILE], other]


def test_warnings_hide_no_error() -> None:
    found = many(2, MOST_OF_FILE)
    assert list(those_shown(found)) == [*found[: MOST_OF_FILE - 2], *found[-2:]]


def test_of_many_files_as_many_are_shown() -> None:
    assert list(those_shown(MANY_FILES)) == MANY_FILES[:MOST_IN_ALL]


def test_sheets_are_of_one_file() -> None:
    sheets = [
        replace(UNKNOWN, location=Location(f"a.xlsx[{sheet}]", row, cell=f"A{row}"))
        for sheet in ("B", "C")
        for row in range(1, MOST_OF_FILE)
    ]
    assert list(those_shown(sheets)) == sheets[:MOST_OF_FILE]


def test_all_that_is_told_of_the_form_of_a_file_is_shown() -> None:
    of_characters = 20
    assert of_characters + MAX_FAULTS + 1 < MOST_OF_FILE


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (many(MOST_OF_FILE + 1, 0), "1 more fault is not shown: "),
        (many(MOST_OF_FILE + 2, 0), "2 more faults are not shown: "),
        (MANY_FILES, "1000 more faults are not shown: "),
    ],
)
def test_the_report_says_how_many_are_not_shown(found: list[Diagnostic], said: str) -> None:
    *_, rest, closing = report(found, {}, ENGLISH).splitlines()
    assert rest == f"{said}at most 200 of a file, 1000 in all"
    assert closing.startswith(f"{len(found)} errors in ")
    assert "at most 200" not in report(found, {}, FRENCH)


def test_a_report_of_few_says_nothing_of_others() -> None:
    assert "not shown" not in report([LATER], {}, ENGLISH)
