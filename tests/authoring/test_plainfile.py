"""Files of plain values are in their canonical form without having been put into it."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cvcgen.authoring.canonical import canonical_text
from cvcgen.authoring.plainfile import plain_file
from cvcgen.authoring.plainyaml import Plain
from cvcgen.sources.tree import plain_value
from cvcgen.sources.yamltext import parse_yaml

MODELINE = "# yaml-language-server: $schema=x/project.schema.json"


def said(text: str) -> object:
    parsed = parse_yaml("", text, tuple(text.split("\n")))
    assert parsed.faults == ()
    assert parsed.root is not None
    return plain_value(parsed.root)


@pytest.mark.parametrize("modeline", ["", MODELINE])
def test_keys_come_in_the_order_of_the_schema(modeline: str) -> None:
    ratings: Plain = {
        "b": {"evidence": ["E"], "why": "W", "points": Fraction(5, 2)},
        "a": None,
        "c": {"not_applicable": {"fr": "Non", "en": "No"}},
    }
    card: Plain = {"ratings": ratings, "raters": ["B", {"fr": "A", "en": "Z"}], "rated": "2026"}
    text = plain_file(modeline, {"scorecards": {"x": card}, "title": "T"}, "project")
    assert text.removeprefix(f"{modeline}\n") == (
        'title: "T"\n'
        "scorecards:\n"
        "  x:\n"
        '    rated: "2026"\n'
        "    raters:\n"
        '      - "B"\n'
        '      - fr: "A"\n'
        '        en: "Z"\n'
        "    ratings:\n"
        "      b:\n"
        "        points: 2.5\n"
        '        why: "W"\n'
        "        evidence:\n"
        '          - "E"\n'
        "      a: null\n"
        "      c:\n"
        "        not_applicable:\n"
        '          fr: "Non"\n'
        '          en: "No"\n'
    )
    assert canonical_text(text, "project") == text


words = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf", "Zl", "Zp", "Cn", "Co"]))
texts = words | words.map(lambda word: f"{word} # {word}: " * 9)
wordings = texts | st.dictionaries(st.sampled_from(["fr", "en", "no"]), texts, min_size=1)
points = st.none() | st.integers(0, 5).map(Fraction)
ratings = points | st.fixed_dictionaries({}, optional={"why": wordings, "points": points})
cards = st.fixed_dictionaries(
    {"ratings": st.dictionaries(st.sampled_from(["a", "b-1", "1", "é"]), ratings)},
    optional={"raters": st.lists(wordings), "note": wordings, "rated": texts},
)
projects = st.fixed_dictionaries(
    {"scorecards": st.dictionaries(st.sampled_from(["x", "y", "2019"]), cards, max_size=2)},
    optional={"summary": wordings, "title": wordings, "unknown": texts, "status": texts},
)


@settings(max_examples=40)
@given(projects)
def test_any_project_is_in_its_canonical_form(project: dict[str, Plain]) -> None:
    text = plain_file(MODELINE, project, "project")
    assert said(text) == project
    assert canonical_text(text, "project") == text
