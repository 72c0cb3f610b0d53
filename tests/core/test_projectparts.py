"""No field of a project is without a part: what has none would never be made anew."""

from dataclasses import fields

from cvcgen.core.model import Project
from cvcgen.core.projectparts import PART_OF, ProjectParts


def test_every_field_of_a_project_belongs_to_a_part() -> None:
    assert {field.name for field in fields(Project)} == {*PART_OF, "id"}


def test_every_part_has_a_digest() -> None:
    names = {field.name for field in fields(ProjectParts)}
    assert names == {*PART_OF.values(), "whole", "cards"}
