"""Forms of numbers that readers disagree about, and what is proposed instead."""

import pytest

from cvcgen.sources.numberforms import (
    ambiguous_form,
    comma_number,
    is_read_differently,
    number_meant,
)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        (".5", 'write `0.5`, or put a text in quotes: `".5"`'),
        ("5.", 'write `5`, or put a text in quotes: `"5."`'),
        ("+5.5", 'write `5.5`, or put a text in quotes: `"+5.5"`'),
        ("1e1", 'write `10`, or put a text in quotes: `"1e1"`'),
        ("-2.5e-1", 'write `-0.25`, or put a text in quotes: `"-2.5e-1"`'),
        ("~", 'write `null`, or put a text in quotes: `"~"`'),
        ("NULL", 'write `null`, or put a text in quotes: `"NULL"`'),
        ("010", 'write `10`, or put a text in quotes: `"010"`'),
        ("5:04", 'write a number like `62.5`, or put a text in quotes: `"5:04"`'),
        ("1e99", 'write a number like `62.5`, or put a text in quotes: `"1e99"`'),
        ("no", 'put a text in quotes: `"no"`'),
        (".nan", 'put a text in quotes: `".nan"`'),
        ("1" * 31, "write fewer digits, or put a text in quotes"),
    ],
)
def test_the_hint_says_what_to_write_instead(text: str, hint: str) -> None:
    assert is_read_differently(text)
    assert ambiguous_form(text)[1].text(str) == hint


@pytest.mark.parametrize(
    "text",
    ["Non", "Noël", "2026-10-01", "1.2.3", "v1", "5 h 04", "62,5", "e1", "12a", "-", "/"],
)
def test_words_that_all_read_alike_are_left_alone(text: str) -> None:
    assert not is_read_differently(text)


@pytest.mark.parametrize("number", ["1", "1_", "1:1", "1.", ":59"])
@pytest.mark.parametrize("start", ["1", "0x", "1.", "1e"])
def test_very_long_words_are_judged_at_once(start: str, number: str) -> None:
    assert not is_read_differently(start + number * 100_000 + "x-")


def test_a_number_is_one_however_long_it_is() -> None:
    assert is_read_differently("1" * 100_000)
    assert ambiguous_form("1" * 121)[0].text(str) == (
        "a number of more than 30 characters is not read here"
    )


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("62,5", "62.5"),
        ("-62,5", "-62.5"),
        ("62,5\u00a0%", "62.5"),
        ("62.5 %", "62.5"),
        ("1\u202f234,5", "1234.5"),
        ("3 points", "3"),
        ("3 pts", "3"),
        ("3/5", "3"),
        ("2,5 / 10", "2.5"),
        ("3 (moyen)", "3"),
        ("3 = moyen", "3"),
        ("3 - moyen", "3"),
        ("3# moyen", "3"),
        ("3;", "3"),
        ("3,", "3"),
        ("3\u00a0", "3"),
        ("\uff13", "3"),
        ("3-5", None),
        ("3 ou 5", None),
        ("3" * 81, None),
        ("3 (" * 40_000, None),
        ("1,2,3", None),
        ("12 345", None),
        ("soixante", None),
        ("", None),
    ],
)
def test_the_number_that_was_meant(text: str, meant: str | None) -> None:
    assert number_meant(text) == meant


def test_a_number_cut_by_its_comma_is_shown_whole() -> None:
    found, hint = comma_number("62", "5")
    assert found.text(str) == "`62,5` is not a number here"
    assert hint.text(str) == "write `62.5`"
