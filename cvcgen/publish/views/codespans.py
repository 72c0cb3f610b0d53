"""Sentences with code in them: what stands between two backticks, as in messages of git."""

import re
from dataclasses import dataclass

_CODE = re.compile("`([^`]+)`")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a sentence."""

    text: str
    """The words, without their backticks."""
    is_code: bool
    """Whether to set it as code."""


Coded = tuple[Stretch, ...]
"""A sentence, stretch by stretch; none for an empty one."""


def split_code(sentence: str) -> Coded:
    """The sentence in stretches; a backtick without a second one is a character of the text.

    >>> [(part.text, part.is_code) for part in split_code("no level in `gain`, a ` alone")]
    [('no level in ', False), ('gain', True), (', a ` alone', False)]
    """
    parts = _CODE.split(sentence)
    return tuple(Stretch(text, at % 2 == 1) for at, text in enumerate(parts) if text)
