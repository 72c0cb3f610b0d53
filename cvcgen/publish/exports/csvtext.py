"""Tables as CSV that spreadsheets open by double click, and that runs nothing there.

UTF-8 with a byte order mark; in French `;` between cells and a decimal comma, elsewhere `,`
and a point; numbers without units or spaces. A text that a spreadsheet would run as a formula
(it starts with `=`, `+`, `-`, `@`, a tab or a line break) gets a `'` before it, and so does a
part of a text that would become a cell where a spreadsheet expects another separator.
"""

import csv
import io
from fractions import Fraction

from cvcgen.core.exact import NumberStyle, format_number
from cvcgen.core.formulas import disarm
from cvcgen.publish.exports.cells import Cell, Quantity, Table, say_words
from cvcgen.publish.typography import is_french
from cvcgen.publish.voice import Voice

_FRENCH = NumberStyle(decimal=",", group="", percent="{}", minus="-")
_OTHERS = NumberStyle(decimal=".", group="", percent="{}", minus="-")
_BYTE_ORDER_MARK = "\ufeff"


def render_csv(table: Table, voice: Voice) -> bytes:
    """The table in the language of the voice."""
    french = is_french(voice.language)
    style = _FRENCH if french else _OTHERS
    stream = io.StringIO(newline="")
    stream.write(_BYTE_ORDER_MARK)
    writer = csv.writer(stream, delimiter=";" if french else ",", lineterminator="\r\n")
    writer.writerow([_write(heading, voice, style) for heading in table.headings])
    texts = [_write(cell, voice, style) for cell in table.cells]
    writer.writerows([[texts[number] for number in row] for row in table.rows])
    return stream.getvalue().encode()


def _write(cell: Cell, voice: Voice, style: NumberStyle) -> str:
    if cell is None:
        return ""
    if isinstance(cell, Quantity):
        return format_number(Fraction(cell.numerator, cell.denominator), cell.digits, style)
    return str(cell) if isinstance(cell, int) else disarm(say_words(cell, voice))
