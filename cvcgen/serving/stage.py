"""What is shown at this moment, and those who wait for what comes next."""

import asyncio
from collections.abc import Coroutine
from dataclasses import dataclass, field
from typing import Any

from cvcgen.app.livesite import LiveSite


@dataclass(slots=True)
class Stage:
    """The state that requests are answered from; it changes in the event loop alone."""

    site: LiveSite
    """The state that is shown."""
    number: int = 0
    """How many states were shown before this one."""
    is_closed: bool = False
    """Whether nothing more will be shown."""
    _next: asyncio.Event = field(default_factory=asyncio.Event)

    def show(self, site: LiveSite) -> None:
        """Shows another state, and wakes those who wait for it."""
        self.site = site
        self.number += 1
        self._wake()

    def close(self) -> None:
        """Wakes those who wait: there is nothing more to come."""
        self.is_closed = True
        self._wake()

    def change(self) -> Coroutine[Any, Any, Any]:
        """A wait until there is something new to show, or nothing more to come.

        From this call on: what is shown before anyone awaits it counts too.
        """
        return asyncio.sleep(0) if self.is_closed else self._next.wait()

    def _wake(self) -> None:
        waited, self._next = self._next, asyncio.Event()
        waited.set()
