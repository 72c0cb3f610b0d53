"""The socket that the preview listens on: this machine's loopback address, and no other."""

import socket
import sys

from cvcgen.app import EnvironmentFailure
from cvcgen.core.diagnostics import message

LOOPBACK = "127.0.0.1"
"""Never another: what is not published yet is for whoever sits at this machine."""
DEFAULT_PORT = 8000
TRIES = 50
"""How many ports are tried, one after the other."""
_LAST_PORT = 65_535
WAITING = 64
"""Connections that may wait to be accepted; so many are accepted at one go."""


def listen(first: int = DEFAULT_PORT) -> socket.socket:
    """A socket on the first free port from `first` on; 0 is any.

    Raises `EnvironmentFailure` where none is.
    """
    last = min(first + TRIES - 1, _LAST_PORT) if first else 0
    for port in range(first, last + 1):
        listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        try:
            _claim(listening)
            listening.bind((LOOPBACK, port))
            listening.listen(WAITING)
        except OSError:
            # In use, or not for this user: the next may be free.
            listening.close()
        else:
            return listening
    said = message(
        "no free port from {first} to {last}: name another with --port", first=first, last=last
    )
    raise EnvironmentFailure(said)


def _claim(listening: socket.socket) -> None:
    """Makes the port ours alone, and free again as soon as we stop."""
    if sys.platform == "win32":
        # There, SO_REUSEADDR would let another program take the port over.
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
    else:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
