"""A history for programs: exact fractions beside the shown text.

`schemas/data/history.schema.json` states the form.
"""

from collections.abc import Mapping

from cvcgen.core.changes import Cause, Edit, Fact, ScoreChange
from cvcgen.core.exact import fraction_text
from cvcgen.core.ranking import Place
from cvcgen.core.trend import Occasion, Point, Series
from cvcgen.reports.changes.causes import tell_cause
from cvcgen.reports.changes.figures import signed
from cvcgen.reports.history.chronicle import Chronicle, series_pieces
from cvcgen.reports.history.teller import Line, Teller
from cvcgen.reports.media.json import Json, document_around, listed_item, number, origin
from cvcgen.reports.pieces import Pieces
from cvcgen.reports.reader import Reader

SCHEMA_VERSION = 1
"""Raised when a key changes its meaning or goes."""


def report(chronicle: Chronicle, reader: Reader) -> Pieces:
    """The revisions, oldest first, and for each wanted series its points."""
    records = _Records(Teller(chronicle, reader))
    revisions = [_revision(occasion, reader) for occasion in chronicle.trend.occasions]
    head: dict[str, Json] = {"schema_version": SCHEMA_VERSION, "revisions": revisions}
    begun, end = document_around(head, "series", empty=not chronicle.series)

    def draw(series: Series, number: int) -> str:
        return listed_item(records.series(series), number)

    return series_pieces(chronicle, draw, begun, end)


def _revision(occasion: Occasion, reader: Reader) -> Json:
    return {
        "origin": origin(occasion.origin),
        "subject": occasion.subject,
        "author": occasion.author,
        "gap": reader.say(occasion.gap) if occasion.gap else None,
    }


class _Records:
    """Makes the records of one report."""

    def __init__(self, teller: Teller) -> None:
        self._teller = teller
        self._known: dict[tuple[int, int], Mapping[str, Json]] = {}

    def series(self, series: Series) -> Json:
        """One series with its points."""
        lines = zip(series.points, self._teller.lines(series), strict=True)
        return {
            "clientele": series.clientele,
            "project": series.project,
            "title": self._teller.title(series),
            "points": [self._point(point, line) for point, line in lines],
        }

    def _point(self, point: Point, line: Line) -> Json:
        change, origin = point.change, point.occasion.origin
        causes = change.causes if change else ()
        return {
            "revision": origin.revision,
            "committed_at": origin.committed_at,
            "place": self._place(point.place, point.ranked) if point.place else None,
            "gap": line.gap or None,
            "kinds": list(change.kinds) if change else [],
            "delta": number(change.delta if change else None, line.delta or "0"),
            "causes": [self._cause(cause, change, point.occasion) for cause in causes],
            "breaks": [
                {**_edit(edit), "text": text}
                for edit, text in zip(point.breaks, line.breaks, strict=True)
            ],
            "words": list(line.causes),
        }

    def _place(self, place: Place, ranked: int) -> Json:
        return {
            "project": place.project,
            "clientele": place.score.clientele,
            "state": place.score.completeness,
            **self._figures(place),
            "rank": place.rank,
            "ranked": ranked,
            "tied": place.tied,
            "unranked": place.unranked,
        }

    def _figures(self, place: Place) -> Mapping[str, Json]:
        """The score and its bounds: most points have those of the former one."""
        score, percent = place.score, self._teller.reader.percent
        key = (id(score), place.digits)
        if key not in self._known:
            ends = {"score": score.total, "low": score.low, "high": score.high}
            self._known[key] = {
                key: number(end, "" if end is None else percent(end, place.digits))
                for key, end in ends.items()
            }
        return self._known[key]

    def _cause(self, cause: Cause, change: ScoreChange | None, occasion: Occasion) -> Json:
        teller, amount = self._teller, cause.amount
        text = tell_cause(cause, change, teller.names(occasion)) if change else ""
        return {
            "kind": cause.kind,
            "value": cause.value,
            "amount": number(
                amount, "" if amount is None else signed(amount, 1, teller.reader)
            ),
            "before": _fact(cause.before),
            "after": _fact(cause.after),
            "edited": cause.edited,
            "text": text,
        }


def _edit(edit: Edit) -> dict[str, Json]:
    return {
        "kind": edit.kind,
        "record": {"kind": edit.record.kind, "id": edit.record.id},
        "value": edit.value,
        "before": _fact(edit.before),
        "after": _fact(edit.after),
    }


def _fact(fact: Fact) -> Json:
    """A number as its exact fraction; a word or ids as they are."""
    if fact is None or isinstance(fact, str):
        return fact
    return list(fact) if isinstance(fact, tuple) else fraction_text(fact)
