"""Views taken apart, and put together again with marks."""

from dataclasses import dataclass
from enum import StrEnum
from itertools import count

from cvcgen.publish.closed import Closed
from cvcgen.publish.shapes import Held, Mark, put_marks, take_apart


class Colour(StrEnum):
    """Something that is of the shape."""

    RED = "red"
    BLUE = "blue"


@dataclass(frozen=True, slots=True)
class Word:
    """A view inside others."""

    text: str


@dataclass(frozen=True, slots=True)
class Shut(Closed):
    """A view that is handed on."""

    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """A view with all that views have."""

    words: tuple[Word, ...] = (Word("a"), Word("b"))
    title: str = "c"
    colour: Colour = Colour.RED
    known: bool | None = True
    rows: tuple[Shut, ...] = (Shut("x"),)
    last: Shut | Word | None = None
    count: int = 1


def apart(view: object) -> tuple[tuple[object, ...], list[str], list[object]]:
    shape: list[object] = []
    texts: list[str] = []
    closed: list[object] = []
    take_apart((view,), shape, texts, closed)
    return tuple(shape), texts, closed


def test_texts_and_closed_views_are_not_of_the_shape() -> None:
    shape, texts, closed = apart(Row())
    assert (texts, closed) == (["c", "a", "b"], [(Shut("x"),)])
    others = [
        Row(words=(Word("y"), Word("z"))),
        Row(title="y"),
        Row(rows=(Shut("y"), Shut("z"))),
    ]
    assert {apart(other)[0] for other in others} == {shape}


def test_all_else_is_of_the_shape() -> None:
    rows = [
        Row(),
        Row(words=()),
        Row(words=(Word("a"),)),
        Row(words=(Word("a"), Word(""))),
        Row(words=(Word(""), Word("b"))),
        Row(title=""),
        Row(colour=Colour.BLUE),
        Row(known=False),
        Row(known=None),
        Row(rows=()),
        Row(last=Shut("")),
        Row(last=Word("")),
        Row(last=Word("d")),
        Row(count=0),
        Row(count=2),
    ]
    assert len({apart(row)[0] for row in rows}) == len(rows)


def test_marks_are_numbered_as_texts_are_taken_apart() -> None:
    view = Row(last=Shut("y"))
    (marked,) = put_marks((view,), count(), count(), [])
    _, texts, closed = apart(view)
    found = [marked.title, *(word.text for word in marked.words)]
    assert all(isinstance(mark, Mark) for mark in found)
    assert [texts[int(mark.__html__().strip("\0"))] for mark in found] == ["c", "a", "b"]
    assert isinstance(marked.rows, Held)
    assert isinstance(marked.last, Held)
    assert closed == [(Shut("x"),), Shut("y")]
    kept = (marked.colour, marked.known, marked.count)
    assert kept == (Colour.RED, True, 1)
