"""The nearest word is the one that difflib finds, and looking for it ends."""

from dataclasses import replace
from difflib import SequenceMatcher, get_close_matches
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cvcgen.core.checks import check_catalogue
from cvcgen.core.checks.raters import check_raters
from cvcgen.core.diagnostics import did_you_mean, nearest
from cvcgen.core.model import Rated, RaterId, RaterPoints, RatersRule, ValueId
from cvcgen.core.spelling import Effort, fold
from tests.core.changes.catalogues import french
from tests.core.changes.hands import content, named
from tests.core.checks.catalogues import catalogue
from tests.core.grids import grid, scorecard

MOST_COMPARED = 200
"""Pairs of words compared letter by letter for one file, at the very most."""
FEW_LETTERS = st.text("abc-", max_size=12)


def alike(count: int, seed: int) -> list[str]:
    """Words of the same letters in another order: the costliest to compare."""
    random = Random(seed)
    return [f"{''.join(random.sample('ab' * 38, 76))}{number:04}" for number in range(count)]


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch) -> list[None]:
    """Gets longer by one for each pair of words that is compared letter by letter."""
    found: list[None] = []
    ratio = SequenceMatcher.ratio

    def count(matcher: "SequenceMatcher[str]") -> float:
        found.append(None)
        return ratio(matcher)

    monkeypatch.setattr(SequenceMatcher, "ratio", count)
    return found


@given(FEW_LETTERS.filter(bool), st.sets(FEW_LETTERS.filter(bool), max_size=10))
def test_the_closest_word_is_that_of_difflib(word: str, known: set[str]) -> None:
    expected = get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    assert Effort().closest(word, sorted(known), 0.6) == (expected[0] if expected else None)


def test_words_are_folded_once_however_often_they_are_looked_at() -> None:
    effort = Effort()
    assert [effort.glance("Été_1") for _ in range(3)] == ["ete-1"] * 3 == [fold("Été_1")] * 3


def test_nothing_is_looked_for_once_the_effort_is_spent() -> None:
    effort = Effort(left=2)
    assert nearest("rapidte", ["rapidite", "agilite", "autonomie"], effort) is None
    assert effort.is_spent
    assert did_you_mean("rapidte", ["rapidite"], effort) is None


def test_a_card_of_words_that_are_costly_to_compare(compared: list[None]) -> None:
    """3,000 unknown values beside 200 known ones: 1,200,000 comparisons took ten minutes."""
    found = grid(["="] * 200, values=alike(200, 1))
    card = scorecard(["3"] * 3_000, values=alike(3_000, 2))
    faults = check_catalogue(catalogue(found, projects=[named("p", card)]))
    assert [fault.code for fault in faults].count("CVC406") == 3_000
    assert 0 < len(compared) <= MOST_COMPARED


def test_a_pyramid_of_unknown_values_is_looked_into_once_for_all_cards(
    compared: list[None],
) -> None:
    found = grid(["="] * 200, values=alike(200, 1))
    cards = [named(f"p{number}", scorecard("3")) for number in range(50)]
    check_catalogue(catalogue(found, projects=cards, values=alike(200, 3)))
    assert 0 < len(compared) <= 2 * MOST_COMPARED


def test_raters_with_endless_names_are_told_in_a_few_words(compared: list[None]) -> None:
    names = [word * 50 for word in alike(50, 1)]
    given = tuple(RaterPoints(RaterId(word), Fraction(3)) for word in alike(500, 2))
    rated = Rated(ValueId("v01"), Fraction(3), by_rater=given)
    raters = tuple(map(french, names))
    card = replace(scorecard("3"), raters=raters, rule=RatersRule.MEDIAN, ratings=(rated,))
    faults = list(check_raters(content(grid("="), named("p", card))))
    assert {fault.code for fault in faults} == {"CVC419", "CVC420"}
    hints = [fault.hint.text(str) for fault in faults if fault.hint]
    assert max(map(len, hints)) <= 12 * 210
    assert len(compared) <= MOST_COMPARED
