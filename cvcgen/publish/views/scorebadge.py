"""A project's score for one clientele as a small picture that other sites show.

Nothing is known of the fonts there: each text is given the room it surely needs, and the
picture says how long it is, so that every browser fits it in.
"""

from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from unicodedata import east_asian_width

from cvcgen.core.diagnostics import message
from cvcgen.core.model import Provenance, WeightsKind
from cvcgen.core.ranking import Place
from cvcgen.publish.views.context import PageContext
from cvcgen.publish.views.standing import say_rank_of, show_score

HEIGHT = 24
_PADDING = 8
_MOST_CHARACTERS = 48
_NARROW, _WIDE = frozenset(" !'(),./:;Iijl|\u00a0’·"), frozenset("%@MWmw…œæŒÆ")
_NARROW_WIDTH, _USUAL_WIDTH, _CAPITAL_WIDTH, _WIDE_WIDTH = 4, 7, 9, 11
"""Of a character at 12 pixels, in pixels, as in the wider common fonts."""
_Texts = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class BadgePart:
    """One field of the picture; lengths in pixels."""

    kind: str
    """`label`, `score` or `mark`, for the colour."""
    text: str
    """What it says."""
    left: str
    """Where it begins."""
    width: str
    """How wide it is."""
    text_left: str
    """Where its text begins."""
    text_width: str
    """How long its text is."""


@dataclass(frozen=True, slots=True)
class ScoreBadge:
    """The whole picture."""

    language: str
    """The language of its words."""
    title: str
    """All that it says, in one line."""
    description: str
    """Which project it is about, and where the score comes from."""
    width: str
    """In pixels."""
    height: str
    """In pixels."""
    parts: tuple[BadgePart, ...]
    """From left to right: clientele, score and rank, and whether the data are illustrative."""


def draw_badge(page: PageContext, place: Place) -> ScoreBadge:
    """The picture of one place."""
    texts = _say_parts(page, place)
    return ScoreBadge(
        language=page.voice.language,
        title=_title(page, texts),
        description=_describe(page, place),
        width=_width(texts),
        height=str(HEIGHT),
        parts=_lay_out(texts),
    )


def say_badge(page: PageContext, place: Place) -> tuple[str, str]:
    """All that the picture says, in one line, and how wide it is in pixels."""
    texts = _say_parts(page, place)
    return _title(page, texts), _width(texts)


def _say_parts(page: PageContext, place: Place) -> _Texts:
    """Kind and text of each part, from left to right."""
    texts = [
        ("label", page.clientele_name(place.score.clientele).text),
        ("score", _say_score(page, place)),
    ]
    if is_illustrative(page, place):
        texts.append(("mark", page.voice.say(message("illustrative data"))))
    return tuple(texts)


def _title(page: PageContext, texts: _Texts) -> str:
    said = " – ".join(text for kind, text in texts if kind != "label")
    return page.voice.say(message("{clientele}: {score}", clientele=texts[0][1], score=said))


def _width(texts: _Texts) -> str:
    return str(sum(int(part.width) for part in _lay_out(texts)))


def is_illustrative(page: PageContext, place: Place) -> bool:
    """Whether the score is made up for the demonstration, in whole or in part."""
    clientele = page.site.clienteles[place.score.clientele]
    project = page.site.projects[place.project]
    return (
        Provenance.ILLUSTRATIVE in {project.provenance, clientele.provenance}
        or clientele.weights.kind is WeightsKind.ILLUSTRATIVE
    )


def _say_score(page: PageContext, place: Place) -> str:
    voice = page.voice
    ranked = page.site.rankings[place.score.clientele].ranked_count
    rank = (
        message("not ranked")
        if place.rank is None
        else message("{rank} of {count}", rank=voice.rank(place.rank, place.tied), count=ranked)
    )
    return f"{show_score(place, voice)} · {voice.say(rank)}"


def _describe(page: PageContext, place: Place) -> str:
    """The project, where it stands or why it has no rank, and the site that says so."""
    voice = page.voice
    rank = None if place.rank is None else voice.rank(place.rank, place.tied)
    return voice.say(
        message(
            "Customer value score of the project “{project}”: {standing}. Source: {site}",
            project=page.project_link(place.project).label,
            standing=say_rank_of(page, place, rank),
            site=voice.localise(page.site.catalogue.site.title),
        )
    )


@lru_cache(maxsize=4096)
def _lay_out(texts: _Texts) -> tuple[BadgePart, ...]:
    shown = [_shorten(text) for _, text in texts]
    lengths = [measure(text) for text in shown]
    lefts = accumulate((length + 2 * _PADDING for length in lengths), initial=0)
    return tuple(
        BadgePart(
            kind=kind,
            text=text,
            left=str(left),
            width=str(length + 2 * _PADDING),
            text_left=str(left + _PADDING),
            text_width=str(length),
        )
        for (kind, _), text, length, left in zip(texts, shown, lengths, lefts, strict=False)
    )


def _shorten(text: str) -> str:
    return text if len(text) <= _MOST_CHARACTERS else f"{text[: _MOST_CHARACTERS - 1]}…"


@lru_cache(maxsize=4096)
def measure(text: str) -> int:
    """How long a text is at 12 pixels, rather more than less.

    >>> measure("Citoyens"), measure("ill")
    (55, 12)
    """
    return sum(_character_width(character) for character in text)


def _character_width(character: str) -> int:
    if character in _NARROW:
        return _NARROW_WIDTH
    if character in _WIDE or east_asian_width(character) in {"W", "F"}:
        return _WIDE_WIDTH + (character not in _WIDE)
    return _CAPITAL_WIDTH if character.isupper() else _USUAL_WIDTH
