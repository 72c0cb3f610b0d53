"""Bytes to text: one encoding, and no character that misleads."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cvcgen.core.hidden import FORBIDDEN
from cvcgen.sources.textfile import TextFile, decode_text
from tests.sources.reading import said


def decode(content: bytes) -> TextFile:
    return decode_text("a.yaml", content)


def test_text_in_utf_8_is_read_as_it_is() -> None:
    decoded = decode("à: «😀»\tb\r\nc".encode())
    assert decoded == TextFile("à: «😀»\tb\r\nc", (), written="à: «😀»\tb\r\nc")
    assert decoded.lines == ("à: «😀»\tb", "c")


@pytest.mark.parametrize(
    ("text", "lines"), [("", ("",)), ("a\n", ("a", "")), ("\r\r\n", ("",) * 3)]
)
def test_every_line_end_makes_a_line(text: str, lines: tuple[str, ...]) -> None:
    assert decode(text.encode()).lines == lines


@pytest.mark.parametrize("start", [b"PK\x03\x04", b"%PDF-1.7", b"{\\rtf1", b"\xd0\xcf\x11\xe0"])
def test_a_document_of_another_program_is_told_as_that(start: bytes) -> None:
    decoded = decode(start + b"\n\xff\x00")
    assert decoded.text is None
    assert said(decoded.faults) == [
        "1:1 CVC103 this is a document of another program, not plain text"
    ]


def test_a_byte_order_mark_is_told_and_left_out() -> None:
    decoded = decode(b"\xef\xbb\xbfa: 1")
    assert decoded.text == "a: 1"
    assert said(decoded.faults) == ["1:1 CVC104 the file starts with a byte order mark"]


@pytest.mark.parametrize(
    "content",
    [
        *(
            "é: 1".encode(encoding)
            for encoding in ("utf-16", "utf-16-le", "utf-32", "utf-32-be")
        ),
        *("e: 1".encode(encoding) for encoding in ("utf-16-be", "utf-16-le", "utf-32-le")),
    ],
)
def test_wider_encodings_are_told_at_the_start(content: bytes) -> None:
    decoded = decode(content)
    assert decoded.text is None
    assert said(decoded.faults) == ["1:1 CVC103 this is not UTF-8 text"]


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (b"\xff", "1:1"),
        ("a: 😀\r\nb: é".encode() + b"\xe9", "2:5"),
        (b"a\xc0\xaf", "1:2"),
        (b"a\xed\xa0\x80", "1:2"),
        (b"abc\xe2\x82", "1:4"),
    ],
)
def test_bytes_that_are_no_utf_8_are_told_in_code_points(content: bytes, place: str) -> None:
    decoded = decode(content)
    assert decoded.text is None
    assert said(decoded.faults) == [f"{place} CVC103 this is not UTF-8 text"]


@pytest.mark.parametrize(
    "character",
    [
        *("\x01", "\x07", "\x0b", "\x0c", "\x1b", "\x7f", "\x85", "\x9b"),
        *("\u2028", "\u2029", "\u200b", "\u200e", "\u200f", "\u2060", "\ufeff", "\u061c"),
        *("\u202a", "\u202e", "\u2066", "\u2069", "\ufff9", "\ufffe", "\uffff", "\U000e0041"),
        *("\ufdd0", "\ufdef", "\U0001fffe", "\U0010ffff"),
    ],
)
def test_a_character_that_misleads_is_told_and_replaced(character: str) -> None:
    decoded = decode(f"a: é{character}b\nc: d".encode())
    assert decoded.text == "a: é\ufffdb\nc: d"
    assert said(decoded.faults) == [
        f"1:5 CVC105 the invisible character U+{ord(character):04X} stands here"
    ]


def test_a_nul_after_the_start_is_an_invisible_character() -> None:
    assert said(decode(b"abcdef\x00").faults) == [
        "1:7 CVC105 the invisible character U+0000 stands here"
    ]


@pytest.mark.parametrize("text", ["e\u0301", "👩\u200d💻", "a\u00a0b\u202fc", "\u200cب", "\t"])
def test_characters_that_languages_need_are_left_alone(text: str) -> None:
    assert decode(text.encode()).faults == ()


def test_nothing_forbidden_is_printable_so_that_asking_for_that_is_enough() -> None:
    every = [chr(code) for code in range(sys.maxunicode + 1)]
    assert not [c for c in every if FORBIDDEN.match(c) and c.isprintable()]


def test_only_the_first_of_many_are_told() -> None:
    assert len(decode("\u200b".encode() * 5000).faults) == 20


@given(st.binary(max_size=80))
def test_any_bytes_are_text_or_told(content: bytes) -> None:
    decoded = decode(content)
    assert (decoded.text is None) == any(fault.code == "CVC103" for fault in decoded.faults)
    for fault in decoded.faults:
        assert fault.location.line >= 1
        assert fault.location.column >= 1
