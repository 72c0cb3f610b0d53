"""Two pyramids of one edition side by side: which values move, and from where to where."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, pairwise

from cvcgen.core.diagnostics import message
from cvcgen.core.model import Clientele, ValueId
from cvcgen.publish.numbers import figure_text, ordinal
from cvcgen.publish.views.context import Link, PageContext
from cvcgen.publish.views.editions import comparable_editions
from cvcgen.publish.views.pyramid import weights_in_percent
from cvcgen.publish.voice import Localised

_WIDTH, _GAP = Fraction(158), Fraction(84)
_NARROWEST = Fraction(122)
"""Most names fit between the edges: letters that a line crosses are hard to read."""
_ROW = 30
_MOST_LETTERS = 17


@dataclass(frozen=True, slots=True)
class PairedBand:
    """One band of a drawn pyramid."""

    outline: str
    """The path of the trapezium."""
    x: str
    """Where the middle of its text is, in a figure 400 wide."""
    y: str
    """Where its text stands."""
    text: str
    """The value's name, cut where it is too long for the band."""


@dataclass(frozen=True, slots=True)
class Movement:
    """One value's place for the one clientele and for the other."""

    value: Link
    """The value's page."""
    before: str
    """Its place for the first clientele."""
    after: str
    """Its place for the second clientele."""
    kind: str
    """`up`, `down` or `same`, from the first clientele to the second."""
    line: str
    """The path from its band to its other band."""


@dataclass(frozen=True, slots=True)
class PyramidPair:
    """The pyramids of two clienteles, and what moves between them."""

    left: Localised
    """What the clientele on the left is called."""
    right: Localised
    """What the clientele on the right is called."""
    edition: str
    """Which edition of the method; empty where there is none."""
    caption: str
    """Which value moves most, in a sentence."""
    height: str
    """Of the figure, which is 400 wide."""
    bands: tuple[PairedBand, ...]
    """Of both pyramids, from the top."""
    movements: tuple[Movement, ...]
    """Of the values that both have, in the first clientele's order."""


def list_pairs(page: PageContext) -> tuple[PyramidPair, ...]:
    """For each edition the two pyramids whose order differs most, where there is an order."""
    pairs = (_most_different(group) for group in comparable_editions(page))
    return tuple(_pair(page, *pair) for pair in pairs if pair)


def _most_different(group: tuple[Clientele, ...]) -> tuple[Clientele, Clientele] | None:
    """The first of the pairs with the longest way from place to place, over all values."""
    ordered = [clientele for clientele in group if not _is_equal(clientele)]
    pairs = [pair for pair in combinations(ordered, 2) if len(_moves(*pair)) > 1]
    return max(
        pairs, key=lambda pair: sum(map(_distance, _moves(*pair).values())), default=None
    )


def _is_equal(clientele: Clientele) -> bool:
    return len(set(weights_in_percent(clientele).values())) == 1


def _moves(first: Clientele, second: Clientele) -> dict[ValueId, tuple[int, int]]:
    """The places, from 0, of each value that both have."""
    places = {entry.value: at for at, entry in enumerate(second.pyramid)}
    return {
        entry.value: (at, places[entry.value])
        for at, entry in enumerate(first.pyramid)
        if entry.value in places
    }


def _distance(move: tuple[int, int]) -> int:
    return abs(move[0] - move[1])


def _pair(page: PageContext, first: Clientele, second: Clientele) -> PyramidPair:
    moves = _moves(first, second)
    rows = max(len(first.pyramid), len(second.pyramid))
    return PyramidPair(
        left=page.clientele_name(first.id),
        right=page.clientele_name(second.id),
        edition=first.edition or "",
        caption=_caption(page, first, second, moves),
        height=str(_ROW * rows),
        bands=(
            *_draw_bands(page, first, Fraction(0)),
            *_draw_bands(page, second, _WIDTH + _GAP),
        ),
        movements=tuple(_movement(page, value, move) for value, move in moves.items()),
    )


def _caption(
    page: PageContext,
    first: Clientele,
    second: Clientele,
    moves: dict[ValueId, tuple[int, int]],
) -> str:
    names = {"first": page.clientele_name(first.id), "second": page.clientele_name(second.id)}
    value = max(moves, key=lambda value: _distance(moves[value]))
    if not _distance(moves[value]):
        same = message("{first} and {second} put their values in the same order.", **names)
        return page.voice.say(same)
    before, after = (_say_place(page, place) for place in moves[value])
    return page.voice.say(
        message(
            "{value} moves most: {before} for {first}, {after} for {second}.",
            value=page.value_link(value).label,
            before=before,
            after=after,
            **names,
        )
    )


def _draw_bands(
    page: PageContext, clientele: Clientele, left: Fraction
) -> Iterator[PairedBand]:
    values = [entry.value for entry in clientele.pyramid]
    grow = (_WIDTH - _NARROWEST) / len(values)
    widths = [_NARROWEST + grow * step for step in range(len(values) + 1)]
    middle = left + _WIDTH / 2
    for at, (value, (upper, lower)) in enumerate(zip(values, pairwise(widths), strict=True)):
        top = at * _ROW
        corners = [
            figure_text(middle + way * half / 2) for half in (upper, lower) for way in (-1, 1)
        ]
        outline = (
            f"M{corners[0]} {top + 1}H{corners[1]}L{corners[3]} {top + _ROW - 1}H{corners[2]}z"
        )
        name = page.value_link(value).label.text
        yield PairedBand(outline, figure_text(middle), str(top + 20), _shorten(name))


def _shorten(name: str) -> str:
    return name if len(name) <= _MOST_LETTERS else f"{name[: _MOST_LETTERS - 1].rstrip()}…"


def _say_place(page: PageContext, place: int) -> str:
    """The place, from 0, in words: of a value, which is feminine in French, as its place is."""
    return ordinal(place + 1, page.voice.words, feminine=True)


def _movement(page: PageContext, value: ValueId, move: tuple[int, int]) -> Movement:
    before, after = move
    start, end = (_ROW * place + _ROW // 2 for place in move)
    return Movement(
        value=page.value_link(value),
        before=_say_place(page, before),
        after=_say_place(page, after),
        kind="same" if before == after else "up" if after < before else "down",
        line=f"M{figure_text(_WIDTH + 4)} {start}L{figure_text(_WIDTH + _GAP - 4)} {end}",
    )
