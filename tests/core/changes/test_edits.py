"""What was edited, as data: one edit per part of a record, and none for order or place."""

from dataclasses import Field, fields, replace
from fractions import Fraction

import pytest

from cvcgen.core.changes import EditKind, RecordKey, Unrated
from cvcgen.core.changes.differences import SITE_KEY
from cvcgen.core.model import (
    Clientele,
    ClienteleId,
    Feasibility,
    Kind,
    Language,
    Level,
    NotConcerned,
    NotRated,
    Project,
    Provenance,
    PublishedScorecard,
    PyramidEntry,
    Rated,
    RatedScorecard,
    RaterId,
    RaterPoints,
    RatersRule,
    Repository,
    Rubric,
    RubricId,
    Site,
    Status,
    Text,
    Value,
    ValueId,
    ValueLevel,
    Waiver,
    Weights,
    WeightsKind,
)
from tests.core.changes.catalogues import SITE, french
from tests.core.changes.hands import compared, content, named
from tests.core.grids import grid, levels, published, rating, scorecard

GRID = grid("50 30 20")
PROJECT = named("x", scorecard("5 3 0"))
BEFORE = content(GRID, PROJECT)


def edited(after):
    """The edits as record, kind, value, before and after."""
    found = compared(BEFORE, after).edits
    assert all(edit.record in (SITE_KEY, *RECORDS) for edit in found)
    return [
        (edit.record.id, edit.kind.value, edit.value, edit.before, edit.after) for edit in found
    ]


RECORDS = (
    RecordKey(Kind.RUBRIC, "r"),
    RecordKey(Kind.CLIENTELE, "c"),
    RecordKey(Kind.PROJECT, "x"),
)


def with_project(**parts):
    return content(GRID, replace(PROJECT, **parts))


def with_clientele(**parts):
    return content(replace(GRID, clientele=replace(GRID.clientele, **parts)), PROJECT)


def with_levels(points):
    return content(replace(GRID, rubric=replace(GRID.rubric, levels=levels(points))), PROJECT)


@pytest.mark.parametrize(
    ("figure", "was", "becomes"),
    [("3", 5, 3), ("-", 5, Unrated.NOT_RATED), ("n/a", 5, Unrated.NOT_APPLICABLE)],
)
def test_a_rating_has_points_or_a_state(figure, was, becomes):
    after = with_project(scorecards=(scorecard(f"{figure} 3 0"),))
    assert edited(after) == [("x", "rating", "v01", was, becomes)]
    (edit,) = compared(BEFORE, after).edits
    assert (edit.clientele, edit.scores) == ("c", 1)


def test_a_scorecard_that_takes_another_form_is_one_edit():
    concerned = NotConcerned(ClienteleId("c"), french("Aucun lien"))
    assert edited(with_project(scorecards=(concerned,))) == [
        ("x", "scorecard", None, "rated", "not_concerned")
    ]
    assert edited(with_project(scorecards=())) == [("x", "scorecard", None, "rated", None)]
    comparison = compared(BEFORE, with_project(scorecards=(concerned,)))
    (change,) = comparison.changes
    assert (change.presence_before, change.presence_after) == ("scored", "not_concerned")
    assert (change.kinds, change.delta, change.causes) == (("vanished",), None, ())


def test_a_published_total_beside_ratings_is_edited_without_moving_the_score():
    card = replace(scorecard("5 3 0"), published=Fraction(68), rated="2026-01-01")
    after = with_project(scorecards=(card,))
    assert edited(after) == [
        ("x", "published", None, None, 68),
        ("x", "rated_on", None, None, "2026-01-01"),
    ]
    assert compared(BEFORE, after).changes == ()


def test_settings_of_a_project():
    after = with_project(
        feasibility=Feasibility.UNDETERMINED,
        status=Status.PLANNED,
        provenance=Provenance.ILLUSTRATIVE,
    )
    assert edited(after) == [
        ("x", "feasibility", None, "feasible", "undetermined"),
        ("x", "provenance", None, None, "illustrative"),
        ("x", "status", None, None, "planned"),
    ]
    assert compared(BEFORE, after).changes == ()


def test_settings_of_a_clientele():
    after = with_clientele(
        edition="2022", weights=replace(GRID.clientele.weights, kind=WeightsKind.ILLUSTRATIVE)
    )
    assert edited(after) == [
        ("c", "edition", None, None, "2022"),
        ("c", "weights_kind", None, "declared", "illustrative"),
    ]


def test_another_rubric_is_an_edit_of_the_clientele():
    other = replace(GRID.rubric, id=RubricId("s"), levels=levels("0 5 7"))
    both = replace(BEFORE, rubrics=(GRID.rubric, other))
    switched = replace(both, clienteles=(replace(GRID.clientele, rubric=other.id),))
    (edit,) = compared(both, switched).edits
    assert (edit.kind, edit.before, edit.after, edit.scores) == (EditKind.RUBRIC, "r", "s", 1)


def test_the_order_of_a_pyramid_is_an_edit_that_moves_no_score():
    first, second, third = GRID.clientele.pyramid
    after = with_clientele(pyramid=(second, first, third))
    assert edited(after) == [
        ("c", "values_reordered", None, ("v01", "v02", "v03"), ("v02", "v01", "v03"))
    ]
    assert compared(BEFORE, after).changes == ()


def test_a_value_replaced_in_a_pyramid():
    """Another value with the same weight: the scorecard loses one rating and gets one."""
    other = replace(GRID.clientele.pyramid[2], value=ValueId("v09"))
    after = content(
        replace(
            GRID,
            clientele=replace(GRID.clientele, pyramid=(*GRID.clientele.pyramid[:2], other)),
        ),
        named("x", scorecard("5 3 1", values=("v01", "v02", "v09"))),
    )
    assert edited(after) == [
        ("c", "value_added", "v09", None, 20),
        ("c", "value_removed", "v03", 20, None),
        ("x", "rating", "v03", 0, None),
        ("x", "rating", "v09", None, 1),
    ]


def test_levels_of_a_rubric():
    assert edited(with_levels("0 1 3 4 5")) == [("r", "level_added", None, None, 4)]
    assert edited(with_levels("0 3 5")) == [("r", "level_removed", None, 1, None)]
    assert edited(with_levels("0 2 3 5")) == [("r", "level_points", None, 1, 2)]


def test_settings_of_the_site():
    site = replace(
        SITE,
        languages=(Language("fr"), Language("en")),
        repository=Repository("https://example.org/r", "main"),
        url="https://example.org/s",
        noindex=True,
    )
    assert edited(replace(BEFORE, site=site)) == [
        ("", "languages", None, ("fr",), ("fr", "en")),
        ("", "noindex", None, None, "true"),
        ("", "repository_branch", None, None, "main"),
        ("", "repository_url", None, None, "https://example.org/r"),
        ("", "site_url", None, None, "https://example.org/s"),
    ]


def test_a_record_that_came_is_no_edit():
    value = Value(ValueId("v01"), french("Accès"))
    project = named("z", published("50"))
    after = replace(BEFORE, values=(value,), projects=(PROJECT, project))
    comparison = compared(BEFORE, after)
    assert comparison.edits + comparison.wording == ()
    assert [(r.record.id, r.event) for r in comparison.records] == [
        ("z", "added"),
        ("v01", "added"),
    ]


def test_ratings_in_another_order_are_no_edit():
    ratings = tuple(rating(value, figure) for value, figure in (("v03", "0"), ("v01", "5")))
    backwards = replace(scorecard("5 3 0"), ratings=(*ratings, rating("v02", "3")))
    assert edited(with_project(scorecards=(backwards,))) == []


def by_two(first: str, second: str, counted: str, rule: RatersRule = RatersRule.MEDIAN):
    """The project, its first value rated by two raters."""
    points = (("A", first), ("B", second))
    given = tuple(RaterPoints(RaterId(name), Fraction(p)) for name, p in points)
    card = scorecard(f"{counted} 3 0")
    rated = replace(card.ratings[0], by_rater=given)
    return with_project(
        scorecards=(replace(card, rule=rule, ratings=(rated, *card.ratings[1:])),)
    )


def test_points_of_a_rater_that_move_the_counting_rating():
    comparison = compared(by_two("3", "5", "3"), by_two("5", "5", "5"))
    assert [(e.kind, e.part, e.before, e.after, e.scores) for e in comparison.edits] == [
        ("rater_points", "A", 3, 5, 1),
        ("rating", None, 3, 5, 1),
    ]


def test_points_of_a_rater_that_leave_the_counting_rating_move_no_score():
    comparison = compared(by_two("3", "5", "3"), by_two("3", "3", "3"))
    assert [(e.kind, e.part, e.before, e.after, e.scores) for e in comparison.edits] == [
        ("rater_points", "B", 5, 3, 0)
    ]
    assert comparison.changes == ()


def test_another_rule_is_an_edit_that_moves_the_score():
    before = by_two("3", "5", "5", RatersRule.CONSENSUS)
    comparison = compared(before, by_two("3", "5", "3"))
    assert [(e.kind, e.before, e.after, e.scores) for e in comparison.edits] == [
        ("raters_rule", "consensus", "median", 1),
        ("rating", 5, 3, 1),
    ]


def test_a_waiver_is_an_edit_that_moves_no_score():
    waiver = Waiver("CVC417", french("Mesuré"), "2026-12-31", "/scorecards")
    later = replace(waiver, until="2027-12-31")
    comparison = compared(with_project(waivers=(waiver,)), with_project(waivers=(later,)))
    (edit,) = comparison.edits
    assert (edit.kind, edit.part) == ("waiver", "CVC417 /scorecards")
    assert (edit.before, edit.after, edit.scores) == ("2026-12-31", "2027-12-31", 0)


def test_no_field_of_the_model_is_forgotten():
    """A new field that holds no text must be compared: add it to `facts` and to this list."""
    known = {
        Site: {"languages", "noindex", "repository", "url", "waivers"},
        Repository: {"url", "branch"},
        Rubric: {"id", "levels", "provenance", "waivers"},
        Level: {"points"},
        Value: {"id", "levels", "provenance", "waivers"},
        ValueLevel: {"points"},
        Weights: {"kind", "total"},
        PyramidEntry: {"value", "weight"},
        Waiver: {"code", "until", "at"},
        Clientele: {
            "id",
            "rubric",
            "weights",
            "pyramid",
            "edition",
            "provenance",
            "waivers",
        },
        Rated: {"value", "points", "by_rater"},
        NotRated: {"value", "by_rater"},
        RaterPoints: {"rater", "points"},
        RatedScorecard: {"clientele", "ratings", "published", "rated", "rule"},
        PublishedScorecard: {"clientele", "published"},
        Project: {"id", "scorecards", "feasibility", "status", "provenance", "waivers"},
    }
    for kind, names in known.items():
        assert {f.name for f in fields(kind) if f.compare and not _is_text(f)} == names, kind


def _is_text(found: Field[object]) -> bool:
    return "model.Text" in repr(found.type) or found.type is Text
