"""Requests as an ASGI server hands them over, and what comes back."""

import asyncio
import threading
from collections.abc import Callable, Coroutine, MutableMapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

import pytest

from cvcgen.app.livesite import LiveSite
from cvcgen.serving import application as applications
from cvcgen.serving.application import Application
from cvcgen.serving.stage import Stage
from tests.serving.coroutines import finish
from tests.serving.previews import unexpected

OURS = [(b"host", b"localhost:8000")]
Message = MutableMapping[str, Any]


@dataclass
class Exchange:
    """One request, which stays connected until it is told otherwise."""

    scope: Message
    sent: "asyncio.Queue[Message]" = field(default_factory=asyncio.Queue)
    gone: asyncio.Event = field(default_factory=asyncio.Event)

    async def receive(self) -> Message:
        await self.gone.wait()
        return {"type": "http.disconnect"}

    async def send(self, message: Message) -> None:
        await self.sent.put(message)


@dataclass(frozen=True)
class Got:
    status: int
    headers: dict[bytes, bytes]
    body: bytes


def exchange(
    path: str, method: str = "GET", headers: list[tuple[bytes, bytes]] | None = None
) -> Exchange:
    raw = path.encode("utf-8", "surrogateescape")
    sent = OURS if headers is None else headers
    return Exchange({"method": method, "path": path, "raw_path": raw, "headers": sent})


async def ask(application: Application, asked: Exchange) -> Got:
    await application(asked.scope, asked.receive, asked.send)
    start = asked.sent.get_nowait()
    body = b""
    while not asked.sent.empty():
        body += asked.sent.get_nowait()["body"]
    return Got(start["status"], dict(start["headers"]), body)


def with_application(
    live: LiveSite, use: Callable[[Application], Any], failed: Callable[[Exception], None]
) -> Any:
    async def work() -> Any:
        with ThreadPoolExecutor(1) as worker:
            return await use(Application(Stage(live), worker, "en", failed))

    return finish(work())


def got(live: LiveSite, asked: Callable[[], Exchange]) -> Got:
    found: Got = with_application(live, lambda app: ask(app, asked()), unexpected)
    return found


def test_head_is_get_without_its_body(live: LiveSite) -> None:
    whole = got(live, lambda: exchange("/fr/"))
    head = got(live, lambda: exchange("/fr/", "HEAD"))
    assert (head.status, head.headers, head.body) == (200, whole.headers, b"")
    assert int(head.headers[b"content-length"]) == len(whole.body)


def test_a_refusal_says_why_and_ends_the_connection(live: LiveSite) -> None:
    refused = got(live, lambda: exchange("/", headers=[(b"host", b"evil.example")]))
    assert refused.status == 421
    assert refused.body == b"This preview answers to localhost and 127.0.0.1 only.\n"
    assert refused.headers[b"connection"] == b"close"


def test_a_refused_method_is_told_which_are_allowed(live: LiveSite) -> None:
    refused = got(live, lambda: exchange("/", "POST"))
    assert (refused.status, refused.headers[b"allow"]) == (405, b"GET, HEAD")


def test_a_stranger_learns_nothing_of_changes_either(live: LiveSite) -> None:
    foreign = [*OURS, (b"origin", b"http://evil.example")]
    assert got(live, lambda: exchange("/-/changes", headers=foreign)).status == 403


def test_the_address_of_changes_has_a_head_that_ends(live: LiveSite) -> None:
    assert got(live, lambda: exchange("/-/changes", "HEAD")).status == 404


def test_a_page_that_cannot_be_made_is_told_and_answered(live: LiveSite) -> None:
    class Broken:
        def read(self, path: str) -> bytes | None:
            raise ZeroDivisionError(path)

    failures: list[Exception] = []
    broken = LiveSite(live.checked, Broken())  # type: ignore[arg-type]
    found = with_application(broken, lambda app: ask(app, exchange("/fr/")), failures.append)
    assert found.status == 500
    assert [str(error) for error in failures] == ["fr/index.html"]


def test_pages_are_made_beside_the_thread_that_listens(live: LiveSite) -> None:
    makers: list[int] = []

    class Noting:
        def read(self, path: str) -> bytes | None:
            makers.append(threading.get_ident())
            return b""

    async def use(app: Application) -> int:
        await ask(app, exchange("/fr/"))
        return threading.get_ident()

    noted = LiveSite(live.checked, Noting())  # type: ignore[arg-type]
    listener = with_application(noted, use, unexpected)
    assert makers
    assert listener not in makers


async def line(listening: Exchange) -> bytes:
    return bytes((await listening.sent.get())["body"])


def test_a_stream_tells_the_present_state_then_each_change(live: LiveSite) -> None:
    async def use(app: Application) -> list[bytes]:
        listening = exchange("/-/changes")
        task = asyncio.ensure_future(app(listening.scope, listening.receive, listening.send))
        start = await listening.sent.get()
        assert dict(start["headers"])[b"content-type"] == b"text/event-stream"
        seen = [await line(listening)]
        for _ in range(2):
            app.stage.show(live)
            seen.append(await line(listening))
        app.stage.close()
        await task
        seen.append(await line(listening))
        return seen

    assert with_application(live, use, unexpected) == [
        b"data: 0\n\n",
        b"data: 1\n\n",
        b"data: 2\n\n",
        b"",
    ]


def test_a_stream_that_is_left_is_forgotten(live: LiveSite) -> None:
    async def use(app: Application) -> tuple[int, int]:
        listening = exchange("/-/changes")
        task = asyncio.ensure_future(app(listening.scope, listening.receive, listening.send))
        await listening.sent.get()
        held = app.streams
        listening.gone.set()
        await task
        return held, app.streams

    assert with_application(live, use, unexpected) == (1, 0)


def test_a_state_that_comes_while_another_is_told_is_told_at_once(
    live: LiveSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(applications, "LONGEST_SILENCE", 0)  # lest a failure takes its time
    lines, waits = [], []

    class Watched(Stage):
        def change(self) -> Coroutine[Any, Any, Any]:
            waits.append(self.number)
            return super().change()

    async def use(app: Application) -> None:
        app.stage = Watched(live)

        async def send(message: Message) -> None:
            lines.append(message.get("body"))
            if lines[-1] == b"data: 0\n\n":
                app.stage.show(live)
            elif len(lines) > 2:
                app.stage.close()

        listening = exchange("/-/changes")
        await app(listening.scope, listening.receive, send)

    with_application(live, use, unexpected)
    assert (lines, waits) == ([None, b"data: 0\n\n", b"data: 1\n\n", b""], [1])


def test_a_stream_that_cannot_be_sent_is_forgotten_too(live: LiveSite) -> None:
    async def broken(_message: Message) -> None:
        raise ConnectionResetError

    async def use(app: Application) -> int:
        listening = exchange("/-/changes")
        with pytest.raises(ConnectionResetError):
            await app(listening.scope, listening.receive, broken)
        return app.streams

    assert with_application(live, use, unexpected) == 0


def test_nothing_waits_for_a_stream_that_has_ended(live: LiveSite) -> None:
    async def use(app: Application) -> list[int]:
        waiting = []
        for leave in (lambda asked: asked.gone.set(), lambda _: app.stage.close()):
            listening = exchange("/-/changes")
            task = asyncio.ensure_future(
                app(listening.scope, listening.receive, listening.send)
            )
            await listening.sent.get()
            await line(listening)
            leave(listening)
            await task
            await asyncio.sleep(0)  # what was told to end does so when the loop next turns
            waiting.append(len(asyncio.all_tasks()) - 1)  # but for this one
        return waiting

    assert with_application(live, use, unexpected) == [0, 0]


def test_a_stream_is_as_little_for_other_sites_as_a_page(live: LiveSite) -> None:
    async def use(app: Application) -> dict[bytes, bytes]:
        listening = exchange("/-/changes")
        task = asyncio.ensure_future(app(listening.scope, listening.receive, listening.send))
        start = await listening.sent.get()
        app.stage.close()
        await task
        return dict(start["headers"])

    assert with_application(live, use, unexpected) == {
        b"content-type": b"text/event-stream",
        b"cache-control": b"no-store",
        b"content-security-policy": b"frame-ancestors 'self'",
        b"cross-origin-resource-policy": b"same-origin",
        b"referrer-policy": b"same-origin",
        b"x-content-type-options": b"nosniff",
    }


def test_a_silent_stream_shows_that_it_is_there(
    live: LiveSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(applications, "LONGEST_SILENCE", 0)

    async def use(app: Application) -> bytes:
        listening = exchange("/-/changes")
        task = asyncio.ensure_future(app(listening.scope, listening.receive, listening.send))
        await listening.sent.get()
        await listening.sent.get()
        silent = await line(listening)
        app.stage.close()
        await task
        return silent

    assert with_application(live, use, unexpected) == b":\n\n"


def test_streams_are_counted_and_pages_still_answered_beyond(
    live: LiveSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(applications, "MOST_STREAMS", 2)

    async def use(app: Application) -> tuple[list[int], int]:
        asked = [exchange("/-/changes") for _ in range(3)]
        tasks = [asyncio.ensure_future(app(one.scope, one.receive, one.send)) for one in asked]
        # Of each only how it begins: one too many that was let in would have no end.
        streams = [(await one.sent.get())["status"] for one in asked]
        page = await ask(app, exchange("/fr/"))
        app.stage.close()
        await asyncio.gather(*tasks)
        return streams, page.status

    assert with_application(live, use, unexpected) == ([200, 200, 503], 200)
