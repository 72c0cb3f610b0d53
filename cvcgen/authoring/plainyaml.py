"""Plain values as YAML lines: what other programs hand over, written as contributors would.

Texts that come from people are quoted or in a block of their own, so that none can become
another key, a number or a comment.
"""

import re
import textwrap
from collections.abc import Mapping, Sequence
from fractions import Fraction

from cvcgen.authoring.yamlwriting import WIDTH, quoted
from cvcgen.core.exact import decimal_text, fraction_text

Plain = None | bool | Fraction | str | Sequence["Plain"] | Mapping[str, "Plain"]
"""What a file says, without its form."""
_WORD = re.compile(r"[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*")
_READ_DIFFERENTLY = re.compile(r"null|true|false|yes|no|on|off|y|n|nan|inf")
_FOLDABLE = re.compile(r"[^\s\x00-\x1f](?:[^\s\x00-\x1f]| (?! ))*[^\s\x00-\x1f]")
_SEEN_AS_WRITTEN = re.compile(r"[^\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]*")


def entry_lines(key: str, value: Plain, indent: int = 0) -> list[str]:
    """A key with its value, as lines.

    >>> entry_lines("a", {"points": Fraction(5, 2), "why": "= 1", "none": None})
    ['a:', '  points: 2.5', '  why: "= 1"', '  none: null']
    """
    margin = " " * indent
    start = f"{margin}{_word(key)}:"
    if isinstance(value, Mapping) and value:
        below = (entry_lines(name, inner, indent + 2) for name, inner in value.items())
        return [start, *(line for lines in below for line in lines)]
    if isinstance(value, list | tuple) and value:
        return [start, *(line for item in value for line in _item_lines(item, indent + 2))]
    if isinstance(value, str):
        return _text_lines(start, value, indent)
    return [f"{start} {flow_text(value)}"]


def flow_text(value: Plain) -> str:
    """The value on one line.

    >>> flow_text({"points": Fraction(3), "why": "L'eau"}), flow_text([])
    ('{points: 3, why: "L\\'eau"}', '[]')
    """
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Fraction):
        return decimal_text(value) or fraction_text(value)
    if isinstance(value, str):
        return _word(value)
    if isinstance(value, Mapping):
        pairs = (f"{_word(key)}: {flow_text(inner)}" for key, inner in value.items())
        return "{" + ", ".join(pairs) + "}"
    return "[" + ", ".join(flow_text(item) for item in value) + "]"


def _item_lines(item: Plain, indent: int) -> list[str]:
    margin = " " * indent
    if isinstance(item, Mapping) and item:
        below = [line for key in item for line in entry_lines(key, item[key], indent + 2)]
        return [f"{margin}- {below[0].lstrip()}", *below[1:]]
    if isinstance(item, str):
        return _text_lines(f"{margin}-", item, indent)
    return [f"{margin}- {flow_text(item)}"]


def _text_lines(start: str, text: str, indent: int) -> list[str]:
    """A text on the line that starts so, or folded below it where it is long."""
    line = f"{start} {_word(text)}"
    if len(line) <= WIDTH or not _FOLDABLE.fullmatch(text):
        return [line]
    if not _SEEN_AS_WRITTEN.fullmatch(text):
        return [line]
    margin = " " * (indent + 2)
    folded = textwrap.wrap(
        text,
        WIDTH,
        initial_indent=margin,
        subsequent_indent=margin,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return [f"{start} >-", *folded]


def _word(text: str) -> str:
    """A word of the format as it is; anything else in quotes."""
    plain = _WORD.fullmatch(text) and not _READ_DIFFERENTLY.fullmatch(text)
    return text if plain else quoted(text)
