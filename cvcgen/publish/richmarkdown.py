"""Markdown to harmless HTML by a whole parser: the only part of cvcgen that knows one, and nh3.

What comes out of the parser passes an allow-list last, and its characters do once more: a
reference such as `&#x202e;` would bring one that no content may hold, or the mark of a slot.
Texts that are plain need none of this, see `plainmarkdown`; those that would take minutes do
not come here, see `tameness`.
"""

import re
from functools import lru_cache
from xml.etree.ElementTree import Element

import nh3
from markdown import Markdown
from markdown.blockprocessors import HashHeaderProcessor
from markdown.inlinepatterns import DelimiterProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from cvcgen.core.hidden import cover
from cvcgen.publish.typography import typeset

_TAGS = {
    "a", "abbr", "blockquote", "br", "code", "dd", "dl", "dt", "em", "h2", "h3", "h4", "h5",
    "h6", "hr", "li", "ol", "p", "pre", "strong", "table", "tbody", "td", "th", "thead", "tr",
    "ul",
}  # fmt: skip
_ATTRIBUTES = {"a": {"href", "title"}, "ol": {"start"}}
_SCHEMES = {"http", "https", "mailto"}
_LINK_REL = "noopener noreferrer"
_HOST = re.compile(r"[\x00-\x20]*[/\\][\t\n\r]*[/\\]")
"""How an address without a scheme begins that leaves the site, as browsers read it: `//`.

Opened from a folder, such a link would lead to another machine's shared files.
"""
_VERBATIM = {"code", "pre"}
_LAST_HEADING = 6
_WITHOUT_MARKS = str.maketrans("", "", "*_")
_REMEMBERED = 20_000


@lru_cache(maxsize=_REMEMBERED)
def render_rich(source: str, language: str, heading: int) -> str:
    """The HTML of a tame text in that language; its headings begin at that level (2 to 6)."""
    clean = nh3.clean(
        _parser(language, heading).reset().convert(source),
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        attribute_filter=_within_the_site,
        url_schemes=_SCHEMES,
        link_rel=_LINK_REL,
    )
    return cover(clean.replace("&nbsp;", "\N{NO-BREAK SPACE}"))


def _within_the_site(_tag: str, name: str, value: str) -> str | None:
    """The attribute's value; None for an address of another host that hides its scheme."""
    return None if name == "href" and _HOST.match(value) else value


@lru_cache(maxsize=64)
def _parser(language: str, heading: int) -> Markdown:
    """A parser for texts of one language; raw HTML is text to it."""
    parser = Markdown(extensions=["sane_lists", "tables"], output_format="html")
    parser.preprocessors.deregister("html_block")
    parser.inlinePatterns.deregister("html")
    parser.parser.blockprocessors.register(_Heading(parser.parser), "hashheader", 70)
    emphasis = _Emphasis("*", "strong,em", parser)
    emphasis.add("_", "strong,em", smart=True)
    parser.inlinePatterns.register(emphasis, "em_strong", 60)
    parser.treeprocessors.register(_Finish(parser, language, heading), "finish", 15)
    return parser


class _Emphasis(DelimiterProcessor):
    """Emphasis as the parser finds it, where none of the text gets lost.

    Where marks of several lengths overlap, as in `5*x**2*y`, the parser would drop what
    follows the last one: there the marks stay as they were typed.
    """

    def handleMatch(  # type: ignore[override]
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        """The element for the marks at the match, with where it starts and ends; or none."""
        element, start, end = super().handleMatch(m, data)
        if element is None:
            return None, start, end
        kept, given = "".join(element.itertext()), data[start:end]
        if kept.translate(_WITHOUT_MARKS) == given.translate(_WITHOUT_MARKS):
            return element, start, end
        self.reset()
        return None, start, end


class _Heading(HashHeaderProcessor):
    """A heading has a space after its marks: `#1` is a number, and stays as it was typed."""

    RE = re.compile(
        HashHeaderProcessor.RE.pattern.replace("(?P<header>", r"(?=\s|$)(?P<header>")
    )


class _Finish(Treeprocessor):
    """After parsing: text set as its language asks, headings below the page's, no images."""

    def __init__(self, parser: Markdown, language: str, heading: int) -> None:
        super().__init__(parser)
        self._language = language
        self._shift = heading - 1

    def run(self, root: Element) -> None:
        """Change the tree in place."""
        for element in root.iter():
            if element.tag == "img":
                self._drop_image(element)
            elif len(element.tag) == 2 and element.tag[0] == "h" and element.tag[1].isdigit():
                element.tag = f"h{min(int(element.tag[1]) + self._shift, _LAST_HEADING)}"
            if element.tag not in _VERBATIM:
                element.text = self._typeset(element.text)
            element.tail = self._typeset(element.tail)

    def _drop_image(self, image: Element) -> None:
        """An image may come from elsewhere: its description takes its place."""
        image.text = image.get("alt", "")
        image.tag = "span"
        image.attrib.clear()

    def _typeset(self, text: str | None) -> str | None:
        if text is None or isinstance(text, AtomicString):
            return text
        return typeset(text, self._language)
