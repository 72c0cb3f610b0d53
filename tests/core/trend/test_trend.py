"""Series of made states: laws over random histories, and each thing that can happen."""

from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from random import Random

import pytest

from cvcgen.core.changes import CauseKind, ChangeKind, EditKind, ScoreChange, State, compare
from cvcgen.core.diagnostics import message
from cvcgen.core.model import Catalogue, Kind, Origin
from cvcgen.core.ranking import evaluate
from cvcgen.core.trend import Moment, Point, Series, Trend, company, present_ids, trend
from tests.core.changes.catalogues import random_catalogue, random_edit, rename
from tests.core.changes.hands import X, Y, card, citizens, content, named

REASON = message("broken")
HIGH = "5 5 5 5 5 5 5 5"


def moment(catalogue: Catalogue | None, name: str = "") -> Moment:
    origin = Origin(name)
    if catalogue is None:
        return Moment(origin, None, REASON)
    return Moment(origin, State(catalogue, evaluate(catalogue, origin)))


def told(*catalogues: Catalogue | None) -> Trend:
    return trend(moment(found, str(number)) for number, found in enumerate(catalogues))


def random_history(seed: int) -> list[Moment]:
    random = Random(seed)
    found, states = random_catalogue(random), []
    for number in range(8):
        states.append(moment(found if random.random() < 0.85 else None, str(number)))
        for _ in range(random.choice((0, 1, 1, 2))):
            found = random_edit(random, found)
    return states


def at(series: Series) -> list[str]:
    return [point.occasion.origin.label for point in series.points]


def sound_ends(points: tuple[Point, ...]) -> bool:
    """Whether nothing stands between the first and the last total that has no number."""
    return all(point.place and point.place.score.total is not None for point in points)


@pytest.mark.parametrize("part", range(10))
def test_laws_of_random_histories(part: int) -> None:
    for seed in range(part * 30, part * 30 + 30):
        moments = random_history(seed)
        found = trend(moments)
        assert [o.origin for o in found.occasions] == [m.origin for m in moments]
        assert_last_points_are_the_last_scoreboard(found, moments)
        assert_changes_are_those_of_compare(found, moments)
        for series in found.series:
            assert_deltas_sum(series)
            assert len(set(at(series))) == len(series.points)


@pytest.mark.parametrize("part", range(4))
def test_scores_alone_give_the_same_series(part: int) -> None:
    for seed in range(part * 30, part * 30 + 30):
        whole, alone = (
            trend(random_history(seed)),
            trend(random_history(seed), scores_alone=True),
        )
        assert [bare(one) for one in alone.series] == [bare(one) for one in whole.series]


def bare(series: Series) -> tuple[object, ...]:
    """The series, its revisions by their labels: what they compare with is no part of it."""
    points = [(p.place, p.ranked, p.change, p.breaks, p.gap) for p in series.points]
    return series.clientele, series.project, at(series), points


def assert_last_points_are_the_last_scoreboard(found: Trend, moments: list[Moment]) -> None:
    if (state := moments[-1].state) is None:
        return
    places = {
        (ranking.clientele, place.project): (place, len(ranking.ranked))
        for ranking in state.scoreboard.rankings
        for place in ranking.places
    }
    assert {
        (series.clientele, series.project): (point.place, point.ranked)
        for series in found.series
        if (point := series.points[-1]).place is not None
    } == places


def assert_changes_are_those_of_compare(found: Trend, moments: list[Moment]) -> None:
    sound = [m.state for m in moments if m.state is not None]
    occasions = [o for o in found.occasions if o.gap is None]
    for (before, after), occasion in zip(pairwise(sound), occasions[1:], strict=True):
        whole = compare(before, after)
        scored = {change for change in whole.changes if is_of_its_own(change)}
        assert scored <= set(occasion.changes) <= set(whole.changes)


def is_of_its_own(change: ScoreChange) -> bool:
    """Whether more happened than that others moved, or that weights were written otherwise."""
    came_or_went = change.before is None or change.after is None
    return change.moved or came_or_went or any(cause.amount for cause in change.causes)


def assert_deltas_sum(series: Series) -> None:
    points = [point for point in series.points if point.gap is None]
    if points and sound_ends(tuple(points)):
        deltas = [p.change.delta or 0 for p in points[1:] if p.change is not None]
        ends = [p.place.score.total or 0 for p in (points[0], points[-1]) if p.place]
        assert sum(deltas, Fraction(0)) == ends[1] - ends[0]


def test_only_points_that_differ_are_kept_and_the_ends() -> None:
    grid = citizens()
    low, high = content(grid, named("a", card(X))), content(grid, named("a", card(Y)))
    [series] = told(low, low, low, high, high, high).series
    assert at(series) == ["0", "3", "5"]
    first, moved, last = series.points
    assert (first.change, last.change) == (None, None)
    assert moved.change is not None
    assert moved.change.delta == sum(cause.amount or 0 for cause in moved.change.causes)
    assert {cause.kind for cause in moved.change.causes} == {CauseKind.RATING}


def test_who_was_passed_has_a_point_without_a_change() -> None:
    grid = citizens()
    before = content(grid, named("a", card(X)), named("b", card(Y)))
    after = content(grid, named("a", card(HIGH)), named("b", card(Y)))
    a, b = told(before, after).series
    assert [point.place.rank for point in b.points if point.place] == [1, 2]
    assert b.points[1].change is None
    assert company(b.points[1], b.points[0]).above == ("a",)
    assert company(a.points[1], a.points[0]) == company(a.points[0], a.points[0])


def test_a_tie_is_made_and_broken() -> None:
    grid = citizens()
    apart = content(grid, named("a", card(X)), named("b", card(Y)))
    level = content(grid, named("a", card(Y)), named("b", card(Y)))
    _, b = told(apart, level, apart).series
    assert company(b.points[1], b.points[0]).tied == ("a",)
    assert company(b.points[2], b.points[1]).untied == ("a",)


def test_a_gap_has_its_reason_and_ends_with_a_point() -> None:
    grid = citizens()
    low, high = content(grid, named("a", card(X))), content(grid, named("a", card(Y)))
    [series] = told(low, None, None, low, high).series
    assert at(series) == ["0", "1", "3", "4"]
    assert [point.gap for point in series.points] == [None, REASON, None, None]
    assert series.points[2].change is None
    [series] = told(low, None, high).series
    assert series.points[2].change is not None
    assert series.points[2].occasion.before is not None
    assert series.points[2].occasion.before.origin.label == "0"


def test_what_follows_a_gap_is_told_from_before_it() -> None:
    grid = citizens()
    low, high = content(grid, named("a", card(X))), content(grid, named("a", card(Y)))
    found = told(None, low, high, None, None, low, low, None)
    follows = [at for at in range(len(found.occasions)) if found.follows_gap(at)]
    assert follows == [5]


def test_a_history_that_begins_or_ends_with_a_gap() -> None:
    low = content(citizens(), named("a", card(X)))
    [series] = told(None, low, None).series
    assert at(series) == ["1", "2"]
    assert told(None).series == ()
    assert told() == Trend((), ())


def test_weights_that_change_are_a_break_of_every_series() -> None:
    ratings = (named("a", card(X)), named("b", card("0 0 0 0 0 0 0 0")))
    before = content(citizens(), *ratings)
    after = content(citizens("16 18 14 13 12 11 10 6"), *ratings)
    for series in told(before, after).series:
        [edit, other] = series.points[1].breaks
        assert {edit.kind, other.kind} == {EditKind.WEIGHT}
        assert series.points[0].breaks == ()


def test_a_scale_or_an_edition_that_changes_is_a_break() -> None:
    before = content(citizens(), named("a", card(X)))
    [clientele] = before.clienteles
    edition = replace(before, clienteles=(replace(clientele, edition="2030"),))
    [series] = told(before, edition).series
    assert [edit.kind for edit in series.points[1].breaks] == [EditKind.EDITION]
    scale = content(citizens(points="0 1 3 5 10"), named("a", card(X)))
    [series] = told(before, scale).series
    assert [edit.kind for edit in series.points[1].breaks] == [EditKind.LEVEL_ADDED]


def test_another_order_of_the_values_is_no_break() -> None:
    """It says what matters most, and no score is measured otherwise."""
    before = content(citizens(), named("a", card(X)))
    [clientele] = before.clienteles
    turned = replace(clientele, pyramid=clientele.pyramid[::-1])
    [series] = told(before, replace(before, clienteles=(turned,))).series
    assert not any(point.breaks for point in series.points)


def test_a_renamed_project_keeps_its_series() -> None:
    grid = citizens()
    before = content(grid, named("a", card(X)))
    after = content(grid, replace(before.projects[0], id="z", scorecards=(card(Y),)))
    [series] = told(before, after).series
    assert (series.project, at(series)) == ("z", ["0", "1"])
    assert [point.place.project for point in series.points if point.place] == ["a", "z"]
    assert present_ids([series]) == {"a": "z", "z": "z"}


def test_a_renamed_clientele_keeps_its_series() -> None:
    before = content(citizens(), named("a", card(X)))
    [series] = told(before, rename(before, Kind.CLIENTELE, "c", "d")).series
    assert (series.clientele, len(series.points)) == ("d", 2)


def test_two_projects_that_swap_their_ids_are_edited_and_not_renamed() -> None:
    grid = citizens()
    before = content(grid, named("a", card(X)), named("b", card(Y)))
    after = content(grid, named("a", card(Y)), named("b", card(X)))
    assert [series.project for series in told(before, after).series] == ["a", "b"]


def test_what_went_ends_and_what_came_back_goes_on() -> None:
    grid = citizens()
    whole = content(grid, named("a", card(X)), named("b", card(Y)))
    part = content(grid, named("b", card(Y)))
    a, b = told(whole, part, part, whole).series
    assert at(a) == ["0", "1", "3"]
    assert [point.place is None for point in a.points] == [False, True, False]
    assert [bool(point.change) for point in a.points] == [False, True, True]
    assert a.points[2].change is not None
    assert ChangeKind.APPEARED in a.points[2].change.kinds
    assert len(b.points) == 2


def test_incomplete_becomes_complete() -> None:
    grid = citizens()
    before = content(grid, named("a", card("5 - 3 5 3 1 0 3")))
    [series] = told(before, content(grid, named("a", card(X)))).series
    change = series.points[1].change
    assert change is not None
    assert ChangeKind.BECAME_COMPLETE in change.kinds
    assert change.delta is None
