"""The whole site's pages: which there are, which view and template each takes."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import TypeVar

from cvcgen.core.model import Catalogue, Clientele, Project, Rubric, Value
from cvcgen.core.ranking import Scoreboard
from cvcgen.publish.addresses import Address, PageKind
from cvcgen.publish.artifacts import Artifact, Download
from cvcgen.publish.crawlers import render_robots, render_sitemap
from cvcgen.publish.preview import Preview
from cvcgen.publish.render import Renderer, make_renderers
from cvcgen.publish.views.accessibility import view_accessibility
from cvcgen.publish.views.changes import view_changes
from cvcgen.publish.views.clientele import view_clientele
from cvcgen.publish.views.compare import view_compare
from cvcgen.publish.views.context import Asset, PageContext, SiteIndex, index_site
from cvcgen.publish.views.data import view_data
from cvcgen.publish.views.editions import has_comparison
from cvcgen.publish.views.embed import view_embed
from cvcgen.publish.views.entry import view_entry
from cvcgen.publish.views.grid import view_grid
from cvcgen.publish.views.home import view_home, view_rankings
from cvcgen.publish.views.listing import (
    view_clienteles,
    view_projects,
    view_rubrics,
    view_values,
)
from cvcgen.publish.views.method import view_method
from cvcgen.publish.views.pager import count_parts
from cvcgen.publish.views.project import view_project
from cvcgen.publish.views.ranking import view_ranking
from cvcgen.publish.views.rubric import view_rubric
from cvcgen.publish.views.scorebadge import draw_badge
from cvcgen.publish.views.search import search_data, view_search
from cvcgen.publish.views.value import view_value
from cvcgen.publish.voice import Voice, make_voice

_ASSETS = "assets"
_Record = TypeVar("_Record", Clientele, Project, Rubric, Value)


@dataclass(frozen=True, slots=True)
class _Page:
    """A page to be: where it lies in every language, and how its view is made."""

    address: Address
    view: Callable[[PageContext], object]


def render_pages(  # noqa: PLR0913, PLR0917 - all that a site is made from
    catalogue: Catalogue,
    scoreboard: Scoreboard,
    templates: Path,
    downloads: tuple[Download, ...],
    tool_version: str,
    override_templates: Path | None = None,
    preview: Preview | None = None,
) -> Iterator[Artifact]:
    """Every page and asset of the site, each once.

    `templates` has the tool's own templates and their `assets/`; a file of the same name in
    `override_templates` takes the place of one of them. With a `preview` the pages say what
    differs from the state that it compares them with.
    """
    assets = tuple(_read_assets(templates, override_templates))
    yield from assets
    found = tuple(Asset(asset.path, asset.version) for asset in assets)
    index = index_site(catalogue, scoreboard, downloads, found, tool_version)
    index = replace(index, preview=preview)
    languages = catalogue.site.languages
    voices = tuple(make_voice(language, languages[0]) for language in languages)
    phrases = [voice.phrases for voice in voices]
    renderers = make_renderers(templates, override_templates, phrases)
    for voice, renderer in zip(voices, renderers, strict=True):
        yield from _render_language(index, voice, renderer)
    yield from _render_entries(index, voices, renderers[0])
    yield from _render_crawlers(index)


def _render_language(index: SiteIndex, voice: Voice, renderer: Renderer) -> Iterator[Artifact]:
    for page in chain(_list_pages(index), _list_shared(index)):
        context = PageContext(index, voice, page.address)
        suffix = "svg" if page.address.kind is PageKind.BADGE else "html"
        template = f"{page.address.kind}.{suffix}.jinja"
        yield Artifact(context.path, renderer.render(template, page.view(context)))
    yield search_data(PageContext(index, voice, Address(PageKind.SEARCH)))


def _list_pages(index: SiteIndex) -> Iterator[_Page]:
    yield _Page(Address(PageKind.HOME), view_home)
    yield _Page(Address(PageKind.RANKINGS), view_rankings)
    if has_comparison(index.catalogue):
        yield _Page(Address(PageKind.COMPARE), view_compare)
    yield _Page(Address(PageKind.PROJECTS), view_projects)
    yield _Page(Address(PageKind.CLIENTELES), view_clienteles)
    yield _Page(Address(PageKind.VALUES), view_values)
    yield _Page(Address(PageKind.RUBRICS), view_rubrics)
    yield _Page(Address(PageKind.METHOD), view_method)
    yield _Page(Address(PageKind.DATA), view_data)
    yield _Page(Address(PageKind.SEARCH), view_search)
    yield _Page(Address(PageKind.ACCESSIBILITY), view_accessibility)
    if index.preview is not None:
        yield _Page(Address(PageKind.CHANGES), partial(view_changes, preview=index.preview))
    yield from _list_records(index)


def _list_records(index: SiteIndex) -> Iterator[_Page]:
    catalogue = index.catalogue
    for clientele in catalogue.clienteles:
        yield _record_page(PageKind.CLIENTELE, view_clientele, clientele)
        ranking = index.rankings[clientele.id]
        for number in range(1, count_parts(len(ranking.ranked)) + 1):
            yield _record_page(PageKind.RANKING, view_ranking, clientele, number)
        for number in range(1, count_parts(len(ranking.places)) + 1):
            yield _record_page(PageKind.GRID, view_grid, clientele, number)
    for project in catalogue.projects:
        yield _record_page(PageKind.PROJECT, view_project, project)
    for value in catalogue.values:
        yield _record_page(PageKind.VALUE, view_value, value)
    for rubric in catalogue.rubrics:
        yield _record_page(PageKind.RUBRIC, view_rubric, rubric)


def _list_shared(index: SiteIndex) -> Iterator[_Page]:
    """What other sites show: a table per ranking, a picture per score."""
    for clientele in index.catalogue.clienteles:
        yield _record_page(PageKind.EMBED, view_embed, clientele)
    for ranking in index.scoreboard.rankings:
        for place in ranking.places:
            address = Address(PageKind.BADGE, f"{place.project}.{ranking.clientele}")
            yield _Page(address, partial(draw_badge, place=place))


def _record_page(
    kind: PageKind,
    view: Callable[[PageContext, _Record], object],
    record: _Record,
    number: int = 1,
) -> _Page:
    return _Page(Address(kind, record.id, number), lambda context: view(context, record))


def _render_entries(
    index: SiteIndex, voices: tuple[Voice, ...], renderer: Renderer
) -> Iterator[Artifact]:
    for name, not_found in (("index.html", False), ("404.html", True)):
        view = view_entry(index, voices, not_found)
        template = "404.html.jinja" if not_found else "index.html.jinja"
        yield Artifact(PurePosixPath(name), renderer.render(template, view))


def _render_crawlers(index: SiteIndex) -> Iterator[Artifact]:
    """A preview asks not to be listed, and has no sitemap."""
    site = index.catalogue.site
    if index.preview is not None:
        site = replace(site, noindex=True)
    yield render_robots(site)
    if site.url is not None and not site.noindex:
        yield render_sitemap(site.url, (page.address for page in _list_pages(index)), site)


def _read_assets(templates: Path, overrides: Path | None) -> Iterator[Artifact]:
    found: dict[str, Path] = {}
    for folder in (templates, overrides):
        if folder is not None and (folder / _ASSETS).is_dir():
            files = (path for path in (folder / _ASSETS).iterdir() if path.is_file())
            found.update((path.name, path) for path in files)
    for name in sorted(found):
        yield Artifact(PurePosixPath(_ASSETS, name), found[name].read_bytes())
