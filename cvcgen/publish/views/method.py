"""The method: the formula in words and worked on one project, and what checks it."""

from dataclasses import dataclass

from cvcgen.core.diagnostics import message
from cvcgen.core.ranking import LEAST_COVERAGE
from cvcgen.publish.addresses import PageKind
from cvcgen.publish.views.context import Link, PageContext
from cvcgen.publish.views.frame import Frame, frame_page
from cvcgen.publish.views.published import PublishedTable, check_published
from cvcgen.publish.views.scorecard import ScorecardTable, show_scorecard
from cvcgen.publish.views.standings import sort_ranked


@dataclass(frozen=True, slots=True)
class WorkedExample:
    """The formula on one project."""

    project: Link
    """The project's page."""
    clientele: Link
    """The clientele's page."""
    table: ScorecardTable
    """The arithmetic."""


@dataclass(frozen=True, slots=True)
class MethodView:
    """The method's page."""

    frame: Frame
    """What surrounds the page."""
    example: WorkedExample | None
    """The formula worked on a project; None where no score has ratings."""
    not_applicable: str
    """The rule for values that have no meaning for a project, with the share it needs."""
    published: tuple[PublishedTable, ...]
    """One per clientele that has published totals."""
    rubrics: tuple[Link, ...]
    """The rating scales."""
    clienteles: tuple[Link, ...]
    """The clienteles' pages."""
    rubrics_href: str
    """The list of rating scales."""
    clienteles_href: str
    """The list of clienteles."""
    data_href: str
    """The data's page."""


def view_method(page: PageContext) -> MethodView:
    """The method's page."""
    title = page.words(page.voice.say(message("Method")))
    summary = page.voice.say(message("How a customer value score is computed and ranked."))
    tables = (check_published(page, clientele) for clientele in page.clienteles())
    return MethodView(
        frame=frame_page(page, title, summary),
        example=_example(page),
        not_applicable=page.voice.say(
            message(
                "A value that has no meaning for a project is left out, with its weight; the"
                " page says which share of the weight remains. Below {share} there is no rank.",
                share=page.voice.share(LEAST_COVERAGE),
            )
        ),
        published=tuple(table for table in tables if table),
        rubrics=tuple(page.rubric_link(rubric.id) for rubric in page.site.catalogue.rubrics),
        clienteles=tuple(page.clientele_link(clientele.id) for clientele in page.clienteles()),
        rubrics_href=page.href(PageKind.RUBRICS),
        clienteles_href=page.href(PageKind.CLIENTELES),
        data_href=page.href(PageKind.DATA),
    )


def _example(page: PageContext) -> WorkedExample | None:
    """The best ranked project that has ratings, of the first clientele that has one."""
    for clientele in page.clienteles():
        for place in sort_ranked(page, clientele.id):
            if place.score.parts:
                rubric = page.site.rubrics[clientele.rubric]
                return WorkedExample(
                    page.project_link(place.project),
                    page.clientele_link(clientele.id),
                    show_scorecard(page, place, rubric),
                )
    return None
