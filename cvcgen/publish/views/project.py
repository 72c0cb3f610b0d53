"""A project's page: its score for each clientele, and the whole arithmetic of each."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cvcgen.core.diagnostics import message
from cvcgen.core.model import (
    Feasibility,
    Project,
    ProjectId,
    RatedScorecard,
    Status,
    Text,
)
from cvcgen.publish.sourcelinks import line_link
from cvcgen.publish.views.context import FolderContext, PageContext, once_per_folder
from cvcgen.publish.views.downloads import DownloadLink, list_downloads
from cvcgen.publish.views.frame import Frame, frame_page
from cvcgen.publish.views.labels import FEASIBILITY_ANSWERS, STATUS, Badge, label_provenance
from cvcgen.publish.views.scorecardsection import Fact, ScorecardSection, show_section
from cvcgen.publish.views.share import Share, share_badge
from cvcgen.publish.voice import Localised, Prose

if TYPE_CHECKING:  # a site that tells none of its past needs no history
    from cvcgen.publish.views.projecthistory import ProjectHistory


@dataclass(frozen=True, slots=True)
class ProjectView:
    """A project's page."""

    frame: Frame
    """What surrounds the page."""
    summary: Prose | None
    """What the project does, in a sentence."""
    badge: Badge | None
    """Where its figures come from."""
    facts: tuple[Fact, ...]
    """Status and feasibility."""
    sections: tuple[ScorecardSection, ...]
    """One per clientele that has a scorecard."""
    baseline: Prose | None
    """What exists today."""
    description: Prose | None
    """The project at length."""
    source: Prose | None
    """Where the project comes from."""
    file_href: str | None
    """The project's file, or None where the repository is not known."""
    signatories: tuple[str, ...]
    """Who signs the printed sheet, one line each."""
    downloads: tuple[DownloadLink, ...]
    """The project's data."""
    pictures: tuple[Share, ...]
    """Each score as another site may show it."""
    past: "ProjectHistory | None"
    """Its scores over time; None where the site tells none of its past."""


def view_project(page: PageContext, project: Project) -> ProjectView:
    """The page of one project."""
    voice = page.voice
    title = page.project_link(project.id).label
    cards = {card.clientele: card for card in project.scorecards}
    site = page.site
    scored = [
        (cards[clientele.id], site.whole_place(project.id, clientele.id))
        for clientele in page.clienteles()
        if clientele.id in cards
    ]
    sections = tuple([show_section(page, card, place) for card, place in scored])
    return ProjectView(
        frame=frame_page(page, title, _describe(page, title, sections)),
        summary=voice.prose(project.summary),
        badge=label_provenance(project.provenance, voice),
        facts=_facts(page, project.status, project.feasibility),
        sections=sections,
        baseline=voice.prose(project.baseline),
        description=voice.prose(project.description),
        source=voice.prose(project.source),
        file_href=line_link(site.catalogue.site.repository, site.here, project.where),
        signatories=_signatories(page, project),
        downloads=list_downloads(page, project=project.id),
        pictures=tuple(
            [
                share_badge(page, place, section.standing)
                for (_, place), section in zip(scored, sections, strict=True)
                if place and section.standing
            ]
        ),
        past=_show_past(page, project.id),
    )


def _show_past(page: PageContext, project: ProjectId) -> "ProjectHistory | None":
    if page.site.history is None:
        return None
    from cvcgen.publish.views.projecthistory import (  # noqa: PLC0415 - see above
        show_project_history,
    )

    return show_project_history(page, project)


@once_per_folder
def _facts(
    page: FolderContext, status: Status | None, feasibility: Feasibility
) -> tuple[Fact, ...]:
    facts = [(message("Feasibility"), FEASIBILITY_ANSWERS[feasibility])]
    if status is not None:
        facts.insert(0, (message("Status"), STATUS[status]))
    return tuple(Fact(page.voice.say(term), page.voice.say(detail)) for term, detail in facts)


def _describe(
    page: PageContext, title: Localised, sections: tuple[ScorecardSection, ...]
) -> str:
    scores = page.voice.enumerate(
        [
            f"{section.standing.score} ({section.clientele.text})"
            for section in sections
            if section.standing
        ]
    )
    if not scores:
        return page.voice.say(message("{project}: not scored yet.", project=title))
    return page.voice.one("{project}: {scores}.", project=title.text, scores=scores)


def _signatories(page: PageContext, project: Project) -> tuple[str, ...]:
    """Everyone who rated the project, each once, and who approves it."""
    raters = [
        rater
        for card in project.scorecards
        if isinstance(card, RatedScorecard)
        for rater in card.raters
    ]
    return _name_signatories(page, tuple(raters))


@once_per_folder
def _name_signatories(page: FolderContext, raters: tuple[Text, ...]) -> tuple[str, ...]:
    voice = page.voice
    names = [str(voice.localise(rater)) for rater in raters]
    names = names or [voice.say(message("Rated by"))]
    return (*dict.fromkeys(names), voice.say(message("Approved by")))
