"""The bytes of a file to text, with every character that could mislead a reader refused.

Invisible and direction-changing characters make a line look like another one in a review;
some line ends count for one tool and not for the next. Both would move every place that a
diagnostic names.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from cvcgen.core.diagnostics import Diagnostic, Location, message
from cvcgen.core.hidden import FORBIDDEN, cover

_LINE_END = re.compile(r"\r\n|\n|\r")
ESCAPE = re.compile(r"\\[0abefrvxuUNLP]")
"""What in a text in quotes may stand for such a character."""
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
"""How UTF-16 and UTF-32 start, where they say what they are; else a zero byte tells."""
_DOCUMENT = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf", b"%PDF-")
"""How files of word processors, spreadsheet programs and readers start."""
_MAX_REPORTED = 20


@dataclass(frozen=True, slots=True)
class TextFile:
    """A file's text, as far as it could be read."""

    text: str | None
    """None where the bytes are not UTF-8; forbidden characters stand as U+FFFD."""
    faults: tuple[Diagnostic, ...]
    """What is wrong with its characters."""
    written: str = ""
    """The text as it stands in the file."""

    @property
    def lines(self) -> tuple[str, ...]:
        """The text as it stands, without its line ends; none where it is not UTF-8."""
        return () if self.text is None else tuple(split_lines(self.written))


def split_lines(text: str) -> list[str]:
    """The lines without their ends, as editors count them: at least one."""
    return _LINE_END.split(text)


def indent_of(line: str) -> int:
    """How many spaces stand before what the line says.

    >>> indent_of("  title: a"), indent_of("")
    (2, 0)
    """
    return len(line) - len(line.lstrip(" "))


def decode_text(path: str, content: bytes) -> TextFile:
    """The text of the bytes, which must be UTF-8 without a byte order mark."""
    faults = []
    if content.startswith(_BYTE_ORDER_MARK):
        content = content[len(_BYTE_ORDER_MARK) :]
        faults.append(
            Diagnostic(
                "CVC104",
                message("the file starts with a byte order mark"),
                Location(path),
                hint=message("save it as «UTF-8», not as «UTF-8 with BOM»"),
            )
        )
    if content.startswith(_DOCUMENT):
        return TextFile(None, (*faults, _document_fault(Location(path))))
    if b"\x00" in content[:4] or content[:2] in _WIDE_MARKS:
        return TextFile(None, (*faults, _encoding_fault(Location(path))))
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        return TextFile(None, (*faults, _not_utf8(path, content, error)))
    # Nothing forbidden is printable: asking so takes a third of the time, nearly always.
    if text.replace("\n", "").isprintable() or not FORBIDDEN.search(text):
        return TextFile(text, tuple(faults), text)
    faults.extend(_forbidden(path, split_lines(text)))
    return TextFile(cover(text), tuple(faults), text)


def escaped_fault(where: Location, character: str) -> Diagnostic:
    """What must not stand in a file must not be written by an escape either."""
    found = message(
        "an escape writes the invisible character U+{code} here", code=f"{ord(character):04X}"
    )
    return Diagnostic("CVC105", found, where, hint=message("delete it"))


def _not_utf8(path: str, content: bytes, error: UnicodeDecodeError) -> Diagnostic:
    lines = split_lines(content[: error.start].decode("utf-8"))
    return _encoding_fault(Location(path, len(lines), len(lines[-1]) + 1))


def _encoding_fault(where: Location) -> Diagnostic:
    return Diagnostic(
        "CVC103",
        message("this is not UTF-8 text"),
        where,
        hint=message("save the file with the encoding UTF-8"),
    )


def _document_fault(where: Location) -> Diagnostic:
    found = message("this is a document of another program, not plain text")
    hint = message(
        "copy its text into a file of a text editor; spreadsheets are for `cvcgen import`"
    )
    return Diagnostic("CVC103", found, where, hint=hint)


def _forbidden(path: str, lines: Sequence[str]) -> list[Diagnostic]:
    found = [
        (number, match)
        for number, line in enumerate(lines, start=1)
        for match in FORBIDDEN.finditer(line)
    ]
    return [
        Diagnostic(
            "CVC105",
            message(
                "the invisible character U+{code} stands here", code=f"{ord(match[0]):04X}"
            ),
            Location(path, number, match.start() + 1),
            hint=message("delete it"),
        )
        for number, match in found[:_MAX_REPORTED]
    ]
