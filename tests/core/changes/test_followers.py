"""What came or went with a value of a pyramid or with a clientele: marked, and counted once."""

from dataclasses import replace
from fractions import Fraction

from cvcgen.core.changes import Comparison, EditKind
from cvcgen.core.changes.compare import compare
from cvcgen.core.changes.differences import NOTHING_ALONG, Along
from cvcgen.core.changes.gates import beyond, parse_gate
from cvcgen.core.model import (
    Kind,
    NotApplicable,
    NotConcerned,
    Project,
    Rated,
    RatedScorecard,
    RaterId,
    RaterPoints,
    ValueId,
)
from tests.core.changes.catalogues import french, random_pair
from tests.core.changes.hands import compared, content, named
from tests.core.grids import grid, scorecard

TWO, ONE = grid("60 40"), grid("100")
FIRST, SECOND = ValueId("v01"), ValueId("v02")


def rated(name: str, *values: ValueId) -> Project:
    """A project with a reason and two pieces of evidence for each value."""
    evidence = (french("Étude"), french("Sondage"))
    ratings = [Rated(v, Fraction(3), french(f"Motif {name}"), evidence) for v in values]
    return named(name, replace(scorecard("3"), ratings=tuple(ratings)))


WHOLE = content(TWO, rated("a", FIRST, SECOND), rated("b", FIRST, SECOND))
REDUCED = content(ONE, rated("a", FIRST), rated("b", FIRST))


def found(gate: str, comparison: Comparison) -> list[object]:
    watched = parse_gate(gate)
    assert watched is not None
    return list(beyond(watched, comparison))


def test_a_value_that_leaves_a_pyramid_takes_ratings_reasons_and_texts_along():
    comparison = compared(WHOLE, REDUCED)
    by_kind = {edit.kind: edit for edit in comparison.own_edits}
    assert set(by_kind) == {EditKind.VALUE_REMOVED, EditKind.WEIGHT}
    assert by_kind[EditKind.VALUE_REMOVED].along == Along(ratings=2, reasons=2, texts=4)
    assert by_kind[EditKind.WEIGHT].along == NOTHING_ALONG
    assert comparison.own_wording == ()
    assert [(e.record.id, e.kind, e.before) for e in comparison.edits if e.follows] == [
        ("a", EditKind.RATING, 3),
        ("b", EditKind.RATING, 3),
    ]
    assert len(comparison.wording) == 6


def test_a_value_that_comes_brings_as_much():
    [added] = [e for e in compared(REDUCED, WHOLE).edits if e.kind is EditKind.VALUE_ADDED]
    assert added.along == Along(ratings=2, reasons=2, texts=4)


def test_what_else_was_edited_follows_nothing():
    elsewhere = replace(REDUCED, projects=(rated("a", FIRST), named("b", scorecard("5"))))
    comparison = compared(WHOLE, elsewhere)
    assert [e.value for e in comparison.own_edits if e.kind is EditKind.RATING] == [FIRST]
    assert [(e.value, e.key) for e in comparison.own_wording] == [
        (FIRST, "evidence"),
        (FIRST, "evidence"),
        (FIRST, "why"),
    ]


def test_what_several_raters_gave_is_a_part_of_the_rating():
    given = tuple(RaterPoints(RaterId(one), Fraction(3), french("Vu")) for one in ("x", "y"))
    ratings = (Rated(FIRST, Fraction(3)), Rated(SECOND, Fraction(3), by_rater=given))
    card = replace(scorecard("3 3"), ratings=ratings)
    after = content(ONE, named("a", scorecard("3")))
    comparison = compared(content(TWO, named("a", card)), after)
    [removed] = [e for e in comparison.edits if e.kind is EditKind.VALUE_REMOVED]
    assert removed.along == Along(ratings=1, reasons=2)
    followers = [e.kind for e in comparison.edits if e.follows]
    assert sorted(followers) == ["rater_points", "rater_points", "rating"]


def test_a_clientele_comes_with_its_scorecards_and_their_words():
    other = grid("100", name="d", scale="r")
    cards = (
        replace(scorecard("3", clientele="d"), note=french("Une note")),
        NotConcerned(other.clientele.id, french("Hors de portée")),
        RatedScorecard(other.clientele.id, (NotApplicable(FIRST, french("Sans objet")),)),
    )
    before = content(ONE, *(named(name, scorecard("3")) for name in "abe"))
    projects = tuple(
        replace(project, scorecards=(*project.scorecards, card))
        for project, card in zip(before.projects, cards, strict=True)
    )
    clienteles = (*before.clienteles, other.clientele)
    after = replace(before, clienteles=clienteles, projects=projects)
    for comparison in (compared(before, after), compared(after, before)):
        [record] = comparison.records
        assert record.along == Along(scorecards=3, reasons=2, texts=1)
        assert (comparison.own_edits, comparison.own_wording) == ((), ())
        assert found("meaning", comparison) == [record]


def test_the_gate_of_meanings_names_the_value_once():
    for comparison in (compared(WHOLE, REDUCED), compared(REDUCED, WHOLE)):
        [edit] = [e for e in comparison.edits if e.along != NOTHING_ALONG]
        assert found("meaning", comparison) == [edit]


def test_a_value_that_leaves_without_a_reason_is_no_change_of_meaning():
    before = content(TWO, named("a", scorecard("3 3")))
    assert found("meaning", compared(before, content(ONE, named("a", scorecard("3"))))) == []


def test_followers_are_exactly_what_only_one_pyramid_or_clientele_has():
    seen = 0
    for seed in range(200):
        comparison = compare(*random_pair(seed))
        for part in (*comparison.edits, *comparison.wording):
            whole = {
                *((r.record.id, None) for r in comparison.records if _is_clientele(r)),
                *((e.record.id, e.value) for e in comparison.edits if _of_pyramid(e)),
            }
            wholes = {(part.clientele, None), (part.clientele, part.value)}
            assert part.follows == bool(part.clientele and wholes & whole)
            seen += part.follows
        assert _counted(comparison) == _marked(comparison)
    assert seen > 50


def _is_clientele(change) -> bool:
    return change.record.kind is Kind.CLIENTELE and change.event != "renamed"


def _of_pyramid(edit) -> bool:
    return edit.kind in (EditKind.VALUE_ADDED, EditKind.VALUE_REMOVED)


def _counted(comparison: Comparison) -> tuple[int, ...]:
    along = [one.along for one in (*comparison.records, *comparison.edits)]
    parts = ("scorecards", "ratings", "reasons", "texts")
    return tuple(sum(getattr(one, part) for one in along) for part in parts)


def _marked(comparison: Comparison) -> tuple[int, ...]:
    kinds = [edit.kind for edit in comparison.edits if edit.follows]
    meanings = [edit.meaning for edit in comparison.wording if edit.follows]
    return (
        kinds.count(EditKind.SCORECARD),
        kinds.count(EditKind.RATING),
        meanings.count(True),
        meanings.count(False),
    )
