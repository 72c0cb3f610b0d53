"""Quotes and brackets that were opened and not closed, told where they were opened.

The parser notices it much later: at the next quote, the next key or the end of the file.
"""

import re

from cvcgen.core.diagnostics import Diagnostic, Location, Note, message
from cvcgen.sources.parserfault import ParserFault, Spot

_ENTRY = re.compile(r""" *+(?:- ++)*+(?:"[^"]*"|'[^']*'|[^\s:#"'\[\]{},]++) ?:(?: |$)""")
"""A line that holds a key, or seems to."""
_MARGIN = re.compile(r" *+(?:- ++)*+")
_CLOSING = {"[": "]", "{": "}"}
_CLOSE = message("close it with `{closing}`, or put the text in quotes")
_MARKS = re.compile(r"""[\[\]{}]|(?<![^\s\[{,:])(?:"(?:[^"\\]|\\.)*"|'[^']*')""")
"""Brackets; texts in quotes are passed over."""
_OF_BRACKETS = ("did not find expected", "expected", "mapping values")
"""How the parser's words begin for what it met between brackets."""
_MOST_LINES = 2_000
"""How far it is looked for the end of a bracket."""


def unclosed_fault(path: str, lines: tuple[str, ...], fault: ParserFault) -> Diagnostic | None:
    """What to say where a quote or a bracket before it brought the fault about."""
    return _quote(path, lines, fault) or _bracket(path, lines, fault)


def _quote(path: str, lines: tuple[str, ...], fault: ParserFault) -> Diagnostic | None:
    """A quote that was closed by one that was meant to open the text of another key."""
    if fault.text is None:
        return None
    start, end = fault.text
    swallowed = lines[start.line + 1 : end.line + 1]
    if end.line != fault.line or not any(map(_ENTRY.match, swallowed)):
        return None
    closer = Spot(end.line, end.column - 1)
    return Diagnostic(
        "CVC106",
        message("this quote is not closed on its line"),
        _place(path, start),
        (Note(_place(path, closer), message("the next quote, which closes it, is here")),),
        message("close it; inside '…' write an apostrophe twice: ''"),
    )


def _bracket(path: str, lines: tuple[str, ...], fault: ParserFault) -> Diagnostic | None:
    """The innermost bracket that is open, or what stands in it."""
    is_of_brackets = fault.problem.startswith(_OF_BRACKETS)
    opened = fault.brackets[-1] if is_of_brackets and fault.brackets else None
    closing = _CLOSING.get(_at(lines, opened)) if opened else None
    if opened is None or closing is None:
        return None
    here = _at(lines, fault.spot)
    if here == closing:
        return None
    if here in _CLOSING.values():
        return _of_another_kind(path, opened, closing, fault.spot, here)
    if _is_closed(lines, opened, fault.spot):
        before = lines[fault.line][: fault.column][-1:]
        return _without_comma(path, opened, fault.spot, before + here)
    return Diagnostic(
        "CVC106",
        message("this bracket is never closed"),
        _place(path, opened),
        hint=message(_CLOSE.template, closing=closing),
    )


def _of_another_kind(
    path: str, opened: Spot, closing: str, spot: Spot, here: str
) -> Diagnostic:
    note = message("`{bracket}` stands where it should be closed", bracket=here)
    return Diagnostic(
        "CVC106",
        message("this bracket is closed by one of another kind"),
        _place(path, opened),
        (Note(_place(path, spot), note),),
        message(_CLOSE.template, closing=closing),
    )


def _without_comma(path: str, opened: Spot, spot: Spot, here: str) -> Diagnostic:
    """What to say of what stands in brackets that are in order.

    `here` are the characters before and where the parser stopped.
    """
    if here[0] in "'\"" and here[1:].isalnum():
        found = message("a text in quotes ended here, and more follows")
        hint = message("inside '…' write an apostrophe twice: ''; or use \"…\"")
    elif here[-1] == ",":
        found, hint = message("nothing stands before this comma"), message("delete it")
    elif here[-1] == ":":
        found = message("a second `: ` without a comma before it")
        hint = message("put a comma between two entries, and a text with `: ` in quotes")
    else:
        found = message("a comma is missing before this")
        hint = message("put a comma between two entries, and a text with commas in quotes")
    note = Note(_place(path, opened), message("the bracket that it stands in"))
    return Diagnostic("CVC106", found, _place(path, spot), (note,), hint)


def _is_closed(lines: tuple[str, ...], opened: Spot, stopped: Spot) -> bool:
    """Whether what was opened is closed after where the parser stopped.

    A line that is indented no further than the one that opened it begins something else.
    """
    holder, depth = _column_of_holder(lines[opened.line][: opened.column]), 1
    for number in range(stopped.line, min(len(lines), stopped.line + _MOST_LINES)):
        line = lines[number]
        said = line.lstrip(" ")
        if number > opened.line and said and len(line) - len(said) <= holder:
            return said[0] == _CLOSING[_at(lines, opened)]
        for found in _MARKS.finditer(line, stopped.column if number == stopped.line else 0):
            depth += found[0] in _CLOSING
            depth -= found[0] in _CLOSING.values()
            if depth == 0:
                return True
    return False


def _column_of_holder(before: str) -> int:
    """Where the key or the hyphen stands that a bracket belongs to; -1 where it has none."""
    named = _MARGIN.sub("", before, count=1)
    if named:
        return len(before) - len(named)
    return before.find("-")


def _at(lines: tuple[str, ...], spot: Spot) -> str:
    line = lines[spot.line] if spot.line < len(lines) else ""
    return line[spot.column : spot.column + 1]


def _place(path: str, spot: Spot) -> Location:
    return Location(path, spot.line + 1, spot.column + 1)
