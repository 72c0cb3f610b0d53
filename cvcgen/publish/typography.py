"""French spacing, as Québec's Office de la langue française writes it, and apostrophes.

In French a no-break space before `:`, `%` and `»` and after `«` where the author typed an
ordinary one; none before `;`, `!` and `?`. In French and English the apostrophe inside a word
is `’`, in English that of a plural's owner too. Other languages are left as they are.
"""

import re
from collections.abc import Callable
from functools import lru_cache

_NO_BREAK = "\N{NO-BREAK SPACE}"
_TIGHT = re.compile(r"(?<![\s«])[ \u00a0\u202f]+(?=[;!?])")
_BEFORE = re.compile(r" (?=[:%»](?!\w))")
# From the apostrophe backwards: looked for first, it is found at once.
_APOSTROPHE = re.compile(r"'(?<=[^\W\d]')(?=[^\W\d])")
_OF_PLURALS = re.compile(r"'(?<=[^\W\d]s')(?=\s)")


def is_french(language: str) -> bool:
    """Whether the rules of this module hold for the language."""
    return language == "fr" or language.startswith("fr-")


def typeset_french(text: str) -> str:
    r"""The text set as French; what has no space where one belongs gets none.

    >>> typeset_french("L'eau : 62,5 % ! « Oui »")
    'L’eau\xa0: 62,5\xa0%! «\xa0Oui\xa0»'
    """
    # To look for a character takes a tenth of the time of a pattern.
    if ";" in text or "!" in text or "?" in text:
        text = _TIGHT.sub("", text)
    if "'" in text:
        text = _APOSTROPHE.sub("’", text)
    if ":" in text or "%" in text or "»" in text:
        text = _BEFORE.sub(_NO_BREAK, text)
    return text.replace("« ", f"«{_NO_BREAK}")


def typeset_english(text: str) -> str:
    """The text set as English.

    >>> typeset_english("the clinic's staff, nurses' files")
    'the clinic’s staff, nurses’ files'
    """
    if "'" not in text:
        return text
    return _OF_PLURALS.sub("’", _APOSTROPHE.sub("’", text))


def typesetter(language: str) -> Callable[[str], str]:
    """What sets a text as the language asks."""
    if is_french(language):
        return typeset_french
    return typeset_english if language == "en" or language.startswith("en-") else str


@lru_cache(maxsize=20_000)
def typeset(text: str, language: str) -> str:
    """The text set as its language asks."""
    return typesetter(language)(text)
