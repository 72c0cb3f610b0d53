"""Views to HTML: the only part of cvcgen that knows Jinja, Markdown and nh3.

Whatever the content says ends up as text: templates escape everything, and what comes out
of Markdown passes an allow-list last. The page's security policy is the second wall.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from xml.etree.ElementTree import Element

import nh3
from jinja2 import BytecodeCache, ChoiceLoader, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString
from markupsafe import Markup

from cvcgen.phrases import Phrases
from cvcgen.publish.tameness import is_tame, split_paragraphs
from cvcgen.publish.typography import typeset
from cvcgen.publish.voice import Prose

_TAGS = {
    "a", "abbr", "blockquote", "br", "code", "dd", "dl", "dt", "em", "h2", "h3", "h4", "h5",
    "h6", "hr", "li", "ol", "p", "pre", "strong", "table", "tbody", "td", "th", "thead", "tr",
    "ul",
}  # fmt: skip
_ATTRIBUTES = {"a": {"href", "title"}, "ol": {"start"}}
_SCHEMES = {"http", "https", "mailto"}
_LINK_REL = "noopener noreferrer"
_VERBATIM = {"code", "pre"}
_LAST_HEADING = 6
_REMEMBERED = 20_000


@dataclass(frozen=True, slots=True)
class Renderer:
    """Templates with the words of one language."""

    environment: Environment

    def render(self, template: str, view: object) -> bytes:
        """The page that the template makes of the view; templates know it as `page`."""
        return self.environment.get_template(template).render(page=view).encode()


def make_renderers(
    templates: Path, overrides: Path | None, languages: Iterable[Phrases]
) -> tuple[Renderer, ...]:
    """One renderer per language for these templates, each compiled once for all.

    Where a site brings templates of its own, they come first and all run in a sandbox.
    """
    compiled = _CompiledTemplates()
    return tuple(
        Renderer(_environment(templates, overrides, phrases, compiled)) for phrases in languages
    )


def render_blocks(prose: Prose, heading: int) -> Markup:
    """Markdown as paragraphs, lists and tables; its headings begin at that level (2 to 6)."""
    return _render_markdown(prose.source, prose.language, heading)


def render_inline(prose: Prose) -> Markup:
    """Markdown as running text; what is more than one paragraph stays in blocks."""
    html = _render_markdown(prose.source, prose.language, _LAST_HEADING)
    alone = html.startswith("<p>") and html.endswith("</p>") and html.count("<p>") == 1
    return Markup(html.removeprefix("<p>").removesuffix("</p>")) if alone else html


class _CompiledTemplates(BytecodeCache):
    """What one language has compiled serves the others."""

    def __init__(self) -> None:
        self._code: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket, where the template is known."""
        if bucket.key in self._code:
            bucket.bytecode_from_string(self._code[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Remember the bucket."""
        self._code[bucket.key] = bucket.bytecode_to_string()


def _environment(
    templates: Path, overrides: Path | None, phrases: Phrases, compiled: BytecodeCache
) -> Environment:
    folders = [folder for folder in (overrides, templates) if folder is not None]
    kind = ImmutableSandboxedEnvironment if overrides is not None else Environment
    environment = kind(
        loader=ChoiceLoader([FileSystemLoader(folder) for folder in folders]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        bytecode_cache=compiled,
        extensions=["jinja2.ext.i18n"],
    )
    # The i18n extension adds this method, which Jinja's own types do not know.
    install: Callable[..., None] = environment.install_gettext_callables  # type: ignore[attr-defined]
    install(phrases.one, phrases.many, newstyle=True, pgettext=phrases.context)
    environment.filters["blocks"] = render_blocks
    environment.filters["inline"] = render_inline
    return environment


@lru_cache(maxsize=_REMEMBERED)
def _render_markdown(source: str, language: str, heading: int) -> Markup:
    if not is_tame(source):
        paragraphs = (typeset(text, language) for text in split_paragraphs(source))
        return Markup("\n").join(Markup("<p>{}</p>").format(text) for text in paragraphs)
    clean = nh3.clean(
        _parser(language, heading).reset().convert(source),
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        url_schemes=_SCHEMES,
        link_rel=_LINK_REL,
    )
    return Markup(clean.replace("&nbsp;", "\N{NO-BREAK SPACE}"))


@lru_cache(maxsize=64)
def _parser(language: str, heading: int) -> Markdown:
    """A parser for texts of one language; raw HTML is text to it."""
    parser = Markdown(extensions=["sane_lists", "tables"], output_format="html")
    parser.preprocessors.deregister("html_block")
    parser.inlinePatterns.deregister("html")
    parser.treeprocessors.register(_Finish(parser, language, heading), "finish", 15)
    return parser


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
