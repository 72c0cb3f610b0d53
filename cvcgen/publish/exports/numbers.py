"""Numbers in the data files: one shape everywhere, exact and readable at once.

`{"fraction": "262/5", "decimal": "52.4", "shown": {"fr": "52,4 %", "en": "52.4%"}}`: the
exact value, the same as a decimal (null where no finite one exists), and what the pages show.
Counts, ranks and places are plain integers.
"""

from collections.abc import Callable
from fractions import Fraction

from cvcgen.core.exact import decimal_text, finite_digits, fraction_text
from cvcgen.core.scoring import HUNDRED
from cvcgen.publish.exports.jsontext import Shared, share
from cvcgen.publish.voice import Voice

MOST_WEIGHT_DIGITS = 2
"""Decimals of weights and published scores, where they need any."""
_PERCENT_DIGITS = 1
_MOST_PLAIN_DIGITS = 6
_Key = tuple[str, int, int, int]
"""How a number is shown, and the number: integers are a key ten times faster than itself."""


class Numbers:
    """Writes numbers for the languages of one site; each distinct number is written once."""

    def __init__(self, voices: tuple[Voice, ...]) -> None:
        self._voices = voices
        self._written: dict[_Key, Shared] = {}

    def percent(self, number: Fraction | None, digits: int = _PERCENT_DIGITS) -> Shared | None:
        """A number that is in percent already; null for None."""
        if number is None:
            return None
        key = ("percent", digits, number.numerator, number.denominator)
        return self._written.get(key) or self._write(
            key, number, lambda voice: voice.percent(number, digits)
        )

    def share(self, number: Fraction | None) -> Shared | None:
        """A number in [0, 1], shown in percent; null for None."""
        if number is None:
            return None
        key = ("share", _PERCENT_DIGITS, number.numerator, number.denominator)
        return self._written.get(key) or self._write(
            key, number, lambda voice: voice.percent(HUNDRED * number, _PERCENT_DIGITS)
        )

    def plain(self, number: Fraction | None) -> Shared | None:
        """Points or a declared weight, shown with all its decimals; null for None."""
        if number is None:
            return None
        key = ("plain", 0, number.numerator, number.denominator)
        return self._written.get(key) or self._write(
            key, number, lambda voice: voice.number(number, plain_digits(number))
        )

    def _write(self, key: _Key, number: Fraction, show: Callable[[Voice], str]) -> Shared:
        written = self._written[key] = share(
            {
                "fraction": fraction_text(number),
                "decimal": decimal_text(number),
                "shown": {voice.language: show(voice) for voice in self._voices},
            }
        )
        return written


def plain_digits(number: Fraction) -> int:
    """How many decimals to show of points or a declared weight."""
    digits = finite_digits(number)
    return _MOST_PLAIN_DIGITS if digits is None else min(digits, _MOST_PLAIN_DIGITS)
