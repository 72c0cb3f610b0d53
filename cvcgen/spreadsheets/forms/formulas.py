"""What a grid's cells compute, as spreadsheet programs write it: the score (docs/method.md §2).

A mark is any cell that is not blank. Weights and points stand in the formulas' ranges and
constants as they are, so that the only division is the last step and its rounding the only one.
"""

from dataclasses import dataclass
from fractions import Fraction

from cvcgen.core.exact import round_half_up
from cvcgen.core.scoring import Score
from cvcgen.spreadsheets.cells import reference
from cvcgen.spreadsheets.forms.form import FormLevel, FormRow, points_text

Shown = str | Fraction
"""What a formula's cell shows as long as nobody has computed it again."""


@dataclass(frozen=True, slots=True)
class Said:
    """The words that formulas give, in the reader's language."""

    unrated: str
    """No mark yet."""
    twice: str
    """More than one mark."""
    without_reason: str
    """Not applicable, and no reason."""
    incomplete: str
    """The score while values wait for their rating."""
    wrong: str
    """The score while a value has more than one mark."""
    empty: str
    """The score where no value applies."""


@dataclass(frozen=True, slots=True)
class Area:
    """Where a grid's cells lie; rows and columns count from 0."""

    first: int
    """The first value's row."""
    last: int
    """The last value's row."""
    levels: tuple[FormLevel, ...]
    """Their columns follow that of the weight."""
    said: Said

    weight_column = 2
    """Column C, after the value and its definition."""

    @property
    def level_column(self) -> int:
        """Of the lowest level."""
        return self.weight_column + 1

    @property
    def not_applicable_column(self) -> int:
        """After the levels."""
        return self.level_column + len(self.levels)

    @property
    def reason_column(self) -> int:
        """After that."""
        return self.not_applicable_column + 1

    @property
    def contribution_column(self) -> int:
        """What the value brings, in percent."""
        return self.reason_column + 1

    @property
    def check_column(self) -> int:
        """What is to be mended in the row."""
        return self.contribution_column + 1

    @property
    def id_column(self) -> int:
        """The last one."""
        return self.check_column + 1

    @property
    def total_row(self) -> int:
        """Below the last value."""
        return self.last + 1

    def check(self, row: int) -> str:
        """What is to be mended in a row; empty where all is well."""
        marks = f"SUMPRODUCT(--({self._filled(row, self.level_column)}))"
        reason = f"LEN(TRIM({reference(row, self.reason_column)}))=0"
        applies = self._filled_cell(row, self.not_applicable_column)
        said = self.said
        return (
            f"=IF({marks}=0,{_text(said.unrated)},IF({marks}>1,{_text(said.twice)},"
            f'IF(AND({applies},{reason}),{_text(said.without_reason)},"")))'
        )

    def contribution(self, row: int) -> str:
        """What a row brings, in percent; empty where it has no mark or several."""
        marks = f"SUMPRODUCT(--({self._filled(row, self.level_column)}))"
        weight = reference(row, self.weight_column)
        applies = self._filled_cell(row, self.not_applicable_column)
        points = f"SUMPRODUCT(({self._level_marks(row, row)})*{self._points()})"
        return (
            f'=IF({marks}<>1,"",IF({applies},0,'
            f"100*{weight}*{points}/({self._most()}*{self._applicable()})))"
        )

    def subtotal(self, place: int) -> str:
        """What all values at one level bring, in percent (T_l in docs/method.md §2.2)."""
        column = self.level_column + place
        marked = f"(LEN(TRIM({self._range(column, column)}))>0)"
        weights = self._range(self.weight_column, self.weight_column)
        points = points_text(self.levels[place].points)
        product = f"SUMPRODUCT({marked}*{weights})"
        brought = f"100*{points}*{product}/({self._most()}*{self._applicable()})"
        return f'=IF({self._applicable()}=0,"",{brought})'

    def score(self) -> str:
        """The score to one decimal, or in words why there is none."""
        said = self.said
        return (
            f"=IF({self._applicable()}=0,{_text(said.empty)},"
            f"IF({self._count(said.twice)}>0,{_text(said.wrong)},"
            f"IF({self._count(said.unrated)}>0,{_text(said.incomplete)},"
            f"ROUND(100*{self._earned()}/({self._most()}*{self._applicable()}),1))))"
        )

    def bound(self, points: Fraction) -> str:
        """The score if every missing rating had those points; empty where it says nothing."""
        missing = f"SUMPRODUCT(({self._checks()}={_text(self.said.unrated)})*{self._weights()})"
        earned = f"({self._earned()}+{points_text(points)}*{missing})"
        return (
            f'=IF(OR({self._applicable()}=0,{self._count(self.said.twice)}>0),"",'
            f"ROUND(100*{earned}/({self._most()}*{self._applicable()}),1))"
        )

    def shown_check(self, row: FormRow) -> str:
        """What `check` gives for a form as it is."""
        return self.said.unrated if row.points is None and not row.not_applicable else ""

    def shown_score(self, score: Score) -> Shown:
        """What `score` gives for a form as it is."""
        if score.total is not None:
            return round_half_up(score.total, 1)
        return self.said.empty if score.low is None else self.said.incomplete

    def _filled(self, row: int, column: int) -> str:
        """Whether the cells from that column to «not applicable» have a mark each."""
        start, end = reference(row, column), reference(row, self.not_applicable_column)
        return f"LEN(TRIM({start}:{end}))>0"

    def _filled_cell(self, row: int, column: int) -> str:
        return f"LEN(TRIM({reference(row, column)}))>0"

    def _level_marks(self, first: int, last: int) -> str:
        start = reference(first, self.level_column)
        end = reference(last, self.not_applicable_column - 1)
        return f"LEN(TRIM({start}:{end}))>0"

    def _points(self) -> str:
        return "{" + ",".join(points_text(level.points) for level in self.levels) + "}"

    def _most(self) -> str:
        return points_text(self.levels[-1].points)

    def _weights(self) -> str:
        return self._range(self.weight_column, self.weight_column)

    def _checks(self) -> str:
        return self._range(self.check_column, self.check_column)

    def _count(self, words: str) -> str:
        return f"SUMPRODUCT(--({self._checks()}={_text(words)}))"

    def _applicable(self) -> str:
        """The weight of the values that apply."""
        column = self.not_applicable_column
        blank = f"LEN(TRIM({self._range(column, column)}))=0"
        return f"SUMPRODUCT(({blank})*{self._weights()})"

    def _earned(self) -> str:
        """Weights times points of all values that apply."""
        column = self.not_applicable_column
        blank = f"LEN(TRIM({self._range(column, column)}))=0"
        marks = self._level_marks(self.first, self.last)
        return f"SUMPRODUCT(({blank})*({marks})*{self._weights()}*{self._points()})"

    def _range(self, first: int, last: int) -> str:
        start, end = reference(self.first, first), reference(self.last, last)
        return f"${_column(start)}${self.first + 1}:${_column(end)}${self.last + 1}"


def _column(name: str) -> str:
    return name.rstrip("0123456789")


def _text(words: str) -> str:
    """Words as a constant of a formula."""
    return '"' + words.replace('"', '""') + '"'
