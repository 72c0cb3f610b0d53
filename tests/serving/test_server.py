import asyncio
import socket
import threading

import pytest

from cvcgen.app.livesite import LiveSite, rebuild
from cvcgen.serving.application import Application
from cvcgen.serving.connections import BoundedConnection
from cvcgen.serving.listening import LOOPBACK, WAITING, listen
from cvcgen.serving.server import Server
from tests.serving.previews import PATIENCE, unexpected


def test_leaving_ends_every_thread_and_frees_the_port(live: LiveSite) -> None:
    before = set(threading.enumerate())
    with listen(0) as listening:
        port = listening.getsockname()[1]
        with Server(listening, live, "en", unexpected) as server:
            assert server.is_running
        assert not server.is_running
    assert set(threading.enumerate()) <= before
    with listen(port) as again:
        assert again.getsockname()[1] == port


def test_what_is_raised_inside_ends_it_as_well(live: LiveSite) -> None:
    before = set(threading.enumerate())
    with (
        pytest.raises(ZeroDivisionError),
        listen(0) as listening,
        Server(listening, live, "en", unexpected),
    ):
        raise ZeroDivisionError
    assert set(threading.enumerate()) <= before


def test_a_server_that_failed_says_why_when_it_is_left(live: LiveSite) -> None:
    listening = listen(0)
    listening.close()
    with pytest.raises(OSError, match="Bad file descriptor"):
        leave_at_once(Server(listening, live, "en", unexpected))


def leave_at_once(server: Server) -> None:
    with server:
        server.show(rebuild)  # type: ignore[arg-type]


def test_showing_after_the_end_does_nothing(live: LiveSite) -> None:
    with listen(0) as listening, Server(listening, live, "en", unexpected) as server:
        pass
    server.show(live)


def test_no_more_connections_wait_than_may(live: LiveSite) -> None:
    asked: list[int] = []

    class Noting(socket.socket):
        def listen(self, backlog: int = 0, /) -> None:
            asked.append(backlog)
            super().listen(backlog)

    with Noting(socket.AF_INET, socket.SOCK_STREAM) as listening:
        listening.bind((LOOPBACK, 0))
        with Server(listening, live, "en", unexpected):
            pass
    assert asked == [WAITING]


def test_leaving_brings_a_stream_to_its_end(live: LiveSite) -> None:
    with listen(0) as listening:
        address = listening.getsockname()
        with socket.create_connection(address, PATIENCE) as stream:
            with Server(listening, live, "en", unexpected):
                stream.sendall(b"GET /-/changes HTTP/1.1\r\nHost: localhost\r\n\r\n")
                told = stream.recv(4096)
                while b"data: 0" not in told:
                    piece = stream.recv(4096)
                    assert piece
                    told += piece
            told += b"".join(iter(lambda: stream.recv(4096), b""))
    assert told.endswith(b"\r\n0\r\n\r\n")  # the empty chunk: nothing was cut off


def test_nothing_of_uvicorns_own_stands_between_connections_and_pages(
    live: LiveSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    # As where a library for it is installed: uvicorn would take it by itself.
    found = "uvicorn.protocols.websockets.auto.AutoWebSocketsProtocol"
    monkeypatch.setattr(found, asyncio.Protocol)
    made: list[BoundedConnection] = []

    class Noting(BoundedConnection):
        def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
            super().connection_made(transport)
            made.append(self)

    with listen(0) as listening:
        address = listening.getsockname()
        with (
            Server(listening, live, "en", unexpected, Noting),
            socket.create_connection(address, PATIENCE) as asking,
        ):
            asking.sendall(b"HEAD / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
            head = b"".join(iter(lambda: asking.recv(4096), b"")).lower()
    [connection] = made
    assert isinstance(connection.app, Application)
    assert connection.ws_protocol_class is None
    assert head.startswith(b"http/1.1 200 ok\r\n")
    assert b"\r\nserver:" not in head
