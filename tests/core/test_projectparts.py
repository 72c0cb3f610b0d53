"""Each part of a project has a name of its own, which another version keeps where it can."""

from dataclasses import fields, replace
from fractions import Fraction

import pytest

from cvcgen.core.diagnostics import Location
from cvcgen.core.model import (
    ClienteleId,
    Feasibility,
    NotRated,
    Project,
    Provenance,
    Rated,
    RatedScorecard,
    RaterId,
    RaterPoints,
    Status,
    ValueId,
    Waiver,
)
from cvcgen.core.projectparts import PART_OF, CardParts, ProjectParts, keep_names, name_parts
from tests.publish.little_sites import not_concerned, project, published, rated, text

GENS, AUTRES = ClienteleId("gens"), ClienteleId("autres")
CARD = rated("gens", {"v": "5", "w": None})
PLAIN = {field.name for field in fields(ProjectParts)} - {"cards", "whole"}
BEFORE = project("a", CARD, published("autres", "40"), summary=text("En bref"))
KNOWN = name_parts(BEFORE, "old")


def changed(after: Project) -> set[str]:
    """The names of the parts that are not named as before."""
    parts = keep_names(after, "new", BEFORE, KNOWN)
    found = {name for name in PLAIN if getattr(parts, name) == "new"}
    assert all(getattr(parts, name) == "old" for name in PLAIN - found)
    for clientele, card in parts.cards.items():
        found |= {f"{clientele}.points"} if card.points == "new" else set()
        found |= {f"{clientele}.whole"} if card.whole == "new" else set()
    assert parts.cards.keys() == {card.clientele for card in after.scorecards}
    found |= {f"{clientele}.gone" for clientele in KNOWN.cards.keys() - parts.cards.keys()}
    assert (parts.whole == "new") == bool(found)
    return found


def with_card(card: RatedScorecard) -> Project:
    return replace(BEFORE, scorecards=(BEFORE.scorecards[0], card))


def with_rating(**more: object) -> Project:
    first, second = CARD.ratings
    return with_card(replace(CARD, ratings=(replace(first, **more), second)))  # type: ignore


@pytest.mark.parametrize(
    ("after", "names"),
    [
        (replace(BEFORE), set()),
        (replace(BEFORE, title=text("Autre")), {"title"}),
        (replace(BEFORE, status=Status.PLANNED), {"state"}),
        (replace(BEFORE, feasibility=Feasibility.NOT_FEASIBLE), {"state"}),
        (replace(BEFORE, provenance=Provenance.ILLUSTRATIVE), {"state"}),
        (replace(BEFORE, summary=None), {"summary"}),
        (replace(BEFORE, description=text("Long")), {"text"}),
        (replace(BEFORE, baseline=text("Avant")), {"text"}),
        (replace(BEFORE, source=text("Rapport")), {"text"}),
        (replace(BEFORE, where=Location("a.yaml", 3)), {"text"}),
        (replace(BEFORE, waivers=(Waiver("CVC416", text("Oui"), "2026-01-01"),)), {"text"}),
        (with_rating(points=Fraction(3)), {"gens.points", "gens.whole"}),
        (with_rating(why=text("Autrement")), {"gens.whole"}),
        (with_rating(evidence=(text("Preuve"),)), {"gens.whole"}),
        (with_rating(where=Location("a.yaml", 70)), {"gens.whole"}),
        (
            with_rating(by_rater=(RaterPoints(RaterId("x"), Fraction(1)),)),
            {"gens.points", "gens.whole"},
        ),
        (with_card(replace(CARD, note=text("Note"))), {"gens.whole"}),
        (with_card(replace(CARD, rated="2026-01-01")), {"gens.whole"}),
        (with_card(replace(CARD, raters=(text("Groupe"),))), {"gens.points", "gens.whole"}),
        (with_card(replace(CARD, published=Fraction(50))), {"gens.points", "gens.whole"}),
        (
            with_card(replace(CARD, ratings=(CARD.ratings[0],))),
            {"gens.points", "gens.whole"},
        ),
        (
            replace(BEFORE, scorecards=(BEFORE.scorecards[0],)),
            {"kinds", "gens.gone"},
        ),
        (
            replace(BEFORE, scorecards=(BEFORE.scorecards[0], not_concerned("gens"))),
            {"kinds", "gens.points", "gens.whole"},
        ),
        (
            replace(BEFORE, scorecards=(published("autres", "41"), CARD)),
            {"autres.points", "autres.whole"},
        ),
    ],
)
def test_what_changes_apart_is_named_apart(after: Project, names: set[str]) -> None:
    assert changed(after) == names


@pytest.mark.parametrize(
    ("by_rater", "names"),
    [
        ((RaterPoints(RaterId("x"), Fraction(1), text("Autre raison")),), {"gens.whole"}),
        ((RaterPoints(RaterId("x"), Fraction(2)),), {"gens.points", "gens.whole"}),
        ((RaterPoints(RaterId("y"), Fraction(1)),), {"gens.points", "gens.whole"}),
    ],
)
def test_points_are_what_raters_gave_not_why(
    by_rater: tuple[RaterPoints, ...], names: set[str]
) -> None:
    before = with_rating(by_rater=(RaterPoints(RaterId("x"), Fraction(1)),))
    parts = keep_names(with_rating(by_rater=by_rater), "new", before, name_parts(before, "old"))
    card = parts.cards[GENS]
    assert {f"gens.{name}" for name in ("points", "whole") if getattr(card, name) == "new"} == (
        names
    )


def test_a_rating_to_come_and_one_of_no_points_differ() -> None:
    none, to_rate = (
        with_card(replace(CARD, ratings=(rating,)))
        for rating in (Rated(ValueId("v"), Fraction(0)), NotRated(ValueId("v")))
    )
    parts = keep_names(to_rate, "new", none, name_parts(none, "old"))
    assert parts.cards[GENS].points == "new"


def test_a_scorecard_that_was_not_there_has_names_of_its_own() -> None:
    before = replace(BEFORE, scorecards=(BEFORE.scorecards[0],))
    parts = keep_names(BEFORE, "new", before, name_parts(before, "old"))
    assert parts.cards == {AUTRES: CardParts("old", "old"), GENS: CardParts("new", "new")}


def test_names_are_kept_from_before_the_former_version() -> None:
    """What changed once keeps the name that it had then, whatever changes later."""
    second = replace(BEFORE, title=text("Deux"))
    named = keep_names(second, "second", BEFORE, KNOWN)
    third = keep_names(replace(second, summary=None), "third", second, named)
    assert (third.title, third.summary, third.state, third.whole) == (
        "second",
        "third",
        "old",
        "third",
    )


def test_every_field_of_a_project_belongs_to_a_part() -> None:
    assert {field.name for field in fields(Project)} == {*PART_OF, "id"}


def test_every_part_has_a_name() -> None:
    names = {field.name for field in fields(ProjectParts)}
    assert names == {*PART_OF.values(), "whole", "cards"}
