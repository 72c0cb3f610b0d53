"""Numbers and plain words in forms that readers of YAML disagree about.

`62,5` is a text to every one of them, `5:04` is 304 to some and `no` is false to others:
each is named, with what to write instead.
"""

import re
from fractions import Fraction
from unicodedata import normalize

from cvcgen.core.diagnostics import Message, message
from cvcgen.core.exact import MAX_LENGTH, decimal_text

_READ_DIFFERENTLY = re.compile(
    r"""(?ix) ~ | null | true | false | yes | no | on | off | y | n
    | [-+]? (?: [0-9][0-9_]*+ (?: \.[0-9_]*+ )? | \.[0-9][0-9_]*+ ) (?: e[-+]?[0-9]+ )?
    | [-+]? 0 (?: x[0-9a-f_]+ | o[0-7_]+ | b[01_]+ )
    | [-+]? [0-9][0-9_]*+ (?: :[0-5]?[0-9] )++ (?: \.[0-9_]* )?
    | [-+]? \.inf | \.nan | = | <
    """
)
"""Plain words that some reader takes for a number, a truth value or nothing.

Nothing in it is matched in two ways, so that the longest word is judged at once.
"""
_PLAIN = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
_LONGEST = 80
"""In a longer text no number is looked for."""
_BARE_POINT = re.compile(r"\.[0-9]+|[0-9]+\.")
_DECIMAL_COMMA = re.compile(
    r"-?[0-9]+(?:[ \u00a0\u202f][0-9]{3})*,[0-9]+(?:[ \u00a0\u202f]?%)?"
)
_BEFORE_WORDS = re.compile(
    r"(-?[0-9]+(?:[.,][0-9]+)?) ?"
    r"(?:points?|pts?\.?|/ ?[0-9]+|[;,.]|(?:\(|#|= ?|- ?(?![0-9])).*+)"
)
"""A number with what people write after it: of how many, or what it means."""
_WITH_PERCENT = re.compile(r"-?[0-9]+(?:\.[0-9]+)?[ \u00a0\u202f]?%")


def is_read_differently(text: str) -> bool:
    """Whether readers of YAML disagree about this plain word.

    >>> [w for w in ("5:04", "010", "1e1", ".5", "no", "Non", "2026-10-01", "1.2.3")
    ...  if is_read_differently(w)]
    ['5:04', '010', '1e1', '.5', 'no']
    """
    return _READ_DIFFERENTLY.fullmatch(text) is not None


def ambiguous_form(text: str) -> tuple[Message, Message]:
    """What is wrong with such a word, and what to write instead."""
    if len(text) > MAX_LENGTH:
        return (
            message(
                "a number of more than {limit} characters is not read here", limit=MAX_LENGTH
            ),
            message("write fewer digits, or put a text in quotes"),
        )
    found = message("`{text}` is read differently by different YAML readers", text=text)
    better = _plain_form(text)
    if better is None and text[-1:].isdigit():
        return found, message(
            'write a number like `62.5`, or put a text in quotes: `"{text}"`', text=text
        )
    if better is None:
        return found, message('put a text in quotes: `"{text}"`', text=text)
    return found, message(
        'write `{better}`, or put a text in quotes: `"{text}"`', better=better, text=text
    )


def comma_number(whole: str, decimals: str) -> tuple[Message, Message]:
    """The same for a number with a comma, where a comma parts two keys."""
    found = message("`{text}` is not a number here", text=f"{whole},{decimals}")
    return found, message("write `{number}`", number=f"{whole}.{decimals}")


def number_meant(text: str) -> str | None:
    """The number that a text was probably meant to be, in the accepted form, or None.

    >>> [number_meant(text) for text in ("62,5", "62,5 %", "62 %", "1 234,5", "sixty")]
    ['62.5', '62.5', '62', '1234.5', None]
    >>> [number_meant(text) for text in ("3 points", "3/5", "3 (moyen)", "3;", "3-5", "3 ou 5")]
    ['3', '3', '3', '3', None, None]
    """
    if len(text) > _LONGEST:
        return None
    text = normalize("NFKC", text).strip()
    if _PLAIN.fullmatch(text):
        return text
    named = _BEFORE_WORDS.fullmatch(text)
    if named is not None:
        return named[1].replace(",", ".")
    if _DECIMAL_COMMA.fullmatch(text) or _WITH_PERCENT.fullmatch(text):
        return re.sub(r"[ \u00a0\u202f%]", "", text).replace(",", ".")
    return None


def _plain_form(text: str) -> str | None:
    if text.lower() in {"null", "~"}:
        return "null"
    if _BARE_POINT.fullmatch(text):
        return f"0{text}" if text.startswith(".") else text[:-1]
    if re.fullmatch(r"\+[0-9]+(?:\.[0-9]+)?", text):
        return text[1:]
    if re.fullmatch(r"0+[0-9]+(?:\.[0-9]+)?", text):
        return text.lstrip("0") if text.strip("0.") else None
    if re.fullmatch(r"[-+]?[1-9][0-9]*(?:\.[0-9]+)?[eE][-+]?[0-9]", text):
        return decimal_text(Fraction(text))
    return None
