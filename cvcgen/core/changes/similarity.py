"""How much two records are alike: what a renaming is recognised by.

A record has a few aspects, each a set of facts: a project its title and its ratings, a
clientele its name, its pyramid and the scorecards for it, a value its name, its definition
and its weights and ratings, a rubric its name and its levels. Two records are as alike as
their aspects are on average, and two aspects by Dice's measure 2·|A ∩ B| / (|A| + |B|)
(L. R. Dice, «Measures of the amount of ecologic association between species», 1945), which
the order of the two does not change. A text's facts are its threes of neighbouring letters.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from fractions import Fraction

from cvcgen.core.model import (
    Catalogue,
    Clientele,
    Project,
    Rated,
    RatedScorecard,
    Rating,
    Rubric,
    Scorecard,
    Text,
    Value,
)

Fact = tuple[object, ...]
Facts = frozenset[Fact] | frozenset[str]
Aspects = tuple[Facts, ...]
Record = Rubric | Value | Clientele | Project


def likeness(first: Aspects, second: Aspects) -> Fraction:
    """How alike two records of a kind are, in [0, 1]: the mean over aspects that either has.

    >>> title = Text((("en", "Call back"),)), Text((("en", "Call-back"),))
    >>> str(likeness((text_facts(title[0]),), (text_facts(title[1]),)))
    '4/7'
    """
    known = [(a, b) for a, b in zip(first, second, strict=True) if a or b]
    # One fraction at the end: this runs for every pair of records that came and went.
    shared, possible = 0, 1
    for a, b in known:
        size = len(a) + len(b)
        shared, possible = shared * size + 2 * len(a & b) * possible, possible * size
    return Fraction(shared, possible * len(known)) if known else Fraction(0)


def aspects(record: Record, catalogue: Catalogue) -> Aspects:
    """What the record is recognised by, among the others of its catalogue."""
    if isinstance(record, Project):
        ratings = (fact for card in record.scorecards for fact in _card_facts(card))
        return (text_facts(record.title), frozenset(ratings))
    if isinstance(record, Clientele):
        pyramid: Facts = frozenset((e.value, e.weight) for e in record.pyramid)
        cards = frozenset(_scorecards_for(record, catalogue))
        return (text_facts(record.name), pyramid, cards)
    if isinstance(record, Value):
        uses = frozenset(_value_uses(record, catalogue))
        return (text_facts(record.name), text_facts(record.definition), uses)
    levels = frozenset((level.points, level.name) for level in record.levels)
    return (text_facts(record.name), levels)


def text_facts(text: Text | None) -> Facts:
    """Threes of neighbouring letters, per language, each with its number of occurrence."""
    counts: Counter[str] = Counter()
    for language, wording in text.translations if text else ():
        folded = wording.casefold()
        threes = (folded[at : at + 3] for at in range(len(folded) - 2))
        counts.update(f"{language}:{three}" for three in threes)
    return frozenset(f"{key}{n}" for key, count in counts.items() for n in range(count))


def _scorecards_for(clientele: Clientele, catalogue: Catalogue) -> Iterator[Fact]:
    for project in catalogue.projects:
        for card in project.scorecards:
            if card.clientele == clientele.id:
                yield (project.id,)
                yield from ((project.id, *fact[1:]) for fact in _card_facts(card))


def _value_uses(value: Value, catalogue: Catalogue) -> Iterator[Fact]:
    for clientele in catalogue.clienteles:
        for position, entry in enumerate(clientele.pyramid):
            if entry.value == value.id:
                yield (clientele.id, position, entry.weight)
    for project in catalogue.projects:
        for card in project.scorecards:
            for rating in _ratings(card):
                if rating.value == value.id:
                    yield (project.id, card.clientele, _state(rating))


def _card_facts(card: Scorecard) -> Iterator[Fact]:
    """The ratings other than 0. Neither a 0 nor a published total tells projects apart."""
    for rating in _ratings(card):
        if _state(rating) != 0:
            yield (card.clientele, rating.value, _state(rating))


def _ratings(card: Scorecard) -> Iterable[Rating]:
    return card.ratings if isinstance(card, RatedScorecard) else ()


def _state(rating: Rating) -> object:
    return rating.points if isinstance(rating, Rated) else type(rating).__name__
