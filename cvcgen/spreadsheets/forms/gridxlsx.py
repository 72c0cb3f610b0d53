"""Grids as an XLSX workbook: one sheet per grid, computed by the spreadsheet program itself.

Only what people fill in can be changed; there is no password, so that whoever needs to may
lift the protection.
"""

import re
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from cvcgen.core.diagnostics import message
from cvcgen.core.exact import round_half_up
from cvcgen.core.formulas import disarm
from cvcgen.core.scoring import Contribution
from cvcgen.spreadsheets.cells import reference
from cvcgen.spreadsheets.forms.form import INSTRUCTIONS, Form, FormRow
from cvcgen.spreadsheets.forms.formulas import Area, Said, Shown
from cvcgen.spreadsheets.forms.gridcsv import MARK
from cvcgen.spreadsheets.words import FEASIBILITY, Role
from cvcgen.workbookfile import fitted, make_workbook

_NAME_LENGTH, _HELP_LENGTH, _HELP_TITLE_LENGTH = 31, 255, 32
"""The longest name of a sheet, and the longest words beside a cell, in Excel."""
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\!\x00-\x1f]")
"""What Excel refuses in the name of a sheet; and `!`, which ends it where a name is defined."""
_WIDTHS = {"value": 27, "definition": 46, "weight": 8, "level": 9, "reason": 46, "check": 15}
_LINE, _ROOM = 15, 115
"""Points of one line; room for a text, in percent of it."""
_LETTER = 1
_MARGINS = (Decimal("0.4"),) * 4
"""Inches."""
_INPUT = {"locked": False, "bg_color": "#FFFBE6", "border": 1, "border_color": "#B7B7B7"}
_LOOKS: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 16},
    "label": {"bold": True, "valign": "top"},
    "text": {"text_wrap": True, "valign": "top"},
    "heading": {
        "bold": True,
        "text_wrap": True,
        "valign": "vcenter",
        "align": "center",
        "bottom": 1,
        "bg_color": "#DBE5F0",
    },
    "weight": {"valign": "top", "align": "center", "num_format": "0.############"},
    "mark": {**_INPUT, "align": "center", "valign": "vcenter", "bold": True},
    "input": {**_INPUT, "text_wrap": True, "valign": "top", "num_format": "@"},
    "number": {"valign": "top", "num_format": "0.0"},
    "check": {"bold": True, "font_color": "#9C0006", "text_wrap": True, "valign": "top"},
    "id": {"font_color": "#595959", "valign": "top"},
    "total": {"bold": True, "top": 2, "num_format": "0.0"},
    "marked": {"bg_color": "#CFE2F3"},
}


def render_xlsx(forms: Sequence[Form]) -> bytes:
    """The workbook of one or more grids; all speak the same language."""

    def fill(book: Any) -> None:
        looks: dict[tuple[str, bool], Any] = {}
        taken: set[str] = {"history"}
        for form in forms:
            sheet = book.add_worksheet(_sheet_name(form.name, taken))
            _Grid(book, sheet, form, looks).write()

    return make_workbook(forms[0].title, forms[0].phrases.language, fill)


class _Grid:
    """Writes one grid into its sheet."""

    def __init__(
        self, book: Any, sheet: Any, form: Form, looks: dict[tuple[str, bool], Any]
    ) -> None:
        self._book, self._sheet, self._form, self._looks = book, sheet, form, looks
        self._headings = 1 + len(INSTRUCTIONS) + 1 + len(form.facts) + 1
        first = self._headings + 1
        self._area = Area(first, first + len(form.rows) - 1, form.levels, _said(form))

    def write(self) -> None:
        """The whole sheet."""
        self._set_up()
        self._write_head()
        self._write_headings()
        for place, row in enumerate(self._form.rows):
            part = self._form.score.parts[place]
            self._write_row(self._area.first + place, row, part)
        self._write_total()
        end = self._write_levels(self._area.total_row + 4)
        self._sheet.print_area(0, 0, end, self._area.id_column)

    def _set_up(self) -> None:
        sheet, area = self._sheet, self._area
        sheet.set_column(0, 0, _WIDTHS["value"])
        sheet.set_column(1, 1, _WIDTHS["definition"])
        sheet.set_column(2, 2, _WIDTHS["weight"])
        sheet.set_column(3, area.not_applicable_column, _WIDTHS["level"])
        sheet.set_column(area.reason_column, area.reason_column, _WIDTHS["reason"])
        sheet.set_column(area.contribution_column, area.id_column, _WIDTHS["check"])
        sheet.hide_gridlines(2)
        sheet.set_landscape()
        sheet.set_paper(_LETTER)
        sheet.set_margins(*_MARGINS)
        sheet.fit_to_pages(1, 1)
        sheet.freeze_panes(self._headings + 1, 1)
        sheet.protect("", {"format_cells": True, "format_columns": True, "format_rows": True})
        # Screen readers take this name for where headings of rows and columns are.
        region = f"{reference(self._headings, 0)}.{reference(area.last, area.id_column)}"
        quoted = f"'{sheet.name.replace(chr(39), chr(39) * 2)}'"
        corner = f"{quoted}!$A${self._headings + 1}"
        # Before the name, xlsxwriter wants the sheet's as it is, not as formulas write it.
        self._book.define_name(f"{sheet.name}!TitleRegion1.{region}", f"={corner}")

    def _write_head(self) -> None:
        self._text(0, 0, self._form.title, "title")
        for row, words in enumerate(INSTRUCTIONS, 1):
            self._sheet.write_string(row, 0, self._form.say(words))
        for row, fact in enumerate(self._form.facts, len(INSTRUCTIONS) + 2):
            self._text(row, 0, self._form.heading(fact.role), "label")
            self._text(row, 1, fact.text, "input" if fact.is_input else "text")
            self._fit(row, (fact.text, _WIDTHS["definition"]))
            if fact.role is Role.FEASIBILITY:
                choice = [self._form.say(word) for word in FEASIBILITY.values()]
                rule = {"validate": "list", "source": choice}
                self._sheet.data_validation(row, 1, row, 1, rule)

    def _write_headings(self) -> None:
        form, row = self._form, self._headings
        said = [Role.VALUE, Role.DEFINITION, Role.WEIGHT]
        rest = [Role.NOT_APPLICABLE, Role.REASON, Role.CONTRIBUTION, Role.TO_CHECK]
        headings = [
            *(form.heading(role) for role in said),
            *(level.heading for level in form.levels),
            *(form.heading(role) for role in (*rest, Role.VALUE_ID)),
        ]
        for column, heading in enumerate(headings):
            self._text(row, column, heading, "heading")
        longest = max((len(level.heading) for level in form.levels), default=0)
        self._sheet.set_row(row, _LINE * (2 + longest // _WIDTHS["level"]))

    def _write_row(self, number: int, row: FormRow, part: Contribution) -> None:
        area = self._area
        self._text(number, 0, row.name, "label")
        self._text(number, 1, row.definition, "text")
        self._sheet.write_number(number, 2, _decimal(row.weight), self._look("weight"))
        for place, level in enumerate(area.levels):
            mark = MARK if row.points == level.points else ""
            self._mark(
                number, area.level_column + place, mark, level.heading, row.meanings[place]
            )
        does_not_apply = self._form.heading(Role.NOT_APPLICABLE)
        mark = MARK if row.not_applicable else ""
        self._mark(number, area.not_applicable_column, mark, does_not_apply, "")
        self._text(number, area.reason_column, row.reason, "input")
        earned: Shown = "" if part.earned is None else part.earned
        self._formula(number, area.contribution_column, area.contribution(number), earned)
        check = area.shown_check(row)
        self._formula(number, area.check_column, area.check(number), check, "check")
        self._text(number, area.id_column, row.value, "id")
        self._fit(
            number, (row.definition, _WIDTHS["definition"]), (row.reason, _WIDTHS["reason"])
        )

    def _write_total(self) -> None:
        area, form, row = self._area, self._form, self._area.total_row
        for column in range(area.id_column + 1):
            self._sheet.write_blank(row, column, None, self._look("total"))
        self._text(row, 0, form.heading(Role.TOTAL), "total")
        self._text(row, 1, form.say(message("Customer value score (%)")), "total")
        for place, level in enumerate(form.levels):
            rated = [part.earned for part in form.score.parts if part.points == level.points]
            shown = sum((earned for earned in rated if earned is not None), Fraction(0))
            self._formula(row, area.level_column + place, area.subtotal(place), shown, "total")
        score = area.shown_score(form.score)
        self._formula(row, area.contribution_column, area.score(), score, "total")
        bounds = (
            (message("Lowest possible score (%)"), form.levels[0], form.score.low),
            (message("Highest possible score (%)"), form.levels[-1], form.score.high),
        )
        for place, (words, level, known) in enumerate(bounds, row + 1):
            self._sheet.write_string(place, 1, form.say(words))
            shown_bound: Shown = "" if known is None else round_half_up(known, 1)
            bound = area.bound(level.points)
            self._formula(place, area.contribution_column, bound, shown_bound)

    def _write_levels(self, row: int) -> int:
        """The levels with their definitions; gives the last row."""
        self._text(row, 0, self._form.say(message("Levels")), "label")
        for place, level in enumerate(self._form.levels, row + 1):
            self._text(place, 0, level.heading, "label")
            # Not wrapped: it runs on over the empty cells beside it.
            self._sheet.write_string(place, 1, level.definition)
        return row + len(self._form.levels)

    def _mark(self, row: int, column: int, mark: str, heading: str, meaning: str) -> None:
        self._sheet.write_string(row, column, mark, self._look("mark"))
        if not mark:
            self._sheet.write_blank(row, column, None, self._look("mark"))
        rule = {
            "validate": "list",
            "source": [MARK],
            "input_title": fitted(heading, _HELP_TITLE_LENGTH),
            "input_message": fitted(meaning, _HELP_LENGTH),
            "error_title": fitted(heading, _HELP_TITLE_LENGTH),
            "error_message": self._form.say(message("Put an x, or leave the cell empty.")),
        }
        self._sheet.data_validation(row, column, row, column, rule)
        marked = {"type": "no_blanks", "format": self._look("marked")}
        self._sheet.conditional_format(row, column, row, column, marked)

    def _text(self, row: int, column: int, text: str, look: str) -> None:
        """A text; one that looks like a formula stays a text when its cell is edited."""
        armed = disarm(text) != text
        shown = fitted(text)
        if shown:
            self._sheet.write_string(row, column, shown, self._look(look, armed))
        else:
            self._sheet.write_blank(row, column, None, self._look(look))

    def _formula(
        self, row: int, column: int, formula: str, shown: Shown, look: str = "number"
    ) -> None:
        value = _decimal(shown) if isinstance(shown, Fraction) else shown
        self._sheet.write_formula(row, column, formula, self._look(look), value)

    def _fit(self, row: int, *texts: tuple[str, int]) -> None:
        """A row high enough for its texts, each with the width of its column."""
        lines = max(-(-len(text) * _ROOM // (width * 100)) for text, width in texts)
        self._sheet.set_row(row, min(max(lines, 1), 27) * _LINE)

    def _look(self, name: str, armed: bool = False) -> Any:
        if (name, armed) not in self._looks:
            look = {**_LOOKS[name], **({"quote_prefix": True} if armed else {})}
            self._looks[name, armed] = self._book.add_format(look)
        return self._looks[name, armed]


def _said(form: Form) -> Said:
    return Said(
        unrated=form.say(message("to be rated")),
        twice=form.say(message("one mark only")),
        without_reason=form.say(message("say why")),
        incomplete=form.say(message("incomplete")),
        wrong=form.say(message("to be corrected")),
        empty=form.say(message("no value applies")),
    )


def _sheet_name(name: str, taken: set[str]) -> str:
    """A name that Excel takes, different from those before whatever their case."""
    plain = fitted(_NOT_IN_NAMES.sub(" ", name).strip(" '"), _NAME_LENGTH).strip(" '") or "1"
    found, number = plain, 1
    while found.casefold() in taken:
        number += 1
        found = f"{fitted(plain, _NAME_LENGTH - len(str(number)) - 1)} {number}"
    taken.add(found.casefold())
    return found


def _decimal(number: Fraction) -> Decimal:
    """The number as xlsxwriter takes it, to more digits than a spreadsheet keeps."""
    return Decimal(number.numerator) / Decimal(number.denominator)
