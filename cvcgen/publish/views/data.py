"""The data's page: every file for the whole site and per clientele, and what it is made of."""

from collections import Counter
from dataclasses import dataclass

from cvcgen.core.diagnostics import message
from cvcgen.core.model import ProjectId
from cvcgen.publish.addresses import PageKind
from cvcgen.publish.views.context import LanguageContext, Link, PageContext
from cvcgen.publish.views.downloads import DownloadLink, list_downloads
from cvcgen.publish.views.facts import settled
from cvcgen.publish.views.frame import Frame, frame_page
from cvcgen.publish.views.labels import PROVENANCE
from cvcgen.publish.voice import Prose


@dataclass(frozen=True, slots=True)
class DownloadGroup:
    """The files about one clientele."""

    clientele: Link
    """The clientele's ranking."""
    downloads: tuple[DownloadLink, ...]
    """Its files."""


@dataclass(frozen=True, slots=True)
class ProjectFiles:
    """The files of single projects, which their own pages list."""

    summary: str
    """How many they are, and their size together."""
    example: DownloadLink
    """The first of them, for what it holds and for its schema."""
    example_name: str
    """Its name, without the folder."""


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
    project_files: ProjectFiles | None
    """The files of single projects, or None where there are none."""
    notice: Prose | None
    """The site's banner."""
    source: Prose | None
    """Where the site's content comes from."""
    origins: tuple[str, ...]
    """How many projects come from where."""
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
        project_files=_sum_up_projects(page),
        notice=page.voice.prose(page.site.catalogue.site.notice),
        source=page.voice.prose(page.site.catalogue.site.source),
        origins=_count_origins(page),
        repository_href=repository.url if repository else None,
    )


def _sum_up_projects(page: PageContext) -> ProjectFiles | None:
    found = _say_project_files(page)
    if found is None:
        return None
    summary, first = found
    example = page.site.downloads_of[None, first][0]
    return ProjectFiles(
        summary=summary,
        example=list_downloads(page, project=first)[0],
        example_name=example.path.name,
    )


@settled
def _say_project_files(page: LanguageContext) -> tuple[str, ProjectId] | None:
    """How many they are and how large, and which project's is the first."""
    files = [file for file in page.site.downloads if file.project]
    if not files or files[0].project is None:
        return None
    summary = page.voice.many(
        "{count} file, {size} in all.",
        "{count} files, {size} in all.",
        len(files),
        size=page.voice.size(sum(file.size for file in files)),
    )
    return summary, files[0].project


@settled
def _count_origins(page: LanguageContext) -> tuple[str, ...]:
    projects = page.site.catalogue.projects
    counts = Counter(project.provenance for project in projects)
    return tuple(
        page.voice.many(
            "{origin}: {count} project",
            "{origin}: {count} projects",
            counts[provenance],
            origin=page.voice.say(label),
        )
        for provenance, label in PROVENANCE.items()
        if counts[provenance]
    )
