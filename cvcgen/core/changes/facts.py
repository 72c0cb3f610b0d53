"""What a record says beside its words: one fact per editable part, with its place."""

from collections.abc import Iterator, Mapping

from cvcgen.core.changes.causes import rating_fact
from cvcgen.core.changes.differences import Fact
from cvcgen.core.changes.kinds import EditKind, ScorecardForm, Unrated
from cvcgen.core.diagnostics import Location
from cvcgen.core.model import (
    Clientele,
    ClienteleId,
    NotConcerned,
    Project,
    PublishedScorecard,
    RatedScorecard,
    Rubric,
    Scorecard,
    Site,
    Value,
    ValueId,
    Waiver,
)
from cvcgen.core.raters import given_by_raters

FactKey = tuple[EditKind, ClienteleId | None, ValueId | None, str | None]
"""Which part of a record, the scorecard it is in, the value it is about, and `Edit.part`."""
Stated = tuple[Fact, Location]
Facts = Mapping[FactKey, Stated]


def site_facts(site: Site) -> Facts:
    """What `cvcgen.yaml` says beside its words."""
    repository = site.repository
    settings = _of_record(
        site.where,
        {
            EditKind.LANGUAGES: tuple(site.languages),
            EditKind.REPOSITORY_URL: repository.url if repository else None,
            EditKind.REPOSITORY_BRANCH: repository.branch if repository else None,
            EditKind.SITE_URL: site.url,
            EditKind.NOINDEX: "true" if site.noindex else None,
        },
    )
    return {**settings, **_waiver_facts(site)}


def provenance_facts(record: Rubric | Value) -> Facts:
    """Where the figures of a rubric or value come from; levels are compared apart."""
    provenance = _of_record(record.where, {EditKind.PROVENANCE: record.provenance})
    return {**provenance, **_waiver_facts(record)}


def clientele_facts(clientele: Clientele) -> Facts:
    """A clientele's own settings and its declared weights."""
    settings = _of_record(
        clientele.where,
        {
            EditKind.RUBRIC: clientele.rubric,
            EditKind.EDITION: clientele.edition,
            EditKind.PROVENANCE: clientele.provenance,
        },
    )
    weights = _of_record(
        clientele.weights.where,
        {
            EditKind.WEIGHTS_KIND: clientele.weights.kind,
            EditKind.WEIGHTS_TOTAL: clientele.weights.total,
        },
    )
    entries: dict[FactKey, Stated] = {
        (EditKind.WEIGHT, None, entry.value, None): (entry.weight, entry.where)
        for entry in clientele.pyramid
    }
    return {**settings, **weights, **entries, **_waiver_facts(clientele)}


def project_facts(project: Project, other: Project) -> Facts:
    """A project's own settings and scorecards, as far as the other side has the like."""
    settings = _of_record(
        project.where,
        {
            EditKind.FEASIBILITY: project.feasibility,
            EditKind.STATUS: project.status,
            EditKind.PROVENANCE: project.provenance,
        },
    )
    others = {card.clientele: card for card in other.scorecards}
    cards: dict[FactKey, Stated] = {
        (kind, card.clientele, value, part): stated
        for card in project.scorecards
        for kind, value, part, stated in _card_facts(card, others.get(card.clientele))
    }
    return {**settings, **cards, **_waiver_facts(project)}


def scorecard_form(card: Scorecard) -> ScorecardForm:
    """Which of the three forms the scorecard has."""
    if isinstance(card, NotConcerned):
        return ScorecardForm.NOT_CONCERNED
    published = isinstance(card, PublishedScorecard)
    return ScorecardForm.PUBLISHED if published else ScorecardForm.RATED


def _card_facts(
    card: Scorecard, other: Scorecard | None
) -> Iterator[tuple[EditKind, ValueId | None, str | None, Stated]]:
    yield EditKind.SCORECARD, None, None, (scorecard_form(card), card.where)
    if isinstance(card, NotConcerned) or other is None or isinstance(other, NotConcerned):
        return
    yield EditKind.PUBLISHED, None, None, (card.published, card.where)
    if isinstance(card, RatedScorecard) and isinstance(other, RatedScorecard):
        yield EditKind.RATED_ON, None, None, (card.rated, card.where)
        yield EditKind.RATERS_RULE, None, None, (card.rule, card.where)
        for rating in card.ratings:
            yield EditKind.RATING, rating.value, None, (rating_fact(rating), rating.where)
            for one in given_by_raters(rating):
                points = Unrated.NOT_RATED if one.points is None else one.points
                yield EditKind.RATER_POINTS, rating.value, one.rater, (points, one.where)


def _waiver_facts(record: Site | Rubric | Value | Clientele | Project) -> Facts:
    return {
        (EditKind.WAIVER, None, None, waiver_name(waiver)): (waiver.until, waiver.where)
        for waiver in record.waivers
    }


def waiver_name(waiver: Waiver) -> str:
    """What tells the waivers of a file apart: `CVC416 /pyramid`."""
    return f"{waiver.code} {waiver.at or ''}".rstrip()


def _of_record(where: Location, facts: Mapping[EditKind, Fact]) -> dict[FactKey, Stated]:
    return {(kind, None, None, None): (fact, where) for kind, fact in facts.items()}
