"""The data's page: every file for the whole site and per clientele, and what it is made of."""

from dataclasses import dataclass

from cvcgen.core.diagnostics import message
from cvcgen.publish.addresses import PageKind
from cvcgen.publish.views.context import Link, PageContext
from cvcgen.publish.views.downloads import DownloadLink, list_downloads
from cvcgen.publish.views.frame import Frame, frame_page


@dataclass(frozen=True, slots=True)
class DownloadGroup:
    """The files about one clientele."""

    clientele: Link
    """The clientele's ranking."""
    downloads: tuple[DownloadLink, ...]
    """Its files."""


@dataclass(frozen=True, slots=True)
class DataView:
    """The data's page."""

    frame: Frame
    """What surrounds the page."""
    whole: tuple[DownloadLink, ...]
    """The files about the whole site."""
    groups: tuple[DownloadGroup, ...]
    """The files about each clientele; none without files."""
    projects_href: str
    """The list of projects, whose pages have their own files."""
    has_project_files: bool
    """Whether projects have files of their own."""
    repository_href: str | None
    """Where the content is kept, or None where that is not known."""


def view_data(page: PageContext) -> DataView:
    """The data's page."""
    title = page.words(page.voice.say(message("Data")))
    summary = page.voice.say(message("The scores, rankings and content of this site as files."))
    groups = (
        DownloadGroup(page.ranking_link(clientele.id), list_downloads(page, clientele.id))
        for clientele in page.clienteles()
    )
    repository = page.site.catalogue.site.repository
    return DataView(
        frame=frame_page(page, title, summary),
        whole=list_downloads(page),
        groups=tuple(group for group in groups if group.downloads),
        projects_href=page.href(PageKind.PROJECTS),
        has_project_files=any(download.project for download in page.site.downloads),
        repository_href=repository.url if repository else None,
    )
