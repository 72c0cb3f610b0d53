"""The data files that a page offers, with their size and how many rows they have."""

from dataclasses import dataclass

from cvcgen.core.model import ClienteleId, ProjectId
from cvcgen.publish.artifacts import Download
from cvcgen.publish.views.context import PageContext


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
    voice = page.voice
    rows = download.rows
    return DownloadLink(
        title=voice.say(download.title),
        format=download.path.suffix.removeprefix(".").upper(),
        size=voice.size(download.size),
        rows="" if rows is None else voice.many("{count} row", "{count} rows", rows),
        href=page.file_href(download.path),
        about=voice.say(download.about) if download.about else "",
        schema_href=page.file_href(download.schema) if download.schema else None,
    )
