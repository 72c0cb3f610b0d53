r"""The one writer to standard output and standard error.

Nothing that contributors write may act on a terminal or the log of a CI service, so every text
passes a last time through the escaper; our own colours are let through, and only where colours
are on; orders to GitHub, which start a line, only in what was asked for. A
character that the console cannot encode is written as `\xXX`, never a crash.
"""

import os
import re
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TextIO

from cvcgen.core.hidden import HIDDEN, show_hidden
from cvcgen.reports.media.logs import COMMAND, break_up
from cvcgen.reports.media.terminal import Palette

COLOURS = ("auto", "always", "never")
"""What `--color` takes."""
_ERASE = "\x1b[K"
"""Clears a terminal's line from the cursor on."""
_PLAIN = bytes(range(0x20, 0x7F)) + b"\n"
"""What no terminal acts on: letters, digits and signs of ASCII, and line ends."""
_INK = re.compile(r"(\x1b\[[0-9;]*m|\n)")


class ClosedPipe(Exception):
    """Whoever read our output has gone; there is nobody left to tell."""


@dataclass(slots=True)
class Console:
    """Both streams, and whether they are coloured."""

    output: TextIO | None
    """Standard output, for data; None where it was closed before we started."""
    errors: TextIO | None
    """Standard error, for talk."""
    environ: Mapping[str, str] = field(default_factory=lambda: os.environ)
    """What NO_COLOR, FORCE_COLOR and TERM are read from."""
    colours: str = "auto"
    """What `--color` says."""

    def data(self, text: str) -> None:
        """Writes what was asked for. Raises `ClosedPipe`, or OSError where it cannot."""
        if self.output is None:
            raise OSError("standard output is closed")
        try:
            _write(self.output, text, self.output_palette().coloured)
        except OSError:  # what is left of the text would fail again, and unheard, at the end
            self.close()
            raise

    def talk(self, text: str) -> None:
        """Writes what is said about it; where nobody can listen, nothing is said."""
        if self.errors is not None:
            try:
                _write(self.errors, break_up(text), self.talk_palette().coloured)
            except (OSError, ClosedPipe):
                _silence(self.errors)
                self.errors = None

    def can_show_status(self) -> bool:
        """Whether a person watches standard error, on a terminal that can take back a line."""
        watched = self.errors is not None and self.errors.isatty()
        return watched and self.environ.get("TERM") != "dumb" and not self.environ.get("CI")

    def show_status(self, text: str) -> None:
        """Shows one line on the terminal in the place of the one shown before."""
        self._steer(f"\r{_shown(text, coloured=False)}{_ERASE}")

    def clear_status(self) -> None:
        """Takes back the line shown last."""
        self._steer(f"\r{_ERASE}")

    def _steer(self, text: str) -> None:
        """Writes what moves the cursor: our own words alone."""
        if self.errors is not None:
            with suppress(OSError, UnicodeEncodeError):
                self.errors.write(text)
                self.errors.flush()

    def output_palette(self) -> Palette:
        """The colours of standard output."""
        return Palette(is_coloured(self.output, self.colours, self.environ))

    def talk_palette(self) -> Palette:
        """The colours of standard error."""
        return Palette(is_coloured(self.errors, self.colours, self.environ))

    def output_is_terminal(self) -> bool:
        """Whether a person reads standard output as it comes."""
        return self.output is not None and self.output.isatty()

    def close(self) -> None:
        """Gives up on standard output, so that Python's own last flush finds nothing."""
        if self.output is not None:
            _silence(self.output)


def open_console() -> Console:
    """The process's own streams."""
    return Console(sys.stdout, sys.stderr)


def is_coloured(stream: TextIO | None, choice: str, environ: Mapping[str, str]) -> bool:
    """Whether to colour: the option, then NO_COLOR, FORCE_COLOR, TERM, then the stream."""
    if choice != "auto" or stream is None:
        return choice == "always"
    if environ.get("NO_COLOR"):
        return False
    forced = environ.get("FORCE_COLOR", "")
    if forced:
        return forced != "0"
    return environ.get("TERM") != "dumb" and stream.isatty()


def _write(stream: TextIO, text: str, coloured: bool) -> None:
    encoding = stream.encoding or "utf-8"
    shown = break_up(_shown(text, coloured), COMMAND)
    shown = shown.encode(encoding, "backslashreplace").decode(encoding)
    try:
        stream.write(shown)
        stream.flush()
    except BrokenPipeError as error:
        raise ClosedPipe from error


def _shown(text: str, coloured: bool) -> str:
    """The text with everything hidden shown, but for line ends and, if wanted, our colours."""
    if _is_harmless(text):
        return text
    return "".join(
        piece if piece == "\n" or (coloured and _INK.fullmatch(piece)) else show_hidden(piece)
        for piece in _INK.split(text)
    )


def _is_harmless(text: str) -> bool:
    """Whether there is nothing to show: a report of megabytes is told at a glance."""
    beyond = text.encode("utf-8", "surrogatepass").translate(None, _PLAIN)
    return not HIDDEN.search(beyond.decode("utf-8", "surrogatepass"))


def _silence(stream: TextIO) -> None:
    try:
        descriptor = stream.fileno()
    except (OSError, ValueError):
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, descriptor)
    os.close(nowhere)
