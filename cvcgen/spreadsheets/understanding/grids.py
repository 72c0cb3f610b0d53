"""Filled grids: the facts above, a row per value, one mark under a level."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from cvcgen.core.diagnostics import (
    Diagnostic,
    Location,
    Message,
    Note,
    clip,
    did_you_mean,
    message,
)
from cvcgen.core.model import Clientele, Language, Level, ValueId
from cvcgen.spreadsheets.cells import Cell, Sheet
from cvcgen.spreadsheets.understanding.claims import Claim, SaidRating, SaidText
from cvcgen.spreadsheets.understanding.names import Names, is_called
from cvcgen.spreadsheets.words import Role, fold, is_total, roles

_MARKS = frozenset(
    ("x", "×", "✓", "✔", "☑", "☒", "✗", "✘", "•", "1", "oui", "yes", "true", "vrai")
)
_NO_MARKS = frozenset(("", "false", "faux"))
_FACTS = {
    Role.PROJECT,
    Role.PROJECT_ID,
    Role.FEASIBILITY,
    Role.STATUS,
    Role.SUMMARY,
    Role.RATED,
    Role.RATERS,
}
_VALUES = (Role.VALUE, Role.VALUE_ID)
_FEWEST_LEVELS = 2


@dataclass(frozen=True, slots=True)
class Reading:
    """What a sheet is read with, and where its faults go."""

    sheet: Sheet
    names: Names
    wanted: Clientele | None
    """The clientele that was asked for; None for what the sheet says."""
    spoken: Language
    """Of the levels that hints name, where the site has it."""
    faults: list[Diagnostic] = field(default_factory=list)
    """What was found wrong so far."""
    unread: list[str] = field(default_factory=list)
    """The columns that nothing was taken from, each as `t.csv!B1 · Cost`."""

    @property
    def language(self) -> Language:
        """Of texts, where the sheet does not say."""
        return self.names.catalogue.site.default_language

    def fault(
        self, code: str, found: Message, place: tuple[int, int], hint: Message | None = None
    ) -> None:
        """Notes a fault of a cell."""
        self.faults.append(Diagnostic(code, found, self.sheet.place(*place), hint=hint))

    def is_sound(self, row: int, column: int) -> bool:
        """Whether the cell shows no error; where it does, a fault is noted."""
        cell = self.sheet.cell(row, column)
        if cell.error:
            found = message("the cell shows an error: {text}", text=clip(cell.text))
            hint = message("correct its formula, or write what is meant")
            self.fault("CVC606", found, (row, column), hint)
        return not cell.error


def grid_headings(sheet: Sheet, names: Names) -> list[int]:
    """The rows that head a grid: one cell for the value, and some for levels."""
    return [row for row in range(len(sheet.rows)) if _heads_grid(sheet.rows[row], names)]


def read_grids(reading: Reading, headings: list[int]) -> Iterator[Claim]:
    """What each grid of the sheet says; those that nobody filled in are left out."""
    start = 0
    for row in headings:
        grid = _Grid(reading, start, row)
        claim = grid.read()
        start = grid.end
        if claim is not None and not claim.is_blank:
            yield claim


def _heads_grid(row: tuple[Cell, ...], names: Names) -> bool:
    words = [fold(cell.text) for cell in row if cell]
    levels = sum(word in names.level_words for word in words)
    return levels >= _FEWEST_LEVELS and any(roles().get(word) is Role.VALUE for word in words)


def _is_between(row: tuple[Cell, ...]) -> bool:
    """Whether the row stands between values or after them: empty, or a total."""
    first = next((cell.text for cell in row if cell), "")
    return not first or is_total(first)


class _Grid:
    """One grid: the rows from `start` to `heading` are its facts, those below its values."""

    def __init__(self, reading: Reading, start: int, heading: int) -> None:
        self._reading, self._sheet, self._start = reading, reading.sheet, start
        self._heading = heading
        self.end = self._find_end()
        """The row after its last value."""

    def read(self) -> Claim | None:
        """What it says; None where not even its clientele is known."""
        facts = self._facts()
        clientele = self._clientele(facts)
        if clientele is None:
            return None
        columns = self._columns(clientele)
        return Claim(
            where=self._sheet.place(self._heading, 0),
            facts={role: said for role, said in facts.items() if role in _FACTS},
            clientele=clientele.id,
            language=self._language(facts.get(Role.LANGUAGE)),
            ratings=tuple(self._ratings(clientele, columns)),
        )

    def _language(self, said: SaidText | None) -> Language:
        known = self._reading.names.catalogue.site.languages
        language = Language(said.text) if said else None
        return language if language in known else self._reading.language

    def _find_end(self) -> int:
        """The first row that is empty or a total, where no value of the grid stands below."""
        rows, row = self._sheet.rows, self._heading + 1
        while row < len(rows):
            if _is_between(rows[row]):
                below = (n for n in range(row, len(rows)) if not _is_between(rows[n]))
                following = next(below, None)
                if following is None or not self._names_value(rows[following]):
                    break
                row = following
            row += 1
        return row

    def _names_value(self, row: tuple[Cell, ...]) -> bool:
        """Whether a value stands where the heading says that values do."""
        known = self._reading.names.value_words
        return any(
            roles().get(fold(heading.text)) in _VALUES and fold(cell.text) in known
            for heading, cell in zip(self._sheet.rows[self._heading], row, strict=False)
        )

    def _facts(self) -> dict[Role, SaidText]:
        found: dict[Role, SaidText] = {}
        for row in range(self._start, self._heading):
            cells = enumerate(self._sheet.rows[row], 1)
            beside, label = next(((n, cell.text) for n, cell in cells if cell), (0, ""))
            role = roles().get(fold(label))
            if role is not None:
                self._reading.is_sound(row, beside)
                text = self._sheet.cell(row, beside).text
                said = SaidText(text, self._sheet.place(row, beside))
                found.setdefault(role, said)
        return found

    def _clientele(self, facts: Mapping[Role, SaidText]) -> Clientele | None:
        names, reading = self._reading.names, self._reading
        said = [facts[role] for role in (Role.CLIENTELE_ID, Role.CLIENTELE) if role in facts]
        written = [one for one in said if one.text]
        found = next(filter(None, (names.clientele(one.text) for one in written)), None)
        if found is None and written:
            self._unknown(written[0])
            return None
        found = found or reading.wanted or names.clientele(self._sheet.name)
        if found is None:
            asked = message("nothing says which clientele this is for")
            hint = message("write `Clientele` and its name above, or use --clientele")
            reading.fault("CVC607", asked, (self._heading, 0), hint)
        return found

    def _unknown(self, said: SaidText) -> None:
        known = [clientele.id for clientele in self._reading.names.catalogue.clienteles]
        found = message("unknown clientele «{id}»", id=clip(said.text))
        hint = did_you_mean(said.text, known, self._reading.names.effort)
        self._reading.faults.append(Diagnostic("CVC604", found, said.where, hint=hint))

    def _columns(self, clientele: Clientele) -> dict[int, Role | Level]:
        """What each column is for; a level that has none is a fault."""
        names, found = self._reading.names, dict[int, Role | Level]()
        levels = names.levels(clientele)
        strangers: list[str] = []
        for column, cell in enumerate(self._sheet.rows[self._heading]):
            meant = levels.get(fold(cell.text)) or roles().get(fold(cell.text))
            if meant is not None and meant not in found.values():
                found[column] = meant
            elif cell:
                strangers.append(cell.text)
        headings = names.level_headings(clientele, names.catalogue.site.default_language)
        for level, name in zip(names.rubric(clientele).levels, headings, strict=True):
            if level not in found.values():
                missing = message("no column is for the level `{level}`", level=clip(name))
                hint = did_you_mean(name, strangers, names.effort)
                self._reading.fault("CVC604", missing, (self._heading, 0), hint)
        return found

    def _ratings(
        self, clientele: Clientele, columns: Mapping[int, Role | Level]
    ) -> Iterator[SaidRating]:
        seen: dict[ValueId, Location] = {}
        for row in range(self._heading + 1, self.end):
            if _is_between(self._sheet.rows[row]):
                continue
            value, place = self._value(row, clientele, columns)
            if value is None:
                continue
            if value in seen:
                again = message("`{value}` stands twice in this grid", value=value)
                note = Note(seen[value], message("first here"))
                where = self._sheet.place(*place)
                self._reading.faults.append(Diagnostic("CVC608", again, where, (note,)))
                continue
            seen[value] = self._sheet.place(*place)
            rating = self._rating(row, value, place, columns)
            if rating is not None:
                yield rating

    def _value(
        self, row: int, clientele: Clientele, columns: Mapping[int, Role | Level]
    ) -> tuple[ValueId | None, tuple[int, int]]:
        known = self._reading.names.values(clientele.id)
        place = row, self._column(columns, Role.VALUE)
        for role in (Role.VALUE_ID, Role.VALUE):
            column = self._column(columns, role)
            text = self._sheet.cell(row, column).text
            if text and role in columns.values():
                place = row, column
                if fold(text) in known:
                    return known[fold(text)], place
        text = self._sheet.cell(*place).text
        ids = [str(entry.value) for entry in clientele.pyramid]
        found = message(
            "`{value}` is not in the pyramid of `{clientele}`",
            value=clip(text),
            clientele=clientele.id,
        )
        hint = did_you_mean(text, ids, self._reading.names.effort)
        self._reading.fault("CVC604", found, place, hint)
        return None, place

    def _rating(
        self,
        row: int,
        value: ValueId,
        place: tuple[int, int],
        columns: Mapping[int, Role | Level],
    ) -> SaidRating | None:
        marks = [
            (column, meant)
            for column, meant in columns.items()
            if (isinstance(meant, Level) or meant is Role.NOT_APPLICABLE)
            and self._is_marked(row, column, meant)
        ]
        reason = self._reason(row, columns)
        if len(marks) > 1:
            found = message("`{value}` has {count} marks", value=value, count=len(marks))
            first = Note(self._sheet.place(row, marks[0][0]), message("the first one"))
            where, hint = self._sheet.place(row, marks[1][0]), message("keep one of them")
            self._reading.faults.append(Diagnostic("CVC605", found, where, (first,), hint))
            return None
        if not marks and reason is not None and reason.text:
            found = message("`{value}` has a reason and no mark", value=value)
            hint = message("mark a level, or leave the reason out")
            self._reading.faults.append(Diagnostic("CVC605", found, reason.where, hint=hint))
            return None
        meant = marks[0][1] if marks else None
        where = self._sheet.place(row, marks[0][0]) if marks else self._sheet.place(*place)
        points = meant.points if isinstance(meant, Level) else None
        return SaidRating(value, points, meant is Role.NOT_APPLICABLE, reason, where)

    def _is_marked(self, row: int, column: int, meant: Role | Level) -> bool:
        cell = self._sheet.cell(row, column)
        word = cell.text.casefold()
        if not self._reading.is_sound(row, column) or word in _NO_MARKS:
            return False
        if word not in _MARKS and not (isinstance(meant, Level) and is_called(meant, cell)):
            found = message("`{text}` is no mark", text=clip(cell.text))
            hint = message("put an x, or leave the cell empty")
            self._reading.fault("CVC606", found, (row, column), hint)
        return True

    def _reason(self, row: int, columns: Mapping[int, Role | Level]) -> SaidText | None:
        if Role.REASON not in columns.values():
            return None
        column = self._column(columns, Role.REASON)
        self._reading.is_sound(row, column)
        return SaidText(self._sheet.cell(row, column).text, self._sheet.place(row, column))

    @staticmethod
    def _column(columns: Mapping[int, Role | Level], role: Role) -> int:
        return next((column for column, meant in columns.items() if meant is role), 0)
