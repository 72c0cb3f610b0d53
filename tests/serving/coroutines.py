"""Coroutines run to their end, whatever else runs on this thread."""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

_Result = TypeVar("_Result")


def finish(work: Coroutine[Any, Any, _Result]) -> _Result:
    """What the coroutine gives, from a thread of its own.

    A browser that another test has opened keeps a loop of its own on the thread of the tests.
    """
    with ThreadPoolExecutor(1) as alone:
        return alone.submit(asyncio.run, work).result()
