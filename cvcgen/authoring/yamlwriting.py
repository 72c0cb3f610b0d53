"""Pieces of YAML text: quoted scalars, texts by language, comments.

What comes from people is always in double quotes, with everything that could hide or end a
line escaped, so that no text can become another key, a number or a comment.
"""

import json
import textwrap
from collections.abc import Mapping
from unicodedata import category

from cvcgen.core.model import Language

WIDTH = 96
"""The longest line of comments and folded texts."""
_SEEN_AS_WRITTEN = frozenset("LMNPSZ")
"""Categories of characters that a reader sees; other ones are escaped."""
_LINE_SEPARATORS = ("Zl", "Zp")


def quoted(text: str) -> str:
    r"""The text as a double-quoted scalar on one line.

    >>> print(quoted('- «a»: "b" # c'), quoted("d\u202e"))
    "- «a»: \"b\" # c" "d\u202e"
    """
    whole = text.encode("utf-8", "replace").decode("utf-8")  # no lone surrogates
    return "".join(_shown(character) for character in json.dumps(whole, ensure_ascii=False))


def _shown(character: str) -> str:
    kind = category(character)
    if kind[0] in _SEEN_AS_WRITTEN and kind not in _LINE_SEPARATORS:
        return character
    code = ord(character)
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def text_lines(key: str, wordings: Mapping[Language, str], indent: int = 0) -> list[str]:
    """A key with a text in each of these languages, one line each.

    >>> text_lines("name", {"fr": "Citoyens"})
    ['name:', '  fr: "Citoyens"']
    """
    margin = " " * indent
    body = (f"{margin}  {language}: {quoted(text)}" for language, text in wordings.items())
    return [f"{margin}{key}:", *body]


def comment(text: str, indent: int = 0, hanging: int = 0) -> list[str]:
    """The text as comment lines; after the first they stand `hanging` columns further in.

    >>> comment("Who they are.", indent=2)
    ['  # Who they are.']
    """
    start = f"{' ' * indent}# "
    words = " ".join(text.split())
    return textwrap.wrap(
        words,
        WIDTH,
        initial_indent=start,
        subsequent_indent=start + " " * hanging,
        break_long_words=False,
        break_on_hyphens=False,
    )
