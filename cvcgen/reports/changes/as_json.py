"""A change for programs: exact fractions beside the shown text.

`schemas/data/changes.schema.json` states the form. Whoever reads it can check it: the total
before and the causes' amounts sum to the total after.
"""

from dataclasses import asdict
from fractions import Fraction

from cvcgen.core.changes import Cause, Edit, RecordChange, ScoreChange, WordingEdit, summarise
from cvcgen.core.changes.differences import NOTHING_ALONG, Along, Fact, RecordKey, Sides
from cvcgen.core.changes.files import ChangedFile
from cvcgen.core.diagnostics import Location
from cvcgen.core.model import Origin, Text, ValueId
from cvcgen.core.ranking import Place
from cvcgen.reports.changes.causes import tell_cause, tell_causes
from cvcgen.reports.changes.figures import signed
from cvcgen.reports.changes.headline import headline
from cvcgen.reports.changes.origins import Maker, Tracer
from cvcgen.reports.changes.review import Names, Review
from cvcgen.reports.media.json import Json, document, number, origin
from cvcgen.reports.reader import Reader

SCHEMA_VERSION = 1
"""Raised when a key changes its meaning or goes."""


def report(review: Review, reader: Reader) -> str:
    """The whole comparison; percentages are numbers out of 100."""
    found, names = review.comparison, Names(review, reader)
    tracer = Tracer(review.files, reader)
    return document(
        {
            "schema_version": SCHEMA_VERSION,
            "before": _origin(found.before),
            "after": _origin(found.after),
            "first": review.first,
            "headline": headline(review, reader),
            "summary": _summary(review, reader),
            "files": [_file(file) for file in review.files],
            "records": [_record(change, names) for change in found.records],
            "changes": [_change(change, names, tracer) for change in found.changes],
            "edits": [_edit(edit, names, tracer) for edit in found.edits],
            "wording": [_wording(edit, names, tracer) for edit in found.wording],
        }
    )


def _origin(state: Origin) -> Json:
    return {**origin(state), "ancestor_of": list(state.ancestor_of)}


def _summary(review: Review, reader: Reader) -> Json:
    found = summarise(review.comparison, review.first)
    largest = None if found.largest is None else reader.number(found.largest, 1)
    return {
        "compared": found.compared,
        "scores": found.scores,
        "largest": number(found.largest, largest or ""),
        "rank_moves": found.rank_moves,
        "first_moves": found.first_moves,
        "entered_first": found.entered_first,
        "left_first": found.left_first,
        "new_incomplete": found.new_incomplete,
        "new_complete": found.new_complete,
        "appeared": found.appeared,
        "vanished": found.vanished,
        "lines": sum(file.lines for file in review.files),
    }


def _file(file: ChangedFile) -> Json:
    commits: Json = [
        {"id": t.commit, "author": t.author, "date": t.date, "subject": t.subject}
        for t in file.touches
    ]
    return {
        "path": file.path,
        "former": file.former,
        "lines": file.lines,
        "uncommitted": file.uncommitted,
        "commits": commits,
    }


def _record(change: RecordChange, names: Names) -> Json:
    return {
        **_key(change.record, names),
        "event": change.event,
        "former": change.former,
        "exact": change.exact,
        "along": _along(change.along),
        **_sides(change.sides),
    }


def _change(change: ScoreChange, names: Names, tracer: Tracer) -> Json:
    causes = tell_causes(change, names, tracer)
    column, reader = causes.column, names.reader
    shown = signed(column.total, column.head_digits, reader) if column else ""
    return {
        "project": {"id": change.project, "title": names.title(change.project)},
        "clientele": {"id": change.clientele, "name": names.group(change.clientele)},
        "kinds": list(change.kinds),
        "presence": {"before": change.presence_before, "after": change.presence_after},
        "before": _place(change.before, reader),
        "after": _place(change.after, reader),
        "delta": number(change.delta, shown),
        "rank_change": change.rank_change,
        "causes": [
            {
                **_cause(c, change, column.digits if column else 1, names),
                "maker": _maker(tracer.maker(c.sides.where)) if c.edited else None,
            }
            for c in change.causes
        ],
        **{key: list(getattr(change, key)) for key in ("above", "below", "tied", "untied")},
        "where": _sides(change.sides),
    }


def _place(place: Place | None, reader: Reader) -> Json:
    if place is None:
        return None
    score, digits = place.score, place.digits
    ends = {"total": score.total, "low": score.low, "high": score.high}
    return {
        "project": place.project,
        "clientele": score.clientele,
        "rank": place.rank,
        "tied": place.tied,
        "unranked": place.unranked,
        "state": score.completeness,
        **{
            key: number(end, "" if end is None else reader.percent(end, digits))
            for key, end in ends.items()
        },
    }


def _cause(cause: Cause, change: ScoreChange, digits: int, names: Names) -> dict[str, Json]:
    shown = "" if cause.amount is None else signed(cause.amount, digits, names.reader)
    return {
        "kind": cause.kind,
        "value": None if cause.value is None else _value(cause.value, names),
        "amount": number(cause.amount, shown),
        "edited": cause.edited,
        "before": _fact(cause.before, names.reader),
        "after": _fact(cause.after, names.reader),
        "text": tell_cause(cause, change, names),
        "where": _sides(cause.sides),
    }


def _edit(edit: Edit, names: Names, tracer: Tracer) -> Json:
    return {
        "record": _key(edit.record, names),
        "kind": edit.kind,
        "clientele": edit.clientele,
        "value": edit.value,
        "part": edit.part,
        "before": _fact(edit.before, names.reader),
        "after": _fact(edit.after, names.reader),
        "scores": edit.scores,
        "follows": edit.follows,
        "along": _along(edit.along),
        "where": _sides(edit.sides),
        "maker": _maker(tracer.maker(edit.sides.where)),
    }


def _wording(edit: WordingEdit, names: Names, tracer: Tracer) -> Json:
    return {
        "record": _key(edit.record, names),
        "path": edit.path,
        "clientele": edit.clientele,
        "value": edit.value,
        "meaning": edit.meaning,
        "follows": edit.follows,
        "languages": list(edit.languages),
        "before": _text(edit.before),
        "after": _text(edit.after),
        "where": _sides(edit.sides),
        "maker": _maker(tracer.maker(edit.sides.where, edit.key)),
    }


def _along(along: Along) -> Json:
    return None if along == NOTHING_ALONG else dict(asdict(along))


def _maker(maker: Maker | None) -> Json:
    return None if maker is None else {"commit": maker.commit, "author": maker.author}


def _key(record: RecordKey, names: Names) -> dict[str, Json]:
    return {"kind": record.kind, "id": record.id, "name": names.record(record)}


def _value(name: ValueId, names: Names) -> Json:
    return {"id": name, "name": names.value(name)}


def _text(text: Text | None) -> Json:
    return None if text is None else dict(text.translations)


def _fact(fact: Fact, reader: Reader) -> Json:
    if isinstance(fact, Fraction):
        return number(fact, reader.plain(fact))
    return list(fact) if isinstance(fact, tuple) else fact


def _sides(sides: Sides) -> dict[str, Json]:
    return {"from": _location(sides.before), "to": _location(sides.after)}


def _location(place: Location | None) -> Json:
    if place is None or not place.path:
        return None
    return {"path": place.path, "line": place.line, "column": place.column}
