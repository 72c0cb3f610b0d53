"""What is made once equals what is made anew, on whole sites and whatever was made before."""

from collections.abc import Callable, Iterator
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from cvcgen.assets import templates_dir
from cvcgen.core.model import Catalogue, Feasibility, Project, Repository
from cvcgen.publish import fragments
from cvcgen.publish.fragments import Fragments
from cvcgen.publish.pages import Press, list_pieces, make_press
from cvcgen.publish.views.context import SiteIndex, index_site
from tests.publish.little_sites import (
    board,
    catalogue,
    clientele,
    not_concerned,
    project,
    published,
    rated,
)

VALUES = ("a", "b", "c")
POINTS = st.sampled_from(["0", "1", "3", "5", None, "n/a"])
CARD = st.one_of(
    st.fixed_dictionaries(dict.fromkeys(VALUES, POINTS)).map(lambda p: ("rated", p)),
    st.sampled_from(["50", "62.5"]).map(lambda total: ("published", total)),
    st.just(("none", "")),
)
WEIGHTS = st.sampled_from([("50", "30", "20"), ("20", "30", "50"), ("33.5", "33.5", "33")])
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
            cards.append(rated(group, content))  # type: ignore[arg-type]
        elif kind == "published":
            cards.append(published(group, str(content)))
        else:
            cards.append(not_concerned(group))
    return project(name, *cards, feasibility=draw(st.sampled_from(Feasibility)))


def press(once: Callable[..., str] | None = None) -> Press:
    made = make_press(catalogue().site, templates_dir())
    for renderer in made.renderers:
        if once is not None:
            renderer.environment.filters["once"] = once
    return made


def anew(view: object, macro: Callable[..., str], *more: object) -> str:
    """What `once` gives, without remembering."""
    return macro(view, *more)


@cache
def remembering() -> Press:
    """One that has rendered other sites before: what it remembers of them must not show."""
    return press()


@cache
def forgetting() -> Press:
    return press(anew)


def index(state: Catalogue) -> SiteIndex:
    return index_site(state, board(state), (), (), "9.9")


@settings(max_examples=12)
@given(st.lists(states(), min_size=1, max_size=2))
def test_pages_are_the_same_as_if_nothing_were_remembered(edits: list[Catalogue]) -> None:
    for state in edits:
        assert dict(_pages(index(state))) == dict(_pages_apart(state))


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
