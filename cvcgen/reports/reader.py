"""Whom a report is for: the language of its words, its numbers and the content's texts."""

from dataclasses import dataclass
from fractions import Fraction

from cvcgen.core.diagnostics import Message, message
from cvcgen.core.exact import (
    ENGLISH,
    FRENCH,
    NumberStyle,
    finite_digits,
    format_number,
    format_percent,
    fraction_text,
)
from cvcgen.core.model import Language, Site, Text
from cvcgen.phrases import Phrases

_LONGEST_PLAIN = 4


@dataclass(frozen=True, slots=True)
class Reader:
    """Someone who reads one language."""

    phrases: Phrases
    """The tool's words."""
    style: NumberStyle
    """How numbers are written."""

    def say(self, sentence: Message) -> str:
        """The sentence in the reader's language."""
        return self.phrases.say(sentence)

    def text(self, text: Text, site: Site) -> str:
        """The content's text in the reader's language, else in the site's first one."""
        return text.in_first((Language(self.phrases.language), *site.languages))

    def number(self, number: Fraction, digits: int) -> str:
        """The number with exactly that many decimals."""
        return format_number(number, digits, self.style)

    def percent(self, number: Fraction, digits: int) -> str:
        """A number that is in percent, with exactly that many decimals and the sign."""
        return format_percent(number, digits, self.style)

    def plain(self, number: Fraction) -> str:
        """The number with as few decimals as write it exactly, else as a fraction."""
        digits = finite_digits(number)
        if digits is None or digits > _LONGEST_PLAIN:
            return fraction_text(number)
        return self.number(number, digits)

    def ordinal(self, rank: int, tied: bool) -> str:
        """The rank as it is said: «2nd», «tied 2nd»; «2ᵉ», «2ᵉ ex æquo»."""
        ordinal = _ORDINALS.get(self.phrases.language[:2], _english_ordinal)(rank)
        return self.say(message("tied {rank}", rank=ordinal)) if tied else ordinal


def make_reader(phrases: Phrases) -> Reader:
    """The reader of those phrases, with the numbers of the same language."""
    return Reader(phrases, FRENCH if phrases.language.startswith("fr") else ENGLISH)


def _english_ordinal(rank: int) -> str:
    endings = {1: "st", 2: "nd", 3: "rd"}
    teens = rank % 100 in {11, 12, 13}
    return f"{rank}{'th' if teens else endings.get(rank % 10, 'th')}"


def _french_ordinal(rank: int) -> str:
    return f"{rank}ᵉʳ" if rank == 1 else f"{rank}ᵉ"


_ORDINALS = {"fr": _french_ordinal}
