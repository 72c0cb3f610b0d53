"""The published scores, checked: are they totals that the grid can give, and which ranks?"""

from dataclasses import dataclass
from fractions import Fraction
from math import gcd

from cvcgen.core.diagnostics import message
from cvcgen.core.model import (
    Clientele,
    ClienteleId,
    ProjectId,
    PublishedScorecard,
    RatedScorecard,
)
from cvcgen.core.reachable import ReachableTotals, reachable_totals
from cvcgen.core.scoring import HUNDRED, weight_shares
from cvcgen.publish.numbers import shared_digits
from cvcgen.publish.views.context import LanguageContext, Link, PageContext
from cvcgen.publish.views.facts import settled
from cvcgen.publish.views.standing import Standing, show_standing
from cvcgen.publish.views.standings import sort_places

_MOST_DIGITS = 4
_MOST_IMPOSSIBLE = 5
_MOST_TOTALS = 1000


@dataclass(frozen=True, slots=True)
class PublishedRow:
    """One published score."""

    project: Link
    """The project's page."""
    published: str
    """The published percentage, with one decimal as scores have, or all it has."""
    points: str
    """The same in points out of the most possible; empty where the weights differ."""
    standing: Standing
    """The score and the rank that this site gives."""
    reachable: bool
    """Whether some ratings give that total."""


@dataclass(frozen=True, slots=True)
class PublishedTable:
    """The published scores of one clientele, checked against its grid."""

    clientele: Link
    """The clientele's page."""
    edition: str
    """Which edition of the method; empty where there is none."""
    finding: str
    """Whether all are totals that the grid can give."""
    impossible: str
    """Which totals no ratings give, as a sentence; empty where that says little."""
    rows: tuple[PublishedRow, ...]
    """Best first."""


def check_published(page: PageContext, clientele: Clientele) -> PublishedTable | None:
    """The published scores of a clientele, or None where there are none."""
    rubric, beside = page.site.rubrics[clientele.rubric], len(page.site.catalogue.clienteles)
    totals = reachable_totals(clientele, rubric, beside)
    published = dict(_list_published(page, clientele.id))
    places = sort_places(page, clientele.id)[:] if published else ()
    rows = tuple(
        PublishedRow(
            project=page.project_link(place.project),
            published=page.voice.published_total(total),
            points=_points(page, clientele, total),
            standing=show_standing(page, place),
            reachable=totals is None or totals.shows_as(total),
        )
        for place in places
        if (total := published.get(place.project)) is not None
    )
    if not rows:
        return None
    return PublishedTable(
        clientele=page.clientele_link(clientele.id),
        edition=clientele.edition or "",
        finding=_finding(page, rows),
        impossible=_impossible(page, totals),
        rows=rows,
    )


@settled
def _list_published(
    page: LanguageContext, clientele: ClienteleId
) -> tuple[tuple[ProjectId, Fraction], ...]:
    return tuple(
        (project.id, card.published)
        for project in page.site.catalogue.projects
        for card in project.scorecards
        if isinstance(card, PublishedScorecard | RatedScorecard)
        and card.clientele == clientele
        and card.published is not None
    )


def _points(page: PageContext, clientele: Clientele, total: Fraction) -> str:
    """The total as points, where every value gives as many: «25 points out of 40»."""
    shares = set(weight_shares(clientele).values())
    most = page.site.rubrics[clientele.rubric].maximum * len(clientele.pyramid)
    points = total * most / HUNDRED
    if len(shares) != 1 or points.denominator != 1:
        return ""
    return page.voice.say(
        message(
            "{points} points out of {most}",
            points=page.voice.number(points, 0),
            most=page.voice.number(most, shared_digits([most], _MOST_DIGITS)),
        )
    )


def _finding(page: PageContext, rows: tuple[PublishedRow, ...]) -> str:
    reached = sum(row.reachable for row in rows)
    if reached == len(rows):
        return page.voice.many(
            "The published score is a total that the grid can give.",
            "All {count} published scores are totals that the grid can give.",
            reached,
        )
    return page.voice.many(
        "{count} of {all} published scores is a total that the grid can give.",
        "{count} of {all} published scores are totals that the grid can give.",
        reached,
        all=page.voice.number(Fraction(len(rows)), 0),
    )


def _impossible(page: PageContext, totals: ReachableTotals | None) -> str:
    """The totals that lie on the grid's steps and that no ratings give, where they are few."""
    if totals is None or totals.bits.bit_count() > _MOST_TOTALS:
        return ""
    reachable = frozenset(total / totals.step for total in totals.all())
    step = gcd(*(int(total) for total in reachable))
    missing = [k * totals.step for k in range(0, totals.steps, step or 1) if k not in reachable]
    if not 0 < len(missing) <= _MOST_IMPOSSIBLE:
        return ""
    digits = shared_digits(missing, _MOST_DIGITS)
    named = page.voice.enumerate(page.voice.percent(total, digits) for total in missing)
    return page.voice.say(message("Totals that no ratings give: {totals}.", totals=named))
