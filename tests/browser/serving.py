"""A web server for built sites, which compresses as any host of static files does."""

import gzip
import mimetypes
import posixpath
import socket
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import lru_cache
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

COMPRESSED = ("text/", "image/svg+xml", "application/json", "application/xml")
COMPRESSION = 6
"""What most hosts use; weights are measured with it too."""


@lru_cache(maxsize=64)
def compress(content: bytes) -> bytes:
    """What goes over the wire; the files that every page asks for are asked for very often."""
    return gzip.compress(content, COMPRESSION, mtime=0)


def compressed_size(content: bytes) -> int:
    """How many bytes go over the wire."""
    return len(compress(content))


@contextmanager
def serve(mounts: Mapping[str, Path]) -> Iterator[str]:
    """Serves each folder under its prefix (`/`, `/a/b/`); the longest that fits wins.

    Yields the address without a slash at the end. The mapping may grow meanwhile. At the
    end no thread is left, whatever browsers still hold open.
    """

    class Handler(_Handler):
        folders = mounts

    server = _Server(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.hang_up()
        server.server_close()
        thread.join()


class _Server(ThreadingHTTPServer):
    daemon_threads = False  # so that closing waits for them

    def __init__(self, address: tuple[str, int], handler: type[BaseHTTPRequestHandler]) -> None:
        super().__init__(address, handler)
        self._connections: set[socket.socket] = set()

    def process_request(self, request: socket.socket, client_address: object) -> None:
        """Answers in a thread, as ever, and notes the connection."""
        self._connections.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: socket.socket) -> None:
        """Ends the connection, as ever."""
        self._connections.discard(request)
        super().shutdown_request(request)

    def hang_up(self) -> None:
        """Ends every connection: browsers keep theirs, and a thread waits at each."""
        for connection in list(self._connections):
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)

    def handle_error(self, request: object, client_address: object) -> None:
        """Nothing: browsers hang up whenever they go on to another page."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # The body is sent after the headers, and must not wait until those have been acknowledged.
    disable_nagle_algorithm = True
    folders: Mapping[str, Path] = {}

    def do_GET(self) -> None:
        """The file; what is missing gets the 404.html of its mount."""
        path = unquote(urlsplit(self.path).path)
        prefix = max((p for p in self.folders if path.startswith(p)), key=len, default=None)
        if prefix is None:
            return self._answer(HTTPStatus.NOT_FOUND, "text/plain", b"no site here")
        root = self.folders[prefix]
        inside = posixpath.normpath("/" + path.removeprefix(prefix)).lstrip("/")
        file = root / inside
        if path.endswith("/"):
            file /= "index.html"
        if file.is_file():
            return self._send(HTTPStatus.OK, file)
        return self._send(HTTPStatus.NOT_FOUND, root / "404.html")

    def log_message(self, format: str, *arguments: object) -> None:
        """Nothing: the browser's witness tells what failed."""

    def _send(self, status: HTTPStatus, file: Path) -> None:
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        self._answer(status, kind, file.read_bytes() if file.is_file() else b"missing")

    def _answer(self, status: HTTPStatus, kind: str, body: bytes) -> None:
        self.send_response(status)
        if kind.startswith(COMPRESSED) and "gzip" in self.headers.get("Accept-Encoding", ""):
            body = compress(body)
            self.send_header("Content-Encoding", "gzip")
        charset = "; charset=utf-8" if kind.startswith("text/") else ""
        self.send_header("Content-Type", kind + charset)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
