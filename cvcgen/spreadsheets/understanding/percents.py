"""A percentage as a cell says it, in French or English form, exactly."""

import re
from fractions import Fraction

from cvcgen.core.diagnostics import Message, message
from cvcgen.core.exact import parse_decimal
from cvcgen.spreadsheets.cells import Cell

_SPACES = re.compile(r"\s+")
_NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)?")


def read_percent(cell: Cell) -> Fraction | Message:
    """The percentage, or what is wrong with it.

    A number such as 0.625 is 62.5 % only where the cell is formatted as a percentage: without
    that it is refused, never guessed.

    >>> read_percent(Cell("62,5 %")), read_percent(Cell("62.5"))
    (Fraction(125, 2), Fraction(125, 2))
    >>> read_percent(Cell("0,625")).template
    '`{text}` may be {text}% or a share of 1'
    """
    text = _SPACES.sub("", cell.text)
    signed = text.endswith("%")
    digits = text.removesuffix("%")
    number = parse_decimal(digits.replace(",", ".")) if _NUMBER.fullmatch(digits) else None
    if number is None:
        return message("`{text}` is no percentage", text=cell.text)
    if 0 < number < 1 and not signed:
        return message("`{text}` may be {text}% or a share of 1", text=cell.text)
    return number
