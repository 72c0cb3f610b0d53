"""Spaces that are letters to YAML are told as what they look like."""

import pytest

from cvcgen.core.diagnostics import Location
from cvcgen.sources.oddspaces import ODD_SPACES, odd_space


@pytest.mark.parametrize("character", list(ODD_SPACES))
def test_each_of_them_looks_like_a_space(character: str) -> None:
    assert character.isspace()
    assert character != " "


def test_the_fault_is_of_the_file_and_of_one_character() -> None:
    fault = odd_space(Location("a.yaml", 2, 3, "/a", 9))
    assert (fault.code, fault.location) == ("CVC106", Location("a.yaml", 2, 3))
