"""Whole sites: the valid ones have no fault, each invalid one has exactly its own.

An invalid case shows only the files in which it differs from the base site; beside them
stands the report as a terminal shows it, in English and, for some cases, in French.
"""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from cvcgen.app import Checked, check_snapshot
from cvcgen.core.diagnostics import sort_diagnostics
from cvcgen.core.model import (
    Catalogue,
    Language,
    NotApplicable,
    NotConcerned,
    NotRated,
    PublishedScorecard,
    Rated,
    RatedScorecard,
)
from cvcgen.core.rules import RULES
from cvcgen.phrases import load_phrases
from cvcgen.reports.diagnostics import as_text
from tests.building import BASE, SITES, base_with, files_in, snapshot
from tests.conftest import CompareGolden

INVALID = sorted(folder for folder in (SITES / "invalid").iterdir() if folder.is_dir())
VALID = sorted(folder for folder in (SITES / "valid").iterdir() if folder.is_dir())
IN_FRENCH = ("thirty-faults", "weights-sum", "not-yaml-two-colons", "unusable-id")
"""Cases whose French report is kept too."""
DAY = "2026-06-01"
"""On which the waivers are judged."""
OF_ITS_OWN = {"thirty-faults", "terminal-escapes"}
"""Cases that are not about one rule."""


def checked(case: Path) -> Checked:
    """The base site with the files of the case laid over it, strictly judged."""
    found = check_snapshot(base_with(files_in(case)), today=DAY)
    return replace(found, diagnostics=sort_diagnostics([*found.diagnostics, *found.strict]))


def name_of(folder: Path) -> str:
    return folder.name


@pytest.mark.parametrize("case", INVALID, ids=name_of)
def test_an_invalid_site_is_reported_in_full(case: Path, golden: CompareGolden) -> None:
    found = checked(case)
    english = as_text.report(found.diagnostics, found.texts, load_phrases("en"))
    golden(case / "expected.txt", english)


@pytest.mark.parametrize("name", IN_FRENCH)
def test_the_same_report_in_french(name: str, golden: CompareGolden) -> None:
    case = SITES / "invalid" / name
    found = checked(case)
    french = as_text.report(found.diagnostics, found.texts, load_phrases("fr"))
    golden(case / "expected.fr.txt", french)


@pytest.mark.parametrize("case", INVALID, ids=name_of)
def test_a_case_bears_the_name_of_the_rule_that_it_breaks(case: Path) -> None:
    broken = {RULES[found.code].name for found in checked(case).diagnostics}
    named = [name for name in broken if f"{case.name}-".startswith(f"{name}-")]
    assert named or case.name in OF_ITS_OWN


@pytest.mark.parametrize("case", INVALID, ids=name_of)
def test_every_place_is_in_its_file(case: Path) -> None:
    files = {**files_in(BASE), **files_in(case)}
    for found in checked(case).diagnostics:
        for place in (found.location, *(note.location for note in found.notes)):
            lines = files[place.path].decode("utf-8").split("\n")
            assert place.line <= len(lines)
            assert place.column + place.length - 1 <= len(lines[place.line - 1]) + 1


def test_thirty_faults_in_many_files_are_reported_in_one_run() -> None:
    found = checked(SITES / "invalid" / "thirty-faults").diagnostics
    assert len(found) >= 30
    assert len({fault.code for fault in found}) >= 25
    assert len({fault.location.path for fault in found}) >= 12


@pytest.mark.parametrize("case", [BASE, *VALID], ids=name_of)
def test_a_valid_site_has_no_fault_at_all(case: Path) -> None:
    assert check_snapshot(snapshot(files_in(case))).diagnostics == ()


def test_what_a_valid_site_says_is_what_is_loaded() -> None:
    one_language = valid("minimal-one-language")
    assert one_language.site.languages == ("en",)
    assert one_language.projects[0].title.translations == (("en", "Counter"),)

    to_one = valid("weights-that-total-one").clienteles[0]
    assert to_one.weights.total == 1
    assert [entry.weight for entry in to_one.pyramid] == [
        Fraction(1, 2),
        Fraction(3, 10),
        Fraction(1, 5),
    ]

    halves = valid("scale-of-ten-with-halves")
    assert [level.points for level in halves.rubrics[0].levels] == [
        Fraction(step, 2) for step in range(21)
    ]
    assert [level.points for level in halves.values[1].levels] == [0, Fraction(15, 2), 10]

    assert len(valid("twelve-clienteles").clienteles) == 12
    assert len(valid("twelve-clienteles").projects[0].scorecards) == 12

    counter, kiosk = valid("published-beside-ratings").projects
    assert isinstance(counter.scorecards[0], RatedScorecard)
    assert counter.scorecards[0].published == Fraction("86.7")
    assert isinstance(kiosk.scorecards[0], PublishedScorecard)

    english = valid("english-default")
    assert english.site.default_language == "en"
    assert english.projects[0].title.in_language(Language("en")) == "Counter"
    assert valid("spanish-only").site.languages == ("es",)


def test_the_three_empty_looking_ratings_stay_apart() -> None:
    rated, not_concerned = valid("empty-looking-ratings").projects[0].scorecards
    assert isinstance(rated, RatedScorecard)
    access, safety, speed = rated.ratings
    assert isinstance(access, Rated)
    assert access.points == 0
    assert isinstance(safety, NotRated)
    assert isinstance(speed, NotApplicable)
    assert isinstance(not_concerned, NotConcerned)


def test_the_rating_that_counts_is_that_of_the_rule() -> None:
    kiosk, counter, callback = (p.scorecards[0] for p in valid("several-raters").projects)
    assert [getattr(rating, "points", None) for rating in counter.ratings] == [5, 1, 3]
    assert [getattr(rating, "points", None) for rating in callback.ratings] == [5, 3, 1]
    assert [getattr(rating, "points", None) for rating in kiosk.ratings] == [1, None, None]
    assert isinstance(kiosk.ratings[2], NotRated)
    assert [(one.rater, one.points) for one in kiosk.ratings[2].by_rater] == [
        ("Équipe A", 1),
        ("Équipe B", None),
    ]


def test_waived_warnings_are_told_apart() -> None:
    found = check_snapshot(snapshot(files_in(SITES / "valid" / "waived-warnings")), today=DAY)
    assert (found.diagnostics, found.strict) == ((), ())
    assert [one.diagnostic.code for one in found.waived] == ["CVC416", "CVC417", "CVC421"]


def valid(name: str) -> Catalogue:
    return check_snapshot(snapshot(files_in(SITES / "valid" / name))).catalogue
