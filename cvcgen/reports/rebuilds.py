"""What `cvcgen serve` says on a terminal, a line at a time."""

from collections.abc import Sequence
from fractions import Fraction

from cvcgen.core.diagnostics import Diagnostic, Message, has_errors, message
from cvcgen.reports.diagnostics.summary import count, sentence
from cvcgen.reports.media.terminal import escape
from cvcgen.reports.reader import Reader

_NANOSECONDS = 1_000_000_000
_DIGITS = 2


def address_line(address: str, reader: Reader) -> str:
    """Where the preview is, and how it ends."""
    said = message("Preview: {address} (Ctrl+C stops it)", address=address)
    return f"{reader.say(said)}\n"


def taken_line(port: int, reader: Reader) -> str:
    """Why the preview is not where it was asked to be."""
    said = message("port {port} is taken: the next one that is free is used", port=port)
    return f"{reader.say(said)}\n"


def content_line(  # noqa: PLR0913, PLR0917 - one argument for each part of the line
    diagnostics: Sequence[Diagnostic],
    files: int,
    changed: Sequence[str],
    nanoseconds: int,
    reader: Reader,
    has_pages: bool = True,
) -> str:
    """What changed, what is wrong now, and how long it took to show.

    `files` is how many were read. Of several changed files the number is said, of one the
    path, of none nothing. `has_pages` says whether there are any to show.
    """
    found = sentence(count(diagnostics), files, reader.phrases)
    if has_errors(diagnostics):
        stay = message("{found}; the former pages stay", found=found)
        none = message("{found}; there are no pages yet", found=found)
        found = reader.say(stay if has_pages else none)
    took = message("{seconds} s", seconds=_seconds(nanoseconds, reader))
    return _joined([_what(changed, reader), escape(found), reader.say(took)])


def failure_line(failure: Message, reader: Reader) -> str:
    """Why there is nothing to show."""
    return _joined(["", escape(reader.say(failure)), ""])


def page_failure_line(error: Exception, reader: Reader) -> str:
    """That a page could not be made, and why."""
    said = message(
        "a page could not be made: {kind}: {what}", kind=type(error).__name__, what=error
    )
    return _joined(["", escape(reader.say(said)), ""])


def _what(changed: Sequence[str], reader: Reader) -> str:
    if len(changed) == 1:
        return escape(changed[0])
    many = reader.phrases.many("{count} file changed", "{count} files changed", len(changed))
    return many.format(count=len(changed)) if changed else ""


def _seconds(nanoseconds: int, reader: Reader) -> str:
    return reader.number(Fraction(nanoseconds, _NANOSECONDS), _DIGITS)


def _joined(parts: Sequence[str]) -> str:
    return " · ".join(filter(None, parts)) + "\n"
