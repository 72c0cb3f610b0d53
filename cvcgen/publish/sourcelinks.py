"""Addresses of the content in its repository: a commit, a line, a new issue.

Written for the two common layouts of such sites; nothing is looked up.
"""

from urllib.parse import quote, urlencode, urlsplit

from cvcgen.core.diagnostics import Location
from cvcgen.core.model import Origin, Repository
from cvcgen.publish.slots import MARKS


def revision_link(repository: Repository | None, origin: Origin) -> str | None:
    """The page of the commit that the site was built from, or None."""
    if repository is None or origin.revision is None or not _is_web(repository):
        return None
    return f"{_pages(repository)}/commit/{quote(origin.revision)}"


def line_link(repository: Repository | None, origin: Origin, where: Location) -> str | None:
    """The file and line of a record, at the built revision, else on the branch."""
    if repository is None or not where.path or not _is_web(repository):
        return None
    revision = quote(origin.revision or repository.branch, safe=f"/{MARKS}")
    return f"{_pages(repository)}/blob/{revision}/{quote(where.path)}#L{where.line}"


def issue_link(repository: Repository | None, title: str, body: str) -> str | None:
    """The form of a new issue, filled in, or None where the repository is not known."""
    if repository is None or not _is_web(repository):
        return None
    names = (
        ("issue[title]", "issue[description]") if _is_gitlab(repository) else ("title", "body")
    )
    filled = urlencode(dict(zip(names, (title, body), strict=True)))
    return f"{_pages(repository)}/issues/new?{filled}"


def _pages(repository: Repository) -> str:
    return f"{repository.url}/-" if _is_gitlab(repository) else repository.url


def _is_gitlab(repository: Repository) -> bool:
    return "gitlab" in (urlsplit(repository.url).hostname or "")


def _is_web(repository: Repository) -> bool:
    return urlsplit(repository.url).scheme in {"http", "https"}
