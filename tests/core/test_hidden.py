import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from cvcgen.core.hidden import FORBIDDEN, HIDDEN, cover, show_hidden


@given(st.text(st.characters()))
def test_nothing_that_acts_is_left(text: str) -> None:
    shown = show_hidden(text)
    assert not HIDDEN.search(shown)
    assert not any(unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"} for c in shown)


def test_every_bidirectional_and_zero_width_character_is_shown() -> None:
    marks = "\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202e\u2066\u2069\u2060\ufeff\xad"
    assert show_hidden(marks) == "".join(f"\\u{{{ord(mark):x}}}" for mark in marks)


def test_letters_marks_and_no_break_spaces_stay() -> None:
    text = "Clientèle « 表 » 62,5\xa0% e\u0301 🙂 ’ \u202f!"
    assert show_hidden(text) == text


@given(st.text(st.characters()))
def test_what_no_content_may_hold_is_covered_one_by_one(text: str) -> None:
    covered = cover(text)
    assert not FORBIDDEN.search(covered)
    assert len(covered) == len(text)
    assert all(
        shown in {character, "\N{REPLACEMENT CHARACTER}"}
        for character, shown in zip(text, covered, strict=True)
    )
