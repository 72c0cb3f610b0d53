"""Texts that read otherwise: every text of every record, and which of them give meaning."""

from dataclasses import fields, replace
from fractions import Fraction

import pytest

from cvcgen.core.changes import WordingEdit
from cvcgen.core.model import (
    Catalogue,
    ClienteleId,
    Language,
    Level,
    NotApplicable,
    NotConcerned,
    NotRated,
    Project,
    PublishedScorecard,
    Rated,
    RatedScorecard,
    RaterId,
    RaterPoints,
    Scorecard,
    Site,
    Text,
    Value,
    ValueId,
    ValueLevel,
    Waiver,
)
from tests.core.changes.catalogues import SITE, french
from tests.core.changes.hands import compared, content, named
from tests.core.grids import grid, scorecard

GRID = grid("50 50")
VALUE = Value(ValueId("v01"), french("Accès"))
PROJECT = named("x", scorecard("5 3"))
BEFORE = replace(content(GRID, PROJECT), values=(VALUE,))
NEW = french("Autre")


def worded(after: Catalogue, before: Catalogue = BEFORE) -> list[WordingEdit]:
    """The wording edits, where nothing else changed."""
    comparison = compared(before, after)
    assert not comparison.records + comparison.changes + comparison.edits
    return list(comparison.wording)


def one(after: Catalogue) -> tuple[str, str, bool]:
    """The only edit's record, path and meaning."""
    (edit,) = worded(after)
    return edit.record.id, edit.path, edit.meaning


def with_card(**parts) -> Catalogue:
    card = replace(scorecard("5 3"), **parts)
    return replace(BEFORE, projects=(replace(PROJECT, scorecards=(card,)),))


def with_rating(**parts) -> Catalogue:
    rating = replace(Rated(ValueId("v01"), Fraction(5)), **parts)
    return with_card(ratings=(rating, scorecard("5 3").ratings[1]))


@pytest.mark.parametrize("key", ["title", "summary", "notice", "source"])
def test_texts_of_the_site(key):
    after = replace(BEFORE, site=replace(SITE, **{key: NEW}))
    assert one(after) == ("", key, False)


@pytest.mark.parametrize("key", ["title", "summary", "description", "baseline", "source"])
def test_texts_of_a_project(key):
    after = replace(BEFORE, projects=(replace(PROJECT, **{key: NEW}),))
    assert one(after) == ("x", key, key == "baseline")


@pytest.mark.parametrize("key", ["name", "description", "source"])
def test_texts_of_a_clientele_and_of_a_rubric(key):
    clientele = replace(GRID.clientele, **{key: NEW})
    assert one(replace(BEFORE, clienteles=(clientele,))) == ("c", key, False)
    rubric = replace(GRID.rubric, **{key: NEW})
    assert one(replace(BEFORE, rubrics=(rubric,))) == ("r", key, False)


def test_the_note_of_the_weights():
    weights = replace(GRID.clientele.weights, note=NEW)
    clientele = replace(GRID.clientele, weights=weights)
    assert one(replace(BEFORE, clienteles=(clientele,))) == ("c", "weights/note", False)


@pytest.mark.parametrize("key", ["name", "definition", "source"])
def test_texts_of_a_value(key):
    after = replace(BEFORE, values=(replace(VALUE, **{key: NEW}),))
    assert one(after) == ("v01", key, key == "definition")


def test_the_meaning_of_a_level_for_a_value():
    level = ValueLevel(Fraction(5, 2), NEW)
    after = replace(BEFORE, values=(replace(VALUE, levels=(level,)),))
    assert one(after) == ("v01", "levels/2.5", True)


@pytest.mark.parametrize("key", ["name", "definition"])
def test_words_of_a_level_of_a_rubric(key):
    low, *others = GRID.rubric.levels
    rubric = replace(GRID.rubric, levels=(replace(low, **{key: NEW}), *others))
    assert one(replace(BEFORE, rubrics=(rubric,))) == ("r", f"levels/0/{key}", True)


@pytest.mark.parametrize("key", ["note", "source"])
def test_texts_of_a_scorecard(key):
    assert one(with_card(**{key: NEW})) == ("x", f"scorecards/c/{key}", False)


def test_reasons_of_a_rating():
    assert one(with_rating(why=NEW)) == ("x", "scorecards/c/ratings/v01/why", True)
    evidence = with_rating(evidence=(NEW,))
    assert one(evidence) == ("x", "scorecards/c/ratings/v01/evidence", False)


def test_lists_are_compared_without_their_order():
    first, second, third = (french(name) for name in ("un", "deux", "trois"))
    before = with_card(raters=(first, second))
    assert worded(with_card(raters=(second, first)), before) == []
    (edit,) = worded(with_card(raters=(second, third)), before)
    assert (edit.path, edit.before, edit.after) == ("scorecards/c/raters", first, third)


def test_a_rating_that_became_not_applicable_loses_one_reason_and_gets_another():
    before = with_rating(why=french("Parce que"))
    reason = NotApplicable(ValueId("v01"), NEW)
    after = with_card(ratings=(reason, scorecard("5 3").ratings[1]))
    found = compared(before, after).wording
    assert [(e.key, e.before, e.after, e.meaning) for e in found] == [
        ("not_applicable", None, NEW, True),
        ("why", french("Parce que"), None, True),
    ]


def test_the_languages_that_differ():
    both = Text(((Language("en"), "Access"), (Language("fr"), "Accès")))
    (edit,) = worded(replace(BEFORE, values=(replace(VALUE, name=both),)))
    assert edit.languages == ("en",)


CONCERNED = NotConcerned(ClienteleId("c"), NEW)
PUBLISHED = PublishedScorecard(ClienteleId("c"), Fraction(35), source=NEW)


def with_cards(*cards: Scorecard) -> Catalogue:
    return replace(BEFORE, projects=(replace(PROJECT, scorecards=cards),))


def told(before: Catalogue, after: Catalogue) -> list[tuple[str, Text | None, Text | None]]:
    return [(e.path, e.before, e.after) for e in compared(before, after).wording]


def test_the_reason_of_a_state_that_is_new_is_listed():
    for before in (with_rating(why=french("Parce que")), with_cards(), with_cards(PUBLISHED)):
        reason = ("scorecards/c/not_concerned", None, NEW)
        assert reason in told(before, with_cards(CONCERNED))
    other = with_cards(replace(CONCERNED, reason=french("Autre raison")))
    (edit,) = worded(other, with_cards(CONCERNED))
    assert (edit.path, edit.meaning) == ("scorecards/c/not_concerned", True)


def test_where_a_published_total_comes_from_is_listed_when_it_is_new():
    for before in (with_card(), with_cards(), with_cards(CONCERNED)):
        assert ("scorecards/c/source", None, NEW) in told(before, with_cards(PUBLISHED))


def test_reasons_of_ratings_are_one_change_with_the_scorecard_that_they_came_with():
    rated = with_rating(why=NEW, evidence=(NEW,))
    for before in (with_cards(), with_cards(PUBLISHED), with_cards(CONCERNED)):
        assert not [path for path, _, _ in told(before, rated) if "ratings" in path]
    assert told(with_cards(), rated) == []


def test_why_a_value_has_no_points_is_listed_when_the_scorecard_is_new():
    other = scorecard("5 3").ratings[1]
    absent = with_card(ratings=(NotApplicable(ValueId("v01"), NEW), other))
    waiting = with_card(ratings=(NotRated(ValueId("v01"), why=NEW), other))
    path = "scorecards/c/ratings/v01"
    assert told(with_cards(), absent) == [(f"{path}/not_applicable", None, NEW)]
    assert told(with_cards(), waiting) == [(f"{path}/why", None, NEW)]


def test_the_reason_of_a_rating_that_was_not_there_is_listed():
    first, second = with_rating(why=NEW).projects[0].scorecards[0].ratings
    path = "scorecards/c/ratings/v01/why"
    assert told(with_card(ratings=(second,)), with_card(ratings=(first, second))) == [
        (path, None, NEW)
    ]


def test_the_words_of_a_level_are_listed_when_it_is_new_and_not_when_it_moves():
    *levels, last = GRID.rubric.levels
    new = Level(Fraction(9), NEW, french("Au-delà"))

    def scale(*found: Level) -> Catalogue:
        return replace(BEFORE, rubrics=(replace(GRID.rubric, levels=tuple(found)),))

    added = told(BEFORE, scale(*levels, last, new))
    assert added == [
        ("levels/9/definition", None, french("Au-delà")),
        ("levels/9/name", None, NEW),
    ]
    worded_ = replace(last, name=NEW, definition=french("Au-delà"))
    moved = replace(worded_, points=Fraction(9))
    assert told(scale(*levels, worded_), scale(*levels, moved)) == []


def test_the_reason_of_a_waiver_that_is_new_is_listed():
    waived = replace(SITE, waivers=(Waiver("CVC413", NEW, "2026"),))
    after = replace(BEFORE, site=waived)
    assert told(BEFORE, after) == [("waivers/CVC413/reason", None, NEW)]


def test_the_reason_of_a_rater_that_is_new_is_listed():
    one = RaterPoints(RaterId("A"), Fraction(5), NEW)
    after = with_rating(by_rater=(one,))
    path = "scorecards/c/ratings/v01/by_rater/A/why"
    assert (path, None, NEW) in told(BEFORE, after)


def test_what_a_rater_says_is_a_reason_for_the_rating():
    def given(why: Text) -> Catalogue:
        one = RaterPoints(RaterId("A"), Fraction(5), why)
        card = scorecard("5 3")
        ratings = (replace(card.ratings[0], by_rater=(one,)), card.ratings[1])
        return with_card(ratings=ratings)

    (edit,) = worded(given(NEW), given(french("Autrement")))
    assert (edit.path, edit.value, edit.meaning) == (
        "scorecards/c/ratings/v01/by_rater/A/why",
        "v01",
        True,
    )


def test_the_reason_of_a_waiver_is_words():
    def waived(reason: Text) -> Catalogue:
        return replace(BEFORE, site=replace(SITE, waivers=(Waiver("CVC413", reason, "2026"),)))

    (edit,) = worded(waived(NEW), waived(french("Autrement")))
    assert (edit.path, edit.meaning) == ("waivers/CVC413/reason", False)


def test_no_text_of_the_model_is_forgotten():
    """A new text field of a record must be compared: add it to `texts` and to this list."""
    known = {
        Site: {"title", "summary", "notice", "source"},
        Level: {"name", "definition"},
        Value: {"name", "definition", "source"},
        Project: {"title", "summary", "description", "baseline", "source"},
        Rated: {"why", "evidence"},
        RaterPoints: {"why"},
        NotRated: {"why", "evidence"},
        Waiver: {"reason"},
        NotApplicable: {"reason"},
        NotConcerned: {"reason"},
        RatedScorecard: {"raters", "note", "source"},
        PublishedScorecard: {"note", "source"},
    }
    for kind, names in known.items():
        assert {f.name for f in fields(kind) if "Text" in str(f.type)} == names, kind


def test_a_reason_stays_where_raters_no_longer_give_a_rating():
    given = (RaterPoints(RaterId("A"), None),)
    rated, other = scorecard("5 3").ratings
    kept = NotRated(rated.value, by_rater=given, why=NEW)
    before = with_card(ratings=(replace(rated, why=NEW), other))
    assert compared(before, with_card(ratings=(kept, other))).wording == ()
