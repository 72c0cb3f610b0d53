"""The quick evaluation against the whole one."""

from dataclasses import replace

import pytest

from cvcgen.core.model import Feasibility, Origin
from cvcgen.core.ranking import evaluate
from cvcgen.core.reevaluation import reevaluate
from tests.core.changes.catalogues import moved, random_pair, state
from tests.core.changes.hands import X, Y, card, citizens, content, named

ORIGIN = Origin("later")


@pytest.mark.parametrize("part", range(10))
def test_it_gives_what_evaluating_anew_gives(part: int) -> None:
    for seed in range(part * 40, part * 40 + 40):
        former, later = random_pair(seed)
        anew = evaluate(later.catalogue, ORIGIN)
        assert reevaluate(later.catalogue, ORIGIN, former) == anew
        stranger, _ = random_pair(seed + 1)
        assert reevaluate(later.catalogue, ORIGIN, stranger) == anew


def test_what_did_not_change_is_the_same_object() -> None:
    grid = citizens()
    former = state(content(grid, named("a", card(X)), named("b", card(Y))))
    same = reevaluate(former.catalogue, ORIGIN, former)
    assert same.rankings[0] is former.scoreboard.rankings[0]
    later = replace(former.catalogue, projects=(former.catalogue.projects[0],))
    [place] = reevaluate(later, ORIGIN, former).rankings[0].places
    assert place.score is former.scoreboard.rankings[0].places[1].score


def test_a_closed_gate_takes_the_rank_away() -> None:
    grid = citizens()
    former = state(content(grid, named("a", card(X))))
    [project] = former.catalogue.projects
    closed = replace(project, feasibility=Feasibility.NOT_FEASIBLE)
    [place] = reevaluate(content(grid, closed), ORIGIN, former).rankings[0].places
    assert place.rank is None


def test_a_moved_rating_keeps_its_new_place_in_the_file() -> None:
    former = state(content(citizens(), named("a", card(X))))
    later = moved(former.catalogue, 9)
    [place] = reevaluate(later, ORIGIN, former).rankings[0].places
    [anew] = evaluate(later, ORIGIN).rankings[0].places
    lines = [part.rating.where.line for part in place.score.parts]
    assert lines == [part.rating.where.line for part in anew.score.parts]
    assert lines[0] != former.scoreboard.rankings[0].places[0].score.parts[0].rating.where.line
