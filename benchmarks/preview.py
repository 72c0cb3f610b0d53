"""`cvcgen serve` as who edits meets it: from the save to the page with what was saved."""

import re
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from statistics import median
from urllib.parse import urlsplit

from benchmarks.builds import cvcgen
from benchmarks.measuring import ProgramFailed, Use
from benchmarks.sites import Site, make_site
from cvcgen.serving.decoration import EVENTS

_ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+")
_PATIENCE = 60


def measure_preview(place: Path, projects: int, rounds: int) -> Use:
    """The median time from a save to the page; the preview runs all the while."""
    site = make_site(place, projects)
    number = projects // 2
    page = f"/fr/projets/projet-{number:05}.html"
    with _preview(site) as host:
        changes = _listen(host)
        _get(host, page)
        times = [_one_save(site, number, host, page, changes) for _ in range(rounds)]
    return Use(median(times), 0, 0)


def _one_save(site: Site, number: int, host: str, page: str, changes: HTTPResponse) -> float:
    before = _get(host, page)
    site.edit_rating(number)
    start = time.perf_counter()  # the file is written and closed
    _next_change(changes)
    after = _get(host, page)
    seconds = time.perf_counter() - start
    if after == before:
        raise ProgramFailed("the preview told of a change and showed none")
    return seconds


@contextmanager
def _preview(site: Site) -> Iterator[str]:
    """The host and port of a running preview of the site."""
    command = [*cvcgen(site, "serve"), "--port", "0"]
    child = subprocess.Popen(
        command, env=site.environment(), stderr=subprocess.PIPE, text=True, encoding="utf-8"
    )
    try:
        assert child.stderr is not None
        found = _ADDRESS.search(child.stderr.readline())
        if found is None:
            raise ProgramFailed("the preview named no address")
        yield urlsplit(found[0]).netloc
    finally:
        child.terminate()
        child.communicate()


def _listen(host: str) -> HTTPResponse:
    """The stream of changes, as the page's script opens it; the present state is read."""
    connection = HTTPConnection(host, timeout=_PATIENCE)
    connection.request("GET", f"/{EVENTS}")
    stream = connection.getresponse()
    _next_change(stream)
    return stream


def _next_change(stream: HTTPResponse) -> None:
    """Waits for the next line that tells of a state."""
    while not (line := stream.readline()).startswith(b"data:"):
        if not line:
            raise ProgramFailed("the preview ended its stream")


def _get(host: str, path: str) -> bytes:
    connection = HTTPConnection(host, timeout=_PATIENCE)
    connection.request("GET", path)
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    if answer.status != 200:
        raise ProgramFailed(f"{path}: {answer.status}")
    return body
