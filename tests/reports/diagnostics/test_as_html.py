from html.parser import HTMLParser

from cvcgen.core.diagnostics import Diagnostic, Location, message
from cvcgen.reports.diagnostics import as_html
from cvcgen.reports.diagnostics.as_html import report
from cvcgen.reports.diagnostics.as_text import report as text_report
from tests.reports.diagnostics.faults import HOSTILE, LATER, TEXTS, UNKNOWN, many
from tests.reports.samples import ENGLISH, FRENCH


class Words(HTMLParser):
    """The text of a fragment, and its tags."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text, self.tags = "", list[str]()
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def test_a_fault_is_an_item_with_its_lines_its_other_place_and_its_hint() -> None:
    assert report([UNKNOWN], TEXTS, ENGLISH) == (
        "<ol>\n"
        '<li class="error">\n'
        "<p><code>content/projects/rappel.yaml:3:3</code> <strong>error[CVC406]</strong> "
        "unknown value «rapidte»</p>\n"
        '<pre tabindex="0">3 |   rapidte: 3<span aria-hidden="true">\n'
        "      ^^^^^^^</span></pre>\n"
        "<p>note: <code>content/clienteles/citoyens.yaml:1:1</code>: in the pyramid</p>\n"
        '<pre tabindex="0">1 | pyramid:<span aria-hidden="true">\n'
        "    ^^^^^^^</span></pre>\n"
        '<p class="hint">hint: did you mean `rapidite`?</p>\n'
        "</li>\n"
        "</ol>\n"
    )


def test_it_says_the_same_words_as_a_terminal() -> None:
    found = [UNKNOWN, LATER, HOSTILE]
    for phrases in (ENGLISH, FRENCH):
        shown = Words(report(found, TEXTS, phrases)).text
        words = text_report(found, TEXTS, phrases).rpartition("\n\n")[0].split()
        told = {word.removesuffix(":") for word in shown.split()}
        assert {word.removesuffix(":") for word in words} - told == {"="}


def test_whatever_the_content_says_is_text() -> None:
    line = "<script>alert(1)</script> & \"'</pre> ##vso[x]\u202e"
    place = Location('<img src=x onerror="a()">.yaml', 1, 1, "", 8)
    fault = Diagnostic("CVC101", message("{what}", what=line), place, hint=message(line))
    html = report([fault], {place.path: line}, ENGLISH)
    assert set(Words(html).tags) == {"ol", "li", "p", "code", "strong", "pre", "span"}
    assert "\\u{202e}" in html
    assert "\u202e" not in html


def test_of_very_many_faults_the_rest_is_counted() -> None:
    html = report(many(as_html.MOST + 2, 0), {}, ENGLISH)
    assert Words(html).tags.count("li") == as_html.MOST
    assert html.endswith("</ol>\n<p>+2 more, listed by `cvcgen check`</p>\n")
