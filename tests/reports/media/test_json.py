import json
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cvcgen.core.hidden import HIDDEN
from cvcgen.core.model import Origin
from cvcgen.reports.media.json import (
    Json,
    document,
    document_around,
    listed_item,
    number,
    origin,
)
from cvcgen.reports.media.logs import COMMAND


@given(st.text(st.characters()))
def test_a_program_reads_the_text_and_a_terminal_nothing_hidden(text: str) -> None:
    written = document({"a": text})
    assert json.loads(written) == {"a": text}
    assert not HIDDEN.search(written.replace("\n", ""))


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=6,
)


@given(values)
def test_it_is_written_as_python_writes_it_but_for_what_is_hidden(content: Json) -> None:
    lines = json.dumps(content, ensure_ascii=False, indent=2).split("\n")
    shown = ["".join(json.dumps(c)[1:-1] if HIDDEN.match(c) else c for c in x) for x in lines]
    assert document(content) == COMMAND.sub(r"\\u0023", "\n".join([*shown, ""]))


@given(st.dictionaries(st.text(), values, max_size=2), st.lists(values, max_size=3))
def test_a_list_written_item_by_item_is_the_list(head: dict[str, Json], items: Json) -> None:
    assert isinstance(items, list)
    head.pop("items", None)
    begun, end = document_around(head, "items", empty=not items)
    listed = "".join(listed_item(item, number) for number, item in enumerate(items))
    assert begun + listed + end == document({**head, "items": items})


def test_a_character_beyond_the_basic_plane_is_two_escapes() -> None:
    assert json.loads(document("\U000e0041")) == "\U000e0041"


@pytest.mark.parametrize("text", ["##vso[task.complete]", "a ##[error]b", "###[x] ##y[z]"])
def test_a_program_reads_the_text_and_a_log_no_command(text: str) -> None:
    written = document({text: [text]})
    assert json.loads(written) == {text: [text]}
    assert not COMMAND.search(written)


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
