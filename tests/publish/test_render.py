"""Markdown to harmless HTML."""

import time

import jinja2
import pytest

from cvcgen.publish.render import _jinja_version, render_blocks, render_inline
from cvcgen.publish.voice import Prose


def blocks(source: str, language: str = "en", heading: int = 3) -> str:
    return str(render_blocks(Prose(source, language, foreign=False), heading))


def inline(source: str, language: str = "en") -> str:
    return str(render_inline(Prose(source, language, foreign=False)))


def test_raw_html_appears_as_text() -> None:
    assert inline("<script>alert(1)</script>") == "&lt;script&gt;alert(1)&lt;/script&gt;"
    assert inline("a <b onclick=x>b</b>") == "a &lt;b onclick=x&gt;b&lt;/b&gt;"


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java&#x09;script:alert(1)",
        "&#106;avascript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        " javascript:alert(1)",
    ],
)
def test_links_lead_nowhere_dangerous(address: str) -> None:
    for source in (f"[a]({address})", f"<{address}>", f"[a][r]\n\n[r]: {address}"):
        assert "href" not in inline(source)


def test_ordinary_links_are_kept() -> None:
    link = '<a href="https://example.org/?a=1" title="t" rel="noopener noreferrer">a</a>'
    assert inline('[a](https://example.org/?a=1 "t")') == link
    assert 'href="../b.html"' in inline("[a](../b.html)")
    assert 'href="mailto:' in inline("[a](mailto:a@example.org)")


def test_an_image_is_its_description() -> None:
    assert inline("![a drawing](https://evil.example/x.png)") == "a drawing"


def test_headings_stay_below_the_page() -> None:
    assert blocks("# A\n\n## B\n\n##### C") == "<h3>A</h3>\n<h4>B</h4>\n<h6>C</h6>"


def test_tables_bring_no_style() -> None:
    assert "style" not in blocks("a | b\n--|:-:\n1 | 2")


def test_french_is_set_outside_code() -> None:
    shown = inline("Gain : **62 %** ; `a : b` ? [« x »](http://a.example/?b)", "fr")
    assert "Gain\u00a0: <strong>62\u00a0%</strong>; <code>a : b</code>?" in shown
    assert "«\u00a0x\u00a0»" in shown


def test_one_paragraph_runs_in_the_line_and_several_stay_blocks() -> None:
    assert inline("a *b*") == "a <em>b</em>"
    assert inline("a\n\nb") == "<p>a</p>\n<p>b</p>"


def test_template_syntax_is_text() -> None:
    assert inline("{{ 7*7 }} {% x %}") == "{{ 7*7 }} {% x %}"


@pytest.mark.parametrize("repeated", ["[", "*", "_a", "`", "<", "![", "[a](", "&", "\\[", "#"])
def test_no_repeated_mark_takes_long(repeated: str) -> None:
    assert seconds(repeated * 10_000) < 2
    assert seconds((repeated * 190 + "\n\n") * 20) < 2


@pytest.mark.parametrize("repeated", ["> ", "- ", "1. ", "a\n\n", "[x]: y\n", "*a **b ", "<a@"])
def test_no_repeated_block_takes_long(repeated: str) -> None:
    assert seconds(repeated * 3_000 + "x") < 2


def test_no_nesting_or_table_takes_long() -> None:
    assert seconds("\n".join("  " * depth + "- x" for depth in range(300))) < 2
    assert seconds("|" * 9_000 + "\n" + "-|" * 9_000) < 2
    assert seconds("x" * 200_000) < 2


def seconds(source: str) -> float:
    """Processor time: other work on the machine does not count."""
    start = time.process_time()
    blocks(source)
    return time.process_time() - start


def test_the_version_of_jinja_is_known_whether_or_not_it_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    said = _jinja_version()
    monkeypatch.delitem(vars(jinja2), "__version__", raising=False)
    assert _jinja_version() == said
    assert said[0].isdigit()
