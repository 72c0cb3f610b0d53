"""A clientele's past: how the ranks and scores of its projects moved over time."""

from collections.abc import Sequence
from dataclasses import dataclass

from cvcgen.core.diagnostics import message
from cvcgen.core.model import Clientele
from cvcgen.core.trend import Occasion
from cvcgen.publish.addresses import PageKind
from cvcgen.publish.courses import Course, find_courses
from cvcgen.publish.history import SiteHistory
from cvcgen.publish.numbers import ordinal
from cvcgen.publish.views.bumpfigure import FIRST, BumpFigure, draw_bump
from cvcgen.publish.views.commitmark import mark_commit
from cvcgen.publish.views.context import PageContext
from cvcgen.publish.views.evolutionlink import say_evolution
from cvcgen.publish.views.evolutionrow import EvolutionRow, name_project, show_evolution_row
from cvcgen.publish.views.frame import Frame, frame_page
from cvcgen.publish.views.pager import Part, list_parts, take_part
from cvcgen.publish.views.turns import Turn, list_turns


@dataclass(frozen=True, slots=True)
class EvolutionView:
    """The page of a clientele's past."""

    frame: Frame
    """What surrounds the page."""
    finding: str
    """How much moved since when, in a sentence."""
    caption: str
    """What the drawing shows, in a sentence."""
    figure: BumpFigure | None
    """The ways of the first projects; None where none of them ever moved."""
    rows: tuple[EvolutionRow, ...]
    """By rank of today; those without a score any more last."""
    parts: tuple[Part, ...]
    """The pages of the table, where it takes several."""
    turns: tuple[Turn, ...]
    """The dates that divide the history, the newest first."""
    ranking_href: str
    """The ranking of today."""
    history_href: str
    """What changed on the whole site."""


def view_evolution(
    page: PageContext, clientele: Clientele, history: SiteHistory
) -> EvolutionView:
    """The page of a clientele's past."""
    found = find_courses(history, clientele.id)
    courses = found.courses
    title = say_evolution(page, clientele.id)
    finding = say_reach(page, courses, history.trend.occasions[found.since])
    first = [course for course in courses if _is_now(page, course)][:FIRST]
    caption = _caption(page, first)
    drawn = [course.series for course in first]
    return EvolutionView(
        frame=frame_page(page, page.words(title), f"{title} – {finding}"),
        finding=finding,
        caption=caption,
        figure=draw_bump(page, history, drawn, caption) if page.address.number == 1 else None,
        rows=tuple(show_evolution_row(page, one) for one in take_part(page, courses)),
        parts=list_parts(page, len(courses)),
        turns=tuple(list_turns(page, found.turns)),
        ranking_href=page.href(PageKind.RANKING, clientele.id),
        history_href=page.href(PageKind.HISTORY),
    )


def say_reach(page: PageContext, courses: Sequence[Course], start: Occasion) -> str:
    """How many scores and ranks are other ones than at that revision."""
    many, date = page.voice.many, mark_commit(page, start).date
    scores = sum(course.moved for course in courses)
    ranks = sum(course.rise != 0 for course in courses)
    if not scores and not ranks:
        return page.voice.say(message("Nothing changed since {date}.", date=date))
    return page.voice.say(
        message(
            "Since {date}: {scores}, {ranks}.",
            date=date,
            scores=many("{count} score changed", "{count} scores changed", scores),
            ranks=many("{count} rank changed", "{count} ranks changed", ranks),
        )
    )


def _is_now(page: PageContext, course: Course) -> bool:
    """Whether the project is there, with a rank, on the site of today."""
    place = course.last.place
    return (
        place is not None
        and place.rank is not None
        and course.series.project in page.site.projects
    )


def _caption(page: PageContext, courses: Sequence[Course]) -> str:
    """Who moved most of them; only what is drawn where nobody did."""
    moved = [course for course in courses if course.rise]
    if not moved:
        return page.voice.say(message("The ranks of the first projects over time."))
    most = max(moved, key=lambda course: abs(course.rise))
    before, after = (place.rank or 0 if place else 0 for place in most.places)
    return page.voice.say(
        message(
            "“{project}” moved most: from the {before} to the {after} rank.",
            project=name_project(page, most.series)[0],
            before=ordinal(before, page.voice.words),
            after=ordinal(after, page.voice.words),
        )
    )
