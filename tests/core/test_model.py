"""The records: what they answer, and what makes two of them equal."""

from dataclasses import FrozenInstanceError, fields, is_dataclass, replace
from fractions import Fraction

import pytest

from cvcgen.core import model
from cvcgen.core.diagnostics import Location
from cvcgen.core.model import Catalogue, Kind, Language, ProjectId, Site, Text, Value, ValueId
from tests.core.changes.hands import named
from tests.core.grids import NO_TEXT, grid, levels, project

FR, EN = Language("fr"), Language("en")
RECORDS = [
    record
    for record in vars(model).values()
    if is_dataclass(record) and record.__module__ == model.__name__
]


def test_a_text_is_found_by_its_language() -> None:
    text = Text(((EN, "Speed"), (FR, "Rapidité")))
    assert [text.in_language(language) for language in (FR, EN, Language("es"))] == [
        "Rapidité",
        "Speed",
        None,
    ]


def test_a_text_is_said_in_the_first_language_that_it_has_else_in_any() -> None:
    text = Text(((EN, "Speed"), (FR, "Rapidité")))
    assert text.in_first([Language("es"), FR, EN]) == "Rapidité"
    assert text.in_first([Language("es")]) == text.in_first([]) == "Speed"
    assert Text(((EN, ""), (FR, "Rapidité"))).in_first([EN]) == "Rapidité"
    assert Text(()).in_first([EN]) == ""


def test_who_reads_a_language_is_given_that_of_a_region() -> None:
    of_region = Language("fr-CA")
    text = Text(((EN, "Speed"), (of_region, "Rapidité")))
    assert text.in_first([FR, EN]) == "Rapidité"
    assert text.in_first([Language("f"), EN]) == "Speed"
    assert Text(((FR, "Vitesse"), (of_region, "Rapidité"))).in_first([FR]) == "Vitesse"
    assert Text(((EN, "Speed"), (of_region, ""))).in_first([FR, EN]) == "Speed"
    assert Site(NO_TEXT, (EN, of_region)).language_for(FR) == of_region
    assert Site(NO_TEXT, (of_region, FR)).language_for(FR) == FR
    assert Site(NO_TEXT, (EN, of_region)).language_for(Language("f")) is None


def test_the_first_language_declared_is_the_default() -> None:
    assert Site(NO_TEXT, (FR, EN)).default_language == FR
    assert Site(NO_TEXT, (EN, FR)).default_language == EN


def test_the_maximum_of_a_rubric_is_its_highest_level() -> None:
    assert grid("=", "0 1 3 5").rubric.maximum == 5
    assert grid("=", "1 2.5").rubric.maximum == Fraction("2.5")


def test_a_level_is_found_by_its_exact_points() -> None:
    rubric = grid("=", "0 2.5 5").rubric
    assert rubric.level(Fraction("2.5")) == rubric.levels[1]
    assert rubric.level(Fraction(0)) == rubric.levels[0]
    assert rubric.level(Fraction(2)) is None


def test_ids_are_those_of_one_kind_readable_or_not() -> None:
    found = grid("= =", name="citoyens")
    catalogue = Catalogue(
        site=Site(NO_TEXT, (FR,)),
        rubrics=(found.rubric,),
        values=(Value(ValueId("v01"), NO_TEXT), Value(ValueId("v02"), NO_TEXT)),
        clienteles=(found.clientele,),
        projects=(project("rappel"),),
        unreadable=frozenset({(Kind.VALUE, "v03"), (Kind.PROJECT, "carte")}),
    )
    assert {kind: catalogue.ids(kind) for kind in Kind} == {
        Kind.RUBRIC: {"r"},
        Kind.VALUE: {"v01", "v02", "v03"},
        Kind.CLIENTELE: {"citoyens"},
        Kind.PROJECT: {"rappel", "carte"},
    }


@pytest.mark.parametrize("record", RECORDS)
def test_no_place_takes_part_in_equality(record: type) -> None:
    places = [field for field in fields(record) if field.type is Location]
    assert [field.name for field in places if field.compare] == []


def test_moving_a_record_is_no_change_and_changing_it_is_one() -> None:
    level = levels("3")[0]
    moved = replace(level, where=Location("content/rubrics/gain.yaml", 12, 5))
    assert moved == level
    assert hash(moved) == hash(level)
    assert replace(level, points=Fraction(4)) != level


def test_records_are_frozen_and_slotted() -> None:
    level = levels("3")[0]
    with pytest.raises(FrozenInstanceError):
        level.points = Fraction(5)  # type: ignore[misc]
    assert [record for record in RECORDS if "__slots__" not in vars(record)] == []


def test_a_project_is_found_by_its_id() -> None:
    projects = tuple(named(name) for name in "bdf")
    catalogue = Catalogue(Site(Text(()), (Language("fr"),)), projects=projects)
    for name in "abcdefg":
        found = next((project for project in projects if project.id == name), None)
        assert catalogue.project(ProjectId(name)) is found
