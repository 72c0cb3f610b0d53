"""One language speaking: the tool's words, the content's texts, numbers and dates.

Views ask their voice for every text they show; nothing here knows of pages.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction

from babel import Locale

from cvcgen.core.diagnostics import Message, message
from cvcgen.core.exact import NumberStyle, format_number
from cvcgen.core.model import Language, Text
from cvcgen.core.scoring import HUNDRED
from cvcgen.phrases import Phrases, load_phrases, spoken_language
from cvcgen.publish.closed import Closed
from cvcgen.publish.numbers import (
    find_locale,
    number_style,
    ordinal,
    shared_digits,
    total_digits,
    write_date,
    write_list,
)
from cvcgen.publish.typography import typeset

_MOST_WRITTEN = 50_000
"""Numbers that are remembered; beyond, all are forgotten: that costs time, never memory."""


@dataclass(frozen=True, slots=True)
class Localised:
    """A text of the content as plain characters, spaced as its language asks."""

    text: str
    """What to show."""
    language: str
    """The language it is written in."""
    foreign: bool
    """Whether that is another language than the page's, to be marked with `lang`."""

    def __str__(self) -> str:
        """The text alone, for sentences that it takes part in."""
        return self.text


@dataclass(frozen=True, slots=True)
class Prose(Closed):
    """A text of the content in Markdown, to be rendered."""

    source: str
    """The Markdown, as written."""
    language: str
    """The language it is written in."""
    foreign: bool
    """Whether that is another language than the page's, to be marked with `lang`."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Everything that depends on the language of a page."""

    language: Language
    """The language of the page."""
    default: Language
    """The language of texts that are missing in the page's."""
    words: str
    """The language of the tool's own words: the page's, else English."""
    phrases: Phrases
    """The tool's own words."""
    locale: Locale
    """Conventions for dates and lists."""
    style: NumberStyle
    """Conventions for numbers."""
    written: dict[tuple[int, int, int], str] = field(
        init=False, default_factory=dict, compare=False, repr=False
    )
    """Numbers by numerator, denominator and decimals, a quicker key than a fraction."""

    def say(self, sentence: Message) -> str:
        """The message in this language."""
        return self.phrases.say(sentence)

    def one(self, template: str, **arguments: str) -> str:
        """What `say` gives for a message of this template with nothing but texts in it.

        For the sentences of which every page has its own.
        """
        return self.phrases.one(template).format_map(arguments)

    def many(self, singular: str, plural: str, count: int, **arguments: str) -> str:
        """The sentence that goes with the count, which stands for `{count}`."""
        template = self.phrases.many(singular, plural, count)
        return template.format_map({"count": self.count(count), **arguments})

    def localise(self, text: Text) -> Localised:
        """The text in this language, else in the default one, else in any."""
        wording, language = self._wording(text)
        return Localised(typeset(wording, language), language, language != self.language)

    def prose(self, text: Text | None) -> Prose | None:
        """The Markdown text in this language, else in the default one, else in any."""
        if text is None:
            return None
        wording, language = self._wording(text)
        return Prose(wording, language, language != self.language)

    def count(self, number: int) -> str:
        """A whole number."""
        return self.number(Fraction(number), 0)

    def number(self, number: Fraction, digits: int) -> str:
        """The number with exactly that many decimals."""
        return self.ratio(*number.as_integer_ratio(), digits)

    def ratio(self, numerator: int, denominator: int, digits: int) -> str:
        """The same of a number that is told by two integers."""
        key = (numerator, denominator, digits)
        found = self.written.get(key)
        if found is None:
            if len(self.written) >= _MOST_WRITTEN:
                self.written.clear()
            number = Fraction(numerator, denominator)
            found = self.written[key] = format_number(number, digits, self.style)
        return found

    def percent(self, number: Fraction, digits: int) -> str:
        """A number that is in percent already, with exactly that many decimals."""
        return self.style.percent.format(self.number(number, digits))

    def share(self, share: Fraction) -> str:
        """A share in [0, 1], such as a part of the weight, in percent.

        As weights have it: with a decimal where one is needed, never with more.
        """
        percent = HUNDRED * share
        return self.percent(percent, shared_digits([percent], most=1))

    def published_total(self, total: Fraction) -> str:
        """A total that was published, in percent: with one decimal as scores have, or more."""
        return self.percent(total, total_digits(total))

    def gain(self, points: Fraction, digits: int) -> str:
        """A difference in points, always with its sign."""
        return f"{'+' if points > 0 else ''}{self.number(points, digits)}"

    def rank(self, number: int, tied: bool) -> str:
        """The place in a ranking, ties said: «2ᵉ ex æquo», «tied 2nd»."""
        place = ordinal(number, self.words)
        return self.one("tied {place}", place=place) if tied else place

    def date(self, text: str) -> str:
        """The date `YYYY-MM-DD` in words."""
        return write_date(text, self.locale)

    def enumerate(self, names: Iterable[str]) -> str:
        """The names as one enumeration."""
        return write_list(names, self.locale)

    def size(self, octets: int) -> str:
        """The size of a file, in units of a thousand bytes."""
        if octets < 1000:
            return self.many("{count} byte", "{count} bytes", octets)
        # 9,950 bytes would be shown as «10.0 KB» and 999,500 as «1000 KB».
        unit, digits = Fraction(octets, 1000), 0 if octets >= 9_950 else 1
        if octets < 999_500:
            return self.say(message("{number} KB", number=self.number(unit, digits)))
        return self.say(message("{number} MB", number=self.number(unit / 1000, 1)))

    def _wording(self, text: Text) -> tuple[str, str]:
        for language in (self.language, self.default):
            wording = text.in_language(language)
            if wording is not None:
                return wording, language
        return next(((words, code) for code, words in text.translations), ("", self.language))


def make_voice(language: Language, default: Language) -> Voice:
    """The voice of one language of a site whose default language is given."""
    words = spoken_language(language)
    locale = find_locale(language)
    return Voice(language, default, words, load_phrases(words), locale, number_style(locale))
