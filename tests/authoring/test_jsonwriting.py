import json
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cvcgen.authoring.jsonwriting import render_json

SCALARS = st.none() | st.booleans() | st.integers() | st.text()
TREES = st.recursive(
    SCALARS, lambda below: st.lists(below) | st.dictionaries(st.text(), below), max_leaves=20
)


@given(TREES)
def test_what_is_written_is_read_back(tree: object) -> None:
    assert json.loads(render_json(tree)) == tree


def test_a_fraction_is_an_exact_decimal_or_refused() -> None:
    assert render_json([Fraction("0.1")]) == "[\n  0.1\n]\n"
    with pytest.raises(ValueError, match="1/3 is no decimal"):
        render_json(Fraction(1, 3))
