"""The points of a series in words and figures, raw: each medium escapes."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from cvcgen.core.changes import ScoreChange
from cvcgen.core.changes.standings import NOBODY, Company
from cvcgen.core.diagnostics import message
from cvcgen.core.trend import Occasion, Point, Series, company, last_records
from cvcgen.reports.changes.causes import Causes, tell_causes
from cvcgen.reports.changes.figures import signed
from cvcgen.reports.changes.items import tell_edit
from cvcgen.reports.changes.notes import tell_notes
from cvcgen.reports.changes.origins import SHOWN_ID, Tracer
from cvcgen.reports.changes.review import Names, Review, cut
from cvcgen.reports.history.chronicle import Chronicle
from cvcgen.reports.history.remarks import tell_new_ids, tell_passed, tell_unranked
from cvcgen.reports.reader import Reader
from cvcgen.reports.scores.wording import NOTHING, Wording, make_wording


class Line(NamedTuple):  # there are tens of thousands
    """One point as it is shown."""

    date: str
    """The day of the commit, `YYYY-MM-DD`."""
    commit: str
    """The short id."""
    score: str
    """The total or the interval; a dash where there is none."""
    delta: str
    """By how much the total changed, signed; empty where it did not, or nobody knows."""
    rank: str
    """«2nd of 18»; a dash where the score has none, empty where there is no score."""
    causes: tuple[str, ...]
    """Why, a sentence each; empty where nothing happened."""
    breaks: tuple[str, ...]
    """What of the method changed with it, a sentence each."""
    gap: str
    """Why nothing is known; empty where something is."""


@dataclass(frozen=True, slots=True)
class Story:
    """One series as it is shown."""

    title: str
    """The project and the clientele, with their ids."""
    lines: tuple[Line, ...]
    """Oldest first."""


class Teller:
    """Tells one history to one reader."""

    def __init__(self, chronicle: Chronicle, reader: Reader) -> None:
        self.chronicle = chronicle
        """What is told."""
        self.reader = reader
        """Whom it is told to."""
        self._tracer = Tracer((), reader)
        # All by identity: a trend of thousands of points has few distinct parts.
        self._names: dict[int, Names] = {}
        self._wordings: dict[int, Wording] = {}
        self._scores: dict[tuple[int, int], str] = {}
        self._ranks: dict[tuple[int, bool, int], str] = {}
        self._causes: dict[int, Causes] = {}
        self._dates: dict[int, tuple[str, str]] = {}
        self._breaks: dict[tuple[int, int], tuple[str, ...]] = {}
        self._passed: dict[int, dict[tuple[object, ...], tuple[str, ...]]] = {}

    def story(self, series: Series) -> Story:
        """The series under its title."""
        return Story(self.title(series), tuple(self.lines(series)))

    def lines(self, series: Series) -> Iterator[Line]:
        """The points of the series, oldest first."""
        former = None
        for point in series.points:
            yield self.line(point, former)
            former = point

    def title(self, series: Series) -> str:
        """What the project and the clientele were last called, with the ids they have now."""
        project, clientele = last_records(series)
        site = self.chronicle.catalogue.site
        names = [
            cut(self.reader.text(text, site)) if text else ""
            for text in (
                project.title if project else None,
                clientele.name if clientele else None,
            )
        ]
        ids = (series.project, series.clientele)
        return " · ".join(
            f"{name} ({id})".lstrip() for name, id in zip(names, ids, strict=True)
        )

    def line(self, point: Point, former: Point | None) -> Line:
        """The point, that comes after the former one."""
        date, commit = self._when(point.occasion)
        return Line(
            date=date,
            commit=commit,
            score=self._score(point),
            delta=self.delta(point),
            rank=self._rank(point),
            causes=self.causes(point, former),
            breaks=self.breaks(point),
            gap=self.reader.say(point.gap) if point.gap else "",
        )

    def delta(self, point: Point) -> str:
        """The change of the total, signed; empty where there is none."""
        change = point.change
        if change is None or not change.delta:
            return ""
        column = self._told(change, point.occasion).column
        return signed(column.total, column.head_digits, self.reader) if column else ""

    def causes(self, point: Point, former: Point | None) -> tuple[str, ...]:
        """Why the point is not as the former one."""
        if former is not None and _is_passed(point, former):  # as nearly all of them
            return self._passing(company(point, former), point.occasion)
        return tuple(self._causes_told(point, former)) if point.gap is None else ()

    def _causes_told(self, point: Point, former: Point | None) -> Iterator[str]:
        if former is None and point.change is None:
            yield self._beginning(point.occasion)
        if former is not None and former.gap is not None:
            yield self.reader.phrases.one("told from the last revision that could be read")
        if former is not None:
            yield from tell_new_ids(point, former, self.reader)
        if point.change is not None:
            yield from self.change(point.change, point.occasion)
        elif former is not None:
            yield from self._passing(company(point, former), point.occasion)
        if point.place is not None and point.place.unranked is not None:
            wording = self._wording(point.occasion)
            yield from tell_unranked(point, former, wording)

    def _beginning(self, occasion: Occasion) -> str:
        """What a series begins with: the first score of all, or what came before the start."""
        first = next((one for one in self.chronicle.trend.occasions if one.gap is None), None)
        late = not self.chronicle.whole and occasion is first
        one = self.reader.phrases.one
        return one("score at the start") if late else one("first score known")

    def change(self, change: ScoreChange, occasion: Occasion) -> Iterator[str]:
        """What became of the score, and why, a sentence each."""
        told = self._told(change, occasion)
        for line in told.lines:
            yield f"{line.what} ({line.amount})" if line.amount else line.what
        if told.rounding:
            yield f"{self.reader.phrases.one('rounding')} ({told.rounding})"
        gone = occasion.back_since(change)
        back = self._when(gone)[0] if gone else ""
        yield from tell_notes(change, self.names(occasion), back)

    def breaks(self, point: Point) -> tuple[str, ...]:
        """What of the method changed."""
        if not point.breaks:
            return ()
        key = (id(point.occasion), id(point.breaks))
        if key not in self._breaks:
            names = self.names(point.occasion)
            told = (tell_edit(edit, names, self._tracer).what for edit in point.breaks)
            self._breaks[key] = tuple(told)
        return self._breaks[key]

    def names(self, occasion: Occasion) -> Names:
        """What the records of a revision and of the one before are called."""
        known = self._names.get(id(occasion))
        if known is not None:
            return known
        before, comparison = occasion.before, occasion.comparison
        old = before.catalogue if before else None
        if old is None or comparison is None or occasion.catalogue is None:
            raise ValueError("nothing changed at a first revision or in a gap")
        names = Names(Review(comparison, old, occasion.catalogue, ()), self.reader)
        self._names[id(occasion)] = names
        return names

    def _told(self, change: ScoreChange, occasion: Occasion) -> Causes:
        """The causes of the change in words."""
        if id(change) not in self._causes:
            told = tell_causes(change, self.names(occasion), self._tracer, rounded=True)
            self._causes[id(change)] = told
        return self._causes[id(change)]

    def _when(self, occasion: Occasion) -> tuple[str, str]:
        """The day, and the short id of the commit."""
        found = self._dates.get(id(occasion))
        if found is None:
            origin = occasion.origin
            commit = (origin.revision or origin.label)[:SHOWN_ID]
            found = self._dates[id(occasion)] = ((origin.committed_at or "")[:10], commit)
        return found

    def _passing(self, beside: Company, occasion: Occasion) -> tuple[str, ...]:
        """What is said of those who passed others at a revision: often the same of many."""
        if beside is NOBODY:
            return ()
        known = self._passed.setdefault(id(occasion), {})
        key = (beside.above, beside.below, beside.tied, beside.untied)
        if key not in known:
            known[key] = tuple(tell_passed(beside, self.names(occasion)))
        return known[key]

    def _score(self, point: Point) -> str:
        place = point.place
        if place is None:
            return NOTHING
        key = (id(place.score), place.digits)
        if key not in self._scores:
            self._scores[key] = self._wording(point.occasion).figure(place)
        return self._scores[key]

    def _rank(self, point: Point) -> str:
        place = point.place
        if place is None:
            return ""
        if place.rank is None:
            return NOTHING
        key = (place.rank, place.tied, point.ranked)
        if key not in self._ranks:
            rank = self.reader.ordinal(place.rank, place.tied)
            said = message("{rank} of {count}", rank=rank, count=point.ranked)
            self._ranks[key] = self.reader.say(said)
        return self._ranks[key]

    def _wording(self, occasion: Occasion) -> Wording:
        """The words of a revision that could be read."""
        if id(occasion) not in self._wordings:
            if occasion.catalogue is None:
                raise ValueError("nothing is scored in a gap")
            self._wordings[id(occasion)] = make_wording(occasion.catalogue, self.reader)
        return self._wordings[id(occasion)]


def _is_passed(point: Point, former: Point) -> bool:
    """Whether nothing is told of it but who changed places with it."""
    place, known = point.place, former.place
    if place is None or known is None or point.change is not None:
        return False
    names = ((place.project, place.score.clientele), (known.project, known.score.clientele))
    return place.unranked is None and names[0] == names[1]
