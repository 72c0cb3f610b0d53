"""What is made once equals what is made anew, on whole sites and whatever was made before."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2.filters import FILTERS
from markupsafe import Markup

from cvcgen.assets import templates_dir
from cvcgen.core.model import Catalogue, Feasibility, Project, Repository
from cvcgen.publish import fragments
from cvcgen.publish.fragments import Fragments
from cvcgen.publish.moulds import fill_anew
from cvcgen.publish.pages import Press, list_pieces, make_press
from cvcgen.publish.views.context import SiteIndex
from cvcgen.publish.views.indexing import index_site
from tests.publish.little_sites import (
    board,
    catalogue,
    clientele,
    not_concerned,
    project,
    published,
    rated,
)

Macro = Callable[..., str]
VALUES = ("a", "b", "c")
POINTS = st.sampled_from(["0", "1", "3", "5", None, "n/a"])
CARD = st.one_of(
    st.fixed_dictionaries(dict.fromkeys(VALUES, POINTS)).map(lambda p: ("rated", p)),
    st.sampled_from(["50", "62.5"]).map(lambda total: ("published", total)),
    st.just(("none", "")),
)
WEIGHTS = st.sampled_from(
    [
        ("50", "30", "20"),
        ("20", "30", "50"),
        ("33.5", "33.5", "33"),
        ("33.34", "33.33", "33.33"),
    ]
)
EDITION = st.sampled_from([None, "2022"])
TITLES = st.sampled_from(["Un projet", "<b>&amp;", "Été"])


@st.composite
def states(draw: st.DrawFn) -> Catalogue:
    """A site of three projects and two clienteles, as one of many edits leaves it."""
    groups = [
        clientele(name, dict(zip(VALUES, draw(WEIGHTS), strict=True)), edition=draw(EDITION))
        for name in ("gens", "pros")
    ]
    repository = draw(st.sampled_from([None, Repository("https://git.example/a", "main")]))
    return catalogue(groups, [draw(projects(name)) for name in "pqr"], repository=repository)


@st.composite
def projects(draw: st.DrawFn, name: str) -> Project:
    cards = []
    for group in ("gens", "pros"):
        kind, content = draw(CARD)
        if kind == "rated":
            explained = draw(st.sampled_from([(), VALUES[:1], VALUES]))
            cards.append(rated(group, content, explained))  # type: ignore[arg-type]
        elif kind == "published":
            cards.append(published(group, str(content)))
        else:
            cards.append(not_concerned(group))
    return project(name, *cards, feasibility=draw(st.sampled_from(Feasibility)))


@cache
def remembering() -> Press:
    """One that has rendered other sites before: what it remembers of them must not show."""
    return make_press(catalogue().site, templates_dir())


@cache
def forgetting() -> Press:
    """One that calls each macro, and each template, whenever it is asked for."""
    made = make_press(catalogue().site, templates_dir())
    for renderer in made.renderers:
        again = dict.fromkeys(("once", "anew", "moulded"), fill_anew)
        renderer.environment.filters.update(again, each=_each_anew)
        renderer.environment.filters["forceescape"] = FILTERS["forceescape"]
    return replace(made, renderers=tuple(replace(r, fill=fill_anew) for r in made.renderers))


def _each_anew(views: tuple[object, ...], macro: Macro, *more: object) -> Markup:
    return Markup("").join(macro(view, *more) for view in views)


def index(state: Catalogue) -> SiteIndex:
    return index_site(state, board(state), (), (), "9.9")


@settings(max_examples=12)
@given(st.lists(states(), min_size=1, max_size=2))
def test_pages_are_the_same_as_if_nothing_were_remembered(edits: list[Catalogue]) -> None:
    for state in edits:
        assert dict(_pages(index(state))) == dict(_pages_apart(state))


def test_a_row_is_remembered_with_its_decimals() -> None:
    """Two totals that differ in their second decimal; the third has the same row with one."""
    group = clientele("gens", {"a": "33.34", "b": "33.33", "c": "33.33"})
    points = {"p": ("5", "0", "1"), "q": ("0", "5", "1"), "r": ("5", "5", "1")}
    cards = {
        name: rated("gens", dict(zip(VALUES, given, strict=True)), explained=())
        for name, given in points.items()
    }
    state = catalogue([group], [project(name, card) for name, card in cards.items()])
    pages = dict(_pages(index(state)))
    assert pages == dict(_pages_apart(state))
    shown = ("6.67</b>", "6.67</b>", "6.7</b>")
    assert [
        part in pages[f"en/projects/{name}.html"].decode()
        for name, part in zip("pqr", shown, strict=True)
    ] == [True] * 3


def test_a_piece_is_made_once_and_for_its_own_view_and_macro_alone() -> None:
    calls = []

    def bold(text: str, end: str = "") -> Markup:
        calls.append(text)
        return Markup(f"<b>{text}{end}</b>")

    def plain(text: str) -> Markup:
        return Markup(text)

    once = Fragments().once
    assert [once("a", bold), once("a", bold), once("a", bold, "!")] == [
        "<b>a</b>",
        "<b>a</b>",
        "<b>a!</b>",
    ]
    assert (once("a", plain), calls) == ("a", ["a", "a"])


def test_a_piece_is_found_by_the_view_itself_and_by_one_that_says_the_same() -> None:
    asked = []

    @dataclass(frozen=True)
    class View:
        text: str

        def __hash__(self) -> int:
            asked.append(self.text)
            return hash(self.text)

    def bold(view: View) -> str:
        return f"<b>{view.text}</b>"

    once, view = Fragments().once, View("a")
    assert [once(view, bold), once(view, bold), once(View("a"), bold)] == ["<b>a</b>"] * 3
    assert len(asked) <= 4
    asked.clear()
    once(view, bold)
    assert asked == []


def test_several_pieces_are_those_of_each_view() -> None:
    def bold(text: str, end: str = "") -> Markup:
        return Markup("<b>{}{}</b>").format(text, end)

    made = Fragments()
    for views in ([], ["a"], ["a", "<"], ["<", "b", "a"], ["a", "<"]):
        for more in ((), ("!",), ("?",)):
            expected = "".join(bold(view, *more) for view in views)
            assert made.each(views, bold, *more) == expected
            assert "".join(made.once(view, bold, *more) for view in views) == expected


def test_no_other_view_is_taken_for_one_that_is_gone() -> None:
    once = Fragments().once
    assert all(once([f"view {n}"][0], str) == f"view {n}" for n in range(2_000))


def test_memory_is_bounded() -> None:
    once, made = Fragments().once, []

    def count(view: int) -> str:
        made.append(view)
        return str(view)

    most = fragments.MOST_REMEMBERED
    for view in range(most + 1):
        once(view, count)
    assert once(most, count) == str(most)
    assert len(made) == most + 1
    once(0, count)
    assert len(made) == most + 2


def _pages(site: SiteIndex) -> Iterator[tuple[str, bytes]]:
    return ((piece.path, piece.make(site)) for piece in list_pieces(site, remembering()))


def _pages_apart(state: Catalogue) -> Iterator[tuple[str, bytes]]:
    pieces = list_pieces(index(state), forgetting())
    return ((piece.path, piece.make(index(state))) for piece in pieces)
