"""The lists of a section: all projects, all clienteles, all values, all rating scales."""

from dataclasses import dataclass

from cvcgen.core.diagnostics import Message, message
from cvcgen.core.model import ClienteleId, Project, ProjectId, Value
from cvcgen.publish.collation import collation_key
from cvcgen.publish.views.context import Link, PageContext
from cvcgen.publish.views.frame import SECTION_TITLES, Frame, frame_page
from cvcgen.publish.views.home import say_size
from cvcgen.publish.views.pyramid import PyramidView, show_pyramid
from cvcgen.publish.views.pyramidpair import PyramidPair, list_pairs
from cvcgen.publish.views.rankingrow import say_state
from cvcgen.publish.views.standing import show_score
from cvcgen.publish.voice import Prose


@dataclass(frozen=True, slots=True)
class Result:
    """A project's score for one clientele, in short."""

    clientele: Link
    """The clientele's ranking."""
    score: str
    """The total, the interval, or that the clientele is not concerned."""


@dataclass(frozen=True, slots=True)
class ProjectEntry:
    """A project of the list."""

    project: Link
    """The project's page."""
    summary: Prose | None
    """What it does, in a sentence."""
    notes: tuple[str, ...]
    """Status, and what is not plain about its feasibility."""
    results: tuple[Result, ...]
    """Its scores."""


@dataclass(frozen=True, slots=True)
class ProjectsView:
    """All projects by title."""

    frame: Frame
    """What surrounds the page; its description says how many projects and clienteles are."""
    entries: tuple[ProjectEntry, ...]
    """By title."""


@dataclass(frozen=True, slots=True)
class PyramidCard:
    """A clientele with its pyramid."""

    clientele: Link
    """The clientele's page."""
    edition: str
    """Which edition of the method; empty where there is none."""
    pyramid: PyramidView
    """Its values and weights."""


@dataclass(frozen=True, slots=True)
class Definition:
    """A value with its definition."""

    value: Link
    """The value's page."""
    definition: Prose | None
    """What it is, in a sentence."""


@dataclass(frozen=True, slots=True)
class ClientelesView:
    """All clienteles."""

    frame: Frame
    """What surrounds the page; its description is the page's first sentence."""
    cards: tuple[PyramidCard, ...]
    """The latest edition first."""


@dataclass(frozen=True, slots=True)
class ValuesView:
    """All values: what they weigh for each clientele, then what they are."""

    frame: Frame
    """What surrounds the page; its description is the page's first sentence."""
    pairs: tuple[PyramidPair, ...]
    """Two pyramids side by side per edition that has two or more; the latest first."""
    cards: tuple[PyramidCard, ...]
    """One per clientele."""
    definitions: tuple[Definition, ...]
    """By name."""


@dataclass(frozen=True, slots=True)
class RubricsView:
    """All rating scales."""

    frame: Frame
    """What surrounds the page; its description is the page's first sentence."""
    rubrics: tuple[Link, ...]
    """By name."""


def view_projects(page: PageContext) -> ProjectsView:
    """The list of all projects."""
    by_title = page.title_order()
    ordered = sorted(page.site.catalogue.projects, key=lambda project: by_title[project.id])
    return ProjectsView(
        _frame(page, say_size(page)),
        tuple(_project(page, project) for project in ordered),
    )


def view_clienteles(page: PageContext) -> ClientelesView:
    """The list of all clienteles."""
    lead = message(
        "Each clientele has its own expectations, hence its own pyramid and its own ranking."
    )
    return ClientelesView(_introduce(page, lead), _pyramids(page))


def view_values(page: PageContext) -> ValuesView:
    """The values and what they weigh."""
    lead = message(
        "A value is something that counts in how people experience a service. Its weight"
        " depends on the clientele."
    )
    definitions = [_definition(page, value) for value in page.site.catalogue.values]
    return ValuesView(
        _introduce(page, lead),
        list_pairs(page),
        _pyramids(page),
        tuple(sorted(definitions, key=lambda entry: _link_key(entry.value))),
    )


def view_rubrics(page: PageContext) -> RubricsView:
    """The list of all rating scales."""
    lead = message("A rating scale says which levels a rating may take and what each means.")
    rubrics = [page.rubric_link(rubric.id) for rubric in page.site.catalogue.rubrics]
    return RubricsView(_introduce(page, lead), tuple(sorted(rubrics, key=_link_key)))


def _introduce(page: PageContext, lead: Message) -> Frame:
    return _frame(page, page.voice.say(lead))


def _frame(page: PageContext, lead: str) -> Frame:
    """The surroundings; what search engines show is what the page says first."""
    title = page.voice.say(SECTION_TITLES[page.address.kind])
    return frame_page(page, page.words(title), lead)


def _link_key(link: Link) -> tuple[str, str, str]:
    return collation_key(link.label.text, link.href)


def _project(page: PageContext, project: Project) -> ProjectEntry:
    cards = {card.clientele for card in project.scorecards}
    clienteles = [clientele.id for clientele in page.clienteles() if clientele.id in cards]
    return ProjectEntry(
        project=page.project_link(project.id),
        summary=page.voice.prose(project.summary),
        notes=say_state(page, project.status, project.feasibility),
        results=tuple([_result(page, project.id, clientele) for clientele in clienteles]),
    )


def _result(page: PageContext, project: ProjectId, clientele: ClienteleId) -> Result:
    place = page.site.places.get((project, clientele))
    voice = page.voice
    score = show_score(place, voice) if place else voice.say(message("not concerned"))
    return Result(page.ranking_link(clientele), score)


def _pyramids(page: PageContext) -> tuple[PyramidCard, ...]:
    return tuple(
        PyramidCard(
            clientele=page.clientele_link(clientele.id),
            edition=clientele.edition or "",
            pyramid=show_pyramid(page, clientele),
        )
        for clientele in page.clienteles()
    )


def _definition(page: PageContext, value: Value) -> Definition:
    return Definition(page.value_link(value.id), page.voice.prose(value.definition))
