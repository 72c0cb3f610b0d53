"""Views to HTML: the only part of cvcgen that knows Jinja.

Whatever the content says ends up as text: templates escape everything, and what comes out
of Markdown passes an allow-list last. The page's security policy is the second wall.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping, MutableMapping
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from pathlib import Path
from typing import Any

import jinja2
from jinja2 import (
    BaseLoader,
    BytecodeCache,
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    FunctionLoader,
    StrictUndefined,
    Template,
)
from jinja2.bccache import Bucket
from jinja2.loaders import split_template_path
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from cvcgen.phrases import Phrases
from cvcgen.publish.compiledcode import CodeFolder, open_code_folder
from cvcgen.publish.fragments import Fragments
from cvcgen.publish.moulds import Fill, Moulds, fill_anew
from cvcgen.publish.owntemplates import OwnTemplates
from cvcgen.publish.plainmarkdown import render_plain
from cvcgen.publish.tameness import is_tame, split_paragraphs
from cvcgen.publish.typography import typesetter
from cvcgen.publish.voice import Prose

_LAST_HEADING = 6
_OPTIONS: Mapping[str, Any] = {
    "autoescape": True,
    "undefined": StrictUndefined,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "keep_trailing_newline": True,
    "auto_reload": False,
    "extensions": ["jinja2.ext.i18n"],
}


@dataclass(frozen=True, slots=True)
class Renderer:
    """Templates with the words of one language."""

    environment: Environment
    fill: Fill = fill_anew
    """What makes a piece of a view and a macro."""

    def render(self, template: str, view: object) -> bytes:
        """The page that the template makes of the view; templates know it as `page`."""
        return self.environment.get_template(template).render(page=view).encode()

    def render_alike(self, template: str, view: object) -> bytes:
        """The same, quicker where there are many pages that differ in texts; see `moulds`."""
        return self.fill(view, _whole(self.environment.get_template(template))).encode()


def make_renderers(
    templates: Path, overrides: OwnTemplates | None, languages: Iterable[Phrases]
) -> tuple[Renderer, ...]:
    """One renderer per language for these templates, each compiled once for all.

    Where a site brings templates of its own, they come first and all run in a sandbox. The
    tool's own are compiled once for all runs, if what Python compiles is kept at all.
    """
    compiler = f"{_jinja_version()} {sorted(_OPTIONS.items())}"
    compiled = _CompiledTemplates(None if overrides else open_code_folder(compiler))
    renderers = []
    for phrases in languages:
        moulds = Moulds()
        # What a site's own templates do to a text is not known.
        fill = moulds.fill if overrides is None else fill_anew
        environment = _environment(templates, overrides, phrases, compiled)
        fragments = Fragments()
        environment.filters["once"] = moulds.waiting(fragments.once)
        environment.filters["each"] = moulds.waiting(fragments.each, _each_anew)
        environment.filters["forceescape"] = moulds.escape_again
        environment.filters["anew"] = moulds.waiting(fill_anew)
        environment.filters["moulded"] = fill
        renderers.append(Renderer(environment, fill))
    return tuple(renderers)


def render_blocks(prose: Prose, heading: int) -> Markup:
    """Markdown as paragraphs, lists and tables; its headings begin at that level (2 to 6)."""
    return _render(prose, heading)


def render_inline(prose: Prose) -> Markup:
    """Markdown as running text; what is more than one paragraph stays in blocks."""
    html = _render(prose, _LAST_HEADING)
    alone = html.startswith("<p>") and html.endswith("</p>") and html.count("<p>") == 1
    return Markup(html.removeprefix("<p>").removesuffix("</p>")) if alone else html


def _jinja_version() -> str:
    """The version of Jinja, by the quickest way there is."""
    known = vars(jinja2).get("__version__")
    if known is None:  # announced for a later Jinja
        from importlib.metadata import version  # noqa: PLC0415 - takes 30 ms to load

        return version("jinja2")
    return str(known)


@lru_cache(maxsize=256)
def _whole(template: Template) -> Callable[[object], str]:
    """The template as a macro, always the very same."""
    return lambda view: template.render(page=view)


class _CompiledTemplates(BytecodeCache):
    """What one language has compiled serves the others, and later runs where it is kept."""

    def __init__(self, kept: CodeFolder | None) -> None:
        self._kept = kept
        self._code: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket, where the template is known and still has the same text."""
        code = self._code.get(bucket.key)
        if code is None and self._kept is not None:
            code = self._kept.read(bucket.key)
        if code is not None:
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Remember the bucket."""
        code = self._code[bucket.key] = bucket.bytecode_to_string()
        if self._kept is not None:
            self._kept.write(bucket.key, code)


def _each_anew(views: Iterable[Any], macro: Callable[..., str], *more: Hashable) -> Markup:
    """What the macro makes of each of several views, joined."""
    return Markup("".join([macro(view, *more) for view in views]))


class _Settled(Environment):
    """Jinja's own, where neither templates nor globals change once there are pages.

    A page asks for ten templates, each with all globals. To look them up as Jinja does, ready
    for any change, takes longer than to fill in all rows of a project's page.
    """

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._loaded: dict[str, Template] = {}

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,
    ) -> Template:
        """The template of that name, loaded once."""
        found = self._loaded.get(name) if isinstance(name, str) else name
        if found is None:
            found = self._loaded[str(name)] = super().get_template(name, parent, globals)
        return found

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """What all templates know; one dictionary instead of a chain of them."""
        return {**self.globals, **(d or {})}


class _SettledSandbox(_Settled, ImmutableSandboxedEnvironment):
    """The same for templates of a site's own."""


def _environment(
    templates: Path,
    overrides: OwnTemplates | None,
    phrases: Phrases,
    compiled: BytecodeCache,
) -> Environment:
    loaders: list[BaseLoader] = [FileSystemLoader(templates)]
    if overrides is not None:
        loaders.insert(0, FunctionLoader(partial(_load_own, overrides)))
    kind = _SettledSandbox if overrides is not None else _Settled
    environment = kind(loader=ChoiceLoader(loaders), bytecode_cache=compiled, **_OPTIONS)
    # The i18n extension adds this method, which Jinja's own types do not know.
    install: Callable[..., None] = environment.install_gettext_callables  # type: ignore[attr-defined]
    install(phrases.one, phrases.many, newstyle=True, pgettext=phrases.context)
    environment.globals["_"] = _quick_gettext(phrases)
    environment.filters["blocks"] = render_blocks
    environment.filters["inline"] = render_inline
    return environment


def _load_own(own: OwnTemplates, name: str) -> tuple[str, str, None] | None:
    """The text of the site's own template and where it lay; None where it has none."""
    path = "/".join(split_template_path(name))
    content = own.files.get(path)
    return None if content is None else (content.decode(), str(own.folder / path), None)


def _quick_gettext(phrases: Phrases) -> Callable[..., Markup]:
    """What Jinja's own `_` does, with each phrase looked up once: pages have dozens of them."""

    @cache
    def say(template: str) -> Markup:
        return Markup(phrases.one(template)) % {}

    def gettext(template: str, **arguments: object) -> Markup:
        return Markup(phrases.one(template)) % arguments if arguments else say(template)

    return gettext


def _render(prose: Prose, heading: int) -> Markup:
    """The Markdown by the quickest way that renders it as the parser would."""
    source, language = prose.source, prose.language
    # Texts at length are set but once: nothing is gained by remembering them.
    set_type = typesetter(language)
    if not is_tame(source):
        paragraphs = (set_type(text) for text in split_paragraphs(source))
        return Markup("\n").join(Markup("<p>{}</p>").format(text) for text in paragraphs)
    plain = render_plain(source, heading, set_type)
    if plain is not None:
        return Markup(plain)
    # Imported late: the parser takes 40 ms to load, and many sites need none of it.
    from cvcgen.publish.richmarkdown import render_rich  # noqa: PLC0415

    return Markup(render_rich(source, language, heading))
