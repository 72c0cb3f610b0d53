"""A history for programs: exact fractions beside the shown text.

`schemas/data/history.schema.json` states the form.
"""

from itertools import pairwise

from cvcgen.core.changes import Cause, Edit, Fact
from cvcgen.core.exact import fraction_text
from cvcgen.core.ranking import Place
from cvcgen.core.trend import Occasion, Point, Series
from cvcgen.reports.changes.causes import tell_cause
from cvcgen.reports.changes.figures import signed
from cvcgen.reports.history.chronicle import Chronicle
from cvcgen.reports.history.teller import Teller
from cvcgen.reports.media.json import Json, document, number, origin
from cvcgen.reports.reader import Reader

SCHEMA_VERSION = 1
"""Raised when a key changes its meaning or goes."""


def report(chronicle: Chronicle, reader: Reader) -> str:
    """The revisions, oldest first, and for each wanted series its points."""
    teller = Teller(chronicle, reader)
    revisions = [_revision(occasion, reader) for occasion in chronicle.trend.occasions]
    series = [_series(one, teller) for one in chronicle.series]
    return document(
        {"schema_version": SCHEMA_VERSION, "revisions": revisions, "series": series}
    )


def _revision(occasion: Occasion, reader: Reader) -> Json:
    return {
        "origin": origin(occasion.origin),
        "subject": occasion.subject,
        "author": occasion.author,
        "gap": reader.say(occasion.gap) if occasion.gap else None,
    }


def _series(series: Series, teller: Teller) -> Json:
    return {
        "clientele": series.clientele,
        "project": series.project,
        "title": teller.title(series),
        "points": [
            _point(point, former, teller)
            for former, point in pairwise((None, *series.points))
            if point is not None
        ],
    }


def _point(point: Point, former: Point | None, teller: Teller) -> Json:
    change, line = point.change, teller.line(point, former)
    delta = change.delta if change else None
    return {
        "revision": point.occasion.origin.revision,
        "committed_at": point.occasion.origin.committed_at,
        "place": _place(point.place, point.ranked, teller.reader),
        "gap": line.gap or None,
        "kinds": list(change.kinds) if change else [],
        "delta": number(delta, line.delta or "0"),
        "causes": [_cause(cause, point, teller) for cause in change.causes] if change else [],
        "breaks": [
            {**_edit(edit), "text": text}
            for edit, text in zip(point.breaks, line.breaks, strict=True)
        ],
        "words": list(line.causes),
    }


def _place(place: Place | None, ranked: int, reader: Reader) -> Json:
    if place is None:
        return None
    score = place.score
    ends = {"score": score.total, "low": score.low, "high": score.high}
    return {
        "project": place.project,
        "clientele": score.clientele,
        "state": score.completeness,
        **{
            key: number(end, "" if end is None else reader.percent(end, place.digits))
            for key, end in ends.items()
        },
        "rank": place.rank,
        "ranked": ranked,
        "tied": place.tied,
        "unranked": place.unranked,
    }


def _cause(cause: Cause, point: Point, teller: Teller) -> Json:
    reader, change = teller.reader, point.change
    amount = cause.amount
    text = tell_cause(cause, change, teller.names(point.occasion)) if change else ""
    return {
        "kind": cause.kind,
        "value": cause.value,
        "amount": number(amount, "" if amount is None else signed(amount, 1, reader)),
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
