"""The arithmetic of scores for programs: exact fractions beside the shown text.

`schemas/data/score.schema.json` states the form.
"""

from collections.abc import Iterable
from fractions import Fraction

from cvcgen.core.model import Catalogue, NotApplicable, NotConcerned, Origin, Rated, Rubric
from cvcgen.core.ranking import Place
from cvcgen.core.scoring import HUNDRED, Contribution, Score, level_subtotals
from cvcgen.reports.media.json import Json, document, number, origin
from cvcgen.reports.reader import Reader
from cvcgen.reports.scores.arithmetic import shown_digits
from cvcgen.reports.scores.raters import describe_raters
from cvcgen.reports.scores.sheet import Sheet
from cvcgen.reports.scores.wording import Wording, make_wording

SCHEMA_VERSION = 1
"""Raised when a key changes its meaning or goes."""


def report(sheets: Iterable[Sheet], catalogue: Catalogue, state: Origin, reader: Reader) -> str:
    """One object per scorecard; percentages are numbers out of 100."""
    wording = make_wording(catalogue, reader)
    scores = [_sheet(sheet, wording) for sheet in sheets]
    return document(
        {"schema_version": SCHEMA_VERSION, "origin": origin(state), "scores": scores}
    )


def _sheet(sheet: Sheet, wording: Wording) -> Json:
    project, clientele = sheet.project, sheet.clientele
    head: dict[str, Json] = {
        "project": {"id": project.id, "title": wording.text(project.title)},
        "provenance": project.provenance,
        "clientele": {
            "id": clientele.id,
            "name": wording.text(clientele.name),
            "edition": clientele.edition,
        },
    }
    if isinstance(sheet.card, NotConcerned):
        reason = wording.text(sheet.card.reason)
        return {**head, "state": "not_concerned", "reason": reason}
    return head if sheet.place is None else {**head, **_place(sheet, sheet.place, wording)}


def _place(sheet: Sheet, place: Place, wording: Wording) -> dict[str, Json]:
    score, rubric = place.score, sheet.rubric
    digits = shown_digits(place, rubric)
    return {
        "state": score.completeness,
        "total": _percent(score.total, place.digits, wording),
        "low": _percent(score.low, place.digits, wording),
        "high": _percent(score.high, place.digits, wording),
        "coverage": _percent(HUNDRED * score.coverage, 1, wording),
        "rank": place.rank,
        "tied": place.tied,
        "unranked": place.unranked,
        "parts": [_part(part, sheet, digits, wording) for part in score.parts],
        "levels": _levels(score, rubric, digits, wording),
    }


def _part(part: Contribution, sheet: Sheet, digits: int, wording: Wording) -> Json:
    rating = part.rating
    return {
        "value": {"id": part.value, "name": wording.name(part.value)},
        "weight": _percent(part.weight, digits, wording),
        "possible": _percent(part.possible, digits, wording),
        "state": _state(part),
        "points": _plain(part.points, wording),
        "level": _level(part.points, sheet.rubric, wording),
        "share": _plain(part.share, wording),
        "earned": _percent(part.earned, digits, wording),
        "unrealised": _percent(part.unrealised, digits, wording),
        "reason": wording.text(rating.reason) if isinstance(rating, NotApplicable) else None,
        "raters": describe_raters(sheet, rating, wording),
    }


def _levels(score: Score, rubric: Rubric, digits: int, wording: Wording) -> Json:
    if not score.parts:
        return []
    return [
        {
            "points": _plain(level.points, wording),
            "level": _level(level.points, rubric, wording),
            "count": level.count,
            "earned": _percent(level.earned, digits, wording),
        }
        for level in level_subtotals(score, rubric)
    ]


def _level(points: Fraction | None, rubric: Rubric, wording: Wording) -> Json:
    """What the level is called; its points are a key of their own."""
    level = None if points is None else rubric.level(points)
    return wording.text(level.name) if level else None


def _state(part: Contribution) -> str:
    if isinstance(part.rating, NotApplicable):
        return "not_applicable"
    return "rated" if isinstance(part.rating, Rated) else "not_rated"


def _percent(exact: Fraction | None, digits: int, wording: Wording) -> Json:
    return None if exact is None else number(exact, wording.reader.percent(exact, digits))


def _plain(exact: Fraction | None, wording: Wording) -> Json:
    return None if exact is None else number(exact, wording.reader.plain(exact))
