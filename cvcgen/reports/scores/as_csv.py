"""The arithmetic of scores for spreadsheets: a row per value, exact numbers with a point.

Heads and states are the same in every language, so that a formula can rely on them.
"""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from cvcgen.core.exact import decimal_text
from cvcgen.core.model import Catalogue, NotApplicable, NotConcerned, Rated
from cvcgen.core.scoring import Contribution
from cvcgen.reports.media.csv import escape, exact, table
from cvcgen.reports.reader import Reader
from cvcgen.reports.scores.raters import raters_cell
from cvcgen.reports.scores.sheet import Sheet
from cvcgen.reports.scores.wording import Wording, make_wording

HEAD = (
    "project",
    "project_title",
    "clientele",
    "row",
    "value",
    "value_name",
    "state",
    "weight",
    "possible",
    "points",
    "share",
    "earned",
    "earned_decimal",
    "unrealised",
    "low",
    "high",
    "reason",
    "raters",
)
"""`row` is `value` for an addend, `total` for the sum; numbers are exact fractions in percent,
but `earned_decimal`, which is empty where no finite decimal is exact."""


def report(sheets: Iterable[Sheet], catalogue: Catalogue, reader: Reader) -> str:
    """The addends of each score, then its total."""
    wording = make_wording(catalogue, reader)
    rows = (row for sheet in sheets for row in _rows(sheet, wording))
    return table([HEAD, *([row.get(head, "") for head in HEAD] for row in rows)])


def _rows(sheet: Sheet, wording: Wording) -> Iterator[dict[str, str]]:
    head = {
        "project": escape(sheet.project.id),
        "project_title": escape(wording.text(sheet.project.title)),
        "clientele": escape(sheet.clientele.id),
    }
    if isinstance(sheet.card, NotConcerned):
        reason = escape(wording.text(sheet.card.reason))
        yield {**head, "row": "total", "state": "not_concerned", "reason": reason}
    elif sheet.place is not None:
        score = sheet.place.score
        for part in score.parts:
            yield {**head, **_part(part, wording)}
        yield {
            **head,
            "row": "total",
            "state": score.completeness,
            **_earned(score.total),
            "low": exact(score.low),
            "high": exact(score.high),
            "reason": sheet.place.unranked or "",
        }


def _part(part: Contribution, wording: Wording) -> dict[str, str]:
    rating = part.rating
    applies = not isinstance(rating, NotApplicable)
    state = "rated" if isinstance(rating, Rated) else "not_rated"
    reason = wording.text(rating.reason) if isinstance(rating, NotApplicable) else ""
    return {
        "row": "value",
        "value": escape(part.value),
        "value_name": escape(wording.name(part.value)),
        "state": state if applies else "not_applicable",
        "weight": exact(part.weight),
        "possible": exact(part.possible),
        "points": exact(part.points),
        "share": exact(part.share),
        **_earned(part.earned),
        "unrealised": exact(part.unrealised),
        "reason": escape(reason),
        "raters": raters_cell(rating),
    }


def _earned(earned: Fraction | None) -> dict[str, str]:
    decimal = None if earned is None else decimal_text(earned)
    return {"earned": exact(earned), "earned_decimal": decimal or ""}
