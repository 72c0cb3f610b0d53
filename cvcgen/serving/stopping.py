"""How the preview ends: at the signals that ask for it, cleanly and within a second."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_SIGNALS = ("SIGINT", "SIGTERM", "SIGBREAK")
"""Those that ask for an end, as far as the system has them."""


class Stopped(BaseException):
    """Work was left because the preview ends; like `KeyboardInterrupt`, no fault."""


class Stop:
    """Whether the preview is to end."""

    def __init__(self) -> None:
        self.event = threading.Event()
        """Set as soon as it is to end."""
        self._leave_work = False

    @contextmanager
    def at_once(self) -> Iterator[None]:
        """Work that a signal may interrupt anywhere: nothing of it can be left half done."""
        self._leave_work = True
        try:
            if self.event.is_set():
                raise Stopped
            yield
        finally:
            self._leave_work = False

    @contextmanager
    def at_signals(self) -> Iterator[None]:
        """Ends the block, without an error, once a signal asks for it.

        Signals reach the main thread alone, and so must this.
        """
        found = [getattr(signal, name) for name in _SIGNALS if hasattr(signal, name)]
        former = {number: signal.signal(number, self._take) for number in found}
        try:
            yield
        except Stopped:
            pass
        finally:
            for number, handler in former.items():
                signal.signal(number, handler)

    def _take(self, _signal: int, _frame: FrameType | None) -> None:
        self.event.set()
        if self._leave_work:
            self._leave_work = False
            raise Stopped
