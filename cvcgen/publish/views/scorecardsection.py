"""A section of a project's page: what the project means for one clientele."""

from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from cvcgen.core.diagnostics import message
from cvcgen.core.model import (
    ClienteleId,
    NotConcerned,
    PublishedScorecard,
    RatedScorecard,
    Rubric,
    Scorecard,
    Text,
)
from cvcgen.core.ranking import Place
from cvcgen.core.scoring import Completeness
from cvcgen.publish.closed import Closed
from cvcgen.publish.views.changemark import ChangeMark, mark_change
from cvcgen.publish.views.context import FolderContext, Link, PageContext, once_per_folder
from cvcgen.publish.views.finding import say_strongest
from cvcgen.publish.views.knownratings import KnownRatings, know_ratings
from cvcgen.publish.views.levels import mark_level
from cvcgen.publish.views.scorecard import ScorecardTable, show_scorecard
from cvcgen.publish.views.standing import Standing, show_standing
from cvcgen.publish.voice import Localised, Prose

_CONTENT = "main"
"""What is called so on every page already: the place that its first link leads to."""


@dataclass(frozen=True, slots=True)
class Fact(Closed):
    """One thing to know about a project, in a word or two."""

    term: str
    """What it is about."""
    detail: str
    """What is known."""


@dataclass(frozen=True, slots=True)
class Scale(Closed):
    """How points come about, to be worked out by hand."""

    formula: str
    """The formula, with the number of the highest level in it."""
    rubric: Link
    """The rating scale that was used."""


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
    scale: Scale
    """How points come about."""
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


class _Whose(NamedTuple):
    """What all sections about a clientele have in common."""

    name: Localised
    edition: str
    pyramid_href: str
    ranking_href: str
    rubric: Rubric
    scale: Scale


def show_section(page: PageContext, card: Scorecard, place: Place | None) -> ScorecardSection:
    """What a project means for the clientele of a card; without a place, it does not."""
    whose = _tell_whose(page, card.clientele)
    rated = place if isinstance(card, RatedScorecard) else None
    known = know_ratings(page, rated) if rated else None
    return ScorecardSection(
        anchor=_anchor(card.clientele),
        clientele=whose.name,
        edition=whose.edition,
        pyramid_href=whose.pyramid_href,
        ranking_href=whose.ranking_href,
        scale=whose.scale,
        standing=show_standing(page, place) if place else None,
        change=mark_change(page, place) if place else None,
        finding=_finding(page, card, place, known),
        table=show_scorecard(page, rated, whose.rubric, known) if rated else None,
        reason=page.voice.prose(card.reason) if isinstance(card, NotConcerned) else None,
        facts=_rating_facts(page, card),
        note=page.voice.prose(None if isinstance(card, NotConcerned) else card.note),
        source=page.voice.prose(None if isinstance(card, NotConcerned) else card.source),
    )


def _anchor(clientele: ClienteleId) -> str:
    """The clientele's id, or what no other can be: ids have no dot."""
    return f"{clientele}." if clientele == _CONTENT else clientele


@once_per_folder
def _tell_whose(page: FolderContext, clientele: ClienteleId) -> _Whose:
    found = page.site.clienteles[clientele]
    rubric = page.site.rubrics[found.rubric]
    highest = mark_level(page, rubric.id, rubric.maximum).points
    formula = message(
        "Points = weight × level ÷ {highest}, the highest level.", highest=highest
    )
    return _Whose(
        name=page.clientele_name(clientele),
        edition=found.edition or "",
        pyramid_href=page.clientele_link(clientele).href,
        ranking_href=page.ranking_link(clientele).href,
        rubric=rubric,
        scale=Scale(page.voice.say(formula), page.rubric_link(rubric.id)),
    )


def _finding(
    page: PageContext, card: Scorecard, place: Place | None, known: KnownRatings | None
) -> str:
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
    return say_strongest(page, place, known)


def _rating_facts(page: PageContext, card: Scorecard) -> tuple[Fact, ...]:
    if not isinstance(card, RatedScorecard):
        return ()
    published = None if card.published is None else card.published.as_integer_ratio()
    return _say_rated(page, card.rated, card.raters, published)


@once_per_folder
def _say_rated(
    page: FolderContext,
    rated: str | None,
    raters: tuple[Text, ...],
    published: tuple[int, int] | None,
) -> tuple[Fact, ...]:
    voice, facts = page.voice, []
    if rated:
        facts.append(Fact(voice.say(message("Rated on")), voice.date(rated)))
    if raters:
        names = voice.enumerate(str(voice.localise(rater)) for rater in raters)
        facts.append(Fact(voice.say(message("Rated by")), names))
    if published is not None:
        shown = voice.published_total(Fraction(*published))
        facts.append(Fact(voice.say(message("Published total")), shown))
    return tuple(facts)
