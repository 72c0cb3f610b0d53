"""The whole site's pages: which there are, which view and template each takes."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import quote

from cvcgen.core.model import (
    Clientele,
    ClienteleId,
    Origin,
    ProjectId,
    Rubric,
    Site,
    Value,
)
from cvcgen.publish.addresses import (
    Address,
    PageKind,
    feed_path,
    page_folder,
    page_name,
    page_path,
)
from cvcgen.publish.artifacts import Artifact
from cvcgen.publish.crawlers import render_robots, render_sitemap
from cvcgen.publish.making.pieces import Piece
from cvcgen.publish.owntemplates import OwnTemplates
from cvcgen.publish.render import Renderer, make_renderers
from cvcgen.publish.slots import SOURCE, origin_slot
from cvcgen.publish.views.accessibility import view_accessibility
from cvcgen.publish.views.builtfrom import view_built_from
from cvcgen.publish.views.clientele import view_clientele
from cvcgen.publish.views.compare import view_compare
from cvcgen.publish.views.context import PageContext, SiteIndex
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

# Imported late is whatever shows what changed: a quarter of all views, which most sites lack.
if TYPE_CHECKING:
    from cvcgen.publish.history import SiteHistory

_ASSETS = "assets"
_Record = TypeVar("_Record", Clientele, Rubric, Value)


@dataclass(frozen=True, slots=True)
class _Page:
    """A page to be: where it lies in every language, and how its view is made."""

    address: Address
    view: Callable[[PageContext], object]
    """Reads all that the page shows through the context: see `making.noted`."""


@dataclass(frozen=True, slots=True)
class Press:
    """What turns views into pages, for every language of a site."""

    voices: tuple[Voice, ...]
    """One per language, in the site's order."""
    renderers: tuple[Renderer, ...]
    """One per voice."""

    def fill_slots(self, site: Site, origin: Origin) -> Mapping[str, bytes]:
        """What belongs into the slots of all pages built from that state of the content."""
        slots = {}
        if site.repository is not None:
            slots[SOURCE] = quote(origin.revision or site.repository.branch).encode()
        for voice, renderer in zip(self.voices, self.renderers, strict=True):
            view = view_built_from(origin, site.repository, voice)
            slot = origin_slot(voice.language)
            slots[slot] = renderer.render("builtfrom.html.jinja", view)
        return slots


def make_press(site: Site, templates: Path, overrides: OwnTemplates | None = None) -> Press:
    """The press of a site; its own templates, if any, take the place of the tool's."""
    voices = tuple(make_voice(code, site.default_language) for code in site.languages)
    renderers = make_renderers(templates, overrides, [voice.phrases for voice in voices])
    return Press(voices, renderers)


def list_pieces(index: SiteIndex, press: Press) -> Iterator[Piece]:
    """Every page of the site to be; the index decides which there are."""
    slots = press.fill_slots(index.catalogue.site, index.scoreboard.origin)
    for voice, renderer in zip(press.voices, press.renderers, strict=True):
        for page in chain(_list_pages(index), _list_shared(index)):
            folder = page_folder(page.address.kind, voice.language)
            path = f"{folder}/{page_name(page.address, voice.language)}"
            yield Piece(path, partial(_render, page, voice, renderer), slots)
        search = page_path(Address(PageKind.SEARCH), voice.language).with_suffix(".js")
        yield Piece(str(search), partial(_search_data, voice))
        if index.history is not None:
            feed = partial(_render_feed, index.history, voice, renderer)
            yield Piece(str(feed_path(voice.language)), feed)
    for name, not_found in (("index.html", False), ("404.html", True)):
        yield Piece(name, partial(_render_entry, press, not_found))


def list_crawler_files(index: SiteIndex) -> Iterator[Artifact]:
    """What search engines read; a preview asks not to be listed, and has no sitemap."""
    site = index.catalogue.site
    if index.preview is not None:
        site = replace(site, noindex=True)
    yield render_robots(site)
    if site.url is not None and not site.noindex:
        yield render_sitemap(site.url, (page.address for page in _list_pages(index)), site)


def read_assets(templates: Path, overrides: OwnTemplates | None) -> tuple[Artifact, ...]:
    """The files that pages refer to, by name; the site's own take the place of the tool's."""
    own = {} if overrides is None else overrides.files
    assets = {PurePosixPath(path): content for path, content in own.items()}
    found = {path: assets[path] for path in assets if path.parent == PurePosixPath(_ASSETS)}
    shipped = templates / _ASSETS
    for path in shipped.iterdir() if shipped.is_dir() else ():
        if path.is_file():
            found.setdefault(PurePosixPath(_ASSETS, path.name), path.read_bytes())
    return tuple(Artifact(path, found[path]) for path in sorted(found))


def _render(page: _Page, voice: Voice, renderer: Renderer, index: SiteIndex) -> bytes:
    context = PageContext(index, voice, page.address)
    kind, view = page.address.kind, page.view(context)
    if kind is PageKind.BADGE:
        return renderer.render_alike("badge.svg.jinja", view)
    if kind is PageKind.PROJECT:
        return renderer.render_alike("project.html.jinja", view)
    return renderer.render(f"{kind}.html.jinja", view)


def _search_data(voice: Voice, index: SiteIndex) -> bytes:
    return search_data(PageContext(index, voice, Address(PageKind.SEARCH))).content


def _render_feed(
    history: "SiteHistory", voice: Voice, renderer: Renderer, index: SiteIndex
) -> bytes:
    from cvcgen.publish.views.historyfeed import view_feed  # noqa: PLC0415 - see above

    context = PageContext(index, voice, Address(PageKind.HISTORY))
    return renderer.render("history.xml.jinja", view_feed(context, history))


def _render_entry(press: Press, not_found: bool, index: SiteIndex) -> bytes:
    template = "404.html.jinja" if not_found else "index.html.jinja"
    return press.renderers[0].render(template, view_entry(index, press.voices, not_found))


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
        from cvcgen.publish.views.changes import view_changes  # noqa: PLC0415 - see above

        yield _Page(Address(PageKind.CHANGES), partial(view_changes, preview=index.preview))
    if index.history is not None:
        yield from _list_history(index, index.history)
    yield from _list_records(index)


def _list_history(index: SiteIndex, history: "SiteHistory") -> Iterator[_Page]:
    """What changed on the whole site, then for each clientele its projects over time."""
    from cvcgen.publish.views.evolution import view_evolution  # noqa: PLC0415 - see above
    from cvcgen.publish.views.history import view_history  # noqa: PLC0415
    from cvcgen.publish.views.historyentry import list_told  # noqa: PLC0415
    from cvcgen.publish.views.historypager import count_history_pages  # noqa: PLC0415

    for number in range(1, count_history_pages(len(list_told(history))) + 1):
        view = partial(view_history, history=history)
        yield _Page(Address(PageKind.HISTORY, number=number), view)
    for clientele in index.catalogue.clienteles:
        rows = len(history.by_clientele.get(clientele.id, ()))
        for number in range(1, count_parts(rows) + 1):
            address = Address(PageKind.EVOLUTION, clientele.id, number)
            yield _Page(address, partial(view_evolution, clientele=clientele, history=history))


def _list_records(index: SiteIndex) -> Iterator[_Page]:
    catalogue = index.catalogue
    for clientele in catalogue.clienteles:
        yield _record_page(PageKind.CLIENTELE, view_clientele, clientele)
        ranking = index.rankings[clientele.id]
        for number in range(1, count_parts(ranking.ranked_count) + 1):
            yield _record_page(PageKind.RANKING, view_ranking, clientele, number)
        for number in range(1, count_parts(len(ranking.places)) + 1):
            yield _record_page(PageKind.GRID, view_grid, clientele, number)
    for project in catalogue.projects:
        yield _Page(Address(PageKind.PROJECT, project.id), partial(_view_project, project.id))
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
            whose = (place.project, ranking.clientele)
            yield _Page(address, partial(_draw_badge, whose))


def _record_page(
    kind: PageKind,
    view: Callable[[PageContext, _Record], object],
    record: _Record,
    number: int = 1,
) -> _Page:
    """The page of a record of the method, which is the same for all pages."""
    return _Page(Address(kind, record.id, number), lambda context: view(context, record))


def _view_project(project: ProjectId, page: PageContext) -> object:
    return view_project(page, page.site.projects[project])


def _draw_badge(whose: tuple[ProjectId, ClienteleId], page: PageContext) -> object:
    return draw_badge(page, page.site.places[whose])
