import socket

import pytest

from cvcgen.app import EnvironmentFailure
from cvcgen.phrases import load_phrases
from cvcgen.serving import listening
from cvcgen.serving.listening import listen


def port_of(found: socket.socket) -> int:
    return int(found.getsockname()[1])


def test_only_this_machine_can_connect() -> None:
    with listen(0) as found:
        assert found.getsockname()[0] == "127.0.0.1"


def test_a_port_in_use_falls_to_a_later_one() -> None:
    with listen(0) as first, listen(port_of(first)) as second:
        taken = port_of(first)
        assert taken < port_of(second) < taken + listening.TRIES


def test_a_port_is_free_again_as_soon_as_it_was_left() -> None:
    with listen(0) as first:
        port = port_of(first)
        with socket.create_connection(("127.0.0.1", port)):
            first.accept()[0].close()
    with listen(port) as again:
        assert port_of(again) == port


def test_where_none_is_free_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listening, "TRIES", 1)
    with listen(0) as taken:
        port = port_of(taken)
        with pytest.raises(EnvironmentFailure) as raised:
            listen(port)
    assert load_phrases("en").say(raised.value.message) == (
        f"no free port from {port} to {port}: name another with --port"
    )


def test_no_port_comes_after_the_last_of_all(monkeypatch: pytest.MonkeyPatch) -> None:
    tried = []

    def refuse(_socket: socket.socket, address: tuple[str, int]) -> None:
        tried.append(address[1])
        raise OSError

    monkeypatch.setattr(socket.socket, "bind", refuse)
    with pytest.raises(EnvironmentFailure):
        listen(65_534)
    assert tried == [65_534, 65_535]
