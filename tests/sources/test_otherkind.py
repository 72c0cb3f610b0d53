"""A file in the wrong folder is told as that, and not key by key."""

import pytest

from tests.sources.reading import found_in, hints, said

NAMED = "name: a\n"
PROJECT = "title: a\nscorecards: {}\n"
CLIENTELE = f"{NAMED}rubric: b\nweights: {{kind: equal}}\npyramid: [{{value: c}}]\n"
RUBRIC = f"{NAMED}levels: [{{points: 0, name: b}}, {{points: 1, name: c}}]\n"
VALUE = f"{NAMED}levels: {{1: b}}\n"


@pytest.mark.parametrize(
    ("schema", "text", "folder"),
    [
        ("value", PROJECT, "projects"),
        ("clientele", PROJECT, "projects"),
        ("project", CLIENTELE, "clienteles"),
        ("project", CLIENTELE.replace("equal", "eqal"), "clienteles"),
        ("value", RUBRIC, "rubrics"),
        ("project", RUBRIC, "rubrics"),
        ("project", VALUE, "values"),
        ("clientele", f"{NAMED}definition: b\n", "values"),
    ],
)
def test_the_folder_that_was_meant_is_told(schema: str, text: str, folder: str) -> None:
    faults = found_in(schema, text)
    assert said(faults) == [
        f"1:1 CVC202 this file has the keys of those in `content/{folder}/`"
    ]
    assert hints(faults) == [f"did you mean `content/{folder}/a.yaml`?"]


@pytest.mark.parametrize(
    ("schema", "text"),
    [
        ("clientele", NAMED),
        ("rubric", NAMED),
        ("value", f"{CLIENTELE}zebra: 1\n"),
        ("value", RUBRIC.replace("points: 1", "points: one")),
        ("rubric", VALUE),
        ("project", "name: a\nlevels: b\n"),
        ("site", PROJECT),
    ],
)
def test_a_file_that_may_belong_where_it_is_is_told_key_by_key(schema: str, text: str) -> None:
    faults = found_in(schema, text)
    assert faults
    assert all(fault.code != "CVC202" for fault in faults)
