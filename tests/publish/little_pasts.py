"""Little sites with a past: catalogues by day, as pages of the last of them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from cvcgen.core.changes import State
from cvcgen.core.diagnostics import message
from cvcgen.core.model import Catalogue, Origin
from cvcgen.core.ranking import evaluate
from cvcgen.core.trend import Moment, Trend, trend
from cvcgen.publish.addresses import Address, PageKind
from cvcgen.publish.history import SiteHistory, make_history
from cvcgen.publish.views.context import PageContext
from tests.publish.little_sites import (
    Points,
    catalogue,
    clientele,
    context,
    pages,
    project,
    rated,
)

WEIGHTS = {"a": "60", "b": "40"}
HOSTILE = "<b>x</b> & \u202egnp.exe\x1b[0m " + "y" * 300


def site(weights: dict[str, str] | None = None, **points: Points) -> Catalogue:
    """One clientele, `all`, and these projects with their points on the values a and b."""
    cards = [project(name, rated("all", given)) for name, given in points.items()]
    return catalogue([clientele("all", weights or WEIGHTS)], cards)


def moment(
    found: Catalogue | None, at: int, subject: str = "Say so", date: str | None = None
) -> Moment:
    """The revision of that number; without a catalogue, one that could not be read."""
    day = date or f"2026-01-{at + 1:02}T12:00:00-05:00"
    origin = Origin(f"{at:02x}" * 5, f"{at:02x}" * 20, day)
    if found is None:
        return Moment(origin, None, message("no: {why}", why="broken"), subject, "Ada")
    return Moment(origin, State(found, evaluate(found, origin)), None, subject, "Ada")


def told(found: Iterable[Catalogue | None], subject: str = "Say so") -> Trend:
    """The trend of these states, a day apart."""
    return trend(moment(one, at, subject) for at, one in enumerate(found))


def past(found: Iterable[Catalogue | None], subject: str = "Say so") -> SiteHistory:
    """What the pages of a site tell that was in these states, a day apart."""
    return make_history(told(found, subject), whole=True, identity="first/")


def past_context(  # noqa: PLR0917 - which page of which site
    history: SiteHistory,
    made: Catalogue,
    language: str = "en",
    kind: PageKind = PageKind.HISTORY,
    number: int = 1,
    record: str = "",
) -> PageContext:
    """A page of a site with that history."""
    page = context(made, language, kind)
    address = Address(kind, record, number)
    return PageContext(replace(page.site, history=history), page.voice, address)


def past_pages(
    found: Sequence[Catalogue], history: SiteHistory | None = None
) -> dict[str, str]:
    """The files of the last of these sites, with its past, as texts by path."""
    return pages(found[-1], history=history or past(found))
