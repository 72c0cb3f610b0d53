"""An unknown key is told with where it belongs, as the schemas say."""

import pytest

from cvcgen.sources.loader import load_catalogue
from cvcgen.sources.schemas import schema_faults
from tests.building import base_with
from tests.sources.reading import hints, parse, said

COMMA = 'put a text that holds a comma in quotes: `"…, …"`'
CARD = "title: a\nscorecards:\n  citoyens:\n"


def hint_of(text: str, schema: str) -> str | None:
    parsed = parse(text)
    assert parsed.root is not None
    unknown = [one for one in schema_faults(schema, parsed.root) if one.code == "CVC302"]
    [hint] = hints(unknown)
    return hint


@pytest.mark.parametrize(
    ("schema", "text", "hint"),
    [
        (
            "project",
            "title: a\nscorecards: {}\nwhy: b\n",
            "`why` belongs under `scorecards/…/ratings/…`",
        ),
        (
            "project",
            f"{CARD}    ratings: {{}}\n    why: b\n",
            "`why` belongs under `scorecards/citoyens/ratings/…`",
        ),
        (
            "project",
            f"{CARD}    ratings: {{}}\n    status: planned\n",
            "`status` belongs to the file itself: do not indent it",
        ),
        (
            "project",
            f"{CARD}    ratings:\n      a: {{points: 1, source: b}}\n",
            "`source` belongs under `scorecards/citoyens`",
        ),
        (
            "project",
            "title: a\nscorecards: {}\npyramid: []\n",
            "`pyramid` belongs in `content/clienteles/`",
        ),
        (
            "value",
            "name: a\nlanguages: [fr]\n",
            "`languages` belongs in `cvcgen.yaml`",
        ),
        (
            "clientele",
            "name: a\nrubric: b\nweights: {kind: equal}\npyramid:\n  - value: c\nweight: 5\n",
            "`weight` belongs under `pyramid/…`",
        ),
        ("value", "name:\n  fr: a\nen: b\n", "it belongs to `name` above: indent it further"),
        ("value", "name: a\n“definition”: b\n", "did you mean `definition`?"),
        ("value", "+name: a\n", "did you mean `name`?"),
        ("value", "name: {fr:a, en: b}\n", "put a space after the colon: `fr: …`"),
        (
            "project",
            f"{CARD}    ratings:\n      a:\n        points: 1\n        speed: 3\n",
            "if it belongs beside `a`, indent it as that is",
        ),
        ("value", "name_fr: a\n", "write `name:`, and below it `fr: …`"),
        ("value", "title: a\n", "did you mean `name`?"),
        ("value", "name: a\ndefinitoin: b\n", "did you mean `definition`?"),
        ("value", "nom: a\n", "did you mean `name`?"),
        ("value", "name: {français: a}\n", "did you mean `fr`?"),
        ("value", "name: {fr\u00a0: a}\n", "did you mean `fr`?"),
        ("value", "name: {fr= a, en: b}\n", "write a colon and a space after the key: `fr: …`"),
        ("value", "name: {fr: a, b c, en: d}\n", COMMA),
        ("project", f"{CARD}    cotes: {{}}\n", "did you mean `ratings`?"),
        ("project", "titre: a\nscorecards: {}\n", "did you mean `title`?"),
        ("project", "title: a\nfiches: {}\n", "did you mean `scorecards`?"),
        (
            "project",
            f"{CARD}    ratings: {{a: {{points: 1, pourquoi: b}}}}\n",
            "did you mean `why`?",
        ),
        (
            "project",
            f"{CARD}    ratings: {{a: {{points: 1, reason: b}}}}\n",
            "did you mean `why`?",
        ),
        (
            "clientele",
            "name: a\nrubric: b\nweights: {kind: declared}\n"
            "pyramid:\n  - {value: c, weights: 100}\n",
            "did you mean `weight`?",
        ),
        ("value", "name: a\nzebra: b\n", "known here: "),
    ],
)
def test_the_hint_says_where_the_key_belongs(schema: str, text: str, hint: str) -> None:
    found = hint_of(text, schema)
    assert found is not None
    assert found == hint or (hint.endswith(": ") and found.startswith(hint))


def test_what_a_key_too_far_left_leaves_out_is_not_told_again() -> None:
    files = {"content/values/rapidite.yaml": "name:\n  fr: Rapidité\nen: Speed\n"}
    assert said(load_catalogue(base_with(files)).diagnostics) == [
        "3:1 CVC302 unknown key `en`",
    ]
    text = "name: a\nrubric: gain\nweights:\n  note: b\nkind: equal\npyramid: [{value: a}]\n"
    parsed = parse(text)
    assert parsed.root is not None
    assert said(schema_faults("clientele", parsed.root)) == ["5:1 CVC302 unknown key `kind`"]


def test_a_key_of_many_places_is_said_to_belong_to_none() -> None:
    hint = hint_of("title: a\nscorecards: {}\nname: b\n", "project")
    assert hint is not None
    assert "belongs" not in hint


def test_a_key_is_found_below_a_list_too() -> None:
    text = "name: a\nlevels:\n  - {points: 0, name: b}\n  - {points: 1, nom: c, summary: d}\n"
    parsed = parse(text)
    assert parsed.root is not None
    found = [f for f in schema_faults("rubric", parsed.root) if f.code == "CVC302"]
    assert hints(found)[-1] == "`summary` belongs in `cvcgen.yaml`, `content/projects/`"
