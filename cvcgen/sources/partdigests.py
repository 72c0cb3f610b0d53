"""The digests of a project's parts, from the JSON that its record is kept as.

They are kept beside the record: a run that knows the record need not compute them again.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from hashlib import blake2b
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
from cvcgen.core.projectparts import PART_OF, CardParts, ProjectParts

_DIGEST_BYTES = 10
_ENCODE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_NAMES = [field.name for field in fields(Project)]
_PLAIN = [field.name for field in fields(ProjectParts) if field.name != "cards"]
_CARDS = _NAMES.index("scorecards")
_FIELDS = {
    part: [at for at, name in enumerate(_NAMES) if PART_OF.get(name) == part]
    for part in dict.fromkeys(PART_OF.values())
    if part != PART_OF["scorecards"]
}


def digest_parts(project: Project, row: Sequence[Any]) -> ProjectParts:
    """The parts of a project, whose record is kept as that row of its fields."""
    return digest_whole(project, row)[0]


def digest_whole(project: Project, row: Sequence[Any]) -> tuple[ProjectParts, str]:
    """The parts, and the JSON of the row: each text in it is written once for both."""
    cards = [_ENCODE(card) for card in row[_CARDS]]
    texts = [_join(cards) if at == _CARDS else _encode(x) for at, x in enumerate(row)]
    whole = _join(texts)
    kinds = [[card.clientele, type(card).__name__] for card in project.scorecards]
    parts = ProjectParts(
        **{
            part: _digest(_join(texts[at] for at in places)) for part, places in _FIELDS.items()
        },
        kinds=_digest(_ENCODE(kinds)),
        whole=_digest(whole),
        cards={
            card.clientele: CardParts(_digest(_ENCODE(list(_score(card)))), _digest(written))
            for card, written in zip(project.scorecards, cards, strict=True)
        },
    )
    return parts, whole


def write_parts(parts: ProjectParts) -> bytes:
    """The digests as a line without its end."""
    plain = [getattr(parts, name) for name in _PLAIN]
    cards = [[name, card.points, card.whole] for name, card in parts.cards.items()]
    return _ENCODE([plain, cards]).encode()


def read_parts(line: bytes) -> ProjectParts | None:
    """The digests of such a line; None for what `write_parts` never writes."""
    try:
        plain, rows = json.loads(line)
        digests = dict(zip(_PLAIN, map(_text, plain), strict=True))
        cards = {
            ClienteleId(_text(name)): CardParts(_text(points), _text(whole))
            for name, points, whole in rows
        }
    except (ValueError, TypeError, RecursionError):
        return None
    return ProjectParts(**digests, cards=cards)


def _score(card: Scorecard) -> Iterator[Any]:
    """What a score is computed from, the raters, and what each gave."""
    if isinstance(card, RatedScorecard | PublishedScorecard):
        yield None if card.published is None else str(card.published)
    if isinstance(card, RatedScorecard):
        yield [rater.translations for rater in card.raters]
    for rating in card.ratings if isinstance(card, RatedScorecard) else ():
        yield [rating.value, type(rating).__name__, *_points(rating)]


def _points(rating: Rating) -> Iterator[Any]:
    if isinstance(rating, Rated):
        yield str(rating.points)
    given: Sequence[RaterPoints] = getattr(rating, "by_rater", ())
    for one in given:
        yield [one.rater, None if one.points is None else str(one.points)]


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _encode(field: Any) -> str:
    return "null" if field is None else _ENCODE(field)


def _join(texts: Iterable[str]) -> str:
    """The JSON of a list, of that of its items."""
    return f"[{','.join(texts)}]"


def _digest(text: str) -> str:
    content = text.encode("utf-8", "surrogatepass")  # an id may be no UTF-8
    return blake2b(content, digest_size=_DIGEST_BYTES).hexdigest()
