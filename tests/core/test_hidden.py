import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from cvcgen.core.hidden import FORBIDDEN, HIDDEN, cover, is_blank, show_hidden


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


def test_spaces_fillers_and_what_no_program_draws_are_blank() -> None:
    blanks = "\u3164\u2800\u115f\u1160\uffa0\xad\u034f\u17b4\u180b\ufe0f\u200d\ufeff\u3000\xa0"
    assert is_blank(blanks + "\U0001bca0\U0001d159\U0001d173\U000e0100")
    assert is_blank("")


def test_whatever_leaves_a_mark_is_not_blank() -> None:
    assert not any(map(is_blank, "a.·-\u0301\u4e00\ufffd\ufffc\u2801\u3163\uffa1🙂"))


def test_every_letter_number_sign_and_punctuation_mark_but_six_is_seen() -> None:
    drawn = (c for c in map(chr, range(0x110000)) if unicodedata.category(c)[0] in "LNPS")
    unseen = "\u115f\u1160\u2800\u3164\uffa0\U0001d159"
    assert "".join(filter(is_blank, drawn)) == unseen
