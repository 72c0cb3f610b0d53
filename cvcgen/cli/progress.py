"""How far a long job is, on one line of the terminal that is gone in the end."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from cvcgen.cli.session import Session
from cvcgen.core.diagnostics import message

_PATIENCE = 1_000_000_000
"""Nanoseconds that nobody minds to wait without a word."""
_PAUSE = 100_000_000
"""Nanoseconds between two words."""

Report = Callable[[int, int], None]
"""Is told how many files are ready, and how many there will be."""


@contextmanager
def show_progress(
    session: Session, clock: Callable[[], int] = time.monotonic_ns
) -> Iterator[Report]:
    """What tells the terminal how far the block is, for a block that takes over a second.

    Silent where nobody watches: off a terminal, in CI, with `-q`. `clock` is in nanoseconds.
    """
    console = session.console
    if session.quiet or not console.can_show_status():
        yield lambda _ready, _all: None
        return
    from fractions import Fraction  # noqa: PLC0415 - only for who watches

    from cvcgen.reports.reader import make_reader  # noqa: PLC0415

    reader = make_reader(session.phrases)
    next_word = clock() + _PATIENCE

    def report(ready: int, every: int) -> None:
        nonlocal next_word
        now = clock()
        if now < next_word:
            return
        next_word = now + _PAUSE
        counts = [reader.number(Fraction(count), 0) for count in (ready, every)]
        said = message("Rendering {ready} of {all}", ready=counts[0], all=counts[1])
        console.show_status(reader.say(said))

    try:
        yield report
    finally:
        console.clear_status()
