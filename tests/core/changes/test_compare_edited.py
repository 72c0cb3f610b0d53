"""The quick comparison against the whole one."""

from dataclasses import replace

import pytest

from cvcgen.core.changes import ChangeKind, ScoreChange, compare
from cvcgen.core.changes.compare import compare_edited
from cvcgen.core.model import Kind
from tests.core.changes.catalogues import random_pair, state
from tests.core.changes.hands import X, Y, card, citizens, content, named

OF_OTHERS = {
    ChangeKind.RANK_UP,
    ChangeKind.RANK_DOWN,
    ChangeKind.TIE_MADE,
    ChangeKind.TIE_BROKEN,
}
"""What happens to a place when others move."""


def by_others(change: ScoreChange) -> bool:
    return not any(cause.amount for cause in change.causes) and set(change.kinds) <= OF_OTHERS


@pytest.mark.parametrize("part", range(10))
def test_only_what_others_did_is_left_out(part: int) -> None:
    for seed in range(part * 40, part * 40 + 40):
        whole, quick = compare(*random_pair(seed)), compare_edited(*random_pair(seed))
        assert (quick.records, quick.edits, quick.wording) == (
            *(whole.records, whole.edits, whole.wording),
        )
        missing = set(whole.changes) - set(quick.changes)
        assert set(quick.changes) <= set(whole.changes)
        assert all(by_others(change) for change in missing)


@pytest.mark.parametrize("part", range(10))
def test_scores_alone_are_told_as_with_everything(part: int) -> None:
    edited = 0
    for seed in range(part * 40, part * 40 + 40):
        for both in (compare, compare_edited):
            whole, alone = both(*random_pair(seed)), both(*random_pair(seed), scores_alone=True)
            kept = tuple(e for e in whole.edits if e.record.kind is not Kind.PROJECT)
            assert alone == replace(whole, edits=kept, wording=())
            edited += alone != whole
    assert edited


def test_a_project_that_was_passed_is_left_out() -> None:
    grid = citizens()
    before = state(content(grid, named("a", card(X)), named("b", card(Y))))
    risen = named("a", card("5 5 5 5 5 5 5 5"))
    after = state(content(grid, risen, named("b", card(Y))))
    assert [change.project for change in compare(before, after).changes] == ["a", "b"]
    [change] = compare_edited(before, after).changes
    assert (change.project, change.below, change.rank_change) == ("a", ("b",), 1)


def test_the_same_state_is_no_change() -> None:
    before, _ = random_pair(1)
    assert compare_edited(before, before).is_empty
    assert compare_edited(before, before).compared == 0
