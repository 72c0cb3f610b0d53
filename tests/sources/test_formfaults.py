"""The words and the place for every keyword of the schemas that a file may break."""

import json
import re
import sys
from collections.abc import Iterator
from typing import Any

import pytest

from cvcgen.assets import schemas_dir
from cvcgen.core.hidden import is_blank
from cvcgen.sources.formfaults import _EXPECTED, _FORMS, _WORDERS
from tests.sources.reading import found_in, hints, said

PROJECT = "title: Guichet\n"
CLIENTELE = "name: Citoyens\nrubric: gain\nweights: {kind: declared}\n"
PYRAMID = "pyramid: [{value: a, weight: 100}]\n"
RUBRIC = "name: Gain\nlevels: [{points: 0, name: Aucun}, {points: 1, name: Un}]\n"
SITE = "format: 1\ntitle: Cotes\nlanguages: [fr]\n"


@pytest.mark.parametrize(
    ("schema", "text", "expected", "hint"),
    [
        (
            "value",
            "name: 5\n",
            "1:7 CVC301 expected a text, or a text per language, found `5`",
            'put it in quotes: `"5"`',
        ),
        (
            "value",
            "name: [a]\n",
            "1:1 CVC301 expected a text, or a text per language, found a list",
            "write `a`, without brackets and `- `",
        ),
        (
            "value",
            "name: {fr: null}\n",
            "1:12 CVC301 expected a text, found nothing",
            "write a value, or remove the key",
        ),
        (
            "rubric",
            "name: a\nlevels: a\n",
            "2:9 CVC301 expected a list, found the text `a`",
            "write each item on a line of its own, after `- `",
        ),
        (
            "rubric",
            "name: a\nlevels:\n  -points: 0\n  -name: b\n",
            "2:1 CVC301 expected a list, found a mapping",
            "put a space after the hyphen",
        ),
        (
            "rubric",
            "name: a\nlevels: {points: 0}\n",
            "2:1 CVC301 expected a list, found a mapping",
            "write each item on a line of its own, after `- `",
        ),
        (
            "project",
            PROJECT + "scorecards: a\n",
            "2:13 CVC301 expected a mapping, found the text `a`",
            "write its keys on the lines below, indented by two spaces",
        ),
        (
            "clientele",
            CLIENTELE + "pyramid: [a]\n",
            "4:11 CVC301 expected a mapping, found the text `a`",
            "write what it is after its key, such as `value: …`",
        ),
        (
            "project",
            PROJECT + "scorecards: {a: {published: b}}\n",
            "2:29 CVC301 expected a number, found the text `b`",
            "write a number, with a decimal point where it has decimals",
        ),
        (
            "project",
            PROJECT + "scorecards: {a: {published: '62,5'}}\n",
            "2:29 CVC301 expected a number, found the text `62,5`",
            "write `62.5`, without quotes",
        ),
        (
            "project",
            PROJECT + "scorecards:\n  a:\n    published: 62,5\n",
            "4:16 CVC115 `62,5` is not a number here",
            "write `62.5`",
        ),
        (
            "project",
            PROJECT + "scorecards: {a: {ratings: {b: true}}}\n",
            "2:31 CVC301 expected points, null, or a mapping with `points`, found `true`",
            "write the points of a level of the rubric, or `null` until it is rated",
        ),
        (
            "value",
            "name: a\nlevel: {1: a}\n",
            "2:1 CVC302 unknown key `level`",
            "did you mean `levels`?",
        ),
        (
            "value",
            "name: a\nnames: b\n",
            "2:1 CVC302 unknown key `names`",
            "known here: `definition`, `levels`, `provenance`, `source`, `waivers`",
        ),
        (
            "value",
            "name: a\nlevels: {un: a}\n",
            "2:10 CVC302 unknown key `un`",
            "the keys here are points, such as `1` or `2.5`",
        ),
        (
            "value",
            "name: a\nlevels: {'01': a}\n",
            "2:10 CVC302 unknown key `01`",
            "the keys here are points, such as `1` or `2.5`",
        ),
        (
            "value",
            "definition: a\n",
            "1:1 CVC303 the key `name` is missing here",
            "add `name: …`",
        ),
        (
            "project",
            PROJECT + "scorecards: {a: {}}\n",
            "2:14 CVC303 the key `ratings` is missing here",
            "add `ratings`, or `published`, or `not_concerned` with the reason",
        ),
        (
            "project",
            PROJECT + "scorecards: {a: {ratings: {b: {}}}}\n",
            "2:28 CVC303 the key `points` is missing here",
            "add `points`, or `not_applicable` with the reason",
        ),
        (
            "project",
            PROJECT + "scorecards: {}\nstatus: plannd\n",
            "3:9 CVC304 expected one of `proposed`, `planned`, `underway`, `delivered`, "
            "`abandoned`, found the text `plannd`",
            "did you mean `planned`?",
        ),
        ("site", SITE.replace("1", "2"), "1:9 CVC304 expected one of `1`, found `2`", None),
        (
            "value",
            "name: ''\n",
            "1:7 CVC305 this text is empty",
            "write a text, or remove the key",
        ),
        (
            "value",
            "name: {fr: ' \u00a0'}\n",
            "1:12 CVC305 this text is empty",
            "write a text, or remove the key",
        ),
        (
            "project",
            PROJECT + "scorecards: {a: {ratings: {}, rated: 2026-02-30}}\n",
            "2:38 CVC305 the text `2026-02-30` is not a date",
            'write year, month and day: `"2026-10-01"`',
        ),
        (
            "site",
            SITE.replace("fr", "FR"),
            "3:13 CVC305 the text `FR` is not a language code",
            "write `fr`",
        ),
        (
            "site",
            SITE + "repository: {url: ftp://a}\n",
            "4:19 CVC305 the text `ftp://a` is not a web address",
            "write a whole address that starts with `https://`, without a user name",
        ),
        (
            "site",
            SITE + "url: https://a:b@c.d\n",
            "4:6 CVC305 the text `https://a:b@c.d` is not an address that a site can be"
            " published at",
            "write a whole address that starts with `https://`, without `?`, `#` or `@`",
        ),
        (
            "site",
            SITE + "noindex: 'true'\n",
            "4:10 CVC301 expected `true` or `false`, found the text `true`",
            "write `true`, without quotes",
        ),
        (
            "site",
            SITE + "repository: {url: https://a.b, branch: -x}\n",
            "4:40 CVC305 the text `-x` is not the name of a branch",
            "write the name as git shows it, such as `main`",
        ),
        (
            "rubric",
            RUBRIC.replace("points: 0", "points: -1"),
            "2:19 CVC306 expected at least 0, found `-1`",
            None,
        ),
        (
            "project",
            PROJECT + "scorecards: {a: {published: 100.01}}\n",
            "2:29 CVC306 expected at most 100, found `100.01`",
            None,
        ),
        (
            "clientele",
            CLIENTELE + PYRAMID.replace("100", "0"),
            "4:30 CVC306 expected more than 0, found `0`",
            "a value that does not count is left out of the pyramid",
        ),
        (
            "rubric",
            "name: a\nlevels: []\n",
            "2:1 CVC307 expected 2 or more items in this list, found 0",
            None,
        ),
        (
            "value",
            "name: {}\n",
            "1:1 CVC307 nothing stands under this key",
            "write what belongs here, or remove the key",
        ),
        (
            "site",
            SITE.replace("[fr]", "[fr, en, fr]"),
            "3:21 CVC307 an item stands twice in this list",
            "keep one of the two",
        ),
        (
            "project",
            PROJECT + "scorecards: {a: {not_concerned: b, published: 5}}\n",
            "2:36 CVC308 `published` cannot stand beside `not_concerned`",
            "remove one of the two",
        ),
        (
            "project",
            PROJECT + "scorecards: {a: {ratings: {b: {not_applicable: c, points: 1}}}}\n",
            "2:51 CVC308 `points` cannot stand beside `not_applicable`",
            "remove one of the two",
        ),
        (
            "clientele",
            CLIENTELE.replace("declared", "equal") + PYRAMID,
            "4:22 CVC308 `weight` cannot stand beside `kind: equal`",
            "remove one of the two",
        ),
    ],
)
def test_each_keyword_has_its_words_and_its_place(
    schema: str, text: str, expected: str, hint: str | None
) -> None:
    diagnostics = found_in(schema, text)
    assert said(diagnostics) == [expected]
    assert hints(diagnostics) == [hint]


ANNOTATIONS = {"$schema", "$defs", "$ref", "title", "description", "x-form", "x-excluded-by"}
STRUCTURE = {"properties", "patternProperties", "items", "if", "then", "else", "const"}


def objects(schema: Any, name: str = "") -> Iterator[dict[str, Any]]:
    """Every schema object, those under names of keys among them."""
    if isinstance(schema, dict):
        if name not in {"properties", "patternProperties", "$defs"}:
            yield schema
        for key, part in schema.items():
            yield from objects(part, key if isinstance(part, dict) else "")
    elif isinstance(schema, list):
        for part in schema:
            yield from objects(part)


SCHEMA_OBJECTS = [
    schema
    for path in sorted(schemas_dir().glob("*.schema.json"))
    for schema in objects(json.loads(path.read_text("utf-8")))
]


def test_every_keyword_of_the_schemas_has_its_words() -> None:
    used = {keyword for schema in SCHEMA_OBJECTS for keyword in schema}
    assert used - ANNOTATIONS - STRUCTURE == set(_WORDERS)


def test_every_type_of_the_schemas_has_its_words() -> None:
    types = [schema["type"] for schema in SCHEMA_OBJECTS if "type" in schema]
    assert {(one,) if isinstance(one, str) else tuple(one) for one in types} == set(_EXPECTED)


def test_every_form_of_the_schemas_has_its_words() -> None:
    forms = {schema.get("x-form", schema.get("format")) for schema in SCHEMA_OBJECTS}
    assert forms - {None} == set(_FORMS)
    [pattern] = {
        schema["pattern"]
        for schema in SCHEMA_OBJECTS
        if "x-form" not in schema and "pattern" in schema
    }
    seen = re.compile(pattern)
    characters = map(chr, range(sys.maxunicode + 1))
    assert [one for one in characters if bool(seen.search(one)) is is_blank(one)] == []


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ('""', "this text is empty"),
        ("'  '", "this text is empty"),
        ('"\u3164"', "this text shows nothing: U+3164 is drawn as a blank"),
        ('" \u2800 \u115f"', "this text shows nothing: U+2800 is drawn as a blank"),
        ('"\U000e0100"', "this text shows nothing: U+E0100 is drawn as a blank"),
    ],
)
def test_a_text_that_shows_nothing_is_refused_like_an_empty_one(
    written: str, told: str
) -> None:
    for place in (f"name: {written}\n", f"name: {{fr: {written}}}\n"):
        diagnostics = found_in("value", place)
        assert [one.message.text(str) for one in diagnostics] == [told]
        assert hints(diagnostics) == ["write a text, or remove the key"]


def test_a_text_with_one_character_that_is_seen_is_none_of_those() -> None:
    assert found_in("value", 'name: "\u3164\u00b7"\n') == ()
