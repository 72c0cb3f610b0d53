"""The report for a terminal."""

from dataclasses import replace
from pathlib import Path

import pytest

from cvcgen.core.model import Language, Text
from cvcgen.reports.changes import as_text
from cvcgen.reports.media.terminal import Palette
from tests.conftest import CompareGolden
from tests.reports.changes.reviews import dwindling, everyday, hostile, review
from tests.reports.samples import EVERY_STATE, reader

EXPECTED = Path(__file__).parent / "expected"


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_report_reads_as_it_was_written(language: str, golden: CompareGolden) -> None:
    golden(EXPECTED / f"everyday.{language}.txt", as_text.report(everyday(), reader(language)))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_what_went_with_a_value_is_told_once(language: str, golden: CompareGolden) -> None:
    golden(
        EXPECTED / f"dwindling.{language}.txt", as_text.report(dwindling(), reader(language))
    )


def test_nothing_is_printed_where_nothing_changed() -> None:
    assert as_text.report(review(EVERY_STATE, EVERY_STATE), reader()) == ""


def test_a_text_is_told_in_the_region_of_who_reads() -> None:
    before, after = (
        replace(EVERY_STATE, site=replace(EVERY_STATE.site, summary=Text(said)))
        for said in (
            ((Language("en"), "One"), (Language("fr-CA"), "Un")),
            ((Language("en"), "Two"), (Language("fr-CA"), "Deux")),
        )
    )
    told = as_text.report(review(before, after), reader("fr"))
    assert "Deux" in told
    assert "Two" not in told


def test_no_name_acts_on_a_terminal() -> None:
    shown = as_text.report(hostile("\x1b[2J\x9b1m\u202e##[error]\n::error::"), reader())
    assert not {"\x1b", "\x9b", "\u202e"} & set(shown)
    assert "##[" not in shown
    assert not any(line.startswith("::") for line in shown.splitlines())


def test_colours_are_added_to_the_same_words() -> None:
    coloured = as_text.report(everyday(), reader(), Palette(coloured=True))
    for code in ("\x1b[1m", "\x1b[2m", "\x1b[0m"):
        coloured = coloured.replace(code, "")
    assert coloured == as_text.report(everyday(), reader())
