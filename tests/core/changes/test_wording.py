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


def test_what_a_scorecard_of_another_form_said_is_not_listed():
    concerned = NotConcerned(ClienteleId("c"), NEW)
    after = replace(BEFORE, projects=(replace(PROJECT, scorecards=(concerned,)),))
    assert compared(with_card(note=NEW), after).wording == ()
    other = replace(concerned, reason=french("Autre raison"))
    changed = replace(BEFORE, projects=(replace(PROJECT, scorecards=(other,)),))
    (edit,) = worded(changed, after)
    assert (edit.path, edit.meaning) == ("scorecards/c/not_concerned", True)


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
