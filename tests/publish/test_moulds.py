"""Pieces from moulds are those that their macro makes, whatever the views say."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment, StrictUndefined, UndefinedError
from markupsafe import Markup

from cvcgen.assets import templates_dir
from cvcgen.phrases import load_phrases
from cvcgen.publish import moulds
from cvcgen.publish.moulds import Moulds, fill_anew
from cvcgen.publish.owntemplates import read_own_templates
from cvcgen.publish.render import make_renderers


class Colour(StrEnum):
    """Something that is of the shape."""

    RED = "red"
    BLUE = "blue"


@dataclass(frozen=True, slots=True)
class Name:
    """A view inside another."""

    text: str
    foreign: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A view with all that views have."""

    name: Name | None
    notes: tuple[str, ...]
    colour: Colour
    state: str
    count: int = 0


SOURCE = """
{% macro row(row, wide=false) %}
<tr class="{{ {"red": 1, "blue": 2}[row.colour] }}"{% if wide %} wide="100%"{% endif %}>
{% if row.state %}<td>{{ row.state }}{{ row.state }}</td>{% else %}<td>–</td>{% endif %}
{% if row.name %}<th{% if row.name.foreign %} lang{% endif %}>{{ row.name.text }}{% endif %}
{% for note in row.notes %}{{ loop.index }}: {{ note or "none" }}; {% else %}nothing{% endfor %}
{{ row.count }} %s {0}
</tr>
{% endmacro %}
{% macro loud(row) %}{{ row.state | upper }}{% endmacro %}
{% macro long(row) %}{{ row.state | length }}{% endmacro %}
{% macro open(row) %}{% if row.state == "open" %}open{% endif %}{% endmacro %}
{% macro first(row) %}{{ row.state[0] }}{% endmacro %}
{% macro coloured(row) %}{{ {"a": 1}[row.state] }}{% endmacro %}
"""
ENVIRONMENT = Environment(autoescape=True, trim_blocks=True, undefined=StrictUndefined)
MACROS = ENVIRONMENT.from_string(SOURCE).module
TEXTS = st.text("a%s{0}<&>\"'é\x00\x01\\", max_size=4)
ROWS = st.builds(
    Row,
    name=st.none() | st.builds(Name, TEXTS, st.booleans()),
    notes=st.lists(TEXTS, max_size=3).map(tuple),
    colour=st.sampled_from(Colour),
    state=TEXTS,
    count=st.sampled_from([0, 1]),
)
REMEMBERING = Moulds()
"""What it has made of former rows must not show in later ones."""


@given(st.lists(ROWS, max_size=6), st.booleans())
def test_a_piece_is_what_the_macro_makes(rows: list[Row], wide: bool) -> None:
    macro = MACROS.row  # type: ignore[attr-defined]
    for row in rows:
        assert REMEMBERING.fill(row, macro, wide) == fill_anew(row, macro, wide)


def test_the_macro_is_called_once_for_each_shape() -> None:
    shapes = []

    def bold(name: Name) -> Markup:
        shapes.append(name)
        return Markup("<b>{}</b>").format(name.text)

    fill = Moulds().fill
    names = [Name("a", False), Name("<", False), Name("a", True), Name("", True)]
    assert [fill(name, bold) for name in (*names, *names)] == [
        *("<b>a</b>", "<b>&lt;</b>", "<b>a</b>", "<b></b>"),
        *("<b>a</b>", "<b>&lt;</b>", "<b>a</b>", "<b></b>"),
    ]
    assert len(shapes) == 3


@pytest.mark.parametrize("macro", ["loud", "long", "open", "first", "coloured"])
def test_a_macro_that_looks_into_a_text_fails_at_once(macro: str) -> None:
    row = Row(None, (), Colour.RED, "open")
    with pytest.raises((TypeError, UndefinedError)):
        Moulds().fill(row, getattr(MACROS, macro))


def test_memory_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(moulds, "MOST_REMEMBERED", 2)
    made, fill = [], Moulds().fill

    def count(view: tuple[str, ...]) -> str:
        made.append(view)
        return str(len(view))

    for size in (1, 2, 1, 2, 3, 1):
        assert fill(("x",) * size, count) == str(size)
    assert list(map(len, made)) == [1, 2, 3, 1]


def test_templates_of_a_site_may_do_what_they_like_with_texts(tmp_path: Path) -> None:
    (tmp_path / "badge.svg.jinja").write_text("{{ page.text | upper }}", encoding="utf-8")
    (renderer,) = make_renderers(
        templates_dir(), read_own_templates(tmp_path), [load_phrases("en")]
    )
    for text in ("a", "b"):
        page = renderer.render_alike("badge.svg.jinja", Name(text, False))
        assert page == text.upper().encode()
