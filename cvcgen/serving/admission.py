"""Which requests are answered: those of a browser on this machine that asks for the site.

A page of any other site can make the reader's browser ask for addresses of this machine. It
must learn nothing. By a name that it lets point here (DNS rebinding) it would be of the same
origin as the preview: hence the list of hosts. With its own name it may still embed files as
scripts or pictures: hence the look at what browsers say of where a request comes from.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from http import HTTPStatus

from cvcgen.core.diagnostics import Message, message

HOSTS = ("127.0.0.1", "localhost", "[::1]")
"""The names of this machine that no other site can have. Any port: it may be forwarded."""
METHODS = ("GET", "HEAD")
LONGEST_TARGET = 2048
"""Bytes of a path; those of a site are far shorter."""
LONGEST_HEADERS = 16 * 1024
"""Bytes of all headers together; cookies that others have set on this machine fit in."""
_OUR_HOST = re.compile(rf"({'|'.join(map(re.escape, HOSTS))})(:[0-9]{{1,5}})?")
_OUR_OWN = {"same-origin", "none"}
"""What `Sec-Fetch-Site` says where no other site takes part; `none` is a typed address."""
_NO_HOST = message("A request names its host, once.")
_OTHER_HOST = message("This preview answers to localhost and 127.0.0.1 only.")
_OTHER_SITE = message("Other sites may not use this preview.")
_OTHER_METHOD = message("This preview is for reading only: GET and HEAD.")
_NO_SLASH = message("The address must begin with a slash.")
_TOO_LONG = message("The request is too long.")
_BODY = message("A request to this preview has no body.")


@dataclass(frozen=True, slots=True)
class Refusal:
    """A request that is not answered."""

    status: HTTPStatus
    """Why, for programs."""
    reason: Message
    """A sentence, for whoever reads the answer."""


@dataclass(frozen=True, slots=True)
class Request:
    """What decides whether a request is answered."""

    method: str
    """As it was sent, in whatever case."""
    target: bytes
    """The path as it was sent, before any decoding."""
    headers: tuple[tuple[bytes, bytes], ...]
    """Names in lower case."""

    def header(self, name: str) -> str | None:
        """The value of the header; where it was sent twice, None of them can be believed."""
        found = [value for key, value in self.headers if key == name.encode()]
        return found[0].decode("latin-1") if len(found) == 1 else None

    def has(self, names: Iterable[str]) -> bool:
        """Whether any of the headers was sent."""
        wanted = {name.encode() for name in names}
        return any(key in wanted for key, _ in self.headers)


def refuse(request: Request) -> Refusal | None:
    """Why the request is not answered, or None where it is."""
    return next(_refusals(request), None)


def _refusals(request: Request) -> Iterator[Refusal]:
    host = request.header("host")
    if host is None:
        yield Refusal(HTTPStatus.BAD_REQUEST, _NO_HOST)
    elif not is_our_host(host):
        yield Refusal(HTTPStatus.MISDIRECTED_REQUEST, _OTHER_HOST)
    elif _comes_from_elsewhere(request, host):
        yield Refusal(HTTPStatus.FORBIDDEN, _OTHER_SITE)
    if request.method not in METHODS:
        yield Refusal(HTTPStatus.METHOD_NOT_ALLOWED, _OTHER_METHOD)
    if len(request.target) > LONGEST_TARGET:
        yield Refusal(HTTPStatus.REQUEST_URI_TOO_LONG, _TOO_LONG)
    if sum(len(name) + len(value) for name, value in request.headers) > LONGEST_HEADERS:
        yield Refusal(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, _TOO_LONG)
    if not request.target.startswith(b"/"):
        yield Refusal(HTTPStatus.BAD_REQUEST, _NO_SLASH)
    if _has_body(request):
        yield Refusal(HTTPStatus.BAD_REQUEST, _BODY)


def is_our_host(host: str) -> bool:
    """Whether a `Host` header names this machine.

    >>> is_our_host("localhost:8000"), is_our_host("localhost.evil.example:8000")
    (True, False)
    """
    return _OUR_HOST.fullmatch(host.lower()) is not None


def _comes_from_elsewhere(request: Request, host: str) -> bool:
    """Whether a page of another origin makes the browser ask.

    Following a link from elsewhere is no harm: the other page sees nothing of the answer.
    """
    if request.has(["origin"]) and request.header("origin") != f"http://{host}":
        return True
    if not request.has(["sec-fetch-site"]) or request.header("sec-fetch-site") in _OUR_OWN:
        return False
    followed = request.header("sec-fetch-mode") == "navigate"
    return not (followed and request.header("sec-fetch-dest") == "document")


def _has_body(request: Request) -> bool:
    length = request.header("content-length") if request.has(["content-length"]) else "0"
    return request.has(["transfer-encoding"]) or length != "0"
