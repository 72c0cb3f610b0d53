"""GitHub's API as far as ci/comment.py uses it, on 127.0.0.1, with a record of every call."""

import io
import json
import re
import threading
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

REPOSITORY = "owner/site"
RUN, NUMBER, HEAD = 77, 12, "0123456789abcdef" * 2 + "01234567"
BOT = {"login": "github-actions[bot]", "type": "Bot"}
TOKEN = "a-token"


def archive(*files: tuple[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, content in files:
            opened.writestr(name, content)
    return target.getvalue()


def handover(**changed: Any) -> bytes:
    given = {
        "format": 1,
        "pull_request": NUMBER,
        "head": HEAD,
        "changes": True,
        "markdown": "<!-- cvcgen-diff -->\n### One score moves\n",
    }
    return json.dumps({**given, **changed}).encode()


@dataclass
class GitHub:
    """What the server knows, and what it was asked."""

    artifact: bytes = field(default_factory=lambda: archive(("handover.json", handover())))
    artifacts: list[dict[str, Any]] = field(
        default_factory=lambda: [
            {"id": 5, "name": "cvcgen-diff", "expired": False, "size_in_bytes": 900}
        ]
    )
    pull: dict[str, Any] = field(
        default_factory=lambda: {
            "state": "open",
            "head": {"sha": HEAD},
            "base": {"repo": {"full_name": REPOSITORY}},
        }
    )
    comments: list[dict[str, Any]] = field(default_factory=list)
    files: list[dict[str, str]] = field(
        default_factory=lambda: [{"filename": "content/projects/a.yaml"}]
    )
    status: int = 200
    """What every call is answered."""
    asked: list[str] = field(default_factory=list)
    """Method, path and the token that came with it."""
    written: list[tuple[str, str, str]] = field(default_factory=list)
    """Method, path and body of every comment written."""
    address: str = ""

    def answer(self, path: str, query: dict[str, list[str]]) -> Any:
        """What a GET of that path of the repository says."""
        page = int(query.get("page", ["1"])[0])
        part = slice(100 * (page - 1), 100 * page)
        answers: dict[str, Any] = {
            f"actions/runs/{RUN}/artifacts": {"artifacts": self.artifacts},
            f"pulls/{NUMBER}": self.pull,
            f"pulls/{NUMBER}/files": self.files[part],
            f"issues/{NUMBER}/comments": self.comments[part],
        }
        return answers.get(path)


@contextmanager
def serving(github: GitHub) -> Iterator[GitHub]:
    """The server while the block lasts."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            url = urlsplit(self.path)
            token = self.headers.get("Authorization", "")
            github.asked.append(f"GET {url.path} {token}")
            if url.path == "/elsewhere/artifact.zip":
                return self._send(github.artifact)
            path = re.sub(f"^/repos/{REPOSITORY}/", "", url.path)
            if path == "actions/artifacts/5/zip":
                self.send_response(302)
                self.send_header("Location", f"{github.address}/elsewhere/artifact.zip")
                self.send_header("Content-Length", "0")
                return self.end_headers()
            known = github.answer(path, parse_qs(url.query))
            return self._send(json.dumps(known).encode(), 200 if known is not None else 404)

        def _write(self) -> None:
            length = int(self.headers["Content-Length"])
            body = json.loads(self.rfile.read(length))["body"]
            path = self.path.removeprefix(f"/repos/{REPOSITORY}/")
            github.written.append((self.command, path, body))
            self._send(b"{}", 201)

        do_POST = do_PATCH = _write

        def _send(self, content: bytes, status: int = 200) -> None:
            self.send_response(status if github.status == 200 else github.status)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    github.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield github
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
