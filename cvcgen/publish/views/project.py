"""A project's page: its score for each clientele, and the whole arithmetic of each."""

from dataclasses import dataclass

from cvcgen.core.diagnostics import message
from cvcgen.core.model import (
    Feasibility,
    NotConcerned,
    Project,
    PublishedScorecard,
    RatedScorecard,
    Scorecard,
    Status,
)
from cvcgen.core.ranking import Place
from cvcgen.core.scoring import Completeness
from cvcgen.publish.numbers import shared_digits
from cvcgen.publish.sourcelinks import line_link
from cvcgen.publish.views.changemark import ChangeMark, mark_change
from cvcgen.publish.views.context import FolderContext, Link, PageContext, once_per_folder
from cvcgen.publish.views.downloads import DownloadLink, list_downloads
from cvcgen.publish.views.finding import say_strongest
from cvcgen.publish.views.frame import Frame, frame_page
from cvcgen.publish.views.labels import FEASIBILITY_ANSWERS, STATUS, Badge, label_provenance
from cvcgen.publish.views.projecthistory import ProjectHistory, show_project_history
from cvcgen.publish.views.scorecard import ScorecardTable, show_scorecard
from cvcgen.publish.views.share import Share, share_badge
from cvcgen.publish.views.standing import Standing, show_standing
from cvcgen.publish.voice import Localised, Prose, Voice


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing to know about a project, in a word or two."""

    term: str
    """What it is about."""
    detail: str
    """What is known."""


@dataclass(frozen=True, slots=True)
class ScorecardSection:
    """What a project means for one clientele."""

    anchor: str
    """Where on the page the section is."""
    clientele: Localised
    """What the clientele is called."""
    edition: str
    """Which edition of the method; empty where there is none."""
    pyramid_href: str
    """The clientele's page."""
    ranking_href: str
    """The clientele's ranking."""
    rubric: Link
    """The rating scale that was used."""
    standing: Standing | None
    """Score and rank; None where the clientele is not concerned."""
    change: ChangeMark | None
    """What both were, on a preview where they changed; else None."""
    finding: str
    """What matters most, in one or two sentences."""
    table: ScorecardTable | None
    """The arithmetic; None where there are no ratings."""
    reason: Prose | None
    """Why the clientele is not concerned."""
    facts: tuple[Fact, ...]
    """When and by whom it was rated."""
    note: Prose | None
    """What the raters want to be known."""
    source: Prose | None
    """Where the figures come from."""


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
    past: ProjectHistory | None
    """Its scores over time; None where the site tells none of its past."""


def view_project(page: PageContext, project: Project) -> ProjectView:
    """The page of one project."""
    voice = page.voice
    title = page.project_link(project.id).label
    cards = {card.clientele: card for card in project.scorecards}
    sections = tuple(
        _section(page, project, cards[clientele.id])
        for clientele in page.clienteles()
        if clientele.id in cards
    )
    site = page.site
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
        signatories=_signatories(project, voice),
        downloads=list_downloads(page, project=project.id),
        pictures=tuple(
            share_badge(page, place)
            for clientele in page.clienteles()
            if (place := site.places.get((project.id, clientele.id)))
        ),
        past=show_project_history(page, project.id),
    )


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
        f"{section.standing.score} ({section.clientele})"
        for section in sections
        if section.standing
    )
    if not scores:
        return page.voice.say(message("{project}: not scored yet.", project=title))
    return page.voice.say(message("{project}: {scores}.", project=title, scores=scores))


def _section(page: PageContext, project: Project, card: Scorecard) -> ScorecardSection:
    clientele = page.site.clienteles[card.clientele]
    rubric = page.site.rubrics[clientele.rubric]
    place = page.site.places.get((project.id, card.clientele))
    rated = isinstance(card, RatedScorecard)
    return ScorecardSection(
        anchor=card.clientele,
        clientele=page.clientele_name(card.clientele),
        edition=clientele.edition or "",
        pyramid_href=page.clientele_link(card.clientele).href,
        ranking_href=page.ranking_link(card.clientele).href,
        rubric=page.rubric_link(rubric.id),
        standing=show_standing(page, place) if place else None,
        change=mark_change(page, place) if place else None,
        finding=_finding(page, card, place),
        table=show_scorecard(page, place, rubric) if place and rated else None,
        reason=page.voice.prose(card.reason) if isinstance(card, NotConcerned) else None,
        facts=_rating_facts(card, page.voice),
        note=page.voice.prose(None if isinstance(card, NotConcerned) else card.note),
        source=page.voice.prose(None if isinstance(card, NotConcerned) else card.source),
    )


def _finding(page: PageContext, card: Scorecard, place: Place | None) -> str:
    if place is None:
        return page.voice.say(message("The project does not concern this clientele."))
    if isinstance(card, PublishedScorecard):
        return page.voice.say(
            message(
                "Only this total was published: the ratings behind it are not known, and no"
                " total allows them to be worked out."
            )
        )
    if place.score.completeness is Completeness.INCOMPLETE:
        return page.voice.many(
            "{count} value is still to be rated: the score is known as an interval only.",
            "{count} values are still to be rated: the score is known as an interval only.",
            len(place.score.missing),
        )
    return say_strongest(page, place)


def _rating_facts(card: Scorecard, voice: Voice) -> tuple[Fact, ...]:
    if not isinstance(card, RatedScorecard):
        return ()
    facts = []
    if card.rated:
        facts.append(Fact(voice.say(message("Rated on")), voice.date(card.rated)))
    if card.raters:
        raters = voice.enumerate(str(voice.localise(rater)) for rater in card.raters)
        facts.append(Fact(voice.say(message("Rated by")), raters))
    if card.published is not None:
        published = voice.percent(card.published, shared_digits([card.published], 2))
        facts.append(Fact(voice.say(message("Published total")), published))
    return tuple(facts)


def _signatories(project: Project, voice: Voice) -> tuple[str, ...]:
    """Everyone who rated the project, each once, and who approves it."""
    raters = [
        str(voice.localise(rater))
        for card in project.scorecards
        if isinstance(card, RatedScorecard)
        for rater in card.raters
    ]
    raters = raters or [voice.say(message("Rated by"))]
    return (*dict.fromkeys(raters), voice.say(message("Approved by")))
