"""The report as one HTML document: sound, accessible, without anything active."""

import html5lib
import pytest

from cvcgen.reports.changes import as_html
from tests.reports.changes.reviews import everyday, hostile, review
from tests.reports.samples import EVERY_STATE, reader

ALLOWED = {
    *("html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "p", "ul", "li"),
    *("div", "table", "caption", "thead", "tbody", "tr", "th", "td", "code", "strong"),
}


def parsed(text: str):  # type: ignore[no-untyped-def]
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    return parser.parse(text)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_document_is_sound_and_says_its_language(language: str) -> None:
    root = parsed(as_html.report(everyday(), reader(language)))
    assert root.get("lang") == language
    assert {element.tag for element in root.iter()} <= ALLOWED
    assert len(root.findall(".//h1")) == 1


def test_every_table_has_a_caption_and_heads() -> None:
    root = parsed(as_html.report(everyday(), reader()))
    tables = root.findall(".//table")
    assert tables
    for table in tables:
        assert table.find("caption").text
        assert {head.get("scope") for head in table.iter("th")} == {"col", "row"}


@pytest.mark.parametrize(
    "words", ["<script>alert(1)</script>", "\"' onload=x", "&lt;b&gt; </title>", "\u202e\x00"]
)
def test_no_name_is_more_than_text(words: str) -> None:
    text = as_html.report(hostile(words), reader())
    root = parsed(text)
    assert {element.tag for element in root.iter()} <= ALLOWED
    names = {name for element in root.iter() for name in element.attrib}
    assert not any(name.startswith("on") for name in names)
    assert not {"\u202e", "\x00"} & set(text)
    shown = "".join(root.itertext())
    assert words in shown or "\\u{" in shown


def test_a_log_takes_no_name_for_a_command() -> None:
    text = as_html.report(hostile("##[error]x"), reader())
    assert "##[" not in text
    assert "##[error]x" in "".join(parsed(text).itertext())


def test_nothing_changed_is_said() -> None:
    root = parsed(as_html.report(review(EVERY_STATE, EVERY_STATE), reader()))
    assert root.findtext(".//h1") == "no change at all"
    assert root.findall(".//table") == []
