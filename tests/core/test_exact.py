"""Reading, rounding and writing numbers without ever leaving exact arithmetic."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from itertools import combinations_with_replacement, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cvcgen.core.exact import (
    ENGLISH,
    FRENCH,
    NumberStyle,
    decimal_text,
    exact_sum,
    finite_digits,
    format_number,
    format_percent,
    fraction_text,
    parse_decimal,
    round_half_up,
    telling_digits,
)
from tests.core.strategies import law

# Every number of two decimals from -3 to 3, and thirds, sevenths and twelfths between them.
SMALL = [Fraction(k, d) for d in (100, 12, 7) for k in range(-3 * d, 3 * d + 1)]

decimals = st.decimals(places=6, min_value=-(10**9), max_value=10**9)
fractions = st.fractions(max_denominator=10**6)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", Fraction(0)),
        ("-0", Fraction(0)),
        ("5", Fraction(5)),
        ("100", Fraction(100)),
        ("-1.50", Fraction(-3, 2)),
        ("0.1", Fraction(1, 10)),
        ("62.5", Fraction(125, 2)),
        ("9" * 30, Fraction(10**30 - 1)),
        ("-0." + "9" * 27, Fraction(1, 10**27) - 1),
    ],
)
def test_plain_integers_and_decimals_are_read_exactly(text: str, value: Fraction) -> None:
    assert parse_decimal(text) == value


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "-",
            "62,5",
            "5:04",
            "010",
            "00",
            "1e1",
            ".5",
            "5.",
            "+5",
            "--5",
            "1_000",
            "1 000",
        ),
        *("0x10", "0o7", "½", "٣", "5\n", " 5", "5 ", "1/2", "inf", "nan", "1.5.2", "5%", "−5"),
        "1" + "0" * 30,  # one character too long, like the next
        "-0." + "9" * 28,
    ],
)
def test_every_other_form_is_refused(text: str) -> None:
    assert parse_decimal(text) is None


@law
@given(decimals)
def test_decimal_text_is_read_back_as_the_same_number(number: Decimal) -> None:
    written = decimal_text(Fraction(number))
    assert written is not None
    assert Fraction(written) == Fraction(number)
    assert parse_decimal(written) == Fraction(number)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("52.4", "52.4"),
        ("20.0", "20"),
        ("12345.60", "12345.6"),
        ("-1/8", "-0.125"),
        ("1/1024", "0.0009765625"),
        ("-3", "-3"),
        ("0", "0"),
    ],
)
def test_decimal_text_has_no_more_digits_than_it_needs(number: str, text: str) -> None:
    assert decimal_text(Fraction(number)) == text


def test_finite_digits_are_the_fewest_that_write_the_number() -> None:
    for number in [*SMALL, Fraction(1, 2**9), Fraction(7, 5**6), Fraction(10**9)]:
        exact = [digits for digits in range(10) if (number * 10**digits).denominator == 1]
        assert finite_digits(number) == (exact[0] if exact else None)
        assert (decimal_text(number) is None) == (not exact)


def test_fraction_text_is_lossless_and_in_lowest_terms() -> None:
    assert [fraction_text(Fraction(n)) for n in ("52.4", "20", "-2/6")] == [
        "262/5",
        "20",
        "-1/3",
    ]


@pytest.mark.parametrize(
    ("number", "digits", "rounded"),
    [
        # Published scores and docs/method.md §2.7: Python's round() gives 62, 42 and 70.3.
        ("62.5", 0, "63"),
        ("42.5", 0, "43"),
        ("70.35", 1, "70.4"),
        ("70.349999", 1, "70.3"),
        ("0.5", 0, "1"),
        ("1.5", 0, "2"),
        ("-0.5", 0, "-1"),
        ("-0.4", 0, "0"),
        ("197/435", 4, "0.4529"),
        ("99.95", 1, "100"),
    ],
)
def test_halves_are_rounded_away_from_zero(number: str, digits: int, rounded: str) -> None:
    assert round_half_up(Fraction(number), digits) == Fraction(rounded)


@law
@given(decimals, st.integers(0, 5))
def test_rounding_is_that_of_decimal_half_up(number: Decimal, digits: int) -> None:
    unit = Decimal(1).scaleb(-digits)
    expected = number.quantize(unit, rounding=ROUND_HALF_UP)
    assert round_half_up(Fraction(number), digits) == Fraction(expected)


@pytest.mark.parametrize("digits", [0, 1, 2])
def test_rounding_is_the_nearest_multiple_and_mirrors_at_zero(digits: int) -> None:
    for number in SMALL:
        rounded = round_half_up(number, digits)
        assert (rounded * 10**digits).denominator == 1
        assert abs(rounded - number) * 2 * 10**digits <= 1
        assert round_half_up(-number, digits) == -rounded
        assert round_half_up(rounded, digits) == rounded


@pytest.mark.parametrize(
    ("number", "digits", "french", "english"),
    [
        ("62.5", 1, "62,5", "62.5"),
        ("62.5", 0, "63", "63"),
        ("20", 1, "20,0", "20.0"),
        ("20", 0, "20", "20"),
        ("0.04", 1, "0,0", "0.0"),
        ("-0.04", 1, "0,0", "0.0"),
        ("-0.05", 1, "−0,1", "−0.1"),
        ("-1234567.891", 2, "−1\xa0234\xa0567,89", "−1,234,567.89"),
        ("999", 0, "999", "999"),
        ("1000", 0, "1\xa0000", "1,000"),
        ("0.007", 3, "0,007", "0.007"),
    ],
)
def test_numbers_are_written_as_the_language_does(
    number: str, digits: int, french: str, english: str
) -> None:
    assert format_number(Fraction(number), digits, FRENCH) == french
    assert format_number(Fraction(number), digits, ENGLISH) == english


def test_percentages_take_the_pattern_of_the_style() -> None:
    percent_first = NumberStyle(decimal="·", group="'", percent="% {}", minus="~")
    assert format_percent(Fraction("62.5"), 1, FRENCH) == "62,5\xa0%"
    assert format_percent(Fraction("62.5"), 1, ENGLISH) == "62.5%"
    assert format_percent(Fraction(-1234), 2, percent_first) == "% ~1'234·00"


@pytest.mark.parametrize(
    ("numbers", "digits"),
    [
        ("", ()),
        ("62.5", (1,)),
        ("62.5 20", (1, 1)),
        ("62.5 62.5", (1, 1)),
        ("52.44 52.36", (2, 2)),
        ("52.44 52.36 52.44 10", (2, 2, 2, 1)),
        ("52.444 52.436 52.36", (3, 3, 2)),
        ("33.333 100/3", (4, 4)),
        ("6 6.000000000001", (12, 12)),
    ],
)
def test_numbers_get_as_many_digits_as_tell_them_apart(
    numbers: str, digits: tuple[int, ...]
) -> None:
    assert telling_digits([Fraction(number) for number in numbers.split()]) == digits


def test_telling_digits_begin_with_the_least_asked_for() -> None:
    assert telling_digits([Fraction(1), Fraction(2)], least=0) == (0, 0)
    assert telling_digits([Fraction("1.4"), Fraction("1.3")], least=0) == (1, 1)
    assert telling_digits([Fraction("1.44"), Fraction("1.43")], least=2) == (2, 2)


def test_telling_digits_end_at_twelve_however_near_the_numbers() -> None:
    near = [Fraction(1), 1 + Fraction(1, 10**20)]
    assert telling_digits(near) == (12, 12)


def assert_printed_alike_only_if_equal(numbers: list[Fraction]) -> None:
    shown = [
        format_number(number, digits, ENGLISH)
        for number, digits in zip(numbers, telling_digits(numbers), strict=True)
    ]
    by_text = dict(zip(shown, numbers, strict=True))
    assert len(set(shown)) == len(set(numbers)) == len(by_text)
    assert all(by_text[text] == number for text, number in zip(shown, numbers, strict=True))
    # «52.4» and «52.40» would be the same to a reader.
    assert len({Fraction(text.replace("−", "-")) for text in shown}) == len(set(numbers))


def test_small_numbers_print_alike_only_if_equal() -> None:
    near = [Fraction(k, 40) for k in range(8)] + [Fraction(1, 12), Fraction(1, 7)]
    for some in combinations_with_replacement(near, 3):
        assert_printed_alike_only_if_equal(list(some))


@law
@given(st.lists(st.integers(0, 10**5).map(lambda k: Fraction(k, 30_030)), max_size=30))
def test_numbers_print_alike_only_if_equal(numbers: list[Fraction]) -> None:
    assert_printed_alike_only_if_equal(numbers)


def test_telling_digits_do_not_depend_on_the_order() -> None:
    numbers = [Fraction(text) for text in ("52.444", "52.436", "52.36", "20", "100/3")]
    found = dict(zip(numbers, telling_digits(numbers), strict=True))
    for shuffled in permutations(numbers):
        assert dict(zip(shuffled, telling_digits(shuffled), strict=True)) == found


@given(st.lists(fractions, max_size=8))
def test_the_sum_on_a_common_denominator_is_the_sum(numbers: list[Fraction]) -> None:
    assert exact_sum(numbers) == sum(numbers, Fraction(0))
