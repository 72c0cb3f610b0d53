import json
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from cvcgen.core.hidden import HIDDEN
from cvcgen.core.model import Origin
from cvcgen.reports.media.json import document, number, origin


@given(st.text(st.characters()))
def test_a_program_reads_the_text_and_a_terminal_nothing_hidden(text: str) -> None:
    written = document({"a": text})
    assert json.loads(written) == {"a": text}
    assert not HIDDEN.search(written.replace("\n", ""))


def test_a_character_beyond_the_basic_plane_is_two_escapes() -> None:
    assert json.loads(document("\U000e0041")) == "\U000e0041"


def test_a_number_is_exact_and_shown() -> None:
    assert number(Fraction(1, 3), "33.3%") == {
        "fraction": "1/3",
        "decimal": None,
        "shown": "33.3%",
    }
    assert number(None, "") is None


def test_an_origin_says_which_state_it_is() -> None:
    state = Origin("main", "f" * 40, "2026-01-01T00:00:00Z")
    assert origin(state) == {
        "label": "main",
        "revision": "f" * 40,
        "committed_at": "2026-01-01T00:00:00Z",
    }
