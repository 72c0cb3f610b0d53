"""A project's score for one clientele as a small picture that other sites show.

Nothing is known of the fonts there: each text is given the room it surely needs, and the
picture says how long it is, so that every browser fits it in.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from cvcgen.core.diagnostics import message
from cvcgen.core.model import ClienteleId, Provenance, WeightsKind
from cvcgen.core.ranking import Place
from cvcgen.publish.views.context import LanguageContext, PageContext, once_per_language
from cvcgen.publish.views.standing import Standing, say_rank_of, show_score

HEIGHT = 24
_PADDING = 8
_MOST_CHARACTERS = 48
_NARROW, _WIDE = frozenset(" !'(),./:;Iijl|\u00a0’·"), frozenset("%@MWmw…œæŒÆ")
_SQUARE = re.compile(
    "[\u1100-\u115f\u231a-\u232a\u23e9-\u23f3\u25fd\u25fe\u2600-\u27bf\u2b1b-\u2b55"
    "\u2e80-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe6f\uff01-\uff60\uffe0-\uffe6"
    "\U00016fe0-\U00018dff\U0001aff0-\U0001b2ff\U0001f000-\U0001faff\U00020000-\U0003ffff]"
)
"""Characters as wide as they are high: those of East Asia, and emoji.

By range, not asked of `unicodedata`, so that every Python draws the same: its releases know
different characters, and Python 3.11 takes those that it does not know for wide.
"""
_NARROW_WIDTH, _USUAL_WIDTH, _CAPITAL_WIDTH, _WIDE_WIDTH = 4, 7, 9, 11
"""Of a character at 12 pixels, in pixels, as in the wider common fonts."""


class PartKind(StrEnum):
    """What a field of the picture says."""

    LABEL = "label"
    """What the clientele is called."""
    SCORE = "score"
    """Score and rank."""
    MARK = "mark"
    """That the data are illustrative."""


_PROJECT, _STANDING = "\x00", "\x01"
"""What stands for texts in sentences that many pictures share; no text has them."""
_Texts = tuple[tuple[PartKind, str], ...]


@dataclass(frozen=True, slots=True)
class BadgePart:
    """One field of the picture; lengths in pixels."""

    kind: PartKind
    """For the colour."""
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


@dataclass(frozen=True, slots=True)
class _Sayings:
    """What the pictures of a clientele say; marks stand for what each says of its own."""

    label: str
    """What the clientele is called."""
    title: str
    """All that a picture says, in one line."""
    ranked: str
    """The rank among how many."""
    unranked: str
    """That there is none."""
    description: str
    """Which project it is about, and where the score comes from."""
    mark: str
    """That the data are illustrative."""
    illustrative: bool
    """Whether all scores for the clientele are made up."""


def draw_badge(page: PageContext, place: Place) -> ScoreBadge:
    """The picture of one place."""
    said = _say(page, place.score.clientele)
    rank = None if place.rank is None else page.voice.rank(place.rank, place.tied)
    texts = _say_parts(page, place, said, show_score(place, page.voice), rank)
    parts = _lay_out(texts)
    return ScoreBadge(
        language=page.voice.language,
        title=_title(texts, said),
        description=said.description.replace(
            _PROJECT, page.project_name(place.project).text
        ).replace(_STANDING, say_rank_of(page, place, rank)),
        width=_width(parts),
        height=str(HEIGHT),
        parts=parts,
    )


def say_badge(page: PageContext, place: Place, standing: Standing) -> tuple[str, str]:
    """All that the picture says, in one line, and how wide it is in pixels.

    `standing` is that of the place.
    """
    said = _say(page, place.score.clientele)
    texts = _say_parts(page, place, said, standing.score, standing.rank)
    return _title(texts, said), _width(_lay_out(texts))


def is_illustrative(page: LanguageContext, place: Place) -> bool:
    """Whether the score is made up for the demonstration, in whole or in part."""
    return _is_made_up(page, place, _say(page, place.score.clientele))


def _is_made_up(page: LanguageContext, place: Place, said: _Sayings) -> bool:
    project = page.site.projects[place.project]
    return said.illustrative or project.provenance is Provenance.ILLUSTRATIVE


@once_per_language
def _say(page: LanguageContext, clientele: ClienteleId) -> _Sayings:
    """What is said of all scores for the clientele."""
    say, group = page.voice.say, page.site.clienteles[clientele]
    label, ranked = page.clientele_name(clientele).text, page.site.rankings[clientele]
    description = message(
        "Customer value score of the project “{project}”: {standing}. Source: {site}",
        project=_PROJECT,
        standing=_STANDING,
        site=page.voice.localise(page.site.catalogue.site.title),
    )
    return _Sayings(
        label=label,
        title=say(message("{clientele}: {score}", clientele=label, score=_STANDING)),
        ranked=say(message("{rank} of {count}", rank=_STANDING, count=ranked.ranked_count)),
        unranked=say(message("not ranked")),
        description=say(description),
        mark=say(message("illustrative data")),
        illustrative=group.provenance is Provenance.ILLUSTRATIVE
        or group.weights.kind is WeightsKind.ILLUSTRATIVE,
    )


def _say_parts(
    page: PageContext, place: Place, said: _Sayings, score: str, rank: str | None
) -> _Texts:
    """Kind and text of each part, from left to right."""
    ranked = said.unranked if rank is None else said.ranked.replace(_STANDING, rank)
    label, stands = (PartKind.LABEL, said.label), (PartKind.SCORE, f"{score} · {ranked}")
    if _is_made_up(page, place, said):
        return label, stands, (PartKind.MARK, said.mark)
    return label, stands


def _title(texts: _Texts, said: _Sayings) -> str:
    """All that the picture says, in one line."""
    return said.title.replace(_STANDING, " – ".join([text for _, text in texts[1:]]))


def _width(parts: tuple[BadgePart, ...]) -> str:
    last = parts[-1]
    return str(int(last.left) + int(last.width))


def _lay_out(texts: _Texts) -> tuple[BadgePart, ...]:
    """The fields, each as wide as its text, one after the other."""
    parts, left = [], 0
    for kind, text in texts:
        part, width = _fit_in(kind, text, left)
        parts.append(part)
        left += width
    return tuple(parts)


@lru_cache(maxsize=4096)
def _fit_in(kind: PartKind, text: str, left: int) -> tuple[BadgePart, int]:
    """The field that begins there, and how wide it is: that of a clientele is on many."""
    shown = _shorten(text)
    length = measure(shown)
    width = length + 2 * _PADDING
    inside = str(left + _PADDING)
    return BadgePart(kind, shown, str(left), str(width), inside, str(length)), width


def _shorten(text: str) -> str:
    return text if len(text) <= _MOST_CHARACTERS else f"{text[: _MOST_CHARACTERS - 1]}…"


def measure(text: str) -> int:
    """How long a text is at 12 pixels, rather more than less.

    >>> measure("Citoyens"), measure("ill")
    (55, 12)
    """
    return sum(map(_WIDTHS.__getitem__, text))


class _CharacterWidths(dict[str, int]):
    """How wide each character is, found once."""

    def __missing__(self, character: str) -> int:
        if character in _NARROW:
            width = _NARROW_WIDTH
        elif character in _WIDE or _SQUARE.match(character):
            width = _WIDE_WIDTH + (character not in _WIDE)
        else:
            width = _CAPITAL_WIDTH if character.isupper() else _USUAL_WIDTH
        self[character] = width
        return width


_WIDTHS = _CharacterWidths()
