"""One file at a time: what is left of it, and its faults."""

from pathlib import PurePosixPath

import pytest

from cvcgen.sources.recordfile import RecordFile, read_file
from cvcgen.sources.tree import plain_value

PATH = PurePosixPath("content/values/a.yaml")


def read(content: bytes | None) -> RecordFile:
    return read_file(PATH, content, "value")


def test_a_sound_file_has_a_tree_and_its_text() -> None:
    file = read(b"name: A\n")
    assert file.root is not None
    assert (file.faults, file.text) == ((), "name: A\n")


def test_what_could_not_be_read_has_nothing() -> None:
    assert read(None) == RecordFile(None, (), None)


@pytest.mark.parametrize(
    ("content", "codes", "left"),
    [
        (b"", ["CVC301"], False),
        (b"- a\n", ["CVC301"], False),
        (b"name: [\n", ["CVC106"], False),
        (b"name: A\nnam: B\n", ["CVC302"], True),
        (b"definition: A\n", ["CVC303"], True),
        ("name:\n\u00a0 fr: A\n\u00a0 en: B\n".encode(), ["CVC106"], False),
        (b"name: A\ndefinition: B\nname: A\ndefinition: B\n", ["CVC113"], True),
        (b"name: A\ndefinition: B\nname: A\n", ["CVC113"], True),
        (b"name: A\nname: A\n", ["CVC113"], True),
        (b"+name: A\n+definition: B\n", ["CVC106"], False),
        (b"definition: A\n---\nname: A\n", ["CVC108"], True),
        (b"name: A\nwaivers:\n  - code: CVC417\n---\n", ["CVC108", "CVC303", "CVC303"], True),
    ],
)
def test_a_fault_takes_away_no_more_than_it_must(
    content: bytes, codes: list[str], left: bool
) -> None:
    file = read(content)
    assert [fault.code for fault in file.faults] == codes
    assert (file.root is not None) is left


@pytest.mark.parametrize(
    "text",
    [
        "na\u200bme: A\n",
        "name: A\nprovenance: pub\u200blished\n",
        "name: A\nlevels:\n  1\u200b: B\n",
        "name: A\nwaivers:\n  - {code: CVC416, reason: A, until: 2026-10-0\u200b1}\n",
        'name: A\nprovenance: "pub\\u200blished"\n',
        "name: \u200b\n",
        "name: '\u200b'\n",
    ],
)
def test_an_invisible_character_is_the_only_fault_of_its_word(text: str) -> None:
    file = read(text.encode())
    assert [fault.code for fault in file.faults] == ["CVC105"]
    assert file.root is not None


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("na\u200bme: A\n", {"name": "A"}),
        ("name: A\nprovenance: pub\u202elished\n", {"name": "A", "provenance": "published"}),
        ("name: A\nlevels:\n  1\u200b: B\n", {"name": "A", "levels": {"1": "B"}}),
        ('name: "A\\u200b"\n', {"name": "A"}),
        ("name: {fr: A, e\ufeffn: B}\n", {"name": {"fr": "A", "en": "B"}}),
    ],
)
def test_the_rest_is_read_as_if_an_invisible_character_were_deleted(
    text: str, meant: object
) -> None:
    file = read(text.encode())
    assert [fault.code for fault in file.faults] == ["CVC105"]
    assert file.root is not None
    assert plain_value(file.root) == meant


def test_what_is_wrong_beside_an_invisible_character_is_placed_in_the_file() -> None:
    file = read('name: A\n\u200bsource: \u200b"B" \u200bC\n'.encode())
    assert [(fault.code, fault.location[1:3]) for fault in file.faults] == [
        ("CVC105", (2, 1)),
        ("CVC105", (2, 10)),
        ("CVC105", (2, 15)),
        ("CVC106", (2, 16)),
    ]


def test_what_lacks_beside_an_invisible_character_is_told() -> None:
    file = read("defini\u200btion: A\n".encode())
    assert [fault.code for fault in file.faults] == ["CVC105", "CVC303"]


def test_a_mapping_of_a_merge_key_alone_is_not_told_to_be_empty() -> None:
    file = read(b"name: A\nlevels:\n  <<: {1: B}\n")
    assert [fault.code for fault in file.faults] == ["CVC112"]


def test_a_file_that_is_no_text_has_no_text() -> None:
    file = read(b"\xff")
    assert (file.root, file.text) == (None, None)
    assert len(file.faults) == 1
