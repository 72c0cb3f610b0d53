"""What the sites in `tests/sites/invalid` leave out: when nothing is to be said of raters."""

from dataclasses import replace
from fractions import Fraction

from cvcgen.core.checks import check_strictly
from cvcgen.core.checks.raters import check_raters
from cvcgen.core.model import Rated, RaterId, RaterPoints, RatersRule, ValueId
from tests.core.changes.catalogues import french
from tests.core.changes.hands import content, named
from tests.core.grids import grid, scorecard

GRID = grid("50 50")


def catalogue(*points: int, raters: str = "A B", rule: RatersRule | None = RatersRule.MEDIAN):
    pairs = zip("AB", points, strict=True)
    given = tuple(RaterPoints(RaterId(name), Fraction(one)) for name, one in pairs)
    card = scorecard("3 5")
    rated = Rated(ValueId("v01"), Fraction(3), by_rater=given)
    named_raters = tuple(french(name) for name in raters.split())
    changed = replace(card, ratings=(rated, card.ratings[1]), raters=named_raters, rule=rule)
    return content(GRID, named("x", changed))


def test_two_raters_who_agree_are_no_fault() -> None:
    assert list(check_raters(catalogue(3, 3))) == []
    assert check_strictly(catalogue(3, 3)) == ()


def test_one_level_apart_is_a_judgement_and_two_a_disagreement() -> None:
    assert check_strictly(catalogue(3, 5)) == ()
    assert [found.code for found in check_strictly(catalogue(1, 5))] == ["CVC421"]


def test_raters_who_rated_together_need_no_rule() -> None:
    together = content(GRID, named("x", replace(scorecard("3 5"), raters=(french("A"),))))
    assert list(check_raters(together)) == []


def test_without_raters_at_all_the_missing_key_is_told_elsewhere() -> None:
    assert list(check_raters(catalogue(3, 3, raters=""))) == []
