"""Worked examples: each kind of cause, in exact figures (DOMAIN.md §2.8 and §4)."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

from cvcgen.app import evaluate_site
from cvcgen.core.changes import CauseKind, ChangeKind, State, Unrated, compare
from cvcgen.core.diagnostics import Location
from cvcgen.core.model import (
    Catalogue,
    ClienteleId,
    Feasibility,
    PyramidEntry,
    RaterId,
    RaterPoints,
    RatersRule,
    Rubric,
    WeightsKind,
)
from cvcgen.core.ranking import evaluate
from tests.core.changes.hands import (
    CITIZEN_VALUES,
    X,
    Y,
    card,
    change,
    citizens,
    compared,
    content,
    named,
    words,
)
from tests.core.grids import grid, levels, published, scorecard

ROOT = Path(__file__).parents[3]
HEAVIER_ACCESS = "21 13 14 13 12 11 10 6"
PROJECTS = (named("x", card(X)), named("y", card(Y)))


def test_moving_three_points_of_weight_lets_x_pass_y():
    """Accessibilité 18 → 21, Sécurité 16 → 13: X 52.4 → 55.4, Y 55.2 → 54."""
    comparison = compared(
        content(citizens(), *PROJECTS), content(citizens(HEAVIER_ACCESS), *PROJECTS)
    )
    x, y = change(comparison, "x"), change(comparison, "y")
    assert words(x) == [("weight", "accessibilite", "3"), ("weight", "securite", "0")]
    assert words(y) == [("weight", "accessibilite", "1.8"), ("weight", "securite", "-3")]
    assert (x.delta, y.delta) == (3, Fraction("-1.2"))
    assert (x.before.score.total, x.after.score.total) == (Fraction("52.4"), Fraction("55.4"))
    assert (y.before.score.total, y.after.score.total) == (Fraction("55.2"), 54)
    assert (x.before.rank, x.after.rank, x.below, x.above) == (2, 1, ("y",), ())
    assert (y.before.rank, y.after.rank, y.below, y.above) == (1, 2, (), ("x",))
    assert [(e.value, e.before, e.after, e.scores) for e in comparison.edits] == [
        ("accessibilite", 18, 21, 2),
        ("securite", 16, 13, 1),
    ]


def test_the_same_in_the_demonstration_content():
    """The two projects of `content/` that are rated for citizens as X and Y are."""
    before = evaluate_site(ROOT)
    catalogue = _reweighted(before.checked.catalogue, accessibilite=21, securite=13)
    after = State(catalogue, evaluate(catalogue, before.checked.origin))
    comparison = compare(State(before.checked.catalogue, before.scoreboard), after)
    x = change(comparison, "releve-remboursements-en-ligne", "citoyens")
    y = change(comparison, "messagerie-securisee", "citoyens")
    assert words(x) == [("weight", "accessibilite", "3"), ("weight", "securite", "0")]
    assert words(y) == [("weight", "accessibilite", "1.8"), ("weight", "securite", "-3")]
    assert (x.after.score.total, y.after.score.total) == (Fraction("55.4"), 54)
    assert x.causes[0].sides.where.path == "content/clienteles/citoyens.yaml"
    assert {c.clientele for c in comparison.changes} == {"citoyens"}


def test_a_weight_and_a_rating_edited_together_share_at_the_midpoint():
    """Sécurité 16 → 13 and rated 0 → 3: 0 % → 7.8 %, -0.9 by weight and +8.7 by rating."""
    after = named("x", card(X.replace("5 0", "5 3", 1)))
    comparison = compared(
        content(citizens(), named("x", card(X))), content(citizens(HEAVIER_ACCESS), after)
    )
    assert words(change(comparison, "x")) == [
        ("weight", "accessibilite", "3"),
        ("rating", "securite", "8.7"),
        ("weight", "securite", "-0.9"),
    ]


def test_another_rule_for_the_same_ratings_is_its_own_cause():
    """3 and 5 under consensus on 5, then their lower median: 100 → 80, by the rule."""
    given = tuple(RaterPoints(RaterId(name), Fraction(p)) for name, p in (("A", 3), ("B", 5)))

    def ruled(rule: RatersRule, counted: str):
        card = scorecard(f"{counted} 5")
        rated = replace(card.ratings[0], by_rater=given)
        return named("x", replace(card, rule=rule, ratings=(rated, card.ratings[1])))

    before = content(grid("50 50"), ruled(RatersRule.CONSENSUS, "5"))
    comparison = compared(before, content(grid("50 50"), ruled(RatersRule.MEDIAN, "3")))
    assert words(change(comparison, "x")) == [("raters_rule", "v01", "-20")]
    assert change(comparison, "x").delta == -20


def test_weights_that_only_moved_by_normalising_are_marked():
    """50 50 → 50 150: only v02 was edited, and v01 fell from 50 % to 25 %."""
    projects = (named("x", scorecard("5 3")),)
    comparison = compared(
        content(grid("50 50"), *projects), content(grid("50 150", total=200), *projects)
    )
    found = change(comparison, "x")
    assert words(found) == [("weight", "v01", "-25"), ("weight", "v02", "15")]
    assert [(c.before, c.after, c.edited) for c in found.causes] == [
        (50, 25, False),
        (50, 75, True),
    ]
    assert [(e.kind, e.scores) for e in comparison.edits] == [
        ("weight", 1),
        ("weights_total", 0),
    ]


def test_a_weight_that_normalising_moved_is_named_for_a_value_not_rated_yet():
    unfinished = named("x", scorecard("- 5"))
    comparison = compared(
        content(grid("50 50"), unfinished), content(grid("50 150", total=200), unfinished)
    )
    found = change(comparison, "x")
    assert words(found) == [("weight", "v01", None), ("weight", "v02", None)]
    assert [cause.edited for cause in found.causes] == [False, True]


def test_weights_that_were_equal_and_are_declared():
    projects = (named("x", scorecard("5 3")),)
    comparison = compared(content(grid("= ="), *projects), content(grid("60 40"), *projects))
    assert change(comparison, "x").delta == 4
    assert [(e.kind, e.before, e.after, e.scores) for e in comparison.edits] == [
        ("weight", None, 60, 1),
        ("weight", None, 40, 1),
        ("weights_kind", "equal", "declared", 1),
    ]


def test_declaring_the_weights_moves_no_score_beside_the_weight_that_does():
    projects = (named("x", scorecard("5 3")),)
    old, new = grid("50 50"), grid("60 40")
    declared = replace(new.clientele.weights, kind=WeightsKind.ILLUSTRATIVE)
    renamed = replace(new, clientele=replace(new.clientele, weights=declared))
    comparison = compared(content(old, *projects), content(renamed, *projects))
    assert [(e.kind, e.scores) for e in comparison.edits] == [
        ("weight", 1),
        ("weight", 1),
        ("weights_kind", 0),
    ]


def test_only_the_largest_level_moves_scores():
    projects = (named("x", card(X)),)
    comparison = compared(
        content(citizens(), *projects), content(citizens(points="0 1 3 4 5 10"), *projects)
    )
    assert sorted((e.after, e.scores) for e in comparison.edits) == [(4, 0), (10, 1)]


def test_doubling_every_weight_moves_nothing():
    projects = (named("x", scorecard("5 3")),)
    comparison = compared(
        content(grid("40 60"), *projects), content(grid("80 120", total=200), *projects)
    )
    assert comparison.changes == ()
    assert [edit.scores for edit in comparison.edits] == [0, 0, 0]


def test_a_value_that_became_not_applicable_rescales_the_others():
    """W4: Autonomie 5 → n/a: 52.4 → 197/435, coverage 87 %."""
    comparison = compared(
        content(citizens(), named("x", card(X))),
        content(citizens(), named("x", card(X.replace("3 5 3", "3 n/a 3")))),
    )
    found = change(comparison, "x")
    assert found.kinds == (ChangeKind.COVERAGE, ChangeKind.SCORE_DOWN)
    assert found.after.score.total == Fraction(19700, 435)
    lost = next(c for c in found.causes if c.kind is CauseKind.APPLICABILITY)
    assert (lost.value, lost.amount, lost.before) == ("autonomie", -13, 5)
    assert lost.after is Unrated.NOT_APPLICABLE
    rescaled = {c.value: c.amount for c in found.causes if c.kind is CauseKind.COVERAGE}
    assert rescaled["accessibilite"] == Fraction(1800, 87) - 18
    assert "securite" not in rescaled  # it has 0 points
    assert sum(c.amount for c in found.causes) == found.delta
    assert not any(c.edited for c in found.causes if c.kind is CauseKind.COVERAGE)


def test_a_rating_taken_back_leaves_an_interval_and_no_amounts():
    """W4: Autonomie 5 → not rated: 52.4 → [39.4 ; 52.4], unranked."""
    comparison = compared(
        content(citizens(), *PROJECTS),
        content(citizens(), named("x", card(X.replace("3 5 3", "3 - 3"))), PROJECTS[1]),
    )
    found = change(comparison, "x")
    assert found.kinds == (ChangeKind.BECAME_INCOMPLETE, ChangeKind.RANK_LOST)
    assert (found.after.score.low, found.after.score.high) == (
        Fraction("39.4"),
        Fraction("52.4"),
    )
    assert words(found) == [("completeness", "autonomie", None)]
    assert (found.causes[0].before, found.causes[0].after) == (5, Unrated.NOT_RATED)
    assert found.moved


def test_a_published_total_replaced_by_ratings():
    """W1: 45 % was published, the ratings give 62.5 %."""
    version_1 = grid("= = = = = = = =")
    comparison = compared(
        content(version_1, named("x", published("45"))),
        content(version_1, named("x", scorecard("3 3 5 5 5 1 0 3"))),
    )
    found = change(comparison, "x")
    assert found.kinds == (ChangeKind.RATINGS_GIVEN, ChangeKind.SCORE_UP)
    assert words(found) == [("published", None, "17.5")]
    assert [(e.kind, e.before, e.after, e.scores) for e in comparison.edits] == [
        ("published", 45, None, 1),
        ("scorecard", "published", "rated", 1),
    ]


def test_a_larger_scale_lowers_each_contribution():
    """The largest points 5 → 10: half of 52.4 % is lost, value by value."""
    comparison = compared(
        content(citizens(), named("x", card(X))),
        content(citizens(points="0 1 3 5 10"), named("x", card(X))),
    )
    found = change(comparison, "x")
    assert found.delta == Fraction("-26.2")
    assert {c.kind for c in found.causes} == {CauseKind.RUBRIC}
    assert ("rubric", "accessibilite", "-9") in words(found)
    assert {(c.before, c.after) for c in found.causes} == {(5, 10)}
    assert [(e.kind, e.after, e.scores) for e in comparison.edits] == [("level_added", 10, 1)]


def test_a_value_added_to_equal_weights():
    """5 and 3 of two values are 80 %; with a third of 0 points they are 160/3 %."""
    comparison = compared(
        content(grid("= ="), named("x", scorecard("5 3"))),
        content(grid("= = ="), named("x", scorecard("5 3 0"))),
    )
    found = change(comparison, "x")
    assert words(found) == [
        ("weight", "v01", "-50/3"),
        ("weight", "v02", "-10"),
        ("value_added", "v03", "0"),
    ]
    assert [c.edited for c in found.causes] == [False, False, True]
    assert [(e.kind, e.value, e.scores) for e in comparison.edits] == [
        ("value_added", "v03", 1),
        ("rating", "v03", 0),
    ]


def test_a_gate_that_closes_moves_no_total():
    before = content(citizens(), *PROJECTS)
    closed = replace(PROJECTS[1], feasibility=Feasibility.NOT_FEASIBLE)
    comparison = compared(before, content(citizens(), PROJECTS[0], closed))
    y, x = change(comparison, "y"), change(comparison, "x")
    assert y.kinds == (ChangeKind.GATE_CLOSED, ChangeKind.RANK_LOST)
    assert words(y) == [("feasibility", None, "0")]
    assert (x.kinds, x.delta, x.below, x.causes) == ((ChangeKind.RANK_UP,), 0, ("y",), ())


def test_two_edits_that_cancel_out_are_shown():
    comparison = compared(
        content(grid("50 50"), named("x", scorecard("5 3"))),
        content(grid("50 50"), named("x", scorecard("3 5"))),
    )
    found = change(comparison, "x")
    assert (found.kinds, found.delta, found.moved) == ((ChangeKind.BALANCED,), 0, False)
    assert words(found) == [("rating", "v01", "-20"), ("rating", "v02", "20")]


def test_causes_know_their_places_on_both_sides():
    old, new = citizens(), citizens(HEAVIER_ACCESS)
    places = [
        _placed(old.clientele.pyramid, "before.yaml"),
        _placed(new.clientele.pyramid, "after.yaml"),
    ]
    grids = [
        replace(found, clientele=replace(found.clientele, pyramid=pyramid))
        for found, pyramid in zip((old, new), places, strict=True)
    ]
    comparison = compared(*(content(found, *PROJECTS) for found in grids))
    cause = change(comparison, "x").causes[0]
    assert cause.sides.before == Location("before.yaml", 1)
    assert cause.sides.where == Location("after.yaml", 1)


def test_the_least_points_bound_an_incomplete_score():
    unfinished = named("x", scorecard("5 -"))
    lifted: Rubric = replace(grid("50 50").rubric, levels=levels("1 3 5"))
    comparison = compared(
        content(grid("50 50"), unfinished),
        content(replace(grid("50 50"), rubric=lifted), unfinished),
    )
    found = change(comparison, "x")
    assert (found.kinds, found.moved) == ((ChangeKind.INTERVAL,), True)
    assert [(c.kind, c.value, c.before, c.after) for c in found.causes] == [
        ("rubric", None, 0, Fraction(1, 5))
    ]
    assert [edit.scores for edit in comparison.edits] == [1]


def _placed(pyramid: tuple[PyramidEntry, ...], path: str) -> tuple[PyramidEntry, ...]:
    return tuple(
        replace(e, where=Location(path, line)) for line, e in enumerate(pyramid, start=1)
    )


def _reweighted(catalogue: Catalogue, **weights: int) -> Catalogue:
    """The catalogue with other weights for citizens."""
    assert set(weights) <= set(CITIZEN_VALUES)
    clienteles = [
        replace(
            found,
            pyramid=tuple(
                replace(e, weight=Fraction(weights[e.value])) if e.value in weights else e
                for e in found.pyramid
            ),
        )
        if found.id == ClienteleId("citoyens")
        else found
        for found in catalogue.clienteles
    ]
    return replace(catalogue, clienteles=tuple(clienteles))
