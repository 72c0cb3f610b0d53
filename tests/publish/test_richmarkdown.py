"""Markdown through the parser and the allow-list; more of it in test_render.py."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cvcgen.core.hidden import FORBIDDEN
from cvcgen.publish.richmarkdown import render_rich
from cvcgen.publish.slots import origin_slot


def test_raw_html_is_text_and_what_is_not_allowed_is_dropped() -> None:
    assert render_rich("<b onclick=x>a</b>", "en", 3) == "<p>&lt;b onclick=x&gt;a&lt;/b&gt;</p>"
    assert "href" not in render_rich("[a](javascript:alert(1))", "en", 3)
    assert "<img" not in render_rich("![a](https://a.example/b.png)", "en", 3)


@pytest.mark.parametrize(
    "slashes", ["//", "\\\\\\\\", "/\\\\", "\\\\/", "&#47;/", "/&#9;/", "&#32;//"]
)
def test_no_link_leaves_the_site_without_its_scheme(slashes: str) -> None:
    for source in (f"[a]({slashes}b.example)", f"[a][r]\n\n[r]: {slashes}b.example/c"):
        assert "href" not in render_rich(source, "en", 3)


@pytest.mark.parametrize(
    "address",
    ["https://a.example@b.example", "HTTP:a:c@b.example", "ht&#9;tps://a&#10;@b.example"],
)
def test_no_link_hides_its_host_behind_a_name(address: str) -> None:
    assert "href" not in render_rich(f"[a]({address}/c)", "en", 3)


@pytest.mark.parametrize(
    "address",
    [
        *("/b//c", "b//c", "../b", "#b", "?b", "https://b.example//c"),
        *("https://b.example/@c", "https://b.example?@c", "mailto:a@b.example"),
    ],
)
def test_links_within_the_site_and_to_others_stay(address: str) -> None:
    assert f'href="{address}"' in render_rich(f"[a]({address})", "en", 3)


def test_a_heading_has_a_space_after_its_marks() -> None:
    assert render_rich("# a\n## b", "en", 3) == "<h3>a</h3>\n<h4>b</h4>"
    assert render_rich("#1 in *Québec*\n#2", "en", 3) == "<p>#1 in <em>Québec</em>\n#2</p>"
    assert render_rich("#a\n\n####### b", "en", 3) == "<p>#a</p>\n<p>####### b</p>"


def test_the_parser_remembers_nothing_of_another_text() -> None:
    assert "href" in render_rich("[a][r]\n\n[r]: https://a.example", "en", 3)
    assert "href" not in render_rich("[a][r]", "en", 3)


def test_no_break_spaces_are_characters() -> None:
    assert render_rich("`x` : 62 %", "fr", 3) == "<p><code>x</code>\u00a0: 62\u00a0%</p>"


@pytest.mark.parametrize(
    "hidden", ["&#x202e;", "&#8238;", "&rlm;", "&#x0200B;", "&NoBreak;", "&#2;", "&#127;"]
)
def test_no_reference_brings_a_character_that_no_content_may_hold(hidden: str) -> None:
    source = (
        f"a{hidden}b <https://a.example/{hidden}> [c{hidden}](https://b.example/{hidden} 't"
        f"{hidden}')\n\n# {hidden}d\n\n- e{hidden}\n\n{hidden} | f\n--|--\n{hidden} | g"
    )
    html = render_rich(source, "en", 3)
    assert not FORBIDDEN.search(html)
    assert html.count("\N{REPLACEMENT CHARACTER}") == source.count(hidden) + 1


def test_no_reference_makes_the_mark_of_a_slot() -> None:
    source = f"[a](https://a.example 't&#2;{origin_slot('en')}&#3;') &#x02;source&#x03;"
    html = render_rich(source, "en", 3)
    assert "\x02" not in html
    assert "\x03" not in html


def test_references_to_what_languages_need_are_characters() -> None:
    source = "e&#x301;&zwnj;&zwj;&shy;&nbsp;&#9;&amp;&#8239;"
    shown = "e\u0301\u200c\u200d\xad\xa0\t&amp;\u202f"
    assert render_rich(source, "en", 3) == f"<p>{shown}</p>"


def test_references_in_code_are_shown_as_they_are_typed() -> None:
    assert render_rich("`&#x202e;`", "en", 3) == "<p><code>&amp;#x202e;</code></p>"


def test_marks_that_overlap_stay_as_they_are_typed() -> None:
    assert render_rich("5*x**2*y", "en", 3) == "<p>5*x**2*y</p>"
    assert render_rich("x.*.w**.*.q*", "en", 3) == "<p>x.*.w**.*.q*</p>"
    assert render_rich("*a **b** c*, __d__", "en", 3) == (
        "<p><em>a <strong>b</strong> c</em>, <strong>d</strong></p>"
    )


PIECES = ("a", "b", "c", ".", " ", "*", "**", "***", "_", "__")


@given(st.lists(st.sampled_from(PIECES), max_size=14))
def test_emphasis_loses_no_character(pieces: list[str]) -> None:
    source = f"x{''.join(pieces)}x"
    shown = re.sub("<[^>]*>", "", render_rich(source, "en", 3))
    assert re.sub(r"[*_\s]", "", shown) == re.sub(r"[*_\s]", "", source)


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("![a *b* `c`](d)", "a <em>b</em> <code>c</code>"),
        ("![[b](c) &amp; d](e)", '<a href="c" rel="noopener noreferrer">b</a> &amp; d'),
        ("[![a](b)](c)", '<a href="c" rel="noopener noreferrer">a</a>'),
        ("![a][r] ![r]\n\n[r]: b", "a r"),
    ],
)
def test_the_description_of_an_image_takes_its_place(source: str, shown: str) -> None:
    assert render_rich(source, "en", 3) == f"<p>{shown}</p>"


@pytest.mark.parametrize("source", ["[a]('b(c", '[a](b "(c) d'])
def test_a_link_that_does_not_end_stays_as_it_is_typed(source: str) -> None:
    assert render_rich(source, "en", 3) == f"<p>{source}</p>"


def test_a_link_that_would_show_nothing_shows_its_address() -> None:
    for source in ("[](b)", "[![](a)](b)", "[ ](b)"):
        html = render_rich(source, "en", 3)
        assert html == '<p><a href="b" rel="noopener noreferrer">b</a></p>', source
    assert render_rich("a []()", "en", 3) == "<p>a </p>"


def test_a_link_holds_no_other() -> None:
    html = render_rich("[a <b@c.example> d](e)", "en", 3)
    assert html == '<p><a href="e" rel="noopener noreferrer">a b@c.example d</a></p>'


def test_a_table_with_more_cells_than_its_head_stays_as_it_is_typed() -> None:
    assert "<td>2</td>" in render_rich("| a | b |\n|---|---|\n| 1 | 2 |", "en", 3)
    source = "| a | b |\n|---|---|\n| 1 | 2 | c |"
    assert render_rich(source, "en", 3) == f"<p>{source}</p>"
