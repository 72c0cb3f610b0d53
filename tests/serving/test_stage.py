import asyncio
from typing import cast

from cvcgen.app.livesite import LiveSite
from cvcgen.serving.stage import Stage
from tests.serving.coroutines import finish

FIRST, SECOND = (cast(LiveSite, name) for name in ("first", "second"))


def test_who_waits_is_woken_by_the_next_state_and_can_wait_again() -> None:
    async def watch() -> list[tuple[object, int]]:
        stage, seen = Stage(FIRST), []
        for state in (SECOND, FIRST):
            waiting = asyncio.ensure_future(stage.change())
            await asyncio.sleep(0)
            assert not waiting.done()
            stage.show(state)
            await waiting
            seen.append((stage.site, stage.number))
        return seen

    assert finish(watch()) == [(SECOND, 1), (FIRST, 2)]


def test_a_state_that_comes_before_the_wait_begins_is_not_missed() -> None:
    async def watch() -> None:
        stage = Stage(FIRST)
        waiting = asyncio.ensure_future(stage.change())
        stage.show(SECOND)  # before the loop has begun the wait
        await asyncio.wait_for(waiting, 5)

    finish(watch())


def test_the_end_wakes_everyone_and_nobody_waits_after_it() -> None:
    async def end() -> Stage:
        stage = Stage(FIRST)
        waiting = [asyncio.ensure_future(stage.change()) for _ in range(3)]
        await asyncio.sleep(0)
        stage.close()
        await asyncio.gather(*waiting)
        await stage.change()
        return stage

    assert finish(end()).is_closed
