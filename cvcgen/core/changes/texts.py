"""Every text of a record, with the key it stands under and whether it gives meaning."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from cvcgen.core.changes.facts import waiver_name
from cvcgen.core.diagnostics import Location
from cvcgen.core.exact import decimal_text, fraction_text
from cvcgen.core.model import (
    Clientele,
    ClienteleId,
    NotApplicable,
    NotConcerned,
    Project,
    PublishedScorecard,
    Rated,
    RatedScorecard,
    Rating,
    Rubric,
    Scorecard,
    Site,
    Text,
    Value,
    ValueId,
    Waiver,
)
from cvcgen.core.raters import given_by_raters


@dataclass(frozen=True, slots=True)
class TextKey:
    """Where a text stands in a record."""

    key: str
    """The key in the file, such as `definition`."""
    clientele: ClienteleId | None = None
    """Of the scorecard that it stands in."""
    value: ValueId | None = None
    """Of the rating that it stands in."""
    meaning: bool = False
    """Whether it says what a rating means, why it was given, or why there is none."""


@dataclass(frozen=True, slots=True)
class Wording:
    """The texts under one key."""

    texts: tuple[Text, ...]
    """None where the key is not written; several for a list."""
    where: Location


Texts = Mapping[TextKey, Wording]


def site_texts(site: Site) -> Texts:
    """The texts of `cvcgen.yaml`."""
    return _at(
        site.where,
        {
            TextKey("title"): site.title,
            TextKey("summary"): site.summary,
            TextKey("notice"): site.notice,
            TextKey("source"): site.source,
        },
    ) | _waiver_texts(site.waivers)


def rubric_texts(rubric: Rubric, other: Rubric) -> Texts:
    """The texts of a rubric.

    Left out is a level that the other side has with other points: that is an edit of its own.
    """
    found = _at(
        rubric.where,
        {
            TextKey("name"): rubric.name,
            TextKey("description"): rubric.description,
            TextKey("source"): rubric.source,
        },
    )
    shared = {level.points for level in other.levels}
    words = [(level.name, level.definition) for level in other.levels]
    for level in rubric.levels:
        if level.points not in shared and (level.name, level.definition) in words:
            continue
        prefix = f"levels/{decimal_text(level.points) or fraction_text(level.points)}"
        keys = {
            TextKey(f"{prefix}/name", meaning=True): level.name,
            TextKey(f"{prefix}/definition", meaning=True): level.definition,
        }
        found |= _at(level.where, keys)
    return found | _waiver_texts(rubric.waivers)


def value_texts(value: Value) -> Texts:
    """The texts of a value, with what each level means for it."""
    found = _at(
        value.where,
        {
            TextKey("name"): value.name,
            TextKey("definition", meaning=True): value.definition,
            TextKey("source"): value.source,
        },
    )
    for level in value.levels:
        points = decimal_text(level.points) or fraction_text(level.points)
        found |= _at(level.where, {TextKey(f"levels/{points}", meaning=True): level.meaning})
    return found | _waiver_texts(value.waivers)


def clientele_texts(clientele: Clientele) -> Texts:
    """The texts of a clientele."""
    found = {
        TextKey("name"): clientele.name,
        TextKey("description"): clientele.description,
        TextKey("source"): clientele.source,
    }
    note = {TextKey("weights/note"): clientele.weights.note}
    weights = _at(clientele.weights.where, note)
    return _at(clientele.where, found) | weights | _waiver_texts(clientele.waivers)


def project_texts(project: Project, other: Project) -> Texts:
    """The texts of a project, without the scorecards and ratings that the other side has too.

    Of a scorecard that came, went or took another form they are those that say why it has that
    form, and why a value has no points: its ratings are one change, and so are their reasons.
    """
    found = _at(
        project.where,
        {
            TextKey("title"): project.title,
            TextKey("summary"): project.summary,
            TextKey("description"): project.description,
            TextKey("baseline", meaning=True): project.baseline,
            TextKey("source"): project.source,
        },
    )
    others = {card.clientele: card for card in other.scorecards}
    for card in project.scorecards:
        opposite = others.get(card.clientele)
        if card != opposite:
            found |= dict(_card_texts(card, opposite))
    return found | _waiver_texts(project.waivers)


def _card_texts(
    card: Scorecard, opposite: Scorecard | None
) -> Iterator[tuple[TextKey, Wording]]:
    name = card.clientele
    if isinstance(card, NotConcerned):
        reason = TextKey("not_concerned", name, meaning=True)
        yield reason, Wording((card.reason,), card.where)
        return
    yield TextKey("note", name), Wording(_listed(card.note), card.where)
    yield TextKey("source", name), Wording(_listed(card.source), card.where)
    if isinstance(card, PublishedScorecard):
        return
    others = opposite.ratings if isinstance(opposite, RatedScorecard) else None
    if others is not None:
        yield TextKey("raters", name), Wording(card.raters, card.where)
    for rating in card.ratings:
        told = not isinstance(rating, Rated) if others is None else rating not in others
        if told:
            yield from _rating_texts(name, rating)


def _rating_texts(name: ClienteleId, rating: Rating) -> Iterator[tuple[TextKey, Wording]]:
    """Each text that a rating can have, so that one that came or went is seen."""
    rated = None if isinstance(rating, NotApplicable) else rating
    reason = rating.reason if isinstance(rating, NotApplicable) else None
    keys = {
        TextKey("why", name, rating.value, meaning=True): _listed(rated.why if rated else None),
        TextKey("evidence", name, rating.value): rated.evidence if rated else (),
        TextKey("not_applicable", name, rating.value, meaning=True): _listed(reason),
    }
    for key, texts in keys.items():
        yield key, Wording(texts, rating.where)
    for one in given_by_raters(rating):
        place = TextKey(f"by_rater/{one.rater}/why", name, rating.value, meaning=True)
        yield place, Wording(_listed(one.why), one.where)


def _waiver_texts(waivers: tuple[Waiver, ...]) -> dict[TextKey, Wording]:
    return {
        TextKey(f"waivers/{waiver_name(waiver)}/reason"): Wording(
            (waiver.reason,), waiver.where
        )
        for waiver in waivers
    }


def _at(where: Location, texts: Mapping[TextKey, Text | None]) -> dict[TextKey, Wording]:
    return {key: Wording(_listed(text), where) for key, text in texts.items()}


def _listed(text: Text | None) -> tuple[Text, ...]:
    return () if text is None else (text,)
