"""Tables of typed cells, as spreadsheets hold them whatever their format and language.

A thousand rows have a few different words and numbers, so a table keeps each distinct cell
once: who writes it does so once per language, and the rows say which cells stand where.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from cvcgen.core.diagnostics import Message
from cvcgen.core.model import Text
from cvcgen.publish.voice import Voice


class Quantity(NamedTuple):  # found among others in a tenth of the time of a dataclass
    """A number and how many decimals show it."""

    numerator: int
    """Of the exact number, in lowest terms."""
    denominator: int
    """Of the same."""
    digits: int
    """Decimals, at least 0."""
    percent: bool = False
    """Whether it is in percent."""


Cell = str | int | Quantity | Message | Text | None
"""A text of the content, words of the tool, an id, a count, a number, or nothing."""


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet with one row of headings."""

    name: Message
    """What the sheet is called."""
    headings: tuple[Message | Text, ...]
    """One per column."""
    cells: tuple[Cell, ...]
    """Those below the headings, each distinct one once, as they first occur row by row."""
    rows: tuple[tuple[int, ...], ...]
    """Per column the number of its cell, from 0."""


def make_table(
    name: Message, headings: tuple[Message | Text, ...], rows: Iterable[Sequence[Cell]]
) -> Table:
    """The table with those rows, one cell per column in each."""
    numbers: dict[Cell, int] = {}
    number = numbers.setdefault
    numbered = tuple([tuple([number(cell, len(numbers)) for cell in row]) for row in rows])
    return Table(name, headings, tuple(numbers), numbered)


def say_words(words: str | Message | Text, voice: Voice) -> str:
    """What a cell of words says in the language of the voice."""
    if isinstance(words, Message):
        return voice.say(words)
    return voice.localise(words).text if isinstance(words, Text) else words
