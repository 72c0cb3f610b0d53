"""Views taken apart, and put together again with marks."""

from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum
from importlib import import_module
from itertools import count
from pkgutil import iter_modules

from cvcgen.publish import views
from cvcgen.publish.closed import Closed
from cvcgen.publish.shapes import Held, Mark, is_always_inside, open_view, put_marks, take_apart
from cvcgen.publish.views.context import FolderContext, LanguageContext, PageContext, SiteIndex
from cvcgen.publish.voice import Localised

NO_VIEWS = {SiteIndex, LanguageContext, FolderContext, PageContext}
"""What views are made from."""


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


@dataclass(frozen=True, slots=True)
class Pair:
    """A view that always has others inside."""

    name: str
    left: Word
    row: Row
    known: bool


def apart(view: object) -> tuple[tuple[object, ...], list[str], list[object]]:
    shape: list[object] = []
    texts: list[str] = []
    closed: list[object] = []
    take_apart(open_view(view), shape, texts, closed)
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


def test_what_is_always_inside_is_read_with_what_is_around_it() -> None:
    pair = Pair("n", Word("l"), Row(title="t", words=()), known=True)
    shape, texts, closed = apart(pair)
    assert (texts, closed) == (["n", "l", "t"], [(Shut("x"),)])
    assert apart(Pair("o", Word("m"), Row(title="u", words=()), known=True))[0] == shape
    for other in (
        Pair("", Word("l"), Row(title="t", words=()), known=True),
        Pair("n", Word(""), Row(title="t", words=()), known=True),
        Pair("n", Word("l"), Row(title="", words=()), known=True),
        Pair("n", Word("l"), Row(title="t", words=(), count=2), known=True),
        Pair("n", Word("l"), Row(title="t", words=()), known=False),
    ):
        assert apart(other)[0] != shape


def test_marks_stand_where_texts_are_inside() -> None:
    pair = Pair("n", Word(""), Row(title="t", words=(Word("w"),)), known=True)
    (marked,) = put_marks((pair,), count(), count(), [])
    _, texts, _ = apart(pair)
    found = [marked.name, marked.row.title, marked.row.words[0].text]
    assert [texts[int(mark.__html__().strip("\0"))] for mark in found] == ["n", "t", "w"]
    assert (type(marked), type(marked.left), type(marked.row)) == (Pair, Word, Row)
    assert (marked.left.text, marked.row.colour, marked.known) == ("", Colour.RED, True)


def test_what_is_always_inside_is_of_one_kind() -> None:
    """A kind made from it could have more inside, which would not be seen."""
    names = [f"{views.__name__}.{one.name}" for one in iter_modules(views.__path__)]
    known = [kind for name in names for kind in vars(import_module(name)).values()]
    kinds = {kind for kind in known if is_dataclass(kind) and kind.__module__ in names}
    inside = {
        one.type for kind in kinds - NO_VIEWS for one in fields(kind) if is_always_inside(one)
    }
    assert Localised in inside
    assert [kind for kind in inside if kind.__subclasses__()] == []
