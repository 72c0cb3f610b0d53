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
from markdown.extensions.tables import TableProcessor
from markdown.inlinepatterns import (
    IMAGE_LINK_RE,
    IMAGE_REFERENCE_RE,
    LINK_RE,
    DelimiterProcessor,
    LinkInlineProcessor,
    ReferenceInlineProcessor,
    ShortReferenceInlineProcessor,
)
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from cvcgen.core.hidden import cover, is_blank
from cvcgen.publish.typography import typeset

_TAGS = {
    "a", "abbr", "blockquote", "br", "code", "dd", "dl", "dt", "em", "h2", "h3", "h4", "h5",
    "h6", "hr", "li", "ol", "p", "pre", "strong", "table", "tbody", "td", "th", "thead", "tr",
    "ul",
}  # fmt: skip
_ATTRIBUTES = {"a": {"href", "title"}, "ol": {"start"}}
_SCHEMES = {"http", "https", "mailto"}
_LINK_REL = "noopener noreferrer"
_ASTRAY = re.compile(r"[\x00-\x20]*(?:[/\\]{2}|https?:[/\\]*[^/\\?#]*@)", re.IGNORECASE)
"""How an address begins that does not lead where it seems to, as browsers read it.

`//host`: opened from a folder, to another machine's shared files. `https://name@host`: to the
host that stands behind a name that may look like one, and the name may be a password.
"""
_UNREAD = str.maketrans("", "", "\t\n\r")
"""What browsers leave out of an address before they read it."""
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
        attribute_filter=_plainly,
        url_schemes=_SCHEMES,
        link_rel=_LINK_REL,
    )
    return cover(clean.replace("&nbsp;", "\N{NO-BREAK SPACE}"))


def _plainly(_tag: str, name: str, value: str) -> str | None:
    """The attribute's value; None for an address that hides where it leads."""
    return None if name == "href" and _ASTRAY.match(value.translate(_UNREAD)) else value


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
    parser.inlinePatterns.register(_Link(LINK_RE, parser), "link", 160)
    for kind, pattern, name, priority in _PICTURES:
        parser.inlinePatterns.register(kind(pattern, parser), name, priority)
    table = _Table(parser.parser, {"use_align_attribute": False})
    parser.parser.blockprocessors.register(table, "table", 75)
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


class _Link(LinkInlineProcessor):
    """A link whose address ends; the parser would lose what stands behind one that does not."""

    def getLink(self, data: str, index: int) -> tuple[str, str | None, int, bool]:
        """The address and title, where they end, and whether they are those of a link."""
        href, title, end, handled = super().getLink(data, index)
        return href, title, end, handled and end > index


class _Description(LinkInlineProcessor):
    """An image may come from elsewhere: its description takes its place, with its own marks."""

    def handleMatch(  # type: ignore[override]
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        """The description, with where the image starts and ends; or none."""
        found, start, end = super().handleMatch(m, data)
        if not isinstance(found, Element):
            return None, start, end
        found.tag = "span"
        found.attrib.clear()
        return found, start, end


class _Picture(_Description, _Link):
    """`![description](address)`."""


class _PictureReference(_Description, ReferenceInlineProcessor):
    """`![description][name]`."""


class _ShortPictureReference(_Description, ShortReferenceInlineProcessor):
    """`![name]`."""


_PICTURES = (
    (_Picture, IMAGE_LINK_RE, "image_link", 150),
    (_PictureReference, IMAGE_REFERENCE_RE, "image_reference", 140),
    (_ShortPictureReference, IMAGE_REFERENCE_RE, "short_image_ref", 125),
)
"""In the places that the parser has its own for images in."""


class _Table(TableProcessor):
    """A table as wide as its head: one with a wider row would lose cells, and is none."""

    def test(self, parent: Element, block: str) -> bool:
        """Whether the block is such a table."""
        return (
            super().test(parent, block)
            and all(
                len(self._split_row(row.strip(" "))) <= len(self.separator)  # type: ignore[attr-defined]
                for row in block.split("\n")[2:]
            )
        )


class _Heading(HashHeaderProcessor):
    """A heading has a space after its marks: `#1` is a number, and stays as it was typed."""

    RE = re.compile(
        HashHeaderProcessor.RE.pattern.replace("(?P<header>", r"(?=\s|$)(?P<header>")
    )


class _Finish(Treeprocessor):
    """After parsing: text set as its language asks, headings below the page's, links named."""

    def __init__(self, parser: Markdown, language: str, heading: int) -> None:
        super().__init__(parser)
        self._language = language
        self._shift = heading - 1

    def run(self, root: Element) -> None:
        """Change the tree in place."""
        for element in root.iter():
            if element.tag == "a":
                self._finish_link(element)
            elif len(element.tag) == 2 and element.tag[0] == "h" and element.tag[1].isdigit():
                element.tag = f"h{min(int(element.tag[1]) + self._shift, _LAST_HEADING)}"
            if element.tag not in _VERBATIM:
                element.text = self._typeset(element.text)
            element.tail = self._typeset(element.tail)

    def _finish_link(self, link: Element) -> None:
        """A link holds no other, and shows something: else nobody could follow it."""
        for inner in list(link.iter("a"))[1:]:
            inner.tag = "span"
            inner.attrib.clear()
        if is_blank("".join(link.itertext())):
            link.text = AtomicString(link.get("href", ""))
            link.tag = "a" if link.text else "span"

    def _typeset(self, text: str | None) -> str | None:
        if text is None or isinstance(text, AtomicString):
            return text
        return typeset(text, self._language)
