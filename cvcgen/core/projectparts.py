"""What a project is made of, as digests: what changes apart, apart.

Two records of the same project have the same digest of a part where, and only where, they say
the same there. What is scored from it follows from `points` and the method alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from cvcgen.core.model import ClienteleId

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
