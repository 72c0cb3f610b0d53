"""The schemas themselves, and the words for every keyword that they use."""

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import jsonschema
import pytest

from cvcgen.assets import schemas_dir
from cvcgen.sources.limits import MAX_FAULTS
from tests.sources.reading import found_in, said

SCHEMAS = {
    path.name: json.loads(path.read_text("utf-8"))
    for path in sorted(schemas_dir().glob("*.schema.json"))
}
EVERY_SCHEMA = pytest.mark.parametrize("schema", SCHEMAS.values(), ids=list(SCHEMAS))
PROJECT = "title: Guichet\n"
CLIENTELE = "name: Citoyens\nrubric: gain\nweights: {kind: declared}\n"
PYRAMID = "pyramid: [{value: a, weight: 100}]\n"
RUBRIC = "name: Gain\nlevels: [{points: 0, name: Aucun}, {points: 1, name: Un}]\n"
SITE = "format: 1\ntitle: Cotes\nlanguages: [fr]\n"


def faults(schema: str, text: str) -> list[str]:
    """Every fault as `line:column CODE message`."""
    return said(found_in(schema, text))


def described(schema: Any) -> Iterator[tuple[str, Any]]:
    """Every key that an editor can show, with what the schema says of it."""
    if isinstance(schema, dict):
        for key, inner in schema.get("properties", {}).items():
            if inner.keys() != {"not", "x-excluded-by"}:
                yield key, inner
        for part in schema.values():
            yield from described(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from described(part)


def references(schema: Any) -> Iterator[str]:
    if isinstance(schema, dict):
        for key, part in schema.items():
            if key == "$ref":
                yield part
            yield from references(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from references(part)


@EVERY_SCHEMA
def test_a_schema_is_valid_json_schema_of_2020(schema: Any) -> None:
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    jsonschema.Draft202012Validator.check_schema(schema)


@EVERY_SCHEMA
def test_every_key_has_a_title_and_a_description_in_both_languages(schema: Any) -> None:
    conditions = {"if", "then", "else"}
    shown = {key: part for key, part in schema.items() if key not in conditions}
    for key, inner in [("", schema), *described(without_conditions(shown))]:
        assert " / " in inner.get("title", ""), key
        french, _, english = inner.get("description", "").partition("\n")
        assert french.startswith("FR: "), key
        assert english.startswith("EN: "), key
        assert "\n" not in english, key


def without_conditions(schema: Any) -> Any:
    if isinstance(schema, dict):
        return {
            key: without_conditions(part)
            for key, part in schema.items()
            if key not in {"if", "then", "else"}
        }
    return [without_conditions(part) for part in schema] if isinstance(schema, list) else schema


@EVERY_SCHEMA
def test_no_schema_refers_to_anything_outside_its_folder(schema: Any) -> None:
    for reference in references(schema):
        file, _, pointer = reference.partition("#")
        assert urlsplit(reference).scheme == ""
        assert file in {"", *SCHEMAS}
        target = SCHEMAS[file] if file else schema
        for step in pointer.split("/")[1:]:
            target = target[step]


@pytest.mark.parametrize(
    ("schema", "text"),
    [
        ("site", SITE),
        ("rubric", RUBRIC),
        ("value", "name: Rapidité\nlevels: {0: a, 2.5: {fr: b}}\n"),
        ("clientele", CLIENTELE + PYRAMID),
        ("project", PROJECT + "scorecards: {}\n"),
    ],
)
def test_a_sound_file_has_no_fault(schema: str, text: str) -> None:
    assert faults(schema, text) == []


def test_every_missing_key_is_told_once() -> None:
    assert sorted(faults("clientele", "edition: '2022'\n")) == [
        "1:1 CVC303 the key `name` is missing here",
        "1:1 CVC303 the key `pyramid` is missing here",
        "1:1 CVC303 the key `rubric` is missing here",
        "1:1 CVC303 the key `weights` is missing here",
    ]


def test_a_misspelt_key_is_not_missing_too() -> None:
    assert faults("value", "nmae: a\n") == ["1:1 CVC302 unknown key `nmae`"]
    assert sorted(faults("value", "colour: a\n")) == [
        "1:1 CVC302 unknown key `colour`",
        "1:1 CVC303 the key `name` is missing here",
    ]


def test_what_is_of_another_type_is_not_a_wrong_choice_too() -> None:
    choices = "`proposed`, `planned`, `underway`, `delivered`, `abandoned`"
    assert faults("project", PROJECT + "scorecards: {}\nstatus: 5\n") == [
        f"3:9 CVC304 expected one of {choices}, found `5`"
    ]
    assert faults("site", "format: '1'\ntitle: a\nlanguages: [fr]\n") == [
        "1:9 CVC301 expected a number, found the text `1`"
    ]


@pytest.mark.parametrize("kind", ["", "weights: equal\n", "weights: {kind: eqal}\n"])
def test_no_weight_is_missing_where_the_kind_of_weights_is_unknown(kind: str) -> None:
    text = f"name: a\nrubric: gain\n{kind}pyramid: [{{value: a}}, {{value: b}}]\n"
    assert len(faults("clientele", text)) == 1


@pytest.mark.parametrize("number", ["0.30000000000000004", "99.999999999999999999999999999"])
def test_bounds_are_exact(number: str) -> None:
    assert faults("project", PROJECT + f"scorecards: {{a: {{published: {number}}}}}\n") == []


def test_a_number_just_above_its_bound_is_told() -> None:
    text = PROJECT + "scorecards: {a: {published: 100.000000000000000000000001}}\n"
    assert [line.split()[1] for line in faults("project", text)] == ["CVC306"]


def test_faults_have_a_limit_and_what_is_shown_of_a_text_is_short() -> None:
    keys = "".join(f"{'k' * 500}{number}: 1\n" for number in range(MAX_FAULTS + 50))
    diagnostics = found_in("value", f"name: a\n{keys}")
    assert len(diagnostics) == MAX_FAULTS + 1
    assert diagnostics[-1].code == "CVC116"
    assert all(len(text) < 200 for text in said(diagnostics))


ADDRESSES = (
    json.loads((schemas_dir() / "site.schema.json").read_text("utf-8"))["properties"]["url"],
    json.loads((schemas_dir() / "site.schema.json").read_text("utf-8"))["properties"][
        "repository"
    ]["properties"]["url"],
)


@pytest.mark.parametrize("schema", ADDRESSES, ids=["url", "repository"])
def test_every_address_that_is_accepted_can_be_taken_apart(schema: Any) -> None:
    accepted = re.compile(schema["pattern"]).search
    for code in [*range(0x20, 0xD800), *range(0xE000, 0x10000)]:
        address = f"https://a{chr(code)}b/c"
        if accepted(address):
            urlsplit(address)
    assert accepted("https://québec.example:8080/a")
    assert not accepted("https://[evil/a")
    assert not accepted("https://good.example\\evil.example/a")


@pytest.mark.parametrize("language", ["con", "aux", "nul", "prn"])
def test_a_language_that_no_folder_of_windows_can_have_is_refused(language: str) -> None:
    assert [fault[:11] for fault in faults("site", SITE.replace("fr", language))] == [
        "3:13 CVC305"
    ]
    assert faults("site", SITE.replace("fr", f"{language}-CA")) == []


@pytest.mark.parametrize("schema", ADDRESSES, ids=["url", "repository"])
@pytest.mark.parametrize(
    "host",
    ["a:b@c", "a@c", "a:b", "a:", ":80", "a:123456", "%", "a%41", "a|b", "a^b", "a\u00adb"],
)
def test_an_address_names_its_host_as_browsers_do(schema: Any, host: str) -> None:
    assert not re.search(schema["pattern"], f"https://{host}/d")


@pytest.mark.parametrize("path", ["//evil.example", "/\\evil.example", "/a\\b", "//"])
def test_the_path_of_a_site_names_no_other_host(path: str) -> None:
    """The page not found links to that path, which a browser must not take for a host."""
    said_of = faults("site", f"{SITE}url: 'https://example.org{path}'\n")
    assert [fault[:10] for fault in said_of] == ["4:6 CVC305"]
    assert faults("site", f"{SITE}url: https://example.org/a//b/\n") == []


@pytest.mark.parametrize(
    ("schema", "text"),
    [
        ("site", SITE.replace("fr", '"fr\\n"')),
        ("site", SITE + "url: |\n  https://a.example/b\n"),
        ("site", SITE + 'repository: {url: "https://a.example\\n"}\n'),
        ("site", SITE + 'repository: {url: https://a.example, branch: "main\\n"}\n'),
        ("site", SITE + 'waivers: [{code: "CVC416\\n", reason: a, until: "2030-01-01"}]\n'),
        ("project", 'title: {"fr\\n": Guichet}\nscorecards: {}\n'),
        ("value", 'name: a\nlevels: {"5\\n": b}\n'),
    ],
)
def test_a_line_end_does_not_slip_in_at_the_end(schema: str, text: str) -> None:
    assert faults(schema, text) != []
    assert faults(schema, text.replace("\\n", "").replace("|\n  ", "")) == []
