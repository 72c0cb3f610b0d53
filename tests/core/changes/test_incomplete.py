"""Causes where a score has no total: what moves its interval, and nothing else."""

from cvcgen.core.changes import ChangeKind
from tests.core.changes.hands import change, compared, content, named, words
from tests.core.grids import grid, scorecard


def test_of_an_incomplete_score_only_the_weights_that_move_it_are_causes():
    """What is rated 0 earns nothing at any weight; what is not rated might earn more."""
    found, heavier = grid("40 30 20 10"), grid("30 35 20 15")
    draft = named("a", scorecard("3 0 5 -"))
    comparison = compared(content(found, draft), content(heavier, draft))
    assert words(change(comparison, "a")) == [("weight", "v01", None), ("weight", "v04", None)]
    assert [(e.value, e.scores) for e in comparison.edits] == [
        ("v01", 1),
        ("v02", 0),
        ("v04", 1),
    ]


def test_weights_of_equal_shares_move_no_incomplete_score():
    before, after = (content(grid(w), named("a", scorecard("3 -"))) for w in ("50 50", "= ="))
    comparison = compared(before, after)
    assert comparison.changes == ()
    assert {edit.scores for edit in comparison.edits} == {0}


def test_weights_that_cancel_out_leave_an_incomplete_score_balanced():
    before, after = (
        content(grid(weights), named("a", scorecard("3 3 -")))
        for weights in ("40 30 30", "30 40 30")
    )
    found = change(compared(before, after), "a")
    assert (found.kinds, found.moved) == ((ChangeKind.BALANCED,), False)
    assert words(found) == [("weight", "v01", None), ("weight", "v02", None)]


def test_a_value_that_went_without_points_moved_no_incomplete_score():
    whole, less = grid("40 30 30"), grid("40 60", values=("v01", "v03"))
    before = content(whole, named("a", scorecard("3 0 -")), named("b", scorecard("3 1 -")))
    cards = [scorecard("3 -", values=("v01", "v03")) for _ in "ab"]
    after = content(less, named("a", cards[0]), named("b", cards[1]))
    edits = compared(before, after).own_edits
    assert [(e.kind, e.value, e.scores) for e in edits] == [
        ("value_removed", "v02", 1),
        ("weight", "v03", 2),
    ]
