from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from cvcgen.authoring.canonical import CannotStyle, canonical_form, canonical_text, comments_in
from cvcgen.authoring.canonical.styling import _UNTIDY, _tidied
from cvcgen.sources.textfile import decode_text
from cvcgen.sources.tree import plain_value
from cvcgen.sources.yamltext import parse_yaml
from tests.building import files_in

ROOT = Path(__file__).resolve().parents[2]
KINDS = {
    "projects": "project",
    "values": "value",
    "clienteles": "clientele",
    "rubrics": "rubric",
}
REAL = [
    pytest.param(content.decode("utf-8"), KINDS.get(Path(path).parent.name, "site"), id=path)
    for path, content in files_in(ROOT).items()
]
PROJECTS = [case for case in REAL if str(case.id).startswith("content/projects/a")]


def read(text: str) -> object:
    decoded = decode_text("a.yaml", text.encode("utf-8"))
    assert decoded.text is not None
    parsed = parse_yaml("a.yaml", decoded.text, decoded.lines)
    assert (*decoded.faults, *parsed.faults) == ()
    return plain_value(parsed.root) if parsed.root is not None else None


def assert_same(before: str, after: str, kind: str = "project") -> None:
    assert read(after) == read(before)
    assert comments_in(after) == comments_in(before)
    assert canonical_text(after, kind) == after


@pytest.mark.parametrize(("text", "kind"), REAL)
def test_every_file_says_the_same_and_twice_is_once(text: str, kind: str) -> None:
    assert_same(text, canonical_text(text, kind), kind)


@pytest.mark.parametrize(("text", "kind"), PROJECTS)
def test_reversed_keys_come_back_in_order_with_their_comments(text: str, kind: str) -> None:
    blocks: list[list[str]] = []
    for line in text.rstrip("\n").split("\n"):
        if line[:1] not in (" ", "") and not line.startswith("# yaml"):
            blocks.append([f"# about {line.partition(':')[0]}"])
        if blocks:
            blocks[-1].append(line)
    backwards = "\n".join(line for block in reversed(blocks) for line in block) + "\n"
    forwards = "\n".join(line for block in blocks for line in block) + "\n"
    assert canonical_text(backwards, kind) == canonical_text(forwards, kind)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("title: 'A'\n", 'title: "A"\n'),
        ("title: 'it''s \"x\"'\n", "title: 'it''s \"x\"'\n"),
        ('title: "\\u200d\\xa0é"   # t\n', 'title: "\\u200d\\xa0é" # t\n'),
        ("title:    A   \n\n\n\nsummary: B\n\n", "title: A\n\nsummary: B\n"),
        ("title: A", "title: A\n"),
        ("---\ntitle: A\n", "title: A\n"),
        (
            "title: A\nscorecards:\n    c:\n        ratings: { a : 1,b: {why: x,points: 3} }\n",
            "title: A\nscorecards:\n  c:\n    ratings: {a: 1, b: {points: 3, why: x}}\n",
        ),
        (
            "# head\n\n# about b\nsummary: B\n# about a\ntitle: A\n\n# foot\n",
            "# head\n\n# about a\ntitle: A\n# about b\nsummary: B\n\n# foot\n",
        ),
        (
            "title: A\ndescription: |\n  # no text\n\n\n   x\nsummary: >-\n  a\n  b\n\n  c\n",
            "title: A\nsummary: >-\n  a\n  b\n\n  c\ndescription: |\n  # no text\n\n\n   x\n",
        ),
        (
            "title: A\nscorecards:\n  c:\n    raters:\n    - fr: x\n    - z\n    ratings: {}\n",
            "title: A\nscorecards:\n  c:\n    raters:\n      - fr: x\n      - z\n"
            "    ratings: {}\n",
        ),
        (
            "title: A\nscorecards:\n  c:\n    ratings:\n      # b\n      b: 1\n      a: 2.50\n",
            "title: A\nscorecards:\n  c:\n    ratings:\n      # b\n      b: 1\n      a: 2.50\n",
        ),
        ("title: {en: A, fr: B}\n", "title: {en: A, fr: B}\n"),
        ("title: A\ndescription: |+\n  x\n\n\n", "title: A\ndescription: |+\n  x\n\n\n"),
        ("# nothing\n", "# nothing\n"),
        (
            "summary: > # b\n  x\ntitle: | # a\n  A\n",
            "title: | # a\n  A\nsummary: > # b\n  x\n",
        ),
    ],
)
def test_one_form(before: str, after: str) -> None:
    assert canonical_text(before, "project") == after
    assert_same(before, after)


def test_a_comment_that_cannot_be_written_leaves_the_file_as_it_is() -> None:
    text = "title: A\nscorecards:\n  c:\n    raters:\n      - | # b\n        B\n"
    with pytest.raises(CannotStyle):
        canonical_text(text, "project")
    assert comments_in(text) == ("b",)


@pytest.fixture
def composed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that were composed, which takes nearly all the time."""
    found: list[str] = []
    compose = YAML.compose

    def noted(yaml: YAML, text: str) -> Any:
        found.append(text)
        return compose(yaml, text)

    monkeypatch.setattr(YAML, "compose", noted)
    return found


def test_a_canonical_file_is_composed_once(composed: list[str]) -> None:
    text = "# head\n\ntitle: A # a\nsummary: B\n"
    form = canonical_form(text, "project")
    assert (form.text, form.comments) == (text, ("a", "head"))
    assert composed == [text]


def test_a_file_is_composed_again_only_where_its_keys_or_lines_move(
    composed: list[str],
) -> None:
    canonical_text("title:   'A'\nsummary:  B\n", "project")
    assert len(composed) == 1
    canonical_text("summary: B\ntitle: A\n", "project")
    assert len(composed) == 3
    canonical_text("title: A\n\n\nsummary: B\n", "project")
    assert len(composed) == 5


LINES = st.sampled_from(["{}: b", "{}: |", "  b", "  ", "", "# c", "{}: b\xa0", "\t"])


@given(st.lists(LINES, max_size=6), st.sampled_from(["", "\n"]), st.sampled_from(["", "\n"]))
def test_what_is_not_untidy_would_stay_as_it_is(lines: list[str], head: str, foot: str) -> None:
    written = [line.format(f"k{number}") for number, line in enumerate(lines)]
    text = head + "\n".join(["a: 1", *written]) + foot
    if _UNTIDY.search(text):
        return
    try:
        assert _tidied(text) == text
    except CannotStyle:  # no YAML
        return
