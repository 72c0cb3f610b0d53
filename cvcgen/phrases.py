"""The tool's own words in the reader's language.

English is the language of the code; `locale/<language>/LC_MESSAGES/cvcgen.mo` holds the
others. The only place that knows where they are. Texts of the content are not here: they
carry their own translations.
"""

import gettext
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from cvcgen.core.diagnostics import Message

SOURCE_LANGUAGE = "en"
"""The language that templates and messages are written in."""
_DOMAIN = "cvcgen"
_FOLDER = Path(__file__).parent / "locale"


@dataclass(frozen=True, slots=True)
class Phrases:
    """The words of one language; English stands in for what has no translation."""

    language: str
    """The language that was asked for."""
    catalogue: gettext.NullTranslations
    """Where the words are looked up."""

    def one(self, template: str) -> str:
        """The template in this language."""
        return self.catalogue.gettext(template) if template else ""

    def many(self, singular: str, plural: str, count: int) -> str:
        """The template that goes with the count, by the language's rule of plurals."""
        return self.catalogue.ngettext(singular, plural, count)

    def context(self, context: str, template: str) -> str:
        """The template in this language, where one English word has several translations."""
        return self.catalogue.pgettext(context, template)

    def say(self, message: Message) -> str:
        """The message in this language."""
        return message.text(self.one)


@lru_cache(maxsize=16)
def load_phrases(language: str) -> Phrases:
    """The words for who reads that language; English ones where it has no catalogue."""
    spoken = spoken_language(language)
    if spoken == SOURCE_LANGUAGE:  # nothing to look for, and half of `gettext` to load
        return Phrases(language, gettext.NullTranslations())
    return Phrases(language, gettext.translation(_DOMAIN, _FOLDER, languages=[spoken]))


def is_spoken(language: str) -> bool:
    """Whether the tool has words of that language, be it of another region: `fr-CA`, `fr`."""
    return language == SOURCE_LANGUAGE or _base(language) in translated_languages()


def spoken_language(language: str) -> str:
    """The language that the tool speaks to who reads that one.

    >>> spoken_language("fr-CA"), spoken_language("es")
    ('fr', 'en')
    """
    return _base(language) if is_spoken(language) else SOURCE_LANGUAGE


@cache
def translated_languages() -> tuple[str, ...]:
    """The languages that the tool itself speaks, English among them, sorted."""
    found = (path.parent.parent.name for path in _FOLDER.glob(f"*/LC_MESSAGES/{_DOMAIN}.mo"))
    return tuple(sorted({SOURCE_LANGUAGE, *found}))


def _base(language: str) -> str:
    """The language without its region."""
    return language.partition("-")[0]
