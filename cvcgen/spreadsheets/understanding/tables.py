"""Tables with a row per project: a total, or a column for each value."""

from collections.abc import Iterator, Mapping

from cvcgen.core.diagnostics import Message, clip, did_you_mean, message, nearest
from cvcgen.core.model import Clientele, ValueId
from cvcgen.spreadsheets.cells import Sheet, reference
from cvcgen.spreadsheets.understanding.claims import Claim, SaidRating, SaidText, SaidTotal
from cvcgen.spreadsheets.understanding.grids import Reading
from cvcgen.spreadsheets.understanding.names import Names
from cvcgen.spreadsheets.understanding.percents import read_percent
from cvcgen.spreadsheets.words import NOT_APPLICABLE, NOT_RATED, Role, fold, is_total, roles

WHO = (Role.PROJECT, Role.PROJECT_ID)
"""What the columns are about that name the project; a table has one of them."""
_WHOM = (Role.CLIENTELE_ID, Role.CLIENTELE)
_FACTS = (*WHO, Role.FEASIBILITY, Role.STATUS, Role.SUMMARY)
_READ = (*_WHOM, *_FACTS, Role.PUBLISHED)
_BESIDE = frozenset(Role) - {*WHO, Role.VALUE}
"""What a column beside the project's may be about; «Values» only heads other headings."""


def table_heading(sheet: Sheet, names: Names) -> int | None:
    """The row that heads a table of projects, or None where there is none.

    Where no row does, the first one whose only columns nearly name a value is taken for it.
    """
    values, nearly = names.value_words, None
    for row, cells in enumerate(sheet.rows):
        words = [fold(cell.text) for cell in cells if cell]
        meant = [roles().get(word) for word in words]
        if not any(role in WHO for role in meant):
            continue
        others = [word for word, role in zip(words, meant, strict=True) if role not in WHO]
        if any(word in values or roles().get(word) in _BESIDE for word in others):
            return row
        if nearly is None and any(nearest(word, values, names.effort) for word in others):
            nearly = row
    return nearly


def read_table(reading: Reading, heading: int) -> Iterator[Claim]:
    """What each row below the heading says; empty rows and those of totals are left out."""
    table = _Table(reading, heading)
    for row in range(heading + 1, len(reading.sheet.rows)):
        if any(reading.sheet.rows[row]) and not table.leaves_out(row):
            claim = table.read(row)
            if claim is not None:
                yield claim


class _Table:
    """One table, its columns known."""

    def __init__(self, reading: Reading, heading: int) -> None:
        self._reading, self._sheet = reading, reading.sheet
        self._heading = heading
        self._columns: dict[Role, int] = {}
        self._others: dict[int, str] = {}
        for column, cell in enumerate(self._sheet.rows[heading]):
            role = roles().get(fold(cell.text))
            if role is not None and role not in self._columns and not self._is_value(cell.text):
                self._columns[role] = column
            elif cell:
                self._others[column] = cell.text
        self._of_values = self._find_value_columns()
        self._warn_of_strangers()
        reading.unread.extend(self._unread())

    def read(self, row: int) -> Claim | None:
        """What the row says of its project; None where that is not even clear."""
        facts = {
            role: SaidText(self._text(row, role), self._sheet.place(row, self._columns[role]))
            for role in _FACTS
            if role in self._columns and self._reading.is_sound(row, self._columns[role])
        }
        wants_whom = Role.PUBLISHED in self._columns or bool(self._value_columns())
        clientele = self._clientele(row) if wants_whom else None
        if wants_whom and clientele is None:
            return None
        return Claim(
            where=self._sheet.place(row, self._first()),
            facts=facts,
            clientele=clientele.id if clientele else None,
            language=self._reading.language,
            ratings=tuple(self._ratings(row, clientele)) if clientele else (),
            published=self._published(row),
        )

    def leaves_out(self, row: int) -> bool:
        """Whether the row adds up others: it is called so, and no project is."""
        title, named = self._said(row, Role.PROJECT), self._said(row, Role.PROJECT_ID)
        known = fold(title) in self._reading.names.projects
        if not is_total(title) or named or known:
            return False
        self._reading.unread.append(self._shown(row, self._columns[Role.PROJECT]))
        return True

    def _said(self, row: int, role: Role) -> str:
        """The text of the role's column; empty where it has none."""
        return self._text(row, role) if role in self._columns else ""

    def _first(self) -> int:
        return next(self._columns[role] for role in WHO if role in self._columns)

    def _text(self, row: int, role: Role) -> str:
        return self._sheet.cell(row, self._columns[role]).text

    def _is_value(self, text: str) -> bool:
        names = self._reading.names
        wanted = self._reading.wanted
        return wanted is not None and fold(text) in names.values(wanted.id)

    def _value_columns(self) -> Mapping[int, str]:
        return self._of_values

    def _find_value_columns(self) -> Mapping[int, str]:
        """Found once: each row asks for them, and there may be hundreds of both."""
        known = self._reading.names.value_words
        return {column: text for column, text in self._others.items() if fold(text) in known}

    def _warn_of_strangers(self) -> None:
        """A heading that nearly names a value is a slip of the pen; others are left out."""
        there = {fold(text) for text in self._value_columns().values()}
        names, wanted = self._reading.names, self._reading.wanted
        among = [wanted] if wanted else list(names.catalogue.clienteles)
        absent = {word for one in among for word in names.values(one.id) if word not in there}
        for column, text in self._others.items():
            is_known = column in self._value_columns()
            meant = None if is_known else nearest(text, absent, names.effort)
            if meant is not None:
                found = message("no value is called `{name}`", name=clip(text))
                hint = did_you_mean(text, absent, names.effort)
                self._reading.fault("CVC604", found, (self._heading, column), hint)

    def _unread(self) -> Iterator[str]:
        """The columns that are about nothing that a table says, so that none is lost unseen."""
        read = {
            *(column for role, column in self._columns.items() if role in _READ),
            *self._value_columns(),
        }
        for column, cell in enumerate(self._sheet.rows[self._heading]):
            if cell and column not in read:
                yield self._shown(self._heading, column)

    def _shown(self, row: int, column: int) -> str:
        text = clip(" ".join(self._sheet.cell(row, column).text.split()))
        return f"{self._sheet.path}!{reference(row, column)} · {text}"

    def _clientele(self, row: int) -> Clientele | None:
        names, reading = self._reading.names, self._reading
        for role in _WHOM:
            text = self._said(row, role)
            if text:
                found = names.clientele(text)
                if found is None:
                    known = [one.id for one in names.catalogue.clienteles]
                    unknown = message("unknown clientele «{id}»", id=clip(text))
                    place = row, self._columns[role]
                    hint = did_you_mean(text, known, names.effort)
                    reading.fault("CVC604", unknown, place, hint)
                return found
        found = reading.wanted or names.clientele(self._sheet.name)
        if found is None:
            asked = message("nothing says which clientele this is for")
            hint = message("add a column `Clientele`, or use --clientele")
            reading.fault("CVC607", asked, (row, self._first()), hint)
        return found

    def _ratings(self, row: int, clientele: Clientele) -> Iterator[SaidRating]:
        known = self._reading.names.values(clientele.id)
        for column, text in self._value_columns().items():
            value = known.get(fold(text))
            if value is not None and self._reading.is_sound(row, column):
                rating = self._rating(row, column, value, clientele)
                if rating is not None:
                    yield rating

    def _rating(
        self, row: int, column: int, value: ValueId, clientele: Clientele
    ) -> SaidRating | None:
        cell, where = self._sheet.cell(row, column), self._sheet.place(row, column)
        word = fold(cell.text)
        level = self._reading.names.level(clientele, cell)
        if level is not None:
            return SaidRating(value, level.points, False, None, where)
        if word in NOT_RATED or cell.text in ("-", "–", "—"):
            return SaidRating(value, None, False, None, where)
        if word in NOT_APPLICABLE:
            return SaidRating(value, None, True, None, where)
        rubric = self._reading.names.rubric(clientele)
        found = message(
            "`{text}` is no level of `{rubric}`", text=clip(cell.text), rubric=rubric.id
        )
        hint = self._nearest_level(cell.text, clientele)
        self._reading.fault("CVC604", found, (row, column), hint)
        return None

    def _nearest_level(self, text: str, clientele: Clientele) -> Message | None:
        """The level that is nearly named, in any language, else all of them in their order."""
        names, spoken = self._reading.names, self._reading.spoken
        levels = names.rubric(clientele).levels
        words = [words for one in levels for _, words in one.name.translations]
        if nearest(text, words, names.effort) is not None:
            return did_you_mean(text, words, names.effort)
        known = ", ".join(f"`{clip(one)}`" for one in names.level_headings(clientele, spoken))
        return message("known here: {names}", names=known)

    def _published(self, row: int) -> SaidTotal | None:
        column = self._columns.get(Role.PUBLISHED)
        cell = self._sheet.cell(row, column) if column is not None else None
        if column is None or not cell or not self._reading.is_sound(row, column):
            return None
        percent = read_percent(cell)
        if isinstance(percent, Message):
            hint = message("write it as 62.5%, or format the cell as a percentage")
            self._reading.fault("CVC606", percent, (row, column), hint)
            return None
        return SaidTotal(percent, self._sheet.place(row, column))
