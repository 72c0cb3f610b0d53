"""Grids as CSV: one below the other, without formulas, and nothing that a program would run."""

import csv
import io
from collections.abc import Iterator, Sequence

from cvcgen.core.exact import ENGLISH, FRENCH, decimal_text, finite_digits, format_number
from cvcgen.core.formulas import disarm
from cvcgen.spreadsheets.forms.form import Form, FormRow, points_text
from cvcgen.spreadsheets.words import Role

_BYTE_ORDER_MARK = "\ufeff"
MARK = "x"
"""What is put under the level of a rating."""


def render_csv(forms: Sequence[Form]) -> bytes:
    """The grids in UTF-8; in French with `;` between cells, as spreadsheets there expect."""
    french = bool(forms) and forms[0].phrases.language.startswith("fr")
    stream = io.StringIO(newline="")
    stream.write(_BYTE_ORDER_MARK)
    writer = csv.writer(stream, delimiter=";" if french else ",", lineterminator="\r\n")
    for form in forms:
        for row in _rows(form, french):
            writer.writerow([disarm(cell) for cell in row])
    return stream.getvalue().encode("utf-8", "replace")


def _rows(form: Form, french: bool) -> Iterator[Sequence[str]]:
    for fact in form.facts:
        yield form.heading(fact.role), fact.text
    yield ()
    yield headings(form)
    for row in form.rows:
        yield _row(row, form, french)
    yield ()


def headings(form: Form) -> tuple[str, ...]:
    """The columns of a grid that people fill in or read, in order."""
    return (
        form.heading(Role.VALUE),
        form.heading(Role.DEFINITION),
        form.heading(Role.WEIGHT),
        *(level.heading for level in form.levels),
        form.heading(Role.NOT_APPLICABLE),
        form.heading(Role.REASON),
        form.heading(Role.VALUE_ID),
    )


def _row(row: FormRow, form: Form, french: bool) -> tuple[str, ...]:
    style, digits = FRENCH if french else ENGLISH, finite_digits(row.weight)
    weight = decimal_text(row.weight) or points_text(row.weight)
    if digits is not None:
        weight = format_number(row.weight, digits, style)
    return (
        row.name,
        row.definition,
        weight,
        *(MARK if row.points == level.points else "" for level in form.levels),
        MARK if row.not_applicable else "",
        row.reason,
        row.value,
    )
