"""Views that a mould does not look into."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from jinja2.filters import FILTERS
from markupsafe import Markup, escape

from cvcgen.publish.closed import Closed
from cvcgen.publish.moulds import Moulds, fill_anew


@dataclass(frozen=True, slots=True)
class Row(Closed):
    """A row of a page."""

    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page with a title and rows."""

    title: str
    rows: tuple[Row, ...]
    last: Row | None = None


def bold(row: Row) -> Markup:
    return Markup("<b>{}</b>").format(row.text)


def make(moulds: Moulds, seen: list[object]) -> Callable[..., str]:
    """A macro that hands rows on, and notes each time that it is called itself."""
    anew = moulds.waiting(fill_anew)

    def page(view: Page) -> Markup:
        seen.append(view)
        rows = anew(view.rows, lambda rows: Markup("").join(map(bold, rows)))
        last = anew(view.last, bold) if view.last else ""
        return Markup("<h1>{}</h1>{}{} 100%").format(view.title, rows, last)

    return page


def test_pages_that_differ_in_texts_and_closed_views_are_of_one_mould() -> None:
    moulds, seen = Moulds(), []
    macro = make(moulds, seen)
    rows = (Row("x"), Row("<y>"), Row("z"))
    assert [moulds.fill(Page(f"{n} & m", rows[:n]), macro) for n in (1, 3)] == [
        "<h1>1 &amp; m</h1><b>x</b> 100%",
        "<h1>3 &amp; m</h1><b>x</b><b>&lt;y&gt;</b><b>z</b> 100%",
    ]
    assert len(seen) == 1


def test_whether_there_are_any_is_of_the_shape() -> None:
    moulds, seen = Moulds(), []
    macro = make(moulds, seen)
    made = [moulds.fill(Page("t", (), last), macro) for last in (None, Row("x"), None)]
    assert made == ["<h1>t</h1> 100%", "<h1>t</h1><b>x</b> 100%", "<h1>t</h1> 100%"]
    assert len(seen) == 2


def test_nobody_looks_into_a_closed_view() -> None:
    with pytest.raises(AttributeError):
        Moulds().fill(Page("t", (Row("x"),), Row("y")), lambda view: view.last.text)


def test_no_text_is_kept_with_what_is_handed_on() -> None:
    moulds = Moulds()
    anew = moulds.waiting(fill_anew)

    def page(view: Page) -> str:
        return anew(view.last, lambda row, title: f"{row.text}{title}", view.title)

    with pytest.raises(TypeError, match="a macro of a mould"):
        moulds.fill(Page("t", (), Row("y")), page)


def test_which_of_several_texts_is_empty_is_of_the_shape() -> None:
    def page(view: tuple[str, str]) -> Markup:
        first, second = view
        return Markup("{}|{}").format(first or "none", second or "none")

    moulds = Moulds()
    found = [moulds.fill(view, page) for view in (("", "a"), ("a", ""), ("", ""), ("a", "b"))]
    assert found == ["none|a", "a|none", "none|none", "a|b"]


@pytest.mark.parametrize("text", ["a", "<a & 'b'>", "&amp;", "1"])
def test_texts_are_escaped_twice_as_jinja_does_it(text: str) -> None:
    moulds = Moulds()

    def snippet(view: tuple[str]) -> Markup:
        inside = Markup('<a title="{}">').format(view[0])
        return Markup("{} {}").format(view[0], moulds.escape_again(inside))

    by_jinja = FILTERS["forceescape"](Markup('<a title="{}">').format(text))
    expected = f"{escape(text)} {by_jinja}"
    assert snippet((text,)) == expected
    assert moulds.fill((text,), snippet) == expected
