"""One project between two dates: where it stood and where it stands."""

from dataclasses import dataclass

from cvcgen.core.exact import round_half_up, telling_digits
from cvcgen.core.ranking import Place
from cvcgen.core.trend import Series, last_records
from cvcgen.publish.courses import Course
from cvcgen.publish.views.changemark import Move, show_ranks, show_scores
from cvcgen.publish.views.commitmark import CommitMark, mark_commit
from cvcgen.publish.views.context import PageContext
from cvcgen.publish.views.historyrow import NOTHING, find_moments
from cvcgen.publish.views.projecthistory import history_anchor
from cvcgen.publish.voice import Localised


@dataclass(frozen=True, slots=True)
class EvolutionRow:
    """One project between two dates."""

    project: Localised
    """What the project is called, or was called last."""
    project_href: str | None
    """Its past on its own page, or None where it is gone."""
    move: Move | None
    """By how many ranks it moved in all; None where it did not."""
    rank: str
    """Its rank now; a dash where it has none."""
    score: str
    """«52.4% → 55.2%», or one score where it is the same."""
    delta: str
    """The difference, signed; empty where there is none."""
    changed: CommitMark
    """When its score or rank changed last."""


def show_evolution_row(page: PageContext, course: Course) -> EvolutionRow:
    """The row of a project."""
    before, after = course.places
    shown = show_scores(page, before, after)
    name, href = name_project(page, course.series)
    moments = find_moments(course.series)
    rank = after.rank if after else None
    return EvolutionRow(
        project=name,
        project_href=href,
        move=show_ranks(page, course.rise),
        rank=NOTHING if after is None or rank is None else page.voice.rank(rank, after.tied),
        score=shown[1] if shown[0] == shown[1] else f"{shown[0]} → {shown[1]}",
        delta=_delta(page, before, after),
        changed=mark_commit(page, moments[-1][1].occasion),
    )


def name_project(page: PageContext, series: Series) -> tuple[Localised, str | None]:
    """What the project is called, or was called last, and its past on its own page."""
    if series.project in page.site.projects:
        link = page.project_link(series.project)
        return link.label, f"{link.href}#{history_anchor(series.clientele)}"
    record = last_records(series)[0]
    if record is None:
        return page.words(series.project), None
    return page.name(record.title, series.project), None


def _delta(page: PageContext, before: Place | None, after: Place | None) -> str:
    """By how much the total that is shown changed."""
    places = [place for place in (before, after) if place is not None]
    totals = [total for place in places if (total := place.score.total) is not None]
    if len(totals) < 2 or totals[0] == totals[1]:
        return ""
    digits = max(telling_digits(totals, max(place.digits for place in places)))
    first, last = (round_half_up(total, digits) for total in totals)
    return page.voice.gain(last - first, digits)
