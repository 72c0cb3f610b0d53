"""What is sent for a path: a file of the site, made when it is asked for, or one of ours."""

from dataclasses import dataclass
from functools import lru_cache
from http import HTTPStatus
from pathlib import Path, PurePosixPath
from urllib.parse import quote, urlsplit

from cvcgen.app.livesite import LiveSite
from cvcgen.core.diagnostics import message
from cvcgen.phrases import load_phrases
from cvcgen.serving.decoration import (
    RESERVED,
    SCRIPT,
    STYLE,
    blank_page,
    decorate,
    language_of,
)
from cvcgen.serving.faultpanel import Panel, make_panel, message_panel

_INDEX = "index.html"
_NOT_FOUND = "404.html"
_OURS = {SCRIPT: "reload.js", STYLE: "faults.css"}
_PLAIN = "text/plain; charset=utf-8"
_HTML = "text/html; charset=utf-8"
_TYPES = {
    ".html": _HTML,
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".csv": "text/csv; charset=utf-8",
    ".txt": _PLAIN,
    ".xml": "application/xml",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".webp": "image/webp",
    ".ico": "image/vnd.microsoft.icon",
    ".woff2": "font/woff2",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
"""Stated here, because what a machine knows of types differs from one to the other."""
ALWAYS = {
    "cache-control": "no-store",
    "content-security-policy": "frame-ancestors 'self'",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "same-origin",
    "x-content-type-options": "nosniff",
}
"""Nothing is kept, framed by others, embedded by others, or taken for what it is not."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What is sent."""

    status: HTTPStatus
    """Such as 200 or 404."""
    headers: tuple[tuple[str, str], ...]
    """Names in lower case; the length is among them."""
    body: bytes
    """Empty where there is nothing to say; also what HEAD leaves out."""


def answer(path: str, site: LiveSite, language: str) -> Answer:
    """The answer to a path that is decoded and begins with a slash.

    `language` is that of what has none of its own. Whatever making a page raises, it raises.
    """
    name = path.removeprefix("/")
    if name.startswith(RESERVED):
        return _our_own(name, language)
    name = name.removeprefix(_place(site))
    name = name + _INDEX if name.endswith("/") or not name else name
    if site.files is None:
        return _without_site(name, site, language)
    content = site.files.read(name)
    if content is not None:
        return _file(name, content, site, language, HTTPStatus.OK)
    if site.files.read(f"{name}/{_INDEX}") is not None:
        return plain(HTTPStatus.TEMPORARY_REDIRECT, "", location=quote(f"/{name}/"))
    lost = site.files.read(_NOT_FOUND) or blank_page(language)
    return _file(_NOT_FOUND, lost, site, language, HTTPStatus.NOT_FOUND)


def _place(site: LiveSite) -> str:
    """Where the site will lie on its server: links of the page not found begin there."""
    place = urlsplit(site.checked.catalogue.site.url or "").path.strip("/")
    return f"{place}/" if place else ""


def answer_failure(error: Exception, language: str) -> Answer:
    """A page that says why there is no page; it reloads when that is mended."""
    phrases = load_phrases(language)
    what = message("{kind}: {what}", kind=type(error).__name__, what=error)
    panel = message_panel(what, phrases)
    return _page(blank_page(language), panel, HTTPStatus.INTERNAL_SERVER_ERROR)


def plain(status: HTTPStatus, text: str, **more: str) -> Answer:
    """A line of text."""
    return _answer(status, _PLAIN, f"{text}\n".encode() if text else b"", **more)


def _our_own(name: str, language: str) -> Answer:
    if name not in _OURS:
        said = load_phrases(language).one("This page does not exist.")
        return plain(HTTPStatus.NOT_FOUND, said)
    return _answer(HTTPStatus.OK, _TYPES[PurePosixPath(name).suffix], _read(_OURS[name]))


def _without_site(name: str, site: LiveSite, language: str) -> Answer:
    """There never was a content without errors: what is wrong takes the place of every page."""
    if not name.endswith(".html"):
        said = load_phrases(language).one("There is no site yet.")
        return plain(HTTPStatus.SERVICE_UNAVAILABLE, said)
    panel = make_panel(site, language)
    return _page(blank_page(language), panel, HTTPStatus.SERVICE_UNAVAILABLE)


def _file(
    name: str, content: bytes, site: LiveSite, language: str, status: HTTPStatus
) -> Answer:
    if not name.endswith(".html"):
        kind = _TYPES.get(PurePosixPath(name).suffix.lower(), "application/octet-stream")
        return _answer(status, kind, content)
    return _page(content, make_panel(site, language_of(content, language)), status)


def _page(content: bytes, panel: Panel | None, status: HTTPStatus) -> Answer:
    page = decorate(content, panel)
    return _answer(status, _HTML, page.content, etag=f'"{page.version}"')


def _answer(status: HTTPStatus, kind: str, body: bytes, **more: str) -> Answer:
    named = {"content-type": kind, "content-length": str(len(body)), **ALWAYS, **more}
    return Answer(status, tuple(named.items()), body)


@lru_cache(maxsize=len(_OURS))
def _read(name: str) -> bytes:
    """A file of this package."""
    return Path(__file__).with_name(name).read_bytes()
