"""Numbers in the data files: one shape everywhere, exact and readable at once.

`{"fraction": "262/5", "decimal": "52.4", "shown": {"fr": "52,4 %", "en": "52.4%"}}`: the
exact value, the same as a decimal (null where no finite one exists), and what the pages show.
Counts, ranks and places are plain integers.
"""

from collections.abc import Callable
from fractions import Fraction

from cvcgen.core.exact import decimal_text, finite_digits, fraction_text
from cvcgen.core.scoring import HUNDRED
from cvcgen.publish.exports.jsontext import Node
from cvcgen.publish.voice import Voice

MOST_WEIGHT_DIGITS = 2
"""Decimals of weights and published scores, where they need any."""
_PERCENT_DIGITS = 1
_MOST_PLAIN_DIGITS = 6


class Numbers:
    """Writes numbers for the languages of one site; each distinct number is written once."""

    def __init__(self, voices: tuple[Voice, ...]) -> None:
        self._voices = voices
        self._written: dict[tuple[str, int, int, int], Node] = {}

    def percent(self, number: Fraction | None, digits: int = _PERCENT_DIGITS) -> Node:
        """A number that is in percent already; null for None."""
        return self._write("percent", number, digits, lambda v, n: v.percent(n, digits))

    def share(self, number: Fraction | None) -> Node:
        """A number in [0, 1], shown in percent; null for None."""
        return self._write(
            "share",
            number,
            _PERCENT_DIGITS,
            lambda v, n: v.percent(HUNDRED * n, _PERCENT_DIGITS),
        )

    def plain(self, number: Fraction | None) -> Node:
        """Points or a declared weight, shown with all its decimals; null for None."""
        return self._write("plain", number, 0, lambda v, n: v.number(n, plain_digits(n)))

    def _write(
        self,
        kind: str,
        number: Fraction | None,
        digits: int,
        show: Callable[[Voice, Fraction], str],
    ) -> Node:
        if number is None:
            return None
        # Integers are a key ten times faster than the fraction itself.
        key = (kind, number.numerator, number.denominator, digits)
        written = self._written.get(key)
        if written is None:
            written = self._written[key] = {
                "fraction": fraction_text(number),
                "decimal": decimal_text(number),
                "shown": {voice.language: show(voice, number) for voice in self._voices},
            }
        return written


def plain_digits(number: Fraction) -> int:
    """How many decimals to show of points or a declared weight."""
    digits = finite_digits(number)
    return _MOST_PLAIN_DIGITS if digits is None else min(digits, _MOST_PLAIN_DIGITS)
