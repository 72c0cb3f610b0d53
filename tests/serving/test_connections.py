"""Slow, malformed and too many requests, over real sockets and with little patience."""

import asyncio
import queue
import select
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from cvcgen.app.livesite import rebuild
from cvcgen.serving.admission import LONGEST_HEADERS, LONGEST_TARGET
from cvcgen.serving.connections import LONGEST_HEAD, BoundedConnection
from cvcgen.serving.listening import listen
from cvcgen.serving.server import Server
from tests.serving.previews import PATIENCE, unexpected

OURS = b"Host: localhost\r\n"
PAGE = b"GET /fr/ HTTP/1.1\r\n" + OURS + b"\r\n"
STREAM = b"GET /-/changes HTTP/1.1\r\n" + OURS + b"\r\n"


class Bounded(BoundedConnection):
    most = 4


class Hasty(Bounded):
    patience = 0.2


@pytest.fixture
def connect(site: Path) -> Iterator["Connect"]:
    """Connections to a preview that waits as long as any, however busy the machine."""
    yield from connecting(site, Bounded)


@pytest.fixture
def hastily(site: Path) -> Iterator["Connect"]:
    """Connections to a preview that soon cuts who makes it wait."""
    yield from connecting(site, Hasty)


def connecting(site: Path, kind: type[Bounded]) -> Iterator["Connect"]:
    with listen(0) as listening, Server(listening, rebuild(site), "en", unexpected, kind):
        made = Connect(listening.getsockname()[1])
        try:
            yield made
        finally:
            for connection in made.connections:
                connection.close()


class Connect:
    def __init__(self, port: int) -> None:
        self.port = port
        self.connections: list[socket.socket] = []

    def __call__(self, sent: bytes = b"") -> socket.socket:
        connection = socket.create_connection(("127.0.0.1", self.port), PATIENCE)
        self.connections.append(connection)
        if sent:
            connection.sendall(sent)
        return connection


def answered(connection: socket.socket) -> bytes:
    """All that comes until the other side hangs up."""
    found = b""
    try:
        while piece := connection.recv(65_536):
            found += piece
    except ConnectionResetError:
        pass
    return found


def first_line(connection: socket.socket) -> bytes:
    found = b""
    while b"\r\n" not in found and (piece := connection.recv(65_536)):
        found += piece
    return found.partition(b"\r\n")[0]


@pytest.mark.parametrize(
    "start",
    [b"", b"G", b"GET / HTTP/1.1\r\n", b"GET / HTTP/1.1\r\n" + OURS + b"X-Slow: a"],
)
def test_what_never_becomes_a_request_is_cut(hastily: Connect, start: bytes) -> None:
    assert answered(hastily(start)) == b""


def test_a_head_without_end_is_refused_as_soon_as_it_is_too_long(connect: Connect) -> None:
    # Not a byte more: what nobody has read when the other side hangs up resets the connection.
    start = b"GET /fr/ HTTP/1.1\r\n" + OURS + b"X: "
    head = start + b"a" * (LONGEST_HEAD + 1 - len(start))
    assert answered(connect(head)).startswith(b"HTTP/1.1 400 ")


def test_a_head_as_long_as_admission_allows_may_come_in_pieces(site: Path) -> None:
    head = b"GET /" + b"a" * (LONGEST_TARGET - 1) + b" HTTP/1.1\r\n" + OURS
    head += b"Cookie: " + b"b" * (LONGEST_HEADERS - 100)
    came: queue.Queue[int] = queue.Queue()

    class Noting(Bounded):
        def data_received(self, data: bytes) -> None:
            super().data_received(data)
            came.put(len(data))

    with contextmanager(connecting)(site, Noting) as connect:
        connection, missing = connect(head), len(head)
        while missing > 0:
            missing -= came.get(timeout=PATIENCE)
        connection.sendall(b"\r\n\r\n")
        assert first_line(connection) == b"HTTP/1.1 404 Not Found"


def test_a_request_that_comes_in_drops_is_cut(hastily: Connect) -> None:
    connection = hastily(b"GET / HTTP/1.1\r\n")
    connection.settimeout(Hasty.patience / 8)
    while not is_cut_after(connection, b"X: y\r\n"):
        pass


def is_cut_after(connection: socket.socket, drop: bytes) -> bool:
    """Whether the other side hangs up soon after it was sent this."""
    try:
        connection.sendall(drop)
        return connection.recv(1) == b""
    except TimeoutError:
        return False
    except ConnectionError:
        return True


def test_a_body_that_comes_in_drops_does_not_hold_the_connection(connect: Connect) -> None:
    head = b"GET /fr/ HTTP/1.1\r\n" + OURS + b"Content-Length: 1000000\r\n\r\n"
    found = answered(connect(head + b"x"))
    assert found.startswith(b"HTTP/1.1 400 ")


def test_who_asks_now_and_then_or_listens_is_not_cut(hastily: Connect) -> None:
    # On a busy machine even asking may take longer than that patience.
    while first_line_or_nothing(stream := hastily(), STREAM) != b"HTTP/1.1 200 OK":
        pass
    waiting = hastily()
    assert answered(waiting) == b""  # by now the stream is past the same patience
    assert answered(hastily()) == b""
    stream.settimeout(Hasty.patience / 8)
    with pytest.raises(TimeoutError):
        answered(stream)


def test_a_connection_that_is_gone_is_looked_at_no_more(site: Path) -> None:
    looks: list[asyncio.TimerHandle | None] = []

    class Leaving(Bounded):
        def connection_lost(self, exc: Exception | None) -> None:
            super().connection_lost(exc)
            looks.append(self._look)

    with contextmanager(connecting)(site, Leaving) as connect:
        answered(connect(PAGE.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n")))
    assert [look is not None and look.cancelled() for look in looks] == [True]


def test_connections_beyond_the_most_are_cut_and_then_there_is_room(connect: Connect) -> None:
    held = [connect(STREAM) for _ in range(Hasty.most)]
    assert [first_line(one) for one in held] == [b"HTTP/1.1 200 OK"] * Hasty.most
    assert answered(connect(PAGE)) == b""
    held[0].close()
    while not (found := first_line_or_nothing(connect(), PAGE)):
        pass
    assert found == b"HTTP/1.1 200 OK"


def first_line_or_nothing(connection: socket.socket, sent: bytes) -> bytes:
    """What is answered, or nothing where the other side hangs up at any moment."""
    try:
        connection.sendall(sent)
        return first_line(connection)
    except ConnectionError:
        return b""


@pytest.mark.parametrize(
    "sent",
    [
        b"\x16\x03\x01\x02\x00\x01\x00",
        b"GET /fr/\r\n\r\n",
        b"GET / HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\n" + OURS + OURS + b"\r\n",
        b"GET / HTTP/1.1\r\nHost : localhost\r\n\r\n",
        b"GET /\x00 HTTP/1.1\r\n" + OURS + b"\r\n",
        b"GET /\xff HTTP/1.1\r\n" + OURS + b"\r\n",
        b"GET / HTTP/1.1\r\n" + OURS + b"Bad Header: x\r\n\r\n",
        b"GET / HTTP/1.1\r\n" + OURS + b"X: \x00\r\n\r\n",
        b"GET / HTTP/1.1\r\n" + OURS + b"Content-Length: x\r\n\r\n",
        b"GET / HTTP/1.1\r\n" + OURS + b"Transfer-Encoding: gzip\r\n\r\n",
        b"GET / HTTP/1.1\r\n" + OURS + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"GET http://localhost/fr/ HTTP/1.1\r\n" + OURS + b"\r\n",
        b"GET /" + b"a" * LONGEST_HEAD * 2 + b" HTTP/1.1\r\n" + OURS + b"\r\n",
        b"GET / HTTP/1.1\r\n" + OURS + b"X: y\r\n" * LONGEST_HEAD + b"\r\n",
        b"CONNECT localhost:80 HTTP/1.1\r\n" + OURS + b"\r\n",
    ],
)
def test_a_malformed_request_gets_a_refusal_or_nothing_and_harms_nobody(
    connect: Connect, sent: bytes, capfd: pytest.CaptureFixture[str]
) -> None:
    found = answered(connect(sent))
    assert found == b"" or found[9:12] in {b"400", b"405", b"414", b"431", b"501"}
    assert first_line(connect(PAGE)) == b"HTTP/1.1 200 OK"
    assert capfd.readouterr() == ("", "")


def test_a_path_is_never_a_place_on_the_disk(connect: Connect) -> None:
    for path in (b"/..%2fcvcgen.yaml", b"/%2e%2e/cvcgen.yaml", b"/../../etc/passwd", b"/%00"):
        found = first_line(connect(b"GET " + path + b" HTTP/1.1\r\n" + OURS + b"\r\n"))
        assert found == b"HTTP/1.1 404 Not Found"


def test_requests_in_a_row_are_answered_in_a_row(connect: Connect) -> None:
    closing = PAGE.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n")
    assert answered(connect(PAGE + PAGE + closing)).count(b"HTTP/1.1 200 OK") == 3


def test_a_switch_to_another_protocol_is_not_taken(connect: Connect) -> None:
    switch = b"Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
    asked = b"GET /fr/ HTTP/1.1\r\n" + OURS + switch + b"Sec-WebSocket-Key: eA==\r\n\r\n"
    assert first_line(connect(asked)) == b"HTTP/1.1 200 OK"


def test_a_reader_that_takes_nothing_is_cut_and_nothing_is_kept_for_it(
    hastily: Connect,
) -> None:
    # More than the system holds for a connection; an end would wait until that is taken.
    connection = hastily()
    with suppress(ConnectionError):  # on a busy machine, cut before it has asked
        connection.sendall(PAGE.replace(b"/fr/", b"/assets/cvcgen.css") * 1000)
    assert is_reset(connection)


def test_a_reader_that_takes_nothing_does_not_hold_up_the_end(site: Path) -> None:
    full = threading.Event()

    class Patient(Bounded):
        patience = 10 * PATIENCE  # it is not by this that the connection ends

        def pause_writing(self) -> None:
            super().pause_writing()
            full.set()

    let_go = threading.Event()

    def serve(listening: socket.socket) -> None:
        with Server(listening, rebuild(site), "en", unexpected, Patient):
            let_go.wait()

    with listen(0) as listening:
        serving = threading.Thread(target=serve, args=(listening,))
        serving.start()
        try:
            with socket.create_connection(listening.getsockname(), PATIENCE) as held:
                held.sendall(PAGE.replace(b"/fr/", b"/assets/cvcgen.css") * 1000)
                is_full = full.wait(PATIENCE)
                let_go.set()
                serving.join(PATIENCE)
                has_ended = not serving.is_alive()
        finally:
            let_go.set()
            serving.join()
    assert (is_full, has_ended) == (True, True)


def is_reset(connection: socket.socket) -> bool:
    """Whether the other side resets the connection, though we neither send nor take."""
    looking = select.poll()
    looking.register(connection, 0)  # a reset is told even to who asks for nothing
    return bool(looking.poll(PATIENCE * 1000))
