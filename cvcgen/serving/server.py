"""uvicorn in a thread of its own, so that the site can be made anew while pages are read.

Python delivers signals to the main thread, which watches the folder; here nothing but
`stop` ends the event loop, within a second, whatever is connected.
"""

import asyncio
import logging
import socket
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from types import TracebackType

import uvicorn

from cvcgen.app.livesite import LiveSite
from cvcgen.serving.application import Application
from cvcgen.serving.connections import LONGEST_HEAD, BoundedConnection
from cvcgen.serving.listening import WAITING
from cvcgen.serving.stage import Stage

_LAST_WORDS = 1
"""Seconds, at most, in which answers that were begun are sent to their end."""


class Server:
    """Serves what it is shown, from entering the context to leaving it."""

    def __init__(
        self,
        listening: socket.socket,
        site: LiveSite,
        language: str,
        failed: Callable[[Exception], None],
        connection: type[BoundedConnection] = BoundedConnection,
    ) -> None:
        self._listening = listening
        self._site = site
        self._language = language
        self._failed = failed
        self._connection = connection
        self._thread = threading.Thread(target=self._run, name="cvcgen preview")
        self._running = threading.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._stage: Stage | None = None
        self._uvicorn: uvicorn.Server | None = None
        self._error: BaseException | None = None

    def __enter__(self) -> "Server":
        self._thread.start()
        self._running.wait()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._call(self._stop)
        self._thread.join()
        if self._error is not None and error is None:
            raise self._error

    @property
    def is_running(self) -> bool:
        """Whether requests are answered; if not, leaving the context says why."""
        return self._thread.is_alive()

    def show(self, site: LiveSite) -> None:
        """Serves another state from now on, and tells every page that listens."""
        self._call(lambda: self._stage.show(site) if self._stage else None)

    def _call(self, what: Callable[[], None]) -> None:
        """Has it done in the event loop, if that still turns."""
        if self._loop is not None:
            with suppress(RuntimeError):  # the loop is closed: nobody is served any more
                self._loop.call_soon_threadsafe(what)

    def _stop(self) -> None:
        if self._stage is not None and self._uvicorn is not None:
            self._stage.close()
            self._uvicorn.should_exit = True

    def _run(self) -> None:
        try:
            with ThreadPoolExecutor(1, "cvcgen pages") as worker:
                asyncio.run(self._serve(worker))
        except BaseException as error:  # raised again in the thread that leaves the context
            self._error = error
        finally:
            self._running.set()

    async def _serve(self, worker: ThreadPoolExecutor) -> None:
        self._loop, self._stage = asyncio.get_running_loop(), Stage(self._site)
        application = Application(self._stage, worker, self._language, self._failed)
        self._uvicorn = uvicorn.Server(_configure(application, self._connection))
        self._running.set()
        await self._uvicorn.serve(sockets=[self._listening])
        for connection in list(self._uvicorn.server_state.connections):
            connection.transport.abort()


def _configure(application: Application, connection: type[BoundedConnection]) -> uvicorn.Config:
    # uvicorn would print what strangers send; what concerns the reader, the application tells.
    logging.getLogger("uvicorn").handlers = [logging.NullHandler()]
    return uvicorn.Config(
        application,
        loop="asyncio",
        http=connection,
        ws="none",
        lifespan="off",
        interface="asgi3",
        log_config=None,
        proxy_headers=False,
        server_header=False,
        backlog=WAITING,  # uvicorn listens anew, with a number of its own
        timeout_graceful_shutdown=_LAST_WORDS,
        h11_max_incomplete_event_size=LONGEST_HEAD,
    )
