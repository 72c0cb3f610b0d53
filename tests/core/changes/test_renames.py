"""Which records are the same under another id, and what is compared across a renaming."""

from dataclasses import replace
from fractions import Fraction

from cvcgen.core.changes import ChangeKind, renames
from cvcgen.core.changes.similarity import likeness
from cvcgen.core.model import Kind, ProjectId, Value, ValueId
from tests.core.changes.catalogues import french, rename
from tests.core.changes.hands import change, compared, content, named, words
from tests.core.grids import grid, published, scorecard

GRID = grid("50 30 20")
VALUES = tuple(
    Value(ValueId(name), french(title), french(f"Ce que {title} veut dire ici"))
    for name, title in (("v01", "Accès"), ("v02", "Sécurité"), ("v03", "Rapidité"))
)
CALL_BACK = replace(
    named("call-back", scorecard("5 3 0")), title=french("Rappel téléphonique automatique")
)
LETTERS = replace(named("letters", scorecard("0 3 5")), title=french("Lettres claires"))
BEFORE = replace(content(GRID, CALL_BACK, LETTERS), values=VALUES)


def renamed(comparison):
    return [(r.former, r.record.id, r.event.value, r.exact) for r in comparison.records]


def test_a_project_renamed_with_changes_keeps_its_scores():
    """Another id, a longer title and one rating more: 68 % becomes 80 %."""
    after = replace(
        CALL_BACK,
        id=ProjectId("automatic-call-back"),
        title=french("Rappel téléphonique automatique et gratuit"),
        scorecards=(scorecard("5 5 0"),),
    )
    comparison = compared(BEFORE, replace(BEFORE, projects=(after, LETTERS)))
    assert renamed(comparison) == [("call-back", "automatic-call-back", "renamed", False)]
    found = change(comparison, "automatic-call-back")
    assert (found.delta, words(found)) == (12, [("rating", "v02", "12")])
    assert (found.before.project, found.after.project) == ("call-back", "automatic-call-back")
    assert [(e.record.id, e.kind, e.scores) for e in comparison.edits] == [
        ("automatic-call-back", "rating", 1)
    ]
    assert [e.path for e in comparison.wording] == ["title"]


def test_an_equal_record_is_preferred_to_a_similar_one():
    similar = replace(CALL_BACK, id=ProjectId("a"), scorecards=(scorecard("5 3 1"),))
    equal = replace(CALL_BACK, id=ProjectId("z"))
    comparison = compared(content(GRID, CALL_BACK), content(GRID, similar, equal))
    assert renamed(comparison) == [
        (None, "a", "added", True),
        ("call-back", "z", "renamed", True),
    ]


def test_the_most_similar_record_is_preferred():
    near = replace(CALL_BACK, id=ProjectId("z"), scorecards=(scorecard("5 3 1"),))
    far = replace(CALL_BACK, id=ProjectId("a"), scorecards=(scorecard("1 1 1"),))
    comparison = compared(content(GRID, CALL_BACK), content(GRID, far, near))
    assert renamed(comparison) == [
        (None, "a", "added", True),
        ("call-back", "z", "renamed", False),
    ]


def test_strangers_are_one_gone_and_one_new():
    comparison = compared(content(GRID, CALL_BACK), content(GRID, LETTERS))
    assert renamed(comparison) == [
        (None, "call-back", "removed", True),
        (None, "letters", "added", True),
    ]
    assert [c.kinds for c in comparison.changes] == [("vanished",), ("appeared",)]


def test_an_equal_published_total_alone_makes_no_renaming():
    before = replace(CALL_BACK, scorecards=(published("45"),))
    after = replace(LETTERS, scorecards=(published("45"),))
    comparison = compared(content(GRID, before), content(GRID, after))
    assert [r.event for r in comparison.records] == ["removed", "added"]


def test_a_value_renamed_with_its_name_is_not_removed_and_added():
    after = rename(BEFORE, Kind.VALUE, "v03", "v09")
    values = (*after.values[:2], replace(after.values[2], name=french("Célérité")))
    comparison = compared(BEFORE, replace(after, values=values))
    assert renamed(comparison) == [("v03", "v09", "renamed", False)]
    assert comparison.changes + comparison.edits == ()
    assert [edit.record.id for edit in comparison.wording] == ["v09"]


def test_everything_renamed_at_once():
    after = BEFORE
    for kind, name in (
        (Kind.RUBRIC, "r"),
        (Kind.VALUE, "v01"),
        (Kind.VALUE, "v02"),
        (Kind.VALUE, "v03"),
        (Kind.CLIENTELE, "c"),
        (Kind.PROJECT, "call-back"),
        (Kind.PROJECT, "letters"),
    ):
        after = rename(after, kind, name, f"new-{name}")
    comparison = compared(BEFORE, after)
    assert len(comparison.records) == 7
    assert all(r.exact and r.record.id == f"new-{r.former}" for r in comparison.records)
    assert comparison.changes + comparison.edits + comparison.wording == ()


def test_a_clientele_renamed_with_other_weights():
    after = rename(content(grid("40 40 20"), CALL_BACK, LETTERS), Kind.CLIENTELE, "c", "people")
    comparison = compared(content(GRID, CALL_BACK, LETTERS), after)
    assert renamed(comparison) == [("c", "people", "renamed", False)]
    found = change(comparison, "call-back", "people")
    assert (found.delta, found.kinds[-1]) == (Fraction(-4), ChangeKind.SCORE_DOWN)


def test_the_same_id_is_the_same_record_whatever_became_of_it():
    swapped = (
        replace(LETTERS, id=CALL_BACK.id),
        replace(CALL_BACK, id=LETTERS.id),
    )
    comparison = compared(BEFORE, replace(BEFORE, projects=swapped))
    assert comparison.records == ()
    assert change(comparison, "call-back").delta == 38 - 68


def many(letter: str, count: int):
    """Projects that are all alike, each with a title of its own, shared by both letters."""
    return tuple(
        replace(CALL_BACK, id=ProjectId(f"{letter}{n:04}"), title=french(f"Rappel {n}"))
        for n in range(count)
    )


def test_of_many_that_went_and_came_those_with_the_same_title_are_compared(monkeypatch):
    """600 with 600 others are 360,000 pairs; thousands took minutes and gigabytes."""
    compared_pairs = []

    def count(first, second):
        compared_pairs.append((first, second))
        return likeness(first, second)

    monkeypatch.setattr(renames, "likeness", count)
    gone = many("a", 600)
    come = tuple(replace(p, scorecards=(scorecard("5 3 1"),)) for p in many("b", 600))
    before, after = content(GRID, *gone), content(GRID, *come)
    names = {f"a{n:04}": f"b{n:04}" for n in range(600)}
    assert renames.find_renames(before, after).projects == names
    assert len(compared_pairs) == 600
    back = {name: former for former, name in names.items()}
    assert renames.find_renames(after, before).projects == back
