r"""CSV for spreadsheets: contributors' text is never a formula.

Commas, `\n` line ends, a header; quoted where needed (RFC 4180 but for the line ends, since
the reader may be a shell).
"""

import csv
import io
from collections.abc import Iterable, Sequence
from fractions import Fraction

from cvcgen.core.exact import fraction_text
from cvcgen.core.formulas import disarm
from cvcgen.core.hidden import show_hidden
from cvcgen.reports.media.logs import COMMAND, break_up

_STRIPPED = ("\t", "\r", "\n")
_COMMANDS = ("|", "%")
"""What some old programs run, beside formulas."""


def escape(text: str) -> str:
    r"""The text as a cell that a spreadsheet takes for text, on one line.

    >>> escape("=1+1"), escape(" @x"), escape("a\tb")
    ("'=1+1", "' @x", 'a\\u{9}b')
    """
    shown = disarm(break_up(show_hidden(text), COMMAND))
    # Spreadsheets trim before they look for a formula.
    trimmed = text.startswith(_STRIPPED) or text.lstrip().startswith(_COMMANDS)
    return f"'{shown}" if trimmed and not shown.startswith("'") else shown


def exact(number: Fraction | None) -> str:
    """The number as a fraction; an empty cell where there is none."""
    return "" if number is None else fraction_text(number)


def table(rows: Iterable[Sequence[str]]) -> str:
    """Rows of escaped cells, the first of them the header."""
    target = io.StringIO()
    csv.writer(target, lineterminator="\n").writerows(rows)
    return target.getvalue()
