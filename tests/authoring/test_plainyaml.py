from fractions import Fraction

import pytest

from cvcgen.authoring.plainyaml import Plain, entry_lines, flow_text
from cvcgen.sources.tree import plain_value
from cvcgen.sources.yamltext import parse_yaml


@pytest.mark.parametrize("text", ["yes", "null", "1", "=1", "- a", "# b", "a: b", "", "é", "%"])
def test_a_text_that_could_be_something_else_is_quoted(text: str) -> None:
    assert flow_text(text) == f'"{text}"'


def test_words_of_the_format_stand_without_quotes() -> None:
    assert entry_lines("feasibility", "not_feasible") == ["feasibility: not_feasible"]


def test_a_long_text_is_folded_and_says_the_same() -> None:
    text = "Un mot: # " * 30 + "fin"
    lines = entry_lines("why", text, 4)
    assert lines[0] == "    why: >-"
    assert all(len(line) <= 96 for line in lines)
    assert read(lines) == {"why": text}


@pytest.mark.parametrize(
    "text", ["a  b " * 40, " a" * 80, "a\nb" * 60, "x" * 300, "\u202e" * 90]
)
def test_a_long_text_that_folding_would_change_is_quoted(text: str) -> None:
    assert read(entry_lines("why", text)) == {"why": text}


def test_lists_and_mappings_nest() -> None:
    value: Plain = {"a": [{"b": Fraction(1), "c": []}, "d", None, ["e"]], "f": {}}
    assert read(entry_lines("k", value)) == {"k": value}


def read(lines: list[str]) -> object:
    parsed = parse_yaml("", "\n".join(lines), tuple(lines))
    assert parsed.faults == ()
    assert parsed.root is not None
    return plain_value(parsed.root)
