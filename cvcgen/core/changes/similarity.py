"""How much two records are alike: what a renaming is recognised by.

A record has a few aspects, each a set of facts: a project its title and its ratings, a
clientele its name, its pyramid and the scorecards for it, a value its name, its definition
and its weights and ratings, a rubric its name and its levels. Two records are as alike as
their aspects are on average, and two aspects by Dice's measure 2·|A ∩ B| / (|A| + |B|)
(L. R. Dice, «Measures of the amount of ecologic association between species», 1945), which
the order of the two does not change. A text's facts are its threes of neighbouring letters.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
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

_LONGEST_TEXT = 1000
"""Of a longer text the beginning tells: comparing two texts takes as long as they are."""


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


def aspects(records: Sequence[Record], catalogue: Catalogue) -> list[Aspects]:
    """What each of these records, all of one kind, is recognised by in its catalogue."""
    # In one pass for all: a record each would take as many passes over all projects.
    mentions: Mapping[str, Iterable[Fact]] = {}
    if any(isinstance(record, Clientele) for record in records):
        mentions = _mentions(_scorecards(catalogue), records)
    elif any(isinstance(record, Value) for record in records):
        mentions = _mentions(_value_uses(catalogue), records)
    return [_aspects(record, mentions.get(record.id, ())) for record in records]


def _mentions(
    found: Iterable[tuple[str, Fact]], records: Iterable[Record]
) -> Mapping[str, list[Fact]]:
    wanted = {str(record.id) for record in records}
    mentions: defaultdict[str, list[Fact]] = defaultdict(list)
    for name, fact in found:
        if name in wanted:
            mentions[name].append(fact)
    return mentions


def _aspects(record: Record, mentions: Iterable[Fact]) -> Aspects:
    if isinstance(record, Project):
        ratings = (fact for card in record.scorecards for fact in _card_facts(card))
        return (text_facts(record.title), frozenset(ratings))
    if isinstance(record, Clientele):
        pyramid: Facts = frozenset((e.value, e.weight) for e in record.pyramid)
        return (text_facts(record.name), pyramid, frozenset(mentions))
    if isinstance(record, Value):
        definition = text_facts(record.definition)
        return (text_facts(record.name), definition, frozenset(mentions))
    levels = frozenset((level.points, level.name) for level in record.levels)
    return (text_facts(record.name), levels)


def text_facts(text: Text | None) -> Facts:
    """Threes of neighbouring letters, per language, each with its number of occurrence."""
    counts: Counter[str] = Counter()
    for language, wording in text.translations if text else ():
        folded = wording[:_LONGEST_TEXT].casefold()
        threes = (folded[at : at + 3] for at in range(len(folded) - 2))
        counts.update(f"{language}:{three}" for three in threes)
    return frozenset(f"{key}{n}" for key, count in counts.items() for n in range(count))


def _scorecards(catalogue: Catalogue) -> Iterator[tuple[str, Fact]]:
    """The facts of all scorecards, each with its clientele's id."""
    for project in catalogue.projects:
        for card in project.scorecards:
            yield card.clientele, (project.id,)
            for fact in _card_facts(card):
                yield card.clientele, (project.id, *fact[1:])


def _value_uses(catalogue: Catalogue) -> Iterator[tuple[str, Fact]]:
    """Where values are weighed and rated, each with the value's id."""
    for clientele in catalogue.clienteles:
        for position, entry in enumerate(clientele.pyramid):
            yield entry.value, (clientele.id, position, entry.weight)
    for project in catalogue.projects:
        for card in project.scorecards:
            for rating in _ratings(card):
                yield rating.value, (project.id, card.clientele, _state(rating))


def _card_facts(card: Scorecard) -> Iterator[Fact]:
    """The ratings other than 0. Neither a 0 nor a published total tells projects apart."""
    for rating in _ratings(card):
        if _state(rating) != 0:
            yield (card.clientele, rating.value, _state(rating))


def _ratings(card: Scorecard) -> Iterable[Rating]:
    return card.ratings if isinstance(card, RatedScorecard) else ()


def _state(rating: Rating) -> object:
    return rating.points if isinstance(rating, Rated) else type(rating).__name__
