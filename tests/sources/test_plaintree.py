"""Reading without a parser gives the careful way's tree, or none; never another one."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cvcgen.sources.limits import MAX_NODES
from cvcgen.sources.plaintree import DEEPEST, LONGEST, plain_root
from cvcgen.sources.yamltext import parse_yaml
from tests.sources.agreement import CONTENT, PATH, ROOT, SITES, agree

OWN = [*CONTENT, ROOT / "cvcgen.yaml"]

PARTS = (
    *(
        "a",
        "b",
        "points",
        "~",
        "/",
        "5",
        "62",
        "62.5",
        ".5",
        "010",
        "yes",
        "null",
        "é",
        "«",
        "x y",
    ),
    *(
        ": ",
        ":",
        ", ",
        ",",
        "\n",
        "\n\n",
        "\n  ",
        "\n    ",
        "\n- ",
        "- ",
        "-",
        "? ",
        " ",
        "=",
        "%",
    ),
    *("'", '"', "\\", "|\n", "|-\n", ">\n", ">-\n", "[", "]", "{", "}", "@", "`", "\u00a0"),
    *(
        "&a ",
        "*a",
        "!t ",
        "<<",
        "---\n",
        "...\n",
        "# x\n",
        "#",
        "a: ",
        "\n  c: ",
        "- a: ",
        "\n  - ",
    ),
)
LINES = (
    *("a: b", "a: 1", "b:", "c: d", "- x", "- a: b", "a: |", "a: >-", "a: >", "a: |-", "text"),
    *("", " ", "# c", "a: 'x'", 'a: "x: y"', "a: {b: c, d: 1}", "a: [b, 5]", "- {b: 'c'}"),
    *("5: x", "5: 1", "a: x # c", "a: x#c", "a: b:c", "a: b: c", "a: b:", "a : b", "a b: c"),
    *(
        "a: -x",
        "a: - x",
        "a: x ",
        "a:  x",
        "a: yes",
        "a: null",
        "-  x",
        "-",
        "- |",
        "- >",
        "- - x",
    ),
    *("a: {5: 1, 6: x}", "a: {b: 1, b: 2}", "a: []", "a: [b , c]", "a: |2", "---", "'a': b"),
)
MARGINS = ("", "", "  ", "  ", "    ", "      ", " ")
PLAIN = """# A project.
title:
  fr: Guichet d'accueil

scorecards:
  citoyens:
    rated: "2026-10-01"
    raters:
      - fr: Équipe « Accueil »
        en: 'Front desk'
      - Une autre
      - >-
        Une troisième,
        en deux lignes
    ratings:
      agilite:
      5: 62.5
      rapidite: 5
description:
  fr: |
    Une phrase.

      - plus loin : # un texte
languages: [fr, "en"]
pyramid:
- {value: rapidite, weight: 62.5}
"""


def agrees(text: str) -> bool:
    """Whether the file was read without a parser; fails where the two disagree."""
    return agree(plain_root(PATH, text), parse_yaml(PATH, text, tuple(text.split("\n"))))


@pytest.mark.parametrize("path", OWN, ids=lambda path: path.name)
def test_faultless_files_need_no_parser(path: Path) -> None:
    assert agrees(path.read_text("utf-8"))


def test_all_usual_forms_are_read_at_once() -> None:
    assert agrees(PLAIN)


def test_both_ways_agree_on_every_file_of_the_tests() -> None:
    texts = [path.read_bytes().decode("utf-8", "replace") for path in SITES]
    assert sum(map(agrees, texts)) > len(texts) // 2


@given(st.lists(st.sampled_from(PARTS), max_size=18).map("".join))
@settings(max_examples=600, deadline=None)
def test_both_ways_agree_on_any_text(text: str) -> None:
    agrees(f"{text}\n")


@given(st.lists(st.tuples(st.sampled_from(MARGINS), st.sampled_from(LINES)), max_size=8))
@settings(max_examples=1200, deadline=None)
def test_both_ways_agree_on_any_lines(lines: list[tuple[str, str]]) -> None:
    agrees("".join(f"{margin}{line}\n" for margin, line in lines))


@given(st.data())
@settings(max_examples=400, deadline=None)
def test_both_ways_agree_on_a_plain_file_with_a_slip(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(PLAIN)))
    end = data.draw(st.integers(start, min(start + 6, len(PLAIN))))
    slip = data.draw(st.sampled_from(("", *PARTS, *LINES)))
    agrees(f"{PLAIN[:start]}{slip}{PLAIN[end:]}")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "text\n",
        "- a\n",
        "a: 1",
        "a: 1\na: 2\n",
        "a: 1\n5: 2\n",
        "a:\n  5: 1\n  6: 2\n",
        "a: [5, 010]\n",
        "a: {5: 1, 6: x}\n",
        "a: {b: 1, b: 2}\n",
        "a: yes\n",
        "a: &x 1\n",
        "a: *x\n",
        "a: !t 1\n",
        "<<: {a: 1}\n",
        "a: x\n  y\n",
        "a: x\n\n  y\n",
        'a: "x\n  y"\n',
        'a: "x\\n"\n',
        "a: 'it''s'\n",
        "a: |\n",
        "a: |\n\n  text\n",
        "a: |\n  \n  text\n",
        "a: |\n  text\n \n",
        "a: |+\n  text\n",
        "a: >\n  text\n    more\n",
        "a: |\n    text\n  b: c\n",
        "a: x: y\n",
        "a: x:\n",
        "a: x # y\n",
        "a: x \n",
        "a:\tx\n",
        "a: x\r\n",
        "a: 1\n---\nb: 2\n",
        "---\na: 1\n",
        "a: 1\n...\n",
        " a: 1\n",
        "a: 1\n b: 2\n",
        "a:\n  - b\n  c: d\n",
        "a:\n  - b\n   - c\n",
        "a:\n  -\n",
        "a: [b\n  ]\n",
    ],
)
def test_what_may_be_a_fault_or_hangs_on_other_lines_is_left_to_the_parser(text: str) -> None:
    assert plain_root(PATH, text) is None


def test_its_limits_are_below_those_of_the_careful_way() -> None:
    def nested(depth: int) -> str:
        return "".join(f"{'  ' * level}a:\n" for level in range(depth))

    assert agrees(nested(DEEPEST))
    assert plain_root(PATH, nested(DEEPEST + 1)) is None
    listed = nested(DEEPEST - 1)
    assert agrees(f"{listed}{'  ' * DEEPEST}- a\n")
    assert plain_root(PATH, f"{nested(DEEPEST)}{'  ' * DEEPEST}- a\n") is None
    assert agrees("a:\n" + "- x:\n" * (LONGEST // 6))
    longest = LONGEST - len("a: \n")
    assert agrees(f"a: {'x' * longest}\n")
    assert plain_root(PATH, f"a: {'x' * (longest + 1)}\n") is None
    assert LONGEST <= MAX_NODES


def test_a_key_is_no_longer_than_one_may_be_on_a_line() -> None:
    assert agrees(f"{'x' * 200}: 1\n")
    assert not agrees(f"{'x' * 1100}: 1\n")


def test_hostile_lines_take_no_time() -> None:
    for line in (
        "a: " + "x:" * 9_000,
        "a: [" + "x, " * 6_000,
        "a: {" + "x: y, " * 3_000,
        "a: {" + "x " * 9_000,
        "x " * 9_000,
        "a: " + "x #" * 6_000,
    ):
        assert len(line) < LONGEST
        assert plain_root(PATH, f"{line}\n") is None
