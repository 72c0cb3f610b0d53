"""The fast yes-or-no path and jsonschema must never disagree."""

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cvcgen.assets import schemas_dir
from cvcgen.core.diagnostics import Location
from cvcgen.sources.acceptance import compile_schema
from cvcgen.sources.schemas import _validator
from cvcgen.sources.tree import Entry, Mapping, Node, Scalar, Sequence, plain_value
from cvcgen.sources.yamltext import parse_yaml

KINDS = ("site", "rubric", "value", "clientele", "project")
DOCUMENTS = {
    path.name: json.loads(path.read_text("utf-8"))
    for path in schemas_dir().glob("*.schema.json")
}
PLACE = Location("a.yaml")
CONTENT = Path(__file__).parents[2] / "content"


def tree(value: Any) -> Node:
    """The tree of a plain value."""
    if isinstance(value, dict):
        entries = (Entry(key, PLACE, tree(item)) for key, item in value.items())
        return Mapping(PLACE, tuple(entries))
    if isinstance(value, list):
        return Sequence(PLACE, tuple(tree(item) for item in value))
    return Scalar(PLACE, value, str(value), plain=True)


def sound_records(kind: str) -> list[Any]:
    paths = sorted((CONTENT / f"{kind}s").glob("*.yaml"))
    texts = [path.read_text("utf-8") for path in paths]
    if kind == "site":
        texts = [(CONTENT.parent / "cvcgen.yaml").read_text("utf-8")]
    roots = [parse_yaml("a.yaml", text, tuple(text.splitlines())).root for text in texts]
    return [plain_value(root) for root in roots if root is not None]


SOUND = [(kind, record) for kind in KINDS for record in sound_records(kind)]

SCALARS = (
    st.none()
    | st.booleans()
    | st.fractions(min_value=-2, max_value=120, max_denominator=4)
    | st.sampled_from(["", " ", "fr", "x", "equal", "gain", "published", "proposed", "derived"])
    | st.sampled_from(
        ["2026-02-30", "2026-10-01", "2026-1-1", "https://example.org/a", "ftp://x"]
    )
)
VALUES = (
    SCALARS
    | st.lists(SCALARS, max_size=3)
    | st.dictionaries(
        st.sampled_from(["fr", "en", "zz", "x y", "points", "why", "1", "2.5", "01"]), SCALARS
    )
)
KEYS = [
    "title", "name", "scorecards", "ratings", "published", "not_concerned", "points", "levels",
    "not_applicable", "weight", "weights", "kind", "total", "pyramid", "value", "url", "fr",
]  # fmt: skip


@st.composite
def damaged(draw: st.DrawFn) -> tuple[str, Any]:
    """A sound record of the content, with up to three places changed."""
    kind, record = draw(st.sampled_from(SOUND))
    for _ in range(draw(st.integers(0, 3))):
        record = _damage(draw, record)
    return kind, record


def _damage(draw: st.DrawFn, value: Any) -> Any:
    if isinstance(value, dict) and value and draw(st.integers(0, 5)):
        key = draw(st.sampled_from(sorted(value)))
        change = draw(st.sampled_from(["inside", "inside", "inside", "remove", "add"]))
        if change == "remove":
            return {name: item for name, item in value.items() if name != key}
        if change == "add":
            return {**value, draw(st.sampled_from(KEYS)): draw(VALUES)}
        return {**value, key: _damage(draw, value[key])}
    if isinstance(value, list) and value and draw(st.integers(0, 5)):
        place = draw(st.integers(0, len(value) - 1))
        return [_damage(draw, item) if i == place else item for i, item in enumerate(value)]
    return draw(VALUES)


@settings(max_examples=400, deadline=None)
@given(damaged())
def test_says_the_same_as_jsonschema(case: tuple[str, Any]) -> None:
    kind, record = case
    accepts = compile_schema(f"{kind}.schema.json", DOCUMENTS)
    assert accepts(tree(record)) is _validator(kind).is_valid(record)


@pytest.mark.parametrize("kind", KINDS)
def test_accepts_the_content_of_this_repository(kind: str) -> None:
    accepts = compile_schema(f"{kind}.schema.json", DOCUMENTS)
    assert all(accepts(tree(record)) for record in sound_records(kind))


@pytest.mark.parametrize(
    ("schema", "fits", "does_not"),
    [
        ({"type": ["string", "null"]}, None, True),
        ({"type": "number"}, Fraction(1, 3), "1"),
        ({"enum": [1, "a"]}, Fraction(1), True),
        ({"const": "a"}, "a", "b"),
        ({"exclusiveMinimum": 0}, Fraction(1, 10**29), Fraction(0)),
        ({"minimum": 0, "maximum": 100}, Fraction(100), Fraction(1001, 10)),
        ({"minLength": 1}, "é", ""),
        ({"pattern": "^a+$"}, "aa", "b"),
        ({"format": "date"}, "2024-02-29", "2026-02-29"),
        ({"minItems": 1}, ["a"], []),
        ({"maxItems": 1}, ["a"], ["a", "b"]),
        ({"minProperties": 1}, {"a": None}, {}),
        ({"uniqueItems": True}, ["a", "b"], ["a", "a"]),
        ({"required": ["a"]}, {"a": None}, {"b": None}),
        ({"additionalProperties": False}, {}, {"a": None}),
        ({"properties": {"a": False}}, {"b": None}, {"a": None}),
        ({"patternProperties": {"^a": {"type": "null"}}}, {"ab": None}, {"ab": "x"}),
        ({"not": {"type": "null"}}, "a", None),
        ({"items": {"type": "string"}}, ["a"], [None]),
        ({"if": {"type": "null"}, "then": False}, "a", None),
        ({"if": {"type": "null"}, "else": False}, None, "a"),
        ({"$ref": "other.json#/$defs/a"}, "x", None),
    ],
)
def test_each_keyword_accepts_and_refuses(schema: Any, fits: Any, does_not: Any) -> None:
    other = {"$defs": {"a": {"type": "string"}}}
    accepts = compile_schema("this.json", {"this.json": schema, "other.json": other})
    assert accepts(tree(fits))
    assert not accepts(tree(does_not))


@pytest.mark.parametrize("schema", [{"multipleOf": 2}, {"format": "email"}, {"anyOf": []}])
def test_refuses_to_compile_what_it_does_not_know(schema: Any) -> None:
    with pytest.raises(ValueError, match="no function for"):
        compile_schema("this.json", {"this.json": schema})


def test_schemas_may_refer_to_themselves() -> None:
    schema = {"type": "array", "items": {"$ref": "#"}}
    accepts = compile_schema("this.json", {"this.json": schema})
    assert accepts(tree([[], [[]]]))
    assert not accepts(tree([[], ["a"]]))
