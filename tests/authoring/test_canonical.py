from pathlib import Path

import pytest

from cvcgen.authoring.canonical import canonical_text, comments_in
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
    ],
)
def test_one_form(before: str, after: str) -> None:
    assert canonical_text(before, "project") == after
    assert_same(before, after)
