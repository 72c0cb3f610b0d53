"""The links of a built site, followed inside its folder without a browser."""

import posixpath
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tests.browser.sitepages import BuiltSite, SitePage, Tag

Ids = Callable[[str], frozenset[str]]
"""The ids on a page, by its path."""

LINKING = {"a": "href", "link": "href", "area": "href", "use": "href", "img": "src"}
LINKING |= {"script": "src", "form": "action", "source": "src", "iframe": "src"}
CALLING = {"link", "use", "img", "script", "source", "iframe"}
"""Elements that make the browser ask for their address at once."""


def links(page: SitePage) -> Iterator[tuple[Tag, str]]:
    """Each element that refers to something, and its address as written."""
    for tag in page.tags:
        address = tag.attributes.get(LINKING.get(tag.name, ""))
        if address is not None:
            yield tag, address


def broken_links(site: BuiltSite) -> list[str]:
    """Links that lead to no file or no place in it, or out of the folder."""
    pages = {page.path: page for page in site.pages}

    @cache
    def ids(path: str) -> frozenset[str]:
        return frozenset(tag.attributes.get("id", "") for tag in pages[path].tags)

    return [
        f"{page}: {address}: {fault}"
        for page in site.pages
        for _tag, address in links(page)
        for fault in _faults(page, address, site.folder, ids)
    ]


def foreign_calls(site: BuiltSite) -> list[str]:
    """Elements that would make the browser ask another host, or an absolute address."""
    return [
        f"{page}: <{tag.name}> {address}"
        for page in site.pages
        for tag, address in links(page)
        if tag.name in CALLING and _is_elsewhere(address)
    ]


def _faults(page: SitePage, address: str, folder: Path, ids: Ids) -> Iterator[str]:
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return
    if parts.path.startswith("/"):
        yield "absolute: breaks under a sub-path and in a folder"
        return
    path = target(page, address) if parts.path else page.path
    if path.startswith("../"):
        yield "leads out of the site"
    elif not (folder / path).is_file():
        yield "there is no such file (a link names its file)"
    elif is_place(parts.fragment, path) and unquote(parts.fragment) not in ids(path):
        yield f"there is no #{parts.fragment}"


def is_place(fragment: str, path: str) -> bool:
    """Whether the fragment names an element, not a state such as `q=carte`."""
    return bool(fragment) and path.endswith(".html") and "=" not in fragment


def target(page: SitePage, address: str) -> str:
    """The path inside the site that a relative address leads to."""
    folder = posixpath.dirname(page.path)
    return posixpath.normpath(posixpath.join(folder, unquote(urlsplit(address).path)))


def _is_elsewhere(address: str) -> bool:
    return bool(urlsplit(address).netloc) or address.startswith("/")
