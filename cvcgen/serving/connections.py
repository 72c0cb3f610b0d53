"""Connections that cannot be held without asking or listening: uvicorn's, with bounds.

uvicorn closes what is idle for five seconds after an answer; it waits for ever for the first
request, for the rest of one that comes in drops, and for a reader that takes nothing. A
browser does none of these for long.
"""

import asyncio
import socket
import struct
import sys

from uvicorn.protocols.http.h11_impl import H11Protocol

MOST = 96
"""Connections at a time: browsers open six each, and 32 of all may be streams."""
PATIENCE = 10
"""Seconds in which a connection must have asked for something whole, or taken something."""
LONGEST_HEAD = 32 * 1024
"""Bytes of a request that is not complete yet; what arrives at one go, admission measures."""

_DROP_THE_REST = struct.pack("hh" if sys.platform == "win32" else "ii", 1, 0)
"""Linger for no second: without it, closing leaves megabytes to the system, for minutes."""


class BoundedConnection(H11Protocol):
    """A connection that is cut where it makes us wait, or where there are too many."""

    patience: float = PATIENCE
    """Seconds between one look and the next."""
    most: int = MOST
    """Connections at a time."""
    _look: asyncio.TimerHandle | None = None
    _seen: tuple[object, bool, int] = (None, True, 0)

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Takes the connection, or cuts it where there are too many."""
        super().connection_made(transport)
        if len(self.connections) > self.most:
            transport.abort()
        else:
            self._look = self.loop.call_later(self.patience, self._look_again)

    def connection_lost(self, exc: Exception | None) -> None:
        """Forgets the connection."""
        if self._look is not None:
            self._look.cancel()
        super().connection_lost(exc)

    def _look_again(self) -> None:
        """Cuts the connection if nothing at all has happened since the last look."""
        answered = bool(getattr(self.cycle, "response_complete", True))  # None before the first
        now = (self.cycle, answered, self.transport.get_write_buffer_size())
        is_waiting = answered or now[2] > 0
        if is_waiting and now == self._seen:
            self._cut()
        else:
            self._seen = now
            self._look = self.loop.call_later(self.patience, self._look_again)

    def _cut(self) -> None:
        """Ends the connection at once, and drops what the system still keeps for it."""
        held: socket.socket = self.transport.get_extra_info("socket")
        held.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _DROP_THE_REST)
        self.transport.abort()
