"""Lists and mappings within a line: what is read of them, and what is left to the parser."""

import itertools
import re

import pytest

from cvcgen.core.diagnostics import Location
from cvcgen.sources.plainflow import FLOW, flow_node
from cvcgen.sources.plaintree import plain_root
from cvcgen.sources.quicktree import OddFormError
from cvcgen.sources.tree import Mapping, Scalar, Sequence, plain_value
from cvcgen.sources.yamltext import parse_yaml

PATH = "cvcgen.yaml"
WORDS = (
    "a",
    "b c",
    "5",
    "62.5",
    "é'",
    "x-",
    "'",
    '"',
    ",",
    ", ",
    ": ",
    ":",
    " ",
    "-",
    "#",
    "{",
    "[",
)


def test_a_list_has_its_items_with_their_places() -> None:
    start = Location(PATH, 3, 12, "/languages", 12)
    found = flow_node('[fr, "en x"]', start, start)
    assert found == Sequence(
        start,
        (
            Scalar(Location(PATH, 3, 13, "/languages/0", 2), "fr", "fr", True),
            Scalar(Location(PATH, 3, 17, "/languages/1", 6), "en x", "en x", False),
        ),
    )


def test_a_mapping_stands_at_the_place_of_its_key() -> None:
    place, start = Location(PATH, 2, 1, "/title", 5), Location(PATH, 2, 8, "/title", 10)
    found = flow_node("{fr: Titre, 5: 1}", place, start)
    assert isinstance(found, Mapping)
    assert found.where == place
    assert [(e.key, e.where.column, e.node.where.column) for e in found.entries] == [
        ("fr", 9, 13),
        ("5", 20, 23),
    ]
    assert plain_value(found) == {"fr": "Titre", "5": 1}


@pytest.mark.parametrize("text", ["{a: 1, a: 2}", "{a: 1, 5: 2}", "[yes]", "{a: 010}"])
def test_what_may_be_a_fault_is_not_read(text: str) -> None:
    assert re.fullmatch(FLOW, text)
    with pytest.raises(OddFormError):
        flow_node(text, Location(PATH), Location(PATH))


def test_every_short_text_in_brackets_is_read_as_the_parser_does() -> None:
    read = 0
    for inner in itertools.chain.from_iterable(
        itertools.product(WORDS, repeat=n) for n in (1, 2, 3)
    ):
        for form in ("a: [{}]\n", "a:\n- {{{}}}\n"):
            text = form.format("".join(inner))
            plain = plain_root(PATH, text)
            if plain is not None:
                careful = parse_yaml(PATH, text, tuple(text.split("\n")))
                assert (repr(plain), ()) == (repr(careful.root), careful.faults), text
                read += 1
    assert read > 100
