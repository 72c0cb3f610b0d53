"""A clientele's grid: every project against every value, as the raters filled it in."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from cvcgen.core.diagnostics import message
from cvcgen.core.exact import exact_sum
from cvcgen.core.model import Clientele, ClienteleId, NotApplicable, Rubric, RubricId, ValueId
from cvcgen.core.ranking import Place
from cvcgen.core.scoring import HUNDRED, Contribution
from cvcgen.publish.addresses import PageKind
from cvcgen.publish.numbers import shared_digits
from cvcgen.publish.views.context import FolderContext, Link, PageContext, once_per_folder
from cvcgen.publish.views.frame import Frame, frame_page
from cvcgen.publish.views.labels import Badge, label_provenance
from cvcgen.publish.views.levels import LevelMark, mark_level
from cvcgen.publish.views.pager import Part, list_parts, take_part
from cvcgen.publish.views.pyramid import weights_in_percent
from cvcgen.publish.views.rankingrow import sort_places
from cvcgen.publish.views.ratingfigures import MOST_WEIGHT_DIGITS
from cvcgen.publish.views.standing import show_score
from cvcgen.publish.voice import Voice


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
class GridCell:
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
    gained = _gained(page, clientele.id)
    name = page.clientele_name(clientele.id)
    title = page.words(voice.say(message("Grid: {clientele}", clientele=name)))
    finding = _finding(page, clientele, gained)
    return GridView(
        frame=frame_page(page, title, finding),
        edition=clientele.edition or "",
        badge=label_provenance(clientele.provenance, voice),
        finding=finding,
        columns=_columns(page, clientele, gained),
        levels=tuple(
            GridLevel(_anchor(at), mark_level(page, rubric.id, level.points))
            for at, level in enumerate(rubric.levels)
        ),
        rows=tuple(_row(page, place, rubric) for place in take_part(page, places)),
        parts=list_parts(page, len(places)),
        ranking_href=page.href(PageKind.RANKING, clientele.id),
        pyramid_href=page.href(PageKind.CLIENTELE, clientele.id),
        rubric=page.rubric_link(clientele.rubric),
    )


@once_per_folder
def _gained(page: FolderContext, clientele: ClienteleId) -> Mapping[ValueId, Fraction]:
    """For each value that is rated: its points over the most they could be, in [0, 1]."""
    rated: dict[ValueId, list[Fraction]] = {}
    for place in page.site.rankings[clientele].places:
        for part in place.score.parts:
            if part.points is not None:
                rated.setdefault(part.value, []).append(part.points)
    most = page.site.rubrics[page.site.clienteles[clientele].rubric].maximum
    return {value: exact_sum(points) / (len(points) * most) for value, points in rated.items()}


def _columns(
    page: PageContext, clientele: Clientele, gained: Mapping[ValueId, Fraction]
) -> tuple[GridColumn, ...]:
    weights = weights_in_percent(clientele)
    digits = shared_digits(weights.values(), MOST_WEIGHT_DIGITS)
    return tuple(
        GridColumn(
            value=page.value_link(value),
            weight=page.voice.percent(weight, digits),
            gained=_percent(page.voice, gained[value]) if value in gained else "–",
        )
        for value, weight in weights.items()
    )


def _finding(
    page: PageContext, clientele: Clientele, gained: Mapping[ValueId, Fraction]
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
            most=page.value_link(most).label,
            high=_percent(page.voice, gained[most]),
            least=page.value_link(least).label,
            low=_percent(page.voice, gained[least]),
        )
    )


def _percent(voice: Voice, share: Fraction) -> str:
    return voice.percent(HUNDRED * share, 0)


def _row(page: PageContext, place: Place, rubric: Rubric) -> GridRow:
    return GridRow(
        rank="" if place.rank is None else page.voice.rank(place.rank, place.tied),
        project=page.project_link(place.project),
        cells=tuple(_cell(page, part, rubric) for part in place.score.parts),
        total=show_score(place, page.voice),
    )


def _cell(page: PageContext, part: Contribution, rubric: Rubric) -> GridCell:
    points = part.points
    if points is None:
        return _empty_cell(page, isinstance(part.rating, NotApplicable))
    return _full_cell(page, rubric.id, *points.as_integer_ratio())


@once_per_folder
def _full_cell(
    page: FolderContext, rubric: RubricId, numerator: int, denominator: int
) -> GridCell:
    points = Fraction(numerator, denominator)
    at = [level.points for level in page.site.rubrics[rubric].levels].index(points)
    digits = shared_digits([points], MOST_WEIGHT_DIGITS)
    return GridCell(_anchor(at), page.voice.number(points, digits), "")


@once_per_folder
def _empty_cell(page: FolderContext, absent: bool) -> GridCell:
    state = message("not applicable") if absent else message("not rated yet")
    return GridCell("", "", page.voice.say(state))


def _anchor(level: int) -> str:
    return f"level-{level}"
