"""Lines of a text on several lines that are indented less than the text, and so end it.

YAML takes such a line for a key, or stops there or further below; what is to blame is its
indentation.
"""

import re
from collections.abc import Sequence

from cvcgen.core.diagnostics import Diagnostic, Location, Note, message
from cvcgen.sources.parserfault import ParserFault
from cvcgen.sources.textfile import indent_of

_HEADER = re.compile(r" *+(?:- ++)*+[^\s#\"'][^:]*+:(?: ++)[|>][-+0-9]*+ *+(?:#.*)?")
"""A line that begins a text on the lines below."""
_SENTENCE = re.compile(r" *+[^\s#:\"'|>{}\[\]-][^:\s]*+ ++[^:\s][^:]*+(?:: |:?$)")
"""A line that is several words: no key that the format names, and no item.

Nothing in it is matched in two ways: a line may hold 200,000 characters.
"""
_MOST_LINES = 500
"""How far above a line its text, or a line that is to blame, is looked for."""


def dedented_fault(path: str, lines: tuple[str, ...], fault: ParserFault) -> Diagnostic | None:
    """What to say where a line that ends a text too early brought the fault about."""
    if fault.brackets or fault.line >= len(lines):
        return None
    at = fault.line
    if "simple key" in fault.context and fault.context_line is not None:
        at = fault.context_line
    here = indent_of(lines[at])
    for number in range(at, max(-1, at - _MOST_LINES), -1):
        line = lines[number]
        if not line.strip() or (number != at and indent_of(line) >= here):
            continue
        header = header_above(lines, number) if _SENTENCE.match(line) else None
        if header is not None:
            return _told(path, lines, number, header)
        if number != at:
            return None
    return None


def ends_text(line: str) -> bool:
    """Whether the line is several words, as no key is that the format names."""
    return _SENTENCE.match(line) is not None


def header_above(lines: Sequence[str], number: int) -> int | None:
    """Where the text begins that ends right above the line, for it is indented less.

    Lines count from 0. None where no such text stands above it.
    """
    here, depth = indent_of(lines[number]), None
    for above in range(number - 1, max(-1, number - _MOST_LINES), -1):
        line = lines[above]
        if not line.strip():
            continue
        indent = indent_of(line)
        if depth is not None and indent < depth and _HEADER.fullmatch(line):
            return above
        if indent <= here:
            return None
        depth = indent if depth is None else min(depth, indent)
    return None


def _told(path: str, lines: tuple[str, ...], number: int, header: int) -> Diagnostic:
    where = Location(path, number + 1, indent_of(lines[number]) + 1)
    begins = Location(path, header + 1, indent_of(lines[header]) + 1)
    return Diagnostic(
        "CVC106",
        message("this line is indented less than the text above it, and so ends that text"),
        where,
        (Note(begins, message("the text begins below this line")),),
        message("indent it as that text is"),
    )
