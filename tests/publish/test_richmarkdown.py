"""Markdown through the parser and the allow-list; more of it in test_render.py."""

from cvcgen.publish.richmarkdown import render_rich


def test_raw_html_is_text_and_what_is_not_allowed_is_dropped() -> None:
    assert render_rich("<b onclick=x>a</b>", "en", 3) == "<p>&lt;b onclick=x&gt;a&lt;/b&gt;</p>"
    assert "href" not in render_rich("[a](javascript:alert(1))", "en", 3)
    assert "<img" not in render_rich("![a](https://a.example/b.png)", "en", 3)


def test_the_parser_remembers_nothing_of_another_text() -> None:
    assert "href" in render_rich("[a][r]\n\n[r]: https://a.example", "en", 3)
    assert "href" not in render_rich("[a][r]", "en", 3)


def test_no_break_spaces_are_characters() -> None:
    assert render_rich("`x` : 62 %", "fr", 3) == "<p><code>x</code>\u00a0: 62\u00a0%</p>"
