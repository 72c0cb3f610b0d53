"""Trends of the samples, for the reports on them."""

from random import Random

from cvcgen.core.changes import State
from cvcgen.core.diagnostics import message
from cvcgen.core.model import Catalogue, Origin
from cvcgen.core.ranking import evaluate
from cvcgen.core.trend import Moment, Trend, trend
from tests.core.changes.catalogues import random_catalogue, random_edit
from tests.reports.samples import X, Y, card, catalogue, project

HOSTILE = "=1|<script>&amp;@me #12 ##[x]\x1b\u202e"


def told(
    *catalogues: Catalogue | None, subject: str = "Subject", scores_alone: bool = False
) -> Trend:
    """The trend of these states; None is a gap."""
    moments = (_moment(found, at, subject) for at, found in enumerate(catalogues))
    return trend(moments, scores_alone)


def hostile() -> Trend:
    """Two states and a gap in which every text wants to do harm."""
    before = catalogue(project("p", card(X), title=HOSTILE), project("q", card(Y)))
    after = catalogue(project("p", card(Y), title=HOSTILE), project("q", card(Y)))
    return told(before, after, None, before, subject=HOSTILE)


def random_trend(seed: int, scores_alone: bool = False) -> Trend:
    """Six states, some of them gaps."""
    random = Random(seed)
    found, states = random_catalogue(random), []
    for _ in range(6):
        states.append(found if random.random() < 0.85 else None)
        found = random_edit(random, found)
    return told(*states, scores_alone=scores_alone)


def _moment(found: Catalogue | None, at: int, subject: str) -> Moment:
    origin = Origin(f"{at}" * 10, f"{at}" * 40, f"2026-01-0{at + 1}T00:00:00+00:00")
    if found is None:
        return Moment(origin, None, message("no: {why}", why=HOSTILE), subject, subject)
    return Moment(origin, State(found, evaluate(found, origin)), None, subject, subject)
