"""Numbers, ranks, dates and lists as languages write them."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cvcgen.core.exact import (
    decimal_text,
    format_number,
    format_percent,
    round_half_up,
    round_to_units,
)
from cvcgen.publish.numbers import (
    figure_text,
    find_locale,
    number_style,
    ordinal,
    shared_digits,
    write_date,
    write_list,
)


@pytest.mark.parametrize(
    ("language", "percent", "number"),
    [
        ("fr", "62,5\u00a0%", "1\u00a0234,5"),
        ("en", "62.5%", "1,234.5"),
        ("es", "62,5\u00a0%", "1.234,5"),
        ("tr", "%62,5", "1.234,5"),
        ("xx", "62.5%", "1,234.5"),
    ],
)
def test_numbers_follow_the_language(language: str, percent: str, number: str) -> None:
    style = number_style(find_locale(language))
    assert format_percent(Fraction("62.5"), 1, style) == percent
    assert format_number(Fraction("1234.5"), 1, style) == number


def test_dates_in_words() -> None:
    assert write_date("2026-10-01", find_locale("fr")) == "1ᵉʳ octobre 2026"
    assert write_date("2026-10-11", find_locale("fr")) == "11 octobre 2026"
    assert write_date("2026-10-01", find_locale("en")) == "October 1, 2026"
    assert write_date("2026-13-01", find_locale("en")) == "2026-13-01"


def test_lists_and_ranks() -> None:
    assert write_list(["a", "b", "c"], find_locale("fr")) == "a, b et c"
    assert write_list(["a", "b"], find_locale("en")) == "a and b"
    assert [ordinal(n, "fr") for n in (1, 2, 21)] == ["1ᵉʳ", "2ᵉ", "21ᵉ"]
    assert [ordinal(n, "fr", feminine=True) for n in (1, 2, 21)] == ["1ʳᵉ", "2ᵉ", "21ᵉ"]
    assert [ordinal(n, "es") for n in (1, 12)] == ["1st", "12th"]


def test_weights_share_their_decimals() -> None:
    assert shared_digits([], 2) == 0
    assert shared_digits([Fraction("12.5"), Fraction(50)], 2) == 1
    assert shared_digits([Fraction(1, 3)], 2) == 2
    assert figure_text(Fraction(0)) == "0"


@given(st.fractions(), st.integers(0, 12))
def test_lengths_and_counts_are_the_rounded_number(number: Fraction, digits: int) -> None:
    assert figure_text(number) == (decimal_text(round_half_up(number, 2)) or "0")
    assert round_to_units(number, digits) == round_half_up(number, digits) * 10**digits
