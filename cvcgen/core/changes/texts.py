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
    lone: bool = True
    """Whether it is compared where the other side has not even a place for it."""


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


def rubric_texts(rubric: Rubric) -> Texts:
    """The texts of a rubric; those of a level only compare with the same level's."""
    found = _at(
        rubric.where,
        {
            TextKey("name"): rubric.name,
            TextKey("description"): rubric.description,
            TextKey("source"): rubric.source,
        },
    )
    for level in rubric.levels:
        prefix = f"levels/{decimal_text(level.points) or fraction_text(level.points)}"
        keys = {
            TextKey(f"{prefix}/name", meaning=True, lone=False): level.name,
            TextKey(f"{prefix}/definition", meaning=True, lone=False): level.definition,
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

    Those of a scorecard only compare with the same form's.
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
    for card in project.scorecards:
        if card not in other.scorecards:
            found |= dict(_card_texts(card, _ratings(other, card.clientele)))
    return found | _waiver_texts(project.waivers)


def _ratings(project: Project, clientele: ClienteleId) -> tuple[Rating, ...]:
    """The ratings of its scorecard for the clientele."""
    cards = (card for card in project.scorecards if card.clientele == clientele)
    rated = [card.ratings for card in cards if isinstance(card, RatedScorecard)]
    return rated[0] if rated else ()


def _card_texts(
    card: Scorecard, others: tuple[Rating, ...]
) -> Iterator[tuple[TextKey, Wording]]:
    name = card.clientele
    if isinstance(card, NotConcerned):
        reason = TextKey("not_concerned", name, meaning=True, lone=False)
        yield reason, Wording((card.reason,), card.where)
        return
    yield TextKey("note", name, lone=False), Wording(_listed(card.note), card.where)
    yield TextKey("source", name, lone=False), Wording(_listed(card.source), card.where)
    if isinstance(card, RatedScorecard):
        yield TextKey("raters", name, lone=False), Wording(card.raters, card.where)
        for rating in card.ratings:
            if rating not in others:
                yield from _rating_texts(name, rating)


def _rating_texts(name: ClienteleId, rating: Rating) -> Iterator[tuple[TextKey, Wording]]:
    """Each text that a rating can have, so that one that came or went is seen."""
    rated = None if isinstance(rating, NotApplicable) else rating
    reason = rating.reason if isinstance(rating, NotApplicable) else None
    keys = {
        TextKey("why", name, rating.value, meaning=True, lone=False): _listed(
            rated.why if rated else None
        ),
        TextKey("evidence", name, rating.value, lone=False): rated.evidence if rated else (),
        TextKey("not_applicable", name, rating.value, meaning=True, lone=False): _listed(
            reason
        ),
    }
    for key, texts in keys.items():
        yield key, Wording(texts, rating.where)
    for one in given_by_raters(rating):
        place = TextKey(f"by_rater/{one.rater}/why", name, rating.value, True, lone=False)
        yield place, Wording(_listed(one.why), one.where)


def _waiver_texts(waivers: tuple[Waiver, ...]) -> dict[TextKey, Wording]:
    return {
        TextKey(f"waivers/{waiver_name(waiver)}/reason", lone=False): Wording(
            (waiver.reason,), waiver.where
        )
        for waiver in waivers
    }


def _at(where: Location, texts: Mapping[TextKey, Text | None]) -> dict[TextKey, Wording]:
    return {key: Wording(_listed(text), where) for key, text in texts.items()}


def _listed(text: Text | None) -> tuple[Text, ...]:
    return () if text is None else (text,)
