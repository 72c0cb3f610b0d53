import re

import nh3
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import markdown

from cvcgen.core.hidden import show_hidden
from cvcgen.reports.media.markdown import block, code, escape, escape_in_markup, prose, table

SPECIAL = st.text(st.sampled_from("ab1 \\`*_{}[]()<>#+-.!|~&@:/\"'\t\n="), max_size=30)


@given(SPECIAL)
def test_the_rendered_text_is_one_paragraph_without_markup(text: str) -> None:
    html = markdown(escape(text), extensions=["tables", "fenced_code"])
    inside = html.removeprefix("<p>").removesuffix("</p>")
    assert not re.search(r"<[a-z/!]", inside), html


@given(SPECIAL)
def test_the_reader_sees_the_text(text: str) -> None:
    html = markdown(escape(text))
    seen = nh3.clean(html, tags=set()).replace("\u200b", "")
    for entity, character in (("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")):
        seen = seen.replace(entity, character)
    wanted = show_hidden(re.sub(r"\s*[\r\n]+\s*", " ", text.strip()))
    assert re.sub(r"\s+", " ", seen).strip() == re.sub(r"\s+", " ", wanted).strip()


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("@me", "@&#8203;me"),
        ("fixes #12", r"fixes \#&#8203;12"),
        ("GH-12", "GH-&#8203;12"),
        ("see !12", "see !&#8203;12"),
        ("~name ~12", "&#126;&#8203;name &#126;&#8203;12"),
        ('~"a name"', '&#126;&#8203;"a name"'),
        ("%v1 %12", "%&#8203;v1 %&#8203;12"),
        ('%"a name"', '%&#8203;"a name"'),
        ("$12", r"\$&#8203;12"),
        ("&12", "&amp;&#8203;12"),
        ("GL-12", "GL-&#8203;12"),
        ("62.5% & more! ~ 5 $", r"62.5% &amp; more! &#126; 5 \$"),
        ("http://x.y", "http:&#8203;//x.y"),
        ("www.x.y", "www&#8203;.x.y"),
        ("WWW.x.y", "WWW&#8203;.x.y"),
        ("{+a+} [-b-]", r"{&#8203;+a+} \[&#8203;-b-\]"),
        ("/close", "&#47;close"),
        ("a /close", "a /close"),
        ("a@b.org", "a@&#8203;b.org"),
        ("![a](b)", r"!\[a\](b)"),
        ("<!-- x -->", "&lt;!-- x --&gt;"),
        ("- a", r"\- a"),
        ("1. a", r"1\. a"),
        ("10.8", "10.8"),
        ("5:04", "5:04"),
        ("a|b\nc", "a&#124;b c"),
    ],
)
def test_what_a_forge_would_act_on_is_taken_apart(text: str, written: str) -> None:
    assert escape(text) == written


def test_cells_cannot_break_a_table() -> None:
    rows = [["A", "B"], [escape("x|y\nz"), "1"]]
    assert table(rows, [False, True]) == "| A | B |\n| --- | ---: |\n| x&#124;y z | 1 |\n"


def test_code_outlives_its_backticks() -> None:
    assert code("a`b") == "``a`b``"
    assert block("```\nx", "yaml") == "````yaml\n```\nx\n````\n"


def test_prose_keeps_code() -> None:
    assert prose("a_b `c_d`") == r"a\_b `c_d`"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<b>&amp;", "&lt;b&gt;&amp;amp;"),
        (
            "@me #12 GH-12 !12 &12",
            "@&#8203;me #&#8203;12 GH-&#8203;12 !&#8203;12 &amp;&#8203;12",
        ),
        ('~"a" %"b" $12 GL-1', '~&#8203;"a" %&#8203;"b" $&#8203;12 GL-&#8203;1'),
        ("http://x www.x", "http:&#8203;//x www&#8203;.x"),
        ("{+a+} [-b-] :+1: 5:04", "{&#8203;+a+} [&#8203;-b-] :&#8203;+1: 5:04"),
        ("[issue:1]", "[issue:&#8203;1]"),
        ("a_b* `c`\n\n<details>", "a_b* `c` &lt;details&gt;"),
        ("\u202eabc", "\\u{202e}abc"),
        ('l\'eau "x"', 'l\'eau "x"'),
    ],
)
def test_text_between_tags_is_only_text(text: str, shown: str) -> None:
    assert escape_in_markup(text) == shown


@pytest.mark.parametrize("spell", [escape, escape_in_markup])
def test_a_run_of_spaces_is_looked_at_once(spell) -> None:
    """From each of the 200,000 spaces on, it would take ten minutes."""
    assert spell(f"a{' ' * 200_000}b \n\r\n c") == f"a{' ' * 200_000}b c"
