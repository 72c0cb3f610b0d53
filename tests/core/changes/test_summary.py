"""The blast radius: counts of what moved, and who is among the first places."""

from dataclasses import replace
from fractions import Fraction

from cvcgen.core.changes import is_first, summarise
from cvcgen.core.changes.summary import FirstMove, first_moves
from tests.core.changes.hands import compared, content, named
from tests.core.grids import grid, scorecard

GRID = grid("50 50")
FIVE = {"a": "5 5", "b": "5 3", "d": "3 3", "e": "3 1", "f": "1 1"}


def projects(ratings):
    return content(GRID, *(named(name, scorecard(card)) for name, card in ratings.items()))


def test_one_rating_moves_one_score_and_three_ranks():
    """f rises from the fifth place to the second: b, d and e fall by one."""
    comparison = compared(projects(FIVE), projects({**FIVE, "f": "5 4"}))
    found = summarise(comparison)
    assert (found.compared, found.scores, found.largest) == (5, 1, Fraction(70))
    assert (found.rank_moves, found.first_moves) == (4, 3)
    assert (found.entered_first, found.left_first) == (1, 1)
    assert (found.projects, found.clienteles, found.edits) == (4, 1, 2)
    assert first_moves(comparison) == (FirstMove("c", ("f",), ("d",)),)
    assert first_moves(comparison, first=1) == ()
    assert [(c.project, c.rank_change, c.above) for c in comparison.changes[:2]] == [
        ("b", -1, ("f",)),
        ("d", -1, ("f",)),
    ]


def test_new_incomplete_scores_and_those_completed():
    before = projects({"a": "5 5", "b": "5 -", "d": "3 -"})
    comparison = compared(before, projects({"a": "5 -", "b": "5 5"}))
    found = summarise(comparison)
    assert (found.new_incomplete, found.new_complete, found.vanished) == (1, 2, 1)
    assert (found.scores, found.largest, found.records) == (2, None, 1)


def test_a_rank_that_was_lost_or_gained_is_a_move():
    before, after = projects(FIVE), projects({**FIVE, "b": "5 -"})
    for sides in ((before, after), (after, before)):
        found = summarise(compared(*sides))
        assert (found.rank_moves, found.first_moves) == (4, 3)
        assert found.entered_first == found.left_first == 1


def test_a_score_that_came_or_went_moves_no_rank_of_its_own():
    before, after = projects({"a": "5 5"}), projects({"a": "5 5", "b": "3 3"})
    for sides in ((before, after), (after, before)):
        assert summarise(compared(*sides)).rank_moves == 0


def test_ties_name_who_shares_the_rank():
    comparison = compared(projects(FIVE), projects({**FIVE, "b": "5 5"}))
    assert [(c.project, c.kinds, c.tied) for c in comparison.changes] == [
        ("a", ("tie_made",), ("b",)),
        ("b", ("rank_up", "score_up", "tie_made"), ("a",)),
    ]
    back = compared(projects({**FIVE, "b": "5 5"}), projects(FIVE))
    assert [(c.project, c.untied) for c in back.changes] == [("a", ("b",)), ("b", ("a",))]


def test_a_place_without_rank_is_not_among_the_first():
    comparison = compared(projects(FIVE), projects({**FIVE, "a": "5 -"}))
    place = comparison.changes[0].after
    assert not is_first(place, 99)
    assert not is_first(None)


def test_words_that_change_a_meaning_are_counted():
    before = projects({"a": "5 5"})
    (low, *others) = GRID.rubric.levels
    name = replace(low, name=before.site.title)
    rubric = replace(GRID.rubric, levels=(name, *others), description=before.site.title)
    found = summarise(compared(before, replace(before, rubrics=(rubric,))))
    assert (found.wording, found.meaning, found.edits, found.scores) == (2, 1, 0, 0)
