"""The short way gives the careful way's tree, or none; never another one."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cvcgen.sources.limits import MAX_DEPTH, MAX_NODES
from cvcgen.sources.quicktree import LONGEST
from cvcgen.sources.yamltext import parse_yaml, quick_root
from tests.sources.agreement import CONTENT, PATH, SITES, agree

PARTS = (
    *("a", "b", "points", "~", "/", "5", "62", "62.5", ".5", "010", "yes", "true", "null"),
    *(": ", ":", ", ", ",", "\n", "\n  ", "\n    ", "- ", "[", "]", "{", "}", "? ", " "),
    *(
        "'",
        '"',
        "|\n",
        ">\n",
        "&a ",
        "*a",
        "!t ",
        "!!str ",
        "<<",
        "---\n",
        "...\n",
        "# x\n",
        "é",
    ),
)


def agrees(text: str) -> bool:
    """Whether the short way was taken; fails where the two disagree."""
    return agree(quick_root(PATH, text), parse_yaml(PATH, text, tuple(text.splitlines())))


@pytest.mark.parametrize("path", CONTENT, ids=lambda path: path.name)
def test_faultless_files_are_read_the_short_way(path: Path) -> None:
    assert agrees(path.read_text("utf-8"))


def test_both_ways_agree_on_every_file_of_the_tests() -> None:
    texts = [path.read_bytes().decode("utf-8", "replace") for path in SITES]
    assert sum(map(agrees, texts)) > len(texts) // 2


@given(st.lists(st.sampled_from(PARTS), max_size=24).map("".join))
@settings(max_examples=600, deadline=None)
def test_both_ways_agree_on_any_text(text: str) -> None:
    agrees(text)


@pytest.mark.parametrize(
    "text",
    [
        "a: 1\na: 2\n",
        "a: &x 1\n",
        "a: *x\n",
        "a: !t 1\n",
        "a: &x [1]\n",
        "a: !t {b: 1}\n",
        "&x a: 1\n",
        "<<: {a: 1}\n",
        "{a: 62,5}",
        "[a]: 1\n",
        "a: yes\n",
        "a: 1\n---\nb: 2\n",
        "a: [\n",
        "",
        "- a\n",
        "text",
    ],
)
def test_what_may_be_a_fault_is_left_to_the_careful_way(text: str) -> None:
    assert quick_root(PATH, text) is None


@pytest.mark.parametrize(
    "text",
    [
        "a: 1\n5: 2\n",
        "{a: x,5: 2}",
        '"<<": 1\n',
        "a/b: {c~d: [1, {e: null}]}\n",
        "---\na: |\n  two\n  lines\n...\n",
        "? a\n: 1\n",
        "a:\n",
        'a: "yes"\n',
    ],
)
def test_unusual_but_sound_forms_give_the_same_tree(text: str) -> None:
    agrees(text)


def test_the_limits_are_those_of_the_careful_way() -> None:
    def nested(depth: int) -> str:
        return "a: " + "[" * (depth - 1) + "]" * (depth - 1)

    assert agrees(nested(MAX_DEPTH))
    assert not agrees(nested(MAX_DEPTH + 1))
    items = MAX_NODES - 3  # the root, its key and the list
    assert agrees(f"a: [{',1' * items}]".replace("[,", "[", 1))
    assert not agrees(f"a: [{',1' * (items + 1)}]".replace("[,", "[", 1))
    longest = LONGEST - len("a: ")
    assert agrees(f"a: {'x' * longest}")
    assert not agrees(f"a: {'x' * (longest + 1)}")
