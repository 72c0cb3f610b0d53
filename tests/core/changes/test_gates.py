"""Gates: what goes beyond each, and how they are written."""

from dataclasses import replace
from fractions import Fraction

import pytest

from cvcgen.core.changes.gates import GateKind, beyond, parse_gate
from cvcgen.core.model import Feasibility, Level
from tests.core.changes.hands import X, Y, card, citizens, compared, content, french, named

GRID = citizens()
NOT_RATED = "5 0 3 5 3 1 0 -"
BEFORE = content(GRID, named("a", card(X)), named("b", card(Y)), named("d", card("0 " * 8)))


def found(gate, after, before=BEFORE):
    watched = parse_gate(gate)
    assert watched is not None
    return beyond(watched, compared(before, after))


def test_every_gate_holds_where_nothing_changed():
    for kind in GateKind:
        assert found(str(kind), BEFORE) == ()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "rank",
        "rank-change>",
        "rank-change>-1",
        "rank-change>1,5",
        "weights>3",
        "meaning >0",
    ],
)
def test_what_names_no_gate(text):
    assert parse_gate(text) is None


def test_a_bound_is_exact_and_may_have_spaces():
    gate = parse_gate(" score-change > 2.5 ")
    assert gate is not None
    assert (gate.kind, gate.bound) == (GateKind.SCORE_CHANGE, Fraction(5, 2))


def test_ranks_and_scores_beyond_their_bound():
    """Project d goes from 0 to 100 %, from rank 3 to rank 1; a and b fall by one rank."""
    after = replace(BEFORE, projects=(*BEFORE.projects[:2], named("d", card("5 " * 8))))
    assert [c.project for c in found("rank-change", after)] == ["a", "b", "d"]
    assert [c.project for c in found("rank-change>1", after)] == ["d"]
    assert found("rank-change>2", after) == ()
    assert [c.project for c in found("score-change", after)] == ["d"]
    assert [c.project for c in found("score-change>99.9", after)] == ["d"]
    assert found("score-change>100", after) == ()


def test_a_rank_that_is_lost_is_a_change_of_any_size():
    refused = replace(BEFORE.projects[0], feasibility=Feasibility.NOT_FEASIBLE)
    after = replace(BEFORE, projects=(refused, *BEFORE.projects[1:]))
    assert [c.project for c in found("rank-change>100", after)] == ["a"]


def test_weights_and_the_rubric():
    weights = citizens("20 14 14 13 12 11 10 6")
    after = content(weights, *BEFORE.projects)
    assert [edit.value for edit in found("weights", after)] == ["accessibilite", "securite"]
    assert found("rubric", after) == ()
    wider = replace(GRID, rubric=replace(GRID.rubric, levels=(*GRID.rubric.levels, TEN)))
    after = content(wider, *BEFORE.projects)
    assert [edit.kind for edit in found("rubric", after)] == ["level_added"]
    assert found("weights", after) == ()


def test_scores_that_become_incomplete():
    after = replace(BEFORE, projects=(named("a", card(NOT_RATED)), *BEFORE.projects[1:]))
    assert [c.project for c in found("new-incomplete", after)] == ["a"]
    assert found("new-incomplete", BEFORE, before=after) == ()


def test_records_and_scorecards_that_are_gone():
    without_card = replace(BEFORE.projects[0], scorecards=())
    after = replace(BEFORE, projects=(without_card, BEFORE.projects[1]))
    record, card_gone = found("removed", after)
    assert (record.record.id, card_gone.project) == ("d", "a")
    assert found("removed", BEFORE, before=after) == ()


def test_words_that_give_meaning():
    based = replace(BEFORE.projects[0], baseline=french("Un formulaire papier"))
    after = replace(BEFORE, projects=(based, *BEFORE.projects[1:]))
    assert [edit.key for edit in found("meaning", after)] == ["baseline"]
    titled = replace(BEFORE.projects[0], title=french("Projet aaa revu"))
    after = replace(BEFORE, projects=(titled, *BEFORE.projects[1:]))
    assert found("meaning", after) == ()


TEN = Level(Fraction(10), french("Immense"))
