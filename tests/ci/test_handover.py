"""ci/handover.py and its schema: both checkers of the shape agree, and nothing acts."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from cvcgen.reports.media.markdown import escape, escape_in_markup, table
from tests.ci.fakegithub import HEAD, handover
from tests.ci.scripts import CI, run, script

shape, inert, reports = script("shape"), script("inert"), script("handover")
SCHEMA = json.loads((CI / "handover.schema.json").read_text("utf-8"))
MARKER = reports.MARKER

ODD: list[Any] = [
    None,
    True,
    0,
    1,
    -1,
    1.5,
    10**10,
    "",
    "x",
    HEAD,
    HEAD.upper(),
    f"{MARKER}\n",
    f"{MARKER}\n" + "x" * 70_000,
    [],
    {},
]


@pytest.mark.parametrize("key", [*SCHEMA["properties"], "more"])
@pytest.mark.parametrize("value", ODD, ids=range(len(ODD)))
def test_both_checkers_of_the_schema_agree(key: str, value: Any) -> None:
    given = {**json.loads(handover()), key: value}
    accepted = jsonschema.Draft202012Validator(SCHEMA).is_valid(given)
    # JSON Schema takes 1.0 for an integer; Python's json never writes one for us.
    assert (shape.misfit(given, SCHEMA) is None) == accepted


@pytest.mark.parametrize("key", SCHEMA["properties"])
def test_every_key_is_needed(key: str) -> None:
    given = json.loads(handover())
    del given[key]
    assert shape.misfit(given, SCHEMA) == "/: required"


@pytest.mark.parametrize("given", ODD, ids=range(len(ODD)))
def test_what_is_no_handover_is_refused(given: Any) -> None:
    with pytest.raises(reports.Invalid):
        reports.read_handover(json.dumps(given).encode())


def test_a_schema_with_a_keyword_it_does_not_know_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown keywords"):
        shape.misfit(1, {"minItems": 1})


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("<img src=x>", "HTML"),
        (r"\<img src=x>", "HTML"),
        ("<details open>", "HTML"),
        ("<!-- x -->", "HTML"),
        ("&#64;everyone", "an entity"),
        ("&commat;everyone", "an entity"),
        ("&am&#8203;p;", "an entity"),
        ("@everyone", "a mention"),
        ("a@b.example", "a mention"),
        (r"\@everyone", "a mention"),
        ("#12", "a reference"),
        ("owner/name#12", "a reference"),
        ("GH-12", "a reference"),
        ("https://x.example", "an address"),
        ("www.x.example", "an address"),
        ("mailto:a", "an address"),
        ("[x](y)", "a link"),
        (r"\\[x](y)", "a link"),
        ("![x](y)", "a link"),
        ("> [!WARNING]", "a link"),
        ("$x$", "a formula"),
        ("x <details><summary>[x](y)</summary>", "a link"),
        ("<details><summary>x</summary> [x](y)", "a link"),
        ("<details><summary>@me</summary>", "a mention"),
        ("a\u202eb", "a hidden character"),
        ("a\0b", "a hidden character"),
        ("a\ud800b", "a hidden character"),
    ],
)
def test_what_acts_is_refused(text: str, what: str) -> None:
    assert inert.active(f"{MARKER}\n{text}\n", MARKER) == what


HOSTILE = (
    "@me #12 GH-3 owner/x#4 https://x.example www.x.example a@b.example [a](b) ![a](b) "
    "<b onclick=x> &#64; &amp; $x$ `code` | ~~a~~ <!-- x --> \\ \\[a](b) "
    "\u202e\x1b :tada: 12:30"
)


@pytest.mark.parametrize("text", [HOSTILE, *HOSTILE.split(), HOSTILE * 3])
def test_what_the_tool_escapes_is_inert(text: str) -> None:
    cells = table([[escape(text)], [escape(text)]], [False])
    report = (
        f"{MARKER}\n### {escape(text)}\n\n{cells}\n- {escape(text)} (`content/a.yaml:12`)\n"
        f"<details><summary>{escape_in_markup(text)}</summary>\n\n</details>\n"
    )
    assert inert.active(report, MARKER) is None


def test_what_is_not_told_is_asked_for(tmp_path: Path) -> None:
    assert run("handover.py", folder=tmp_path).returncode == 2
    done = run("handover.py", str(tmp_path), folder=tmp_path, PULL_REQUEST="12")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines()[-1] == "ci/handover.py: not set: HEAD_SHA"
    assert not any(tmp_path.iterdir())


def test_what_the_other_side_would_refuse_is_not_written(tmp_path: Path) -> None:
    (tmp_path / "diff.md").write_text("no marker", "utf-8")
    told = {"PULL_REQUEST": "12", "HEAD_SHA": HEAD}
    done = run("handover.py", str(tmp_path), folder=tmp_path, **told)
    assert (done.returncode, done.stderr.startswith("ci/handover.py: it ")) == (1, True)
    assert not (tmp_path / "handover.json").exists()
