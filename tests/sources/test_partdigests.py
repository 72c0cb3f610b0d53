"""Each part of a project has a digest of its own, which changes with it alone."""

from dataclasses import fields, replace
from fractions import Fraction

import pytest

from cvcgen.core.diagnostics import Location
from cvcgen.core.model import (
    ClienteleId,
    Feasibility,
    Kind,
    NotRated,
    Project,
    Provenance,
    Rated,
    RatedScorecard,
    RaterId,
    RaterPoints,
    Status,
    Text,
    ValueId,
    Waiver,
)
from cvcgen.core.projectparts import ProjectParts
from cvcgen.sources.partdigests import digest_parts, digest_whole, read_parts, write_parts
from cvcgen.sources.recordtext import list_fields, write_row
from tests.publish.little_sites import not_concerned, project, published, rated, text

GENS, AUTRES = ClienteleId("gens"), ClienteleId("autres")
CARD = rated("gens", {"v": "5", "w": None})
BESIDE = {"cards", "whole"}
BEFORE = project("a", CARD, published("autres", "40"), summary=text("En bref"))


def parts(record: Project) -> ProjectParts:
    return digest_parts(record, list_fields(Kind.PROJECT, record))


def changed(after: Project) -> set[str]:
    """The names of the parts whose digests are others than before."""
    old, new = parts(BEFORE), parts(after)
    names = [field.name for field in fields(ProjectParts) if field.name not in BESIDE]
    found = {name for name in names if getattr(old, name) != getattr(new, name)}
    for clientele in old.cards.keys() | new.cards.keys():
        for name in ("points", "whole"):
            digests = {getattr(one.cards.get(clientele), name, None) for one in (old, new)}
            found |= {f"{clientele}.{name}"} if len(digests) > 1 else set()
    assert (old.whole != new.whole) == bool(found)
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
            {"kinds", "gens.points", "gens.whole"},
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
def test_what_changes_apart_has_a_digest_of_its_own(after: Project, names: set[str]) -> None:
    assert changed(after) == names


def test_a_rating_to_come_and_one_of_no_points_differ() -> None:
    rated_at, to_rate = (
        parts(with_card(replace(CARD, ratings=(rating,)))).cards[GENS].points
        for rating in (Rated(ValueId("v"), Fraction(0)), NotRated(ValueId("v")))
    )
    assert rated_at != to_rate


def test_digests_are_read_as_they_were_written() -> None:
    assert read_parts(write_parts(parts(BEFORE))) == parts(BEFORE)
    bare = project("b", title=Text(()))
    assert read_parts(write_parts(parts(bare))) == parts(bare)


@pytest.mark.parametrize("record", [BEFORE, project("b", title=Text(()))])
def test_the_record_that_is_written_beside_is_the_plain_one(record: Project) -> None:
    row = list_fields(Kind.PROJECT, record)
    assert digest_whole(record, row) == (digest_parts(record, row), write_row(row).decode())


def test_an_id_that_is_no_utf8_has_digests_too() -> None:
    odd = parts(project("a\udcff", CARD))
    assert odd.whole != parts(project("b", CARD)).whole
    assert read_parts(write_parts(odd)) == odd


@pytest.mark.parametrize(
    "line", [b"", b"{", b"null", b"[]", b'[["a"],[]]', b"\xff", b"[1,2]", b"[" * 99_999]
)
def test_what_is_no_line_of_digests_is_none(line: bytes) -> None:
    assert read_parts(line) is None
