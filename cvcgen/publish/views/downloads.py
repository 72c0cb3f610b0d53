"""The data files that a page offers, with their size and how many rows they have."""

from dataclasses import dataclass
from pathlib import PurePosixPath

from cvcgen.core.diagnostics import Message
from cvcgen.core.model import ClienteleId, ProjectId
from cvcgen.publish.addresses import quote_name, way_from
from cvcgen.publish.artifacts import Download
from cvcgen.publish.views.context import FolderContext, PageContext, once_per_folder


@dataclass(frozen=True, slots=True)
class DownloadLink:
    """One file to download."""

    title: str
    """What is in it."""
    format: str
    """Its kind, such as CSV."""
    size: str
    """Its size, with the unit."""
    rows: str
    """How many rows it has, in words; empty where that cannot be counted."""
    href: str
    """Relative to the page."""
    about: str
    """What it holds, in a sentence; empty where the title says it all."""
    schema_href: str | None
    """Its JSON Schema, relative to the page; None where it has none."""


def list_downloads(
    page: PageContext, clientele: ClienteleId | None = None, project: ProjectId | None = None
) -> tuple[DownloadLink, ...]:
    """The files about that clientele or that project, or about the site where neither is given.

    Files whose headings are in another language are left out.
    """
    return tuple(
        _link(page, download)
        # By subject: to read all files would make the page depend on the size of each.
        for download in page.site.downloads_of.get((clientele, project), ())
        if download.language in {None, page.voice.language}
    )


def _link(page: PageContext, download: Download) -> DownloadLink:
    voice, rows = page.voice, download.rows
    folder, _, name = str(download.path).rpartition("/")
    return DownloadLink(
        title=_say(page, download.title),
        format=name.rpartition(".")[2].upper(),
        size=_say_size(page, download.size),
        rows="" if rows is None else voice.many("{count} row", "{count} rows", rows),
        href=_way_into(page, folder) + quote_name(name),
        about=_say(page, download.about) if download.about else "",
        schema_href=_link_schema(page, download.schema) if download.schema else None,
    )


@once_per_folder
def _way_into(page: FolderContext, folder: str) -> str:
    """What links to the files of that folder begin with."""
    return way_from(page.folder, PurePosixPath(folder))


@once_per_folder
def _say(page: FolderContext, words: Message) -> str:
    """What is said of several files."""
    return page.voice.say(words)


@once_per_folder
def _say_size(page: FolderContext, octets: int) -> str:
    """The size of several files."""
    return page.voice.size(octets)


@once_per_folder
def _link_schema(page: FolderContext, schema: PurePosixPath) -> str:
    """The link to the schema of several files."""
    return page.file_href(schema)
