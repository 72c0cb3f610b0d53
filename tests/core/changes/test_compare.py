"""The laws of a comparison, over thousands of small random pairs of catalogues."""

from dataclasses import replace
from fractions import Fraction
from functools import cache
from random import Random

import pytest

from cvcgen.core.changes import (
    ChangeKind,
    Comparison,
    RecordEvent,
    State,
    compare,
)
from cvcgen.core.model import Kind
from cvcgen.core.reevaluation import reevaluate
from cvcgen.core.scoring import Completeness
from tests.core.changes.catalogues import (
    moved,
    random_catalogue,
    random_pair,
    rename,
    state,
)
from tests.core.changes.mirrors import mirrored

PAIRS = 1600


@cache
def compared(seed: int) -> tuple[State, State, Comparison]:
    before, after = random_pair(seed)
    return before, after, compare(before, after)


def test_comparing_a_state_with_itself_is_empty():
    for seed in range(PAIRS // 4):
        found = state(random_catalogue(Random(seed)))
        assert compare(found, found).is_empty


def test_a_comparison_is_empty_only_where_the_catalogues_are_equal():
    outcomes = set()
    for seed in range(PAIRS):
        before, after, comparison = compared(seed)
        assert comparison.is_empty == (before.catalogue == after.catalogue), seed
        outcomes.add(comparison.is_empty)
    assert outcomes == {True, False}


def test_scores_that_were_kept_are_compared_like_scores_made_anew():
    kept = 0
    for seed in range(PAIRS // 4):
        before, after, _ = compared(seed)
        known = {project.id: project for project in before.catalogue.projects}
        both = [(known.get(one.id), one) for one in after.catalogue.projects]
        shared = tuple(old if old == new and old is not None else new for old, new in both)
        anew = state(replace(after.catalogue, projects=shared))
        board = reevaluate(anew.catalogue, anew.scoreboard.origin, before)
        comparison = compare(before, State(anew.catalogue, board))
        assert comparison == compare(before, anew), seed
        kept += sum(
            one.before.score is one.after.score
            for one in comparison.changes
            if one.before and one.after
        )
    assert kept > 40


def test_swapping_the_sides_mirrors_the_comparison():
    for seed in range(PAIRS):
        before, after, comparison = compared(seed)
        assert mirrored(comparison) == compare(after, before), seed


def test_amounts_sum_exactly_to_the_change_of_the_total():
    with_delta = 0
    for seed in range(PAIRS):
        for change in compared(seed)[2].changes:
            amounts = [cause.amount for cause in change.causes]
            if change.delta is None:
                assert set(amounts) <= {None}
                continue
            with_delta += 1
            assert change.delta == change.after.score.total - change.before.score.total
            assert sum(amounts, Fraction(0)) == change.delta, (seed, change)
    assert with_delta > 800


def test_weight_and_rating_parts_are_those_of_the_midpoint_formula():
    """DESIGN.md §3: Δ = 100·[Σ (e1-e0)(l0+l1)/2 + Σ (e0+e1)(l1-l0)/2]."""
    for seed in range(PAIRS):
        comparison = compared(seed)[2]
        if comparison.records:
            continue
        for change in comparison.changes:
            if change.delta is None:
                continue
            old = {part.value: part for part in change.before.score.parts}
            new = {part.value: part for part in change.after.score.parts}
            for value in old.keys() & new.keys():
                if old[value].share is None or new[value].share is None:
                    continue
                e0, e1 = old[value].possible, new[value].possible
                l0, l1 = old[value].share, new[value].share
                weight, rating = (
                    _amounts(change, value, WEIGHING),
                    _amounts(change, value, RATING),
                )
                assert weight == (e1 - e0) * (l0 + l1) / 2, (seed, value)
                assert rating == (e0 + e1) * (l1 - l0) / 2, (seed, value)


def test_every_total_rank_and_coverage_that_differs_is_reported_and_nothing_else():
    for seed in range(PAIRS):
        before, after, comparison = compared(seed)
        if any(record.event is RecordEvent.RENAMED for record in comparison.records):
            continue
        old, new = _visible(before), _visible(after)
        differing = {key for key in old.keys() | new.keys() if old.get(key) != new.get(key)}
        reported = {(c.clientele, c.project) for c in comparison.changes}
        balanced = {
            (c.clientele, c.project)
            for c in comparison.changes
            if {ChangeKind.BALANCED, ChangeKind.TIE_MADE, ChangeKind.TIE_BROKEN} & {*c.kinds}
            or {ChangeKind.GATE_OPENED, ChangeKind.GATE_CLOSED} & {*c.kinds}
        }
        assert differing <= reported
        assert reported - differing <= balanced, seed


def test_ranks_move_by_who_came_above_and_who_left():
    moves = 0
    for seed in range(PAIRS):
        for change in compared(seed)[2].changes:
            if change.rank_change:
                assert -change.rank_change == len(change.above) - len(change.below)
                moves += 1
            else:
                assert not change.above + change.below
    assert moves > 100


def test_every_score_that_moved_was_moved_by_an_edit():
    for seed in range(PAIRS):
        comparison = compared(seed)[2]
        scores = sum(change.moved for change in comparison.changes)
        assert scores <= sum(edit.scores for edit in comparison.edits), seed
        assert all(edit.scores <= scores for edit in comparison.edits), seed


def test_everything_is_sorted_and_named_once():
    for seed in range(PAIRS):
        comparison = compared(seed)[2]
        subjects = [(change.clientele, change.project) for change in comparison.changes]
        assert subjects == sorted(set(subjects))
        assert all(list(c.kinds) == sorted(set(c.kinds)) for c in comparison.changes)
        assert len(set(comparison.edits)) == len(comparison.edits)
        causes = [(s, c.kind, c.value) for s in comparison.changes for c in s.causes]
        assert len(set(causes)) == len(causes)


def test_adding_a_project_changes_no_other_score_and_names_the_mover():
    allowed = {ChangeKind.RANK_DOWN, ChangeKind.TIE_MADE}
    pushed = 0
    for seed in range(PAIRS // 2):
        random = Random(seed)
        after = random_catalogue(random)
        if not after.projects:
            continue
        new = random.choice(after.projects)
        before = replace(after, projects=tuple(p for p in after.projects if p is not new))
        comparison = compare(state(before), state(after))
        assert [record.record.id for record in comparison.records] == [new.id]
        for change in comparison.changes:
            if change.project == new.id:
                continue
            assert change.delta == 0
            assert not change.causes
            assert {*change.kinds} <= allowed
            assert {*change.above, *change.tied} == {new.id}
            pushed += bool(change.above)
    assert pushed > 50


def test_moving_lines_is_no_change():
    for seed in range(0, PAIRS, 4):
        before, after, comparison = compared(seed)
        elsewhere = state(moved(after.catalogue, seed), "after")
        assert compare(before, elsewhere) == comparison
        assert compare(after, elsewhere).is_empty


@pytest.mark.parametrize("kind", list(Kind))
def test_renaming_a_record_everywhere_is_only_a_renaming(kind):
    renamed = 0
    for seed in range(PAIRS // 16):
        before = random_catalogue(Random(seed))
        for name in sorted(before.ids(kind)):
            comparison = compare(state(before), state(rename(before, kind, name, f"m-{name}")))
            found = [(r.event, r.former, r.record.id, r.exact) for r in comparison.records]
            assert found == [(RecordEvent.RENAMED, name, f"m-{name}", True)]
            assert not comparison.edits + comparison.wording + comparison.changes
            renamed += 1
    assert renamed >= 100


def test_a_published_total_is_never_taken_apart():
    for seed in range(PAIRS):
        for change in compared(seed)[2].changes:
            if change.before is None or change.after is None:
                continue
            states = {change.before.score.completeness, change.after.score.completeness}
            if Completeness.PUBLISHED in states:
                assert all(cause.value is None for cause in change.causes)


WEIGHING = {"weight", "coverage"}
RATING = {"rating", "rubric"}


def _amounts(change, value, kinds):
    found = [c.amount for c in change.causes if c.value == value and c.kind in kinds]
    return sum(found, Fraction(0))


def _visible(side: State):
    return {
        (ranking.clientele, place.project): (
            place.score.total,
            place.score.low,
            place.score.high,
            place.score.coverage,
            place.score.completeness,
            place.rank,
            place.tied,
        )
        for ranking in side.scoreboard.rankings
        for place in ranking.places
    }
