import threading
from pathlib import Path

import pytest

from cvcgen.app.livesite import LiveSite, rebuild
from cvcgen.serving.listening import listen
from cvcgen.serving.server import Server


def unexpected(error: Exception) -> None:
    raise error


@pytest.fixture
def live(site: Path) -> LiveSite:
    return rebuild(site)


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
