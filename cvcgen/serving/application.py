"""The preview as an ASGI application: requests in, pages and streams of changes out."""

import asyncio
from collections.abc import Awaitable, Callable, MutableMapping
from concurrent.futures import Executor
from contextlib import suppress
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

from cvcgen.phrases import Phrases, load_phrases
from cvcgen.serving.admission import METHODS, Request, refuse
from cvcgen.serving.answering import ALWAYS, Answer, answer, answer_failure, plain
from cvcgen.serving.decoration import EVENTS
from cvcgen.serving.stage import Stage

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]

MOST_STREAMS = 32
"""Pages that may listen for changes at a time; each visible tab is one."""
LONGEST_SILENCE = 15
"""Seconds after which a stream says that it is still there, so that a dead one is noticed."""
_STILL_HERE = ":\n\n"
_STREAM = {"content-type": "text/event-stream", **ALWAYS}


@dataclass(slots=True)
class Application:
    """Answers the requests of one preview."""

    stage: Stage
    """What is shown."""
    worker: Executor
    """Where pages are made, one at a time, while the event loop goes on."""
    language: str
    """The language of what has none of its own."""
    failed: Callable[[Exception], None]
    """Told when a page could not be made."""
    streams: int = field(default=0, init=False)
    """How many pages listen."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request."""
        request = Request(scope["method"], scope["raw_path"], tuple(scope["headers"]))
        refusal = refuse(request)
        if refusal is not None:
            allow = {"allow": ", ".join(METHODS)}
            more = allow if refusal.status is HTTPStatus.METHOD_NOT_ALLOWED else {}
            # What else the sender has in store is not read.
            said = self._phrases.say(refusal.reason)
            refused = plain(refusal.status, said, connection="close", **more)
            await _send(refused, request, send)
        elif scope["path"] == f"/{EVENTS}" and request.method == "GET":
            await self._stream(request, receive, send)
        else:
            await _send(await self._answer(scope["path"]), request, send)

    @property
    def _phrases(self) -> Phrases:
        return load_phrases(self.language)

    async def _answer(self, path: str) -> Answer:
        loop = asyncio.get_running_loop()
        site = self.stage.site
        try:
            return await loop.run_in_executor(self.worker, answer, path, site, self.language)
        except Exception as error:  # an outermost edge: the preview goes on
            self.failed(error)
            return answer_failure(error, self.language)

    async def _stream(self, request: Request, receive: Receive, send: Send) -> None:
        """A line for each state, the present one first, until either side leaves."""
        if self.streams >= MOST_STREAMS:
            said = self._phrases.one("Too many pages listen for changes.")
            await _send(plain(HTTPStatus.SERVICE_UNAVAILABLE, said), request, send)
            return
        self.streams += 1
        left = asyncio.ensure_future(_until_disconnected(receive))
        try:
            headers = [(key.encode(), value.encode()) for key, value in _STREAM.items()]
            await send({"type": "http.response.start", "status": 200, "headers": headers})
            shown = -1
            while not left.done() and not self.stage.is_closed:
                is_news, shown = shown != self.stage.number, self.stage.number
                line = f"data: {shown}\n\n" if is_news else _STILL_HERE
                await send(_part(line.encode()))
                await self._wait(left, shown)
            await send(_part(b"", last=True))
        finally:
            self.streams -= 1
            left.cancel()
            with suppress(asyncio.CancelledError):
                await left

    async def _wait(self, left: asyncio.Future[None], shown: int) -> None:
        """Until another state is shown than that one, or either side leaves, or a while."""
        if self.stage.number != shown:
            return
        change = asyncio.ensure_future(self.stage.change())
        await asyncio.wait(
            {left, change}, timeout=LONGEST_SILENCE, return_when=asyncio.FIRST_COMPLETED
        )
        change.cancel()


async def _until_disconnected(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


async def _send(what: Answer, request: Request, send: Send) -> None:
    headers = [(key.encode(), value.encode()) for key, value in what.headers]
    await send({"type": "http.response.start", "status": what.status, "headers": headers})
    await send(_part(b"" if request.method == "HEAD" else what.body, last=True))


def _part(body: bytes, last: bool = False) -> MutableMapping[str, Any]:
    return {"type": "http.response.body", "body": body, "more_body": not last}
