"""A project's past: its score and rank for each clientele over time, drawn and listed."""

from collections.abc import Iterator
from dataclasses import dataclass

from cvcgen.core.diagnostics import message
from cvcgen.core.model import ProjectId
from cvcgen.core.ranking import Place
from cvcgen.core.trend import Point, Series, last_records
from cvcgen.publish.addresses import PageKind
from cvcgen.publish.closed import Closed
from cvcgen.publish.history import SiteHistory
from cvcgen.publish.views.commitmark import mark_commit
from cvcgen.publish.views.context import PageContext
from cvcgen.publish.views.historyrow import HistoryRow, find_moments, show_row
from cvcgen.publish.views.standing import show_score
from cvcgen.publish.views.trendfigure import TrendFigure, draw_trend
from cvcgen.publish.voice import Localised

_MOST_ROWS = 40
"""Of one series; the oldest are left out, and counted."""


@dataclass(frozen=True, slots=True)
class SeriesHistory:
    """One project for one clientele, over time."""

    anchor: str
    """Where on the page it is."""
    clientele: Localised
    """What the clientele is called, or was called last."""
    finding: str
    """From where to where it came, in a sentence or two."""
    figure: TrendFigure | None
    """The drawing; None where there is nothing to see."""
    rows: tuple[HistoryRow, ...]
    """The newest first; none where nothing changed."""
    more: str
    """How many older moments were left out; empty where none."""
    evolution_href: str | None
    """The clientele's other projects over time; None where the clientele is gone."""


@dataclass(frozen=True, slots=True)
class ProjectHistory(Closed):
    """A project's past."""

    series: tuple[SeriesHistory, ...]
    """One for each clientele that it has, or had, a score for; at least one."""
    history_href: str
    """What changed on the whole site."""


def show_project_history(page: PageContext, project: ProjectId) -> ProjectHistory | None:
    """The project's past, or None where the site tells none of it."""
    history = page.site.history
    if history is None or project not in history.by_project:
        return None
    order = {clientele.id: at for at, clientele in enumerate(page.clienteles())}
    found = sorted(
        history.by_project[project], key=lambda one: order.get(one.clientele, len(order))
    )
    return ProjectHistory(
        series=tuple(_show_series(page, history, series) for series in found),
        history_href=page.href(PageKind.HISTORY),
    )


def history_anchor(clientele: str) -> str:
    """Where on a project's page its past for that clientele is; ids have no dot."""
    return f"history.{clientele}"


def _show_series(page: PageContext, history: SiteHistory, series: Series) -> SeriesHistory:
    moments = find_moments(series)
    shown = moments[-_MOST_ROWS:]
    points = [point for _, point in moments]
    finding = " ".join(say_course(page, points))
    name = _name(page, series)
    label = page.voice.say(message("{clientele}: {finding}", clientele=name, finding=finding))
    last = history.trend.occasions[-1]
    rows = tuple(show_row(page, former, point) for former, point in reversed(shown))
    more = len(moments) - len(shown)
    known = series.clientele in page.site.clienteles
    return SeriesHistory(
        anchor=history_anchor(series.clientele),
        clientele=name,
        finding=finding,
        figure=draw_trend(page, points[-_MOST_ROWS:], last, label),
        rows=rows if len(moments) > 1 else (),
        more=_say_more(page, series, more) if more else "",
        evolution_href=page.href(PageKind.EVOLUTION, series.clientele) if known else None,
    )


def say_course(page: PageContext, points: list[Point]) -> Iterator[str]:
    """From where to where a score came, since the method changed last, in sentences."""
    broken = [at for at, point in enumerate(points) if point.breaks]
    since = points[broken[-1] :] if broken else points
    known = [point for point in since if point.place is not None]
    if known:
        yield _say_way(page, known)
    if points[-1].place is None:
        date = _date(page, points[-1])
        if points[-1].gap is not None:
            yield page.voice.say(message("Not known since {date}.", date=date))
        else:
            yield page.voice.say(message("No score since {date}.", date=date))
    if broken and broken[-1] > 0:
        date = _date(page, points[broken[-1]])
        sentence = message(
            "Scores before {date} were measured otherwise and do not compare.", date=date
        )
        yield page.voice.say(sentence)


def _say_way(page: PageContext, known: list[Point]) -> str:
    since = _date(page, known[0])
    places = [_say_place(page, point.place) for point in (known[0], known[-1])]
    if len({_say_place(page, point.place) for point in known}) == 1:
        sentence = message("{standing} since {date}.", standing=places[0], date=since)
    else:
        sentence = message(
            "From {before} on {date} to {after} on {until}.",
            before=places[0],
            date=since,
            after=places[1],
            until=_date(page, known[-1]),
        )
    return page.voice.say(sentence)


def _say_place(page: PageContext, place: Place | None) -> str:
    """«52.4% (4th)»."""
    if place is None:
        return ""
    score = show_score(place, page.voice)
    if place.rank is None:
        return score
    return f"{score} ({page.voice.rank(place.rank, place.tied)})"


def _say_more(page: PageContext, series: Series, count: int) -> str:
    return page.voice.many(
        "{count} older moment is left out; the command “cvcgen history {project}” tells it.",
        "{count} older moments are left out; the command “cvcgen history {project}” tells"
        " them.",
        count,
        project=series.project,
    )


def _name(page: PageContext, series: Series) -> Localised:
    if series.clientele in page.site.clienteles:
        return page.clientele_name(series.clientele)
    clientele = last_records(series)[1]
    if clientele is None:
        return page.words(series.clientele)
    return page.name(clientele.name, series.clientele)


def _date(page: PageContext, point: Point) -> str:
    return mark_commit(page, point.occasion).date
