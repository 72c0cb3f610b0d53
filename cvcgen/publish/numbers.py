"""How a language writes numbers, ranks, dates and lists.

The conventions come from Babel's locale data; the digits come from `core.exact` alone.
"""

import re
from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.lists import format_list

from cvcgen.core.exact import NumberStyle, finite_digits, format_number

_HOME_LOCALES = {"fr": "fr_CA", "en": "en_CA"}
_FALLBACK_LOCALE = "en_CA"
_MOST_PUBLISHED_DIGITS = 4
_DIGITS_OF_PATTERN = re.compile(r"[#0][#0,.]*")
_FIRST_OF_MONTH = re.compile(r"^1 ")
_FOR_MACHINES = NumberStyle(decimal=".", group="", percent="{}", minus="-")


def find_locale(language: str) -> Locale:
    """The locale whose conventions a language follows: Canada's for French and English."""
    name = _HOME_LOCALES.get(language, language.replace("-", "_"))
    try:
        return Locale.parse(name)
    except (UnknownLocaleError, ValueError):
        return Locale.parse(_FALLBACK_LOCALE)


def number_style(locale: Locale) -> NumberStyle:
    """How the locale writes numbers and percentages, from its own data.

    >>> number_style(find_locale("fr")).percent
    '{}\\xa0%'
    """
    symbols = locale.number_symbols["latn"]
    percent = _DIGITS_OF_PATTERN.sub("{}", locale.percent_formats[None].pattern, count=1)
    return NumberStyle(symbols["decimal"], symbols["group"], percent)


@lru_cache(maxsize=4096)
def write_date(text: str, locale: Locale) -> str:
    """A date `YYYY-MM-DD` in words; what is no such date stays as it is.

    >>> write_date("2026-10-01", find_locale("fr")), write_date("soon", find_locale("en"))
    ('1ᵉʳ octobre 2026', 'soon')
    """
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return text
    written = format_date(day, "long", locale=locale)
    return _FIRST_OF_MONTH.sub("1ᵉʳ ", written) if locale.language == "fr" else written


def write_list(names: Iterable[str], locale: Locale) -> str:
    """The names as one enumeration: «A, B et C»."""
    listed = tuple(names)
    return _list_pattern(len(listed), locale).format(*listed)


@lru_cache(maxsize=64)
def _list_pattern(count: int, locale: Locale) -> str:
    """How that many names are enumerated: «{0}, {1} et {2}»."""
    return format_list([f"{{{number}}}" for number in range(count)], locale=locale)


def ordinal(number: int, language: str, *, feminine: bool = False) -> str:
    """The rank as an ordinal; English serves languages whose words cvcgen does not know.

    Feminine for the place of a value: «la 1ʳᵉ».

    >>> [ordinal(n, "en") for n in (1, 2, 3, 4, 11, 22, 113)]
    ['1st', '2nd', '3rd', '4th', '11th', '22nd', '113th']
    >>> ordinal(1, "fr"), ordinal(1, "fr", feminine=True), ordinal(2, "fr")
    ('1ᵉʳ', '1ʳᵉ', '2ᵉ')
    """
    if language == "fr":
        first = "1ʳᵉ" if feminine else "1ᵉʳ"
        return first if number == 1 else f"{number}ᵉ"
    teens = 11 <= number % 100 <= 13
    suffix = "th" if teens else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"


def shared_digits(numbers: Iterable[Fraction], most: int) -> int:
    """How many decimals write all the numbers exactly, or `most` where that is not enough.

    >>> shared_digits([Fraction(18), Fraction("12.5")], most=2)
    1
    >>> shared_digits([Fraction(100, 3)], most=2)
    2
    """
    found = [finite_digits(number) for number in numbers]
    return max((most if digits is None else min(digits, most) for digits in found), default=0)


def total_digits(total: Fraction) -> int:
    """How many decimals show a total as it was published: one as every score, or all it has.

    >>> [total_digits(Fraction(text)) for text in ("45", "62.5", "57.143")]
    [1, 1, 3]
    """
    return max(1, shared_digits([total], _MOST_PUBLISHED_DIGITS))


def figure_text(number: Fraction) -> str:
    """A length in a figure, for a machine: at most two decimals, with a point.

    >>> figure_text(Fraction(200, 3))
    '66.67'
    """
    return _figure_text(*number.as_integer_ratio())


@lru_cache(maxsize=4096)
def _figure_text(numerator: int, denominator: int) -> str:
    """The length; two integers are a key ten times faster than a fraction."""
    written = format_number(Fraction(numerator, denominator), 2, _FOR_MACHINES)
    return written.rstrip("0").rstrip(".")
