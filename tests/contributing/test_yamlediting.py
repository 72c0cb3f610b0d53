"""A file made to say something else: exactly that, and not a line more than it takes."""

from fractions import Fraction
from time import process_time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cvcgen.authoring.canonical import canonical_text
from cvcgen.authoring.drafts.page import MODELINE
from cvcgen.authoring.plainfile import plain_file
from cvcgen.authoring.plainyaml import Plain, entry_lines
from cvcgen.contributing import yamlediting
from cvcgen.contributing.yamlediting import CannotEdit, edit_yaml
from cvcgen.sources.tree import plain_value
from cvcgen.sources.yamltext import parse_yaml

BEFORE = """\
# Above.
title: Guichet # beside
scorecards:
  citoyens:

    # Below.
    ratings:
      a: {points: 3, why: Vite} # in braces
      b:
      c: >-
        folded
        # no comment
summary: |
  one

  two
# End.
"""


def said(text: str) -> dict[str, Plain]:
    parsed = parse_yaml("", text, tuple(text.split("\n")))
    assert parsed.faults == ()
    assert parsed.root is not None
    return plain_value(parsed.root)  # type: ignore[return-value]


def edited(change: object, text: str = BEFORE) -> str:
    wanted = said(text)
    change(wanted)  # type: ignore[operator]
    result = edit_yaml(text, wanted, "project")
    assert said(result) == wanted
    return result


def ratings(wanted: dict) -> dict:  # type: ignore[type-arg]
    return wanted["scorecards"]["citoyens"]["ratings"]  # type: ignore[no-any-return]


def test_what_says_the_same_stays_as_it_is() -> None:
    assert edited(lambda wanted: None) == BEFORE


def test_a_comment_beside_a_value_stays_beside_the_new_one() -> None:
    after = edited(lambda wanted: wanted.update(title="= 1"))
    assert after == BEFORE.replace("title: Guichet # beside", 'title: "= 1" # beside')


def test_a_line_of_nothing_but_spaces_takes_no_time() -> None:
    text = BEFORE.replace("title: Guichet # beside", "title: Guichet" + " " * 100_000)
    before = process_time()
    edited(lambda wanted: wanted.update(title="New"), text)
    assert process_time() - before < 3  # a minute, where each space begins a search of its own


def test_braces_stay_braces() -> None:
    after = edited(lambda wanted: ratings(wanted)["a"].update(points=Fraction(5)))
    line = '      a: {points: 5, why: "Vite"} # in braces'
    assert after == BEFORE.replace("      a: {points: 3, why: Vite} # in braces", line)


def test_a_key_before_braces_keeps_its_quotes() -> None:
    text = 'b: 1 # one\n"no: #": []\n'
    after = edited(lambda wanted: wanted.update({"no: #": [None]}), text)
    assert after == 'b: 1 # one\n"no: #": [null]\n'


def test_an_empty_value_is_filled_in() -> None:
    after = edited(lambda wanted: ratings(wanted).update(b=Fraction(1, 2)))
    assert after == BEFORE.replace("      b:\n", "      b: 0.5\n")


def test_a_folded_text_is_replaced_whole() -> None:
    after = edited(lambda wanted: ratings(wanted).update(c=None))
    assert after == BEFORE.replace(">-\n        folded\n        # no comment", "null")


def test_a_key_goes_with_its_lines() -> None:
    after = edited(lambda wanted: wanted.pop("summary"))
    assert after == BEFORE.replace("summary: |\n  one\n\n  two\n", "")


def test_a_new_key_comes_after_the_others() -> None:
    after = edited(lambda wanted: ratings(wanted).update(d={"points": Fraction(1)}))
    assert after == BEFORE.replace("no comment\n", "no comment\n      d:\n        points: 1\n")


def test_a_canonical_file_stays_canonical() -> None:
    text = "title: A\nscorecards: {}\n"
    after = edited(lambda wanted: wanted.update(feasibility="feasible"), text)
    assert after == "title: A\nfeasibility: feasible\nscorecards: {}\n"


PLAIN: dict[str, Plain] = {
    "title": "A",
    "scorecards": {
        "x": {"rated": "2026-01-02", "ratings": {"a": {"points": Fraction(3), "why": "W"}}}
    },
}
CARD: dict[str, Plain] = {"ratings": {"a": {"points": Fraction(1), "why": "# no"}, "b": None}}
OTHERS: list[dict[str, Plain]] = [
    PLAIN,
    {**PLAIN, "summary": {"fr": "S", "en": "long " * 40}},
    {**PLAIN, "title": {"fr": "A", "en": "B"}, "feasibility": "feasible"},
    {**PLAIN, "scorecards": {"x": CARD, "y": {"raters": ["T", {"fr": "U"}], **CARD}}},
    {**PLAIN, "scorecards": {"x": {"ratings": {"a": Fraction(5, 2)}}}},
    {"scorecards": {"y": {"not_concerned": "N"}}},
]


@pytest.mark.parametrize("modeline", ["", f"{MODELINE}x"])
@pytest.mark.parametrize("wanted", OTHERS)
def test_a_file_of_values_alone_is_written_anew_as_line_by_line(
    wanted: dict[str, Plain], modeline: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = plain_file(modeline, PLAIN, "project")
    by_lines, _ = yamlediting._by_lines(text, yamlediting._parse(text), wanted, "project")
    monkeypatch.delattr(yamlediting, "_by_lines")
    assert edit_yaml(text, wanted, "project") == by_lines


UNEVEN = """\
# By hand.
title: {en: A, fr: 'B'}
scorecards:
  x: # Beside.
    ratings:
      a: 3   # Said by all.
      b: null
      c: {points: 3}
"""


@pytest.mark.parametrize("text", [UNEVEN, canonical_text(UNEVEN, "project")])
@pytest.mark.parametrize("points", [{"a": 1}, {"a": None, "b": 2}, {"c": 5}, {"a": 1, "c": 5}])
def test_other_points_alone_leave_the_rest_as_the_long_way_would(
    text: str, points: dict[str, int | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted: Any = said(text)
    card = wanted["scorecards"]["x"]["ratings"]
    for value, count in points.items():
        given = None if count is None else Fraction(count)
        card[value] = {"points": given} if value == "c" else given
    quick = edit_yaml(text, wanted, "project")
    monkeypatch.setattr(yamlediting, "_change_points", lambda *_: False)
    assert quick == edit_yaml(text, wanted, "project")
    if "c" not in points:
        monkeypatch.undo()
        monkeypatch.delattr(yamlediting, "_in_form")
        assert edit_yaml(text, wanted, "project") == quick


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("a:\n  # lost\n  b: 1\n", {"a": None}),
        ("[a]\n", {"a": None}),
        ("a: &x 1\n", {"a": None}),
    ],
)
def test_nothing_is_given_where_something_would_be_lost(
    text: str, wanted: dict[str, Plain]
) -> None:
    with pytest.raises(CannotEdit):
        edit_yaml(text, wanted, "project")


words = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf", "Zl", "Zp", "Cn", "Co"]))
scalars = st.none() | st.booleans() | words | st.integers(0, 10**6).map(Fraction)
keys = st.sampled_from(["title", "summary", "a", "b-1", "=x", "no", "1", "é: #"])
plains = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=3),
    max_leaves=8,
)
mappings = st.dictionaries(keys, plains, min_size=1, max_size=4)


@given(mappings, mappings)
def test_any_file_can_be_made_to_say_anything(
    before: dict[str, Plain], after: dict[str, Plain]
) -> None:
    text = "\n".join(line for key in before for line in entry_lines(key, before[key])) + "\n"
    assert said(text) == before
    assert said(edit_yaml(text, after, "project")) == after
