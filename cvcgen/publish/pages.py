"""The whole site's pages: which there are, which view and template each takes."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TypeVar

from cvcgen.core.model import Catalogue, Clientele, Project, Rubric, Value
from cvcgen.core.ranking import Scoreboard
from cvcgen.publish.addresses import Address, PageKind
from cvcgen.publish.artifacts import Artifact, Download
from cvcgen.publish.render import Renderer, make_renderers
from cvcgen.publish.views.clientele import view_clientele
from cvcgen.publish.views.context import Asset, PageContext, SiteIndex, index_site
from cvcgen.publish.views.data import view_data
from cvcgen.publish.views.entry import view_entry
from cvcgen.publish.views.home import view_home, view_rankings
from cvcgen.publish.views.listing import (
    view_clienteles,
    view_projects,
    view_rubrics,
    view_values,
)
from cvcgen.publish.views.method import view_method
from cvcgen.publish.views.project import view_project
from cvcgen.publish.views.ranking import count_parts, view_ranking
from cvcgen.publish.views.rubric import view_rubric
from cvcgen.publish.views.value import view_value
from cvcgen.publish.voice import Voice, make_voice

_ASSETS = "assets"
_VERSION_DIGITS = 8
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
) -> Iterator[Artifact]:
    """Every page and asset of the site, each once.

    `templates` has the tool's own templates and their `assets/`; a file of the same name in
    `override_templates` takes the place of one of them.
    """
    assets = tuple(_read_assets(templates, override_templates))
    yield from assets
    index = index_site(
        catalogue,
        scoreboard,
        downloads,
        tuple(Asset(asset.path, _version(asset)) for asset in assets),
        tool_version,
    )
    languages = catalogue.site.languages
    voices = tuple(make_voice(language, languages[0]) for language in languages)
    phrases = [voice.phrases for voice in voices]
    renderers = make_renderers(templates, override_templates, phrases)
    for voice, renderer in zip(voices, renderers, strict=True):
        yield from _render_language(index, voice, renderer)
    yield from _render_entries(index, voices, renderers[0])


def _render_language(index: SiteIndex, voice: Voice, renderer: Renderer) -> Iterator[Artifact]:
    for page in _list_pages(index):
        context = PageContext(index, voice, page.address)
        template = f"{page.address.kind}.html.jinja"
        yield Artifact(context.path, renderer.render(template, page.view(context)))


def _list_pages(index: SiteIndex) -> Iterator[_Page]:
    yield _Page(Address(PageKind.HOME), view_home)
    yield _Page(Address(PageKind.RANKINGS), view_rankings)
    yield _Page(Address(PageKind.PROJECTS), view_projects)
    yield _Page(Address(PageKind.CLIENTELES), view_clienteles)
    yield _Page(Address(PageKind.VALUES), view_values)
    yield _Page(Address(PageKind.RUBRICS), view_rubrics)
    yield _Page(Address(PageKind.METHOD), view_method)
    yield _Page(Address(PageKind.DATA), view_data)
    yield from _list_records(index)


def _list_records(index: SiteIndex) -> Iterator[_Page]:
    catalogue = index.catalogue
    for clientele in catalogue.clienteles:
        yield _record_page(PageKind.CLIENTELE, view_clientele, clientele)
        for number in range(1, count_parts(len(index.rankings[clientele.id].ranked)) + 1):
            yield _record_page(PageKind.RANKING, view_ranking, clientele, number)
    for project in catalogue.projects:
        yield _record_page(PageKind.PROJECT, view_project, project)
    for value in catalogue.values:
        yield _record_page(PageKind.VALUE, view_value, value)
    for rubric in catalogue.rubrics:
        yield _record_page(PageKind.RUBRIC, view_rubric, rubric)


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


def _read_assets(templates: Path, overrides: Path | None) -> Iterator[Artifact]:
    found: dict[str, Path] = {}
    for folder in (templates, overrides):
        if folder is not None and (folder / _ASSETS).is_dir():
            files = (path for path in (folder / _ASSETS).iterdir() if path.is_file())
            found.update((path.name, path) for path in files)
    for name in sorted(found):
        yield Artifact(PurePosixPath(_ASSETS, name), found[name].read_bytes())


def _version(asset: Artifact) -> str:
    return hashlib.sha256(asset.content).hexdigest()[:_VERSION_DIGITS]
