"""The texts of a page as a reader gets them: one per block or attribute, with its language."""

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from tests.browser.sitepages import SitePage

RUNNING = {
    "a", "abbr", "b", "bdi", "cite", "dfn", "em", "i", "mark", "q", "s", "small", "span",
    "strong", "sub", "sup", "time", "u", "var", "wbr", "tspan",
}  # fmt: skip
VERBATIM = {"code", "pre", "kbd", "samp", "script", "style"}
SPOKEN = ("alt", "title", "aria-label", "placeholder", "aria-description", "label")
META = {"description", "og:title", "og:description", "og:site_name"}


@dataclass(frozen=True, slots=True)
class Said:
    """A piece of running text."""

    text: str
    language: str
    place: str
    """The element that has it, for a message."""


def texts(page: SitePage) -> Iterator[Said]:
    """Every text and spoken attribute of the page that is not code.

    A change of language inside a paragraph ends one piece and begins another.
    """
    language = page.document.attrib.get("lang", "")
    yield from _walk(page.document, language)


def _walk(element: Element, language: str) -> Iterator[Said]:
    tag = str(element.tag).rpartition(" ")[2]
    if not isinstance(element.tag, str) or tag in VERBATIM:
        return
    for name in SPOKEN:
        if name in element.attrib:
            yield Said(element.attrib[name], language, f"<{tag} {name}>")
    if tag == "meta" and {element.get("name"), element.get("property")} & META:
        yield Said(element.attrib["content"], language, "<meta>")
    gathered = [element.text or ""]
    for child in element:
        own = child.get("lang", language)
        if str(child.tag) in RUNNING and own == language and "hreflang" not in child.attrib:
            yield from (
                said
                for said in _walk(child, own)
                if said.place.endswith(tuple(f" {n}>" for n in SPOKEN))
            )
            gathered.append(_running(child, language))
        elif str(child.tag) in VERBATIM:
            gathered.append("\N{OBJECT REPLACEMENT CHARACTER}")
        else:
            yield from _piece(gathered, language, tag)
            gathered = []
            yield from _walk(child, own)
        gathered.append(child.tail or "")
    yield from _piece(gathered, language, tag)


def _running(element: Element, language: str) -> str:
    """The text of an element inside a line; what is code or foreign in it stands as a sign."""
    parts = [element.text or ""]
    for child in element:
        foreign = child.get("lang", language) != language or str(child.tag) in VERBATIM
        known = str(child.tag) in RUNNING and not foreign
        parts.append(_running(child, language) if known else "\N{OBJECT REPLACEMENT CHARACTER}")
        parts.append(child.tail or "")
    return "".join(parts)


def _piece(gathered: list[str], language: str, tag: str) -> Iterator[Said]:
    text = "".join(gathered)
    if text.strip():
        yield Said(text, language, f"<{tag}>")
