"""A preview that runs in this process, on any free port, and what it says."""

import http.client
import itertools
import queue
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from cvcgen.serving import Preview, Rebuilt, Stop

PATIENCE = 30
"""Seconds after which what should have come is given up; nothing ever waits so long."""
GUICHET = "content/projects/guichet.yaml"


@dataclass
class Listener:
    """Keeps what it is told until somebody asks."""

    addresses: "queue.Queue[str]" = field(default_factory=queue.Queue)
    states: "queue.Queue[Rebuilt]" = field(default_factory=queue.Queue)
    failures: "queue.Queue[Exception]" = field(default_factory=queue.Queue)

    def listening(self, address: str) -> None:
        self.addresses.put(address)

    def rebuilt(self, news: Rebuilt) -> None:
        self.states.put(news)

    def failed(self, error: Exception) -> None:
        self.failures.put(error)


@dataclass
class Running:
    """A preview that answers."""

    root: Path
    address: str
    """With a slash at the end."""
    listener: Listener

    @property
    def port(self) -> int:
        port = urlsplit(self.address).port
        assert port is not None
        return port

    def next_state(self) -> Rebuilt:
        """The next state that is shown."""
        return self.listener.states.get(timeout=PATIENCE)

    def get(self, path: str, method: str = "GET", **headers: str) -> "Got":
        """What it answers to an ordinary request."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request(method, path, headers=named)
            answer = connection.getresponse()
            return Got(answer.status, dict(answer.getheaders()), answer.read().decode())
        finally:
            connection.close()

    def edit(self, path: str, before: str, after: str) -> None:
        """Replaces a text in a file of the site."""
        text = (self.root / path).read_text("utf-8")
        assert before in text
        save(self.root / path, text.replace(before, after))


@dataclass(frozen=True)
class Got:
    status: int
    headers: dict[str, str]
    text: str


def save(file: Path, text: str) -> None:
    """Saves a file as editors do: whole, by renaming.

    A file that is written in its place is empty for a moment, and a preview may look just then.
    """
    beside = file.with_name(f".{file.name}.swp")
    beside.write_text(text, "utf-8")
    beside.replace(file)


def unexpected(error: Exception) -> None:
    """What is told of a failure where there must be none."""
    raise error


@contextmanager
def running(root: Path, language: str = "en") -> Iterator[Running]:
    """A preview of that folder; at the end it is stopped, and has left nothing behind."""
    before = set(threading.enumerate())
    listener, stop, clock = Listener(), Stop(), itertools.count()
    preview = Preview(root, listener, language, lambda: next(clock), port=0)
    raised: list[BaseException] = []

    def serve() -> None:
        try:
            preview.serve(stop)
        except BaseException as error:
            raised.append(error)
            raise

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        address = listener.addresses.get(timeout=PATIENCE)
        listener.states.get(timeout=PATIENCE)
        yield Running(root, address, listener)
    finally:
        stop.event.set()
        thread.join(PATIENCE)
    assert not raised
    assert set(threading.enumerate()) - before == set()
