"""Every text of a record, with the key it stands under and whether it gives meaning."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from cvcgen.core.diagnostics import Location
from cvcgen.core.exact import decimal_text, fraction_text
from cvcgen.core.model import (
    Clientele,
    ClienteleId,
    NotApplicable,
    NotConcerned,
    Project,
    Rated,
    RatedScorecard,
    Rating,
    Rubric,
    Scorecard,
    Site,
    Text,
    Value,
    ValueId,
)


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
    """Whether it says what a rating means, or why it was given."""
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
    )


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
    return found


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
    return found


def clientele_texts(clientele: Clientele) -> Texts:
    """The texts of a clientele."""
    found = {
        TextKey("name"): clientele.name,
        TextKey("description"): clientele.description,
        TextKey("source"): clientele.source,
    }
    note = {TextKey("weights/note"): clientele.weights.note}
    return _at(clientele.where, found) | _at(clientele.weights.where, note)


def project_texts(project: Project) -> Texts:
    """The texts of a project; those of a scorecard only compare with the same form's."""
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
        found |= dict(_card_texts(card))
    return found


def _card_texts(card: Scorecard) -> Iterator[tuple[TextKey, Wording]]:
    name = card.clientele
    if isinstance(card, NotConcerned):
        yield TextKey("not_concerned", name, lone=False), Wording((card.reason,), card.where)
        return
    yield TextKey("note", name, lone=False), Wording(_listed(card.note), card.where)
    yield TextKey("source", name, lone=False), Wording(_listed(card.source), card.where)
    if isinstance(card, RatedScorecard):
        yield TextKey("raters", name, lone=False), Wording(card.raters, card.where)
        for rating in card.ratings:
            yield from _rating_texts(name, rating)


def _rating_texts(name: ClienteleId, rating: Rating) -> Iterator[tuple[TextKey, Wording]]:
    """Each text that a rating can have, so that one that came or went is seen."""
    rated = rating if isinstance(rating, Rated) else None
    reason = rating.reason if isinstance(rating, NotApplicable) else None
    keys = {
        TextKey("why", name, rating.value, meaning=True, lone=False): _listed(
            rated.why if rated else None
        ),
        TextKey("evidence", name, rating.value, lone=False): rated.evidence if rated else (),
        TextKey("not_applicable", name, rating.value, lone=False): _listed(reason),
    }
    for key, texts in keys.items():
        yield key, Wording(texts, rating.where)


def _at(where: Location, texts: Mapping[TextKey, Text | None]) -> dict[TextKey, Wording]:
    return {key: Wording(_listed(text), where) for key, text in texts.items()}


def _listed(text: Text | None) -> tuple[Text, ...]:
    return () if text is None else (text,)
