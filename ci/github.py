"""The few calls of GitHub's API that a comment needs, each bounded in size and time."""

import io
import json
import urllib.error
import urllib.request
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

SECONDS = 30
"""How long one answer may take."""
MOST_BYTES = 16 * 1024 * 1024
"""The largest answer that is read; an artifact has its own limit."""
MOST_PAGES = 30
"""The most pages of a list; GitHub itself lists no more than 3,000 files."""
_PER_PAGE = 100


class ApiError(Exception):
    """GitHub did not answer as it should."""


class BadArchive(Exception):
    """An artifact that is not one small file."""


@dataclass(frozen=True)
class Api:
    """A repository's part of the API."""

    address: str
    """Of the API, such as `https://api.github.com`."""
    repository: str
    """`owner/name`."""
    token: str

    def get(self, path: str) -> Any:
        """What a path of the repository answers."""
        return json.loads(self._read(self._request("GET", path), MOST_BYTES))

    def pages(self, path: str) -> Iterator[list[Any]]:
        """A list, page by page."""
        for number in range(1, MOST_PAGES + 1):
            page = self.get(f"{path}?per_page={_PER_PAGE}&page={number}")
            yield page
            if len(page) < _PER_PAGE:
                return

    def send(self, method: str, path: str, content: dict[str, str]) -> None:
        """Writes, by POST or PATCH."""
        request = self._request(method, path)
        request.data = json.dumps(content).encode("utf-8")
        request.add_header("Content-Type", "application/json")
        self._read(request, MOST_BYTES)

    def artifact(self, number: int, name: str, limit: int) -> bytes:
        """The one file of that name in an artifact. Raises `BadArchive`."""
        content = self._read(self._request("GET", f"actions/artifacts/{number}/zip"), limit)
        return unpack(content, name, limit)

    def _request(self, method: str, path: str) -> urllib.request.Request:
        address = f"{self.address}/repos/{self.repository}/{path}"
        request = urllib.request.Request(address, method=method)
        request.add_header("Accept", "application/vnd.github+json")
        request.add_header("X-GitHub-Api-Version", "2022-11-28")
        # Unredirected: an artifact is fetched from another host, which must not see it.
        request.add_unredirected_header("Authorization", f"Bearer {self.token}")
        return request

    def _read(self, request: urllib.request.Request, limit: int) -> bytes:
        try:
            with urllib.request.urlopen(request, timeout=SECONDS) as answer:
                content: bytes = answer.read(limit + 1)
        except urllib.error.HTTPError as error:
            with error:
                raise ApiError(f"GitHub answered {error.code}") from error
        except (OSError, ValueError) as error:
            raise ApiError(f"GitHub did not answer: {type(error).__name__}") from error
        if len(content) > limit:
            raise BadArchive("it is too large")
        return content


def unpack(archive: bytes, name: str, limit: int) -> bytes:
    """The archive's only file, which has that name and at most so many bytes."""
    try:
        with zipfile.ZipFile(io.BytesIO(archive)) as opened:
            if opened.namelist() != [name]:
                raise BadArchive("it holds other files")
            with opened.open(name) as file:
                content = file.read(limit + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError) as error:
        raise BadArchive("it is no archive") from error
    except (NotImplementedError, RuntimeError, ValueError) as error:
        raise BadArchive("it is no plain archive") from error
    if len(content) > limit:
        raise BadArchive("it is too large")
    return content
