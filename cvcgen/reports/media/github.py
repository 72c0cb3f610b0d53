"""Workflow commands, the lines that GitHub's runner turns into annotations.

The escapes are those that the runner undoes; a character it does not undo, such as «;»,
would stay encoded for the reader.
"""

from collections.abc import Sequence

from cvcgen.core.hidden import show_hidden

_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = {**_DATA, ":": "%3A", ",": "%2C"}


def escape_data(text: str) -> str:
    r"""The text as a command's message; line ends stay line ends.

    >>> print(escape_data("100 %\n::error::x"))
    100 %25%0A::error::x
    """
    return _encoded(text, _DATA)


def escape_property(text: str) -> str:
    """The text as the value of one of a command's properties.

    >>> escape_property("a:b,c")
    'a%3Ab%2Cc'
    """
    return _encoded(text, _PROPERTY)


def command(name: str, properties: Sequence[tuple[str, str]], text: str) -> str:
    """One whole line: the command, its properties in order, its message."""
    written = ",".join(f"{key}={escape_property(value)}" for key, value in properties)
    return f"::{name}{' ' if written else ''}{written}::{escape_data(text)}\n"


def _encoded(text: str, codes: dict[str, str]) -> str:
    # Character by character: a second pass would encode the % of the first.
    return "".join(codes.get(character) or show_hidden(character) for character in text)
