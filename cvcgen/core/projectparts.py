"""What a project is made of: what changes apart, apart.

Each part has a name, which another version of the project has for its own where, and only
where, it says the same there. What is scored from a project follows from `points` and the
method alone.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cvcgen.core.model import (
    ClienteleId,
    Project,
    PublishedScorecard,
    Rated,
    RatedScorecard,
    RaterPoints,
    Rating,
    Scorecard,
)

PART_OF: Mapping[str, str] = {
    "title": "title",
    "status": "state",
    "feasibility": "state",
    "provenance": "state",
    "summary": "summary",
    "description": "text",
    "baseline": "text",
    "source": "text",
    "waivers": "text",
    "where": "text",
    "scorecards": "kinds",
}
"""The part that each field of a project belongs to, but its `id`; cards have parts beside."""


@dataclass(frozen=True, slots=True)
class CardParts:
    """One scorecard."""

    points: str
    """What a score is computed from: points, states, published total, what which rater gave."""
    whole: str
    """All that it says, reasons and places in the file included."""


@dataclass(frozen=True, slots=True)
class ProjectParts:
    """One project."""

    title: str
    state: str
    """Status, feasibility, provenance."""
    summary: str
    text: str
    """Description, what exists today, source, waivers, where it stands."""
    kinds: str
    """Which clienteles it has scorecards for, and of which kind."""
    whole: str
    """All of it."""
    cards: Mapping[ClienteleId, CardParts]
    """One per scorecard."""


def name_parts(project: Project, name: str) -> ProjectParts:
    """The parts of a project that nothing is known to have in common with: all named so."""
    cards = {card.clientele: CardParts(name, name) for card in project.scorecards}
    return ProjectParts(name, name, name, name, name, name, cards)


def keep_names(
    project: Project, name: str, former: Project, known: ProjectParts
) -> ProjectParts:
    """The parts of a project that was `former`, whose parts are known.

    What says the same as then keeps its name, the rest is named `name`.
    """
    says, said = _list_parts(project), _list_parts(former)
    cards = {card.clientele: card for card in former.scorecards}
    plain = {
        part: getattr(known, part) if said[part] == text else name
        for part, text in says.items()
    }
    return ProjectParts(
        **plain,
        whole=known.whole if repr(project) == repr(former) else name,
        cards={
            card.clientele: _keep_card(card, name, cards[card.clientele], known)
            if card.clientele in cards
            else CardParts(name, name)
            for card in project.scorecards
        },
    )


def _list_parts(project: Project) -> Mapping[str, str]:
    """What each part but the whole and the cards says."""
    kinds = [(card.clientele, type(card).__name__) for card in project.scorecards]
    said: dict[str, list[Any]] = {part: [] for part in PART_OF.values()}
    for field, part in PART_OF.items():
        said[part].append(kinds if field == "scorecards" else getattr(project, field))
    return {part: repr(texts) for part, texts in said.items()}


def _keep_card(card: Scorecard, name: str, former: Scorecard, known: ProjectParts) -> CardParts:
    names = known.cards[card.clientele]
    return CardParts(
        points=names.points if _scored(card) == _scored(former) else name,
        whole=names.whole if repr(card) == repr(former) else name,
    )


def _scored(card: Scorecard) -> str:
    """What a score is computed from, the raters, and what each gave."""
    return repr((type(card).__name__, list(_score(card))))


def _score(card: Scorecard) -> Iterator[Any]:
    if isinstance(card, RatedScorecard | PublishedScorecard):
        yield card.published
    if isinstance(card, RatedScorecard):
        yield [rater.translations for rater in card.raters]
    for rating in card.ratings if isinstance(card, RatedScorecard) else ():
        yield (rating.value, type(rating).__name__, *_points(rating))


def _points(rating: Rating) -> Iterator[Any]:
    if isinstance(rating, Rated):
        yield rating.points
    given: Sequence[RaterPoints] = getattr(rating, "by_rater", ())
    yield [(one.rater, one.points) for one in given]
