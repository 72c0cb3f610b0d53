"""A clientele's grid: every project against every value, as the raters filled it in."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from cvcgen.core.diagnostics import message
from cvcgen.core.exact import exact_sum
from cvcgen.core.model import Clientele, ClienteleId, NotApplicable, RubricId, ValueId
from cvcgen.core.ranking import Place
from cvcgen.core.scoring import HUNDRED, Contribution
from cvcgen.publish.addresses import PageKind
from cvcgen.publish.closed import Closed
from cvcgen.publish.numbers import shared_digits
from cvcgen.publish.views.context import (
    FolderContext,
    LanguageContext,
    Link,
    PageContext,
    once_per_folder,
)
from cvcgen.publish.views.facts import settled
from cvcgen.publish.views.frame import Frame, frame_page
from cvcgen.publish.views.labels import Badge, label_provenance
from cvcgen.publish.views.levels import LevelMark, mark_level
from cvcgen.publish.views.pager import Part, list_parts, take_part
from cvcgen.publish.views.pyramid import weights_in_percent
from cvcgen.publish.views.ratingfigures import MOST_WEIGHT_DIGITS
from cvcgen.publish.views.standing import show_score
from cvcgen.publish.views.standings import sort_places
from cvcgen.publish.views.tally import tally_ratings
from cvcgen.publish.voice import Voice

_Points = tuple[int, int]
"""Points as two integers, a key ten times faster than a fraction."""


@dataclass(frozen=True, slots=True)
class GridColumn:
    """One value of the grid."""

    value: Link
    """The value's page."""
    weight: str
    """Its weight in percent."""
    gained: str
    """Which part of the points that it could have all rated projects have; a dash for none."""


@dataclass(frozen=True, slots=True)
class GridLevel:
    """One level of the rubric, drawn once for all cells."""

    anchor: str
    """The id of its drawing."""
    level: LevelMark
    """What it is called and how it is drawn."""


@dataclass(frozen=True, slots=True)
class GridCell(Closed):
    """What one value was rated at for one project."""

    anchor: str
    """The id of the level's drawing; empty where there is no level."""
    points: str
    """The level's points; empty where there is no level."""
    state: str
    """Why there is no level, in words; empty where there is one."""


@dataclass(frozen=True, slots=True)
class GridRow:
    """One project of the grid."""

    rank: str
    """The rank, ties said; empty where there is none."""
    project: Link
    """The project's page."""
    cells: tuple[GridCell, ...]
    """One per value; none where only the total was published."""
    total: str
    """The score, or the interval."""


@dataclass(frozen=True, slots=True)
class GridView:
    """A clientele's grid, or a part of it."""

    frame: Frame
    """What surrounds the page."""
    edition: str
    """Which edition of the method; empty where there is none."""
    badge: Badge | None
    """Where the weights come from."""
    finding: str
    """On which value the projects gain most and least, in a sentence."""
    columns: tuple[GridColumn, ...]
    """In the pyramid's order."""
    levels: tuple[GridLevel, ...]
    """Fewest points first."""
    rows: tuple[GridRow, ...]
    """By rank, then what has none."""
    parts: tuple[Part, ...]
    """The pages of a long grid; none where it fits on one."""
    ranking_href: str
    """The clientele's ranking."""
    pyramid_href: str
    """The clientele's page."""
    rubric: Link
    """The rating scale."""


def view_grid(page: PageContext, clientele: Clientele) -> GridView:
    """The grid of one clientele, or the part of it that the address names."""
    voice = page.voice
    rubric = page.site.rubrics[clientele.rubric]
    places = sort_places(page, clientele.id)
    gains, cells = _say_gains(page, clientele.id), _cells(page, rubric.id)
    name = page.clientele_name(clientele.id)
    title = page.words(voice.say(message("Grid: {clientele}", clientele=name)))
    return GridView(
        frame=frame_page(page, title, gains.finding),
        edition=clientele.edition or "",
        badge=label_provenance(clientele.provenance, voice),
        finding=gains.finding,
        columns=_columns(page, clientele.id),
        levels=tuple(
            GridLevel(_anchor(at), mark_level(page, rubric.id, level.points))
            for at, level in enumerate(rubric.levels)
        ),
        rows=tuple([_row(page, place, cells) for place in take_part(page, places)]),
        parts=list_parts(page, len(places)),
        ranking_href=page.href(PageKind.RANKING, clientele.id),
        pyramid_href=page.href(PageKind.CLIENTELE, clientele.id),
        rubric=page.rubric_link(clientele.rubric),
    )


class _Gains(NamedTuple):
    """How much the projects gain, as it is shown: that changes less often than ratings do."""

    finding: str
    """On which value they gain most and least, in a sentence."""
    shares: tuple[tuple[ValueId, str], ...]
    """Which part of the points that it could have each rated value has."""


@settled
def _say_gains(page: LanguageContext, clientele: ClienteleId) -> _Gains:
    gained = _gained(page, clientele)
    shares = ((value, _percent(page.voice, share)) for value, share in gained.items())
    return _Gains(_finding(page, page.site.clienteles[clientele], gained), tuple(shares))


def _gained(page: LanguageContext, clientele: ClienteleId) -> Mapping[ValueId, Fraction]:
    """For each value that is rated: its points over the most they could be, in [0, 1]."""
    most = page.site.rubrics[page.site.clienteles[clientele].rubric].maximum
    gained = {}
    for value, rated in tally_ratings(page, clientele).items():
        points = exact_sum(Fraction(*at) * len(projects) for at, projects in rated.items())
        gained[value] = points / (sum(map(len, rated.values())) * most)
    return gained


@once_per_folder
def _columns(page: FolderContext, clientele: ClienteleId) -> tuple[GridColumn, ...]:
    weights = weights_in_percent(page.site.clienteles[clientele])
    gained = dict(_say_gains(page, clientele).shares)
    digits = shared_digits(weights.values(), MOST_WEIGHT_DIGITS)
    return tuple(
        GridColumn(
            value=page.value_link(value),
            weight=page.voice.percent(weight, digits),
            gained=gained.get(value, "–"),
        )
        for value, weight in weights.items()
    )


def _finding(
    page: LanguageContext, clientele: Clientele, gained: Mapping[ValueId, Fraction]
) -> str:
    if not gained:
        return page.voice.say(message("No project is rated for this clientele yet."))
    order = [entry.value for entry in clientele.pyramid if entry.value in gained]
    most = max(order, key=lambda value: gained[value])
    least = min(order, key=lambda value: gained[value])
    if gained[most] == gained[least]:
        return page.voice.say(message("The projects gain as much on each value."))
    return page.voice.say(
        message(
            "The projects gain most on {most} ({high} of what is possible) and least on"
            " {least} ({low}).",
            most=page.name(page.site.values[most].name, most),
            high=_percent(page.voice, gained[most]),
            least=page.name(page.site.values[least].name, least),
            low=_percent(page.voice, gained[least]),
        )
    )


def _percent(voice: Voice, share: Fraction) -> str:
    return voice.percent(HUNDRED * share, 0)


def _row(page: PageContext, place: Place, cells: Mapping[_Points | bool, GridCell]) -> GridRow:
    return GridRow(
        rank="" if place.rank is None else page.voice.rank(place.rank, place.tied),
        project=page.project_link(place.project),
        cells=tuple([cells[_find_cell(part)] for part in place.score.parts]),
        total=show_score(place, page.voice),
    )


def _find_cell(part: Contribution) -> _Points | bool:
    """The points as two integers; without points, whether the value is not applicable."""
    points = part.points
    if points is None:
        return isinstance(part.rating, NotApplicable)
    return points.as_integer_ratio()


@once_per_folder
def _cells(page: FolderContext, rubric: RubricId) -> Mapping[_Points | bool, GridCell]:
    """What a cell of each level shows, and of each way to have none."""
    cells: dict[_Points | bool, GridCell] = {
        True: GridCell("", "", page.voice.say(message("not applicable"))),
        False: GridCell("", "", page.voice.say(message("not rated yet"))),
    }
    for at, level in enumerate(page.site.rubrics[rubric].levels):
        digits = shared_digits([level.points], MOST_WEIGHT_DIGITS)
        shown = page.voice.number(level.points, digits)
        cells[level.points.as_integer_ratio()] = GridCell(_anchor(at), shown, "")
    return cells


def _anchor(level: int) -> str:
    return f"level-{level}"
