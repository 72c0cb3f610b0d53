"""Lines that do not fit their neighbours: for want of a mark, or by their indentation.

The parser stops where the lines cannot be read on. What is to blame may be a line above it: a
colon without a space makes a text of its key, which goes on until the next key stands in it.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from cvcgen.core.diagnostics import Diagnostic, Location, Message, Note, clip, message
from cvcgen.sources.parserfault import ParserFault
from cvcgen.sources.textfile import indent_of

_STEP = 2
"""By how many spaces what belongs to a key is indented further, as `fmt` writes it; a file that
uses another step shows it more than once."""
_BULLET = re.compile(r" *+([–—•·▪◦‣*])[ \t\u00a0]++\S")
"""What word processors set before the items of a list."""
_OF_RATING = {"why", "evidence", "by_rater"}
"""Keys that stand beside `points` alone."""
_ENTRY = re.compile(
    r"""(?P<margin> *+(?:- ++)*+)(?P<key>"[^"]*"|'[^']*'|[^\s:#"'][^:#]*+)"""
    r""":(?: ++(?P<value>.*+)|$)"""
)
"""A line that holds a key."""
_LETTERS = "“”„‘’‚«»‹›"
"""What word processors set for quotes."""
_NO_SPACE = re.compile(r" *+(?:- ++)*+(?!\d++:\d)[\w.-]++ ?:(?=[^\s:/])")
_NO_SPACE_AFTER_HYPHEN = re.compile(r" *+(?:- ++)*+-(?=[^\s\d-])")
_MOST_LINES = 2_000
"""How far above a line is looked for its cause."""


class _Key(NamedTuple):
    """A key on its line; counted from 0."""

    line: int
    column: int
    end: int
    """Of the key: where its colon stands."""
    value: str
    """What stands behind the colon; empty where a comment or nothing does."""
    value_column: int
    """Where that begins."""

    def where(self, path: str) -> Location:
        """The place of the key."""
        return Location(path, self.line + 1, self.column + 1, length=self.end - self.column)


def _key_of(lines: tuple[str, ...], number: int) -> _Key | None:
    """The key that the line holds, if any."""
    found = _ENTRY.match(lines[number])
    if found is None:
        return None
    value = found["value"] or ""
    said = "" if value.startswith("#") else value
    return _Key(number, found.end("margin"), found.end("key"), said, found.start("value"))


def misfit_fault(path: str, lines: tuple[str, ...], fault: ParserFault) -> Diagnostic | None:
    """What to say where a line without its marks, or wrongly indented, is the cause."""
    if fault.brackets or fault.line >= len(lines):
        return None
    if "mapping values" in fault.problem:
        return _of_colon(path, lines, fault)
    if "simple key" in fault.context and fault.context_line is not None:
        return _unspaced(path, lines, fault.context_line)
    is_line = "block" in fault.context or "document start" in fault.problem
    if is_line and not lines[fault.line][: fault.column].strip():
        return (
            _unspaced(path, lines, fault.line)
            or _mixed(path, lines, fault)
            or _deeper(path, lines, fault.line)
            or _of_indentation(path, lines, fault.line)
        )
    return None


def _deeper(path: str, lines: tuple[str, ...], number: int) -> Diagnostic | None:
    """What to say of a key right below one that has its value already, and a comment."""
    own = _key_of(lines, number)
    above = next(_lines_above(lines, number), None)
    key = None if above is None else _key_of(lines, above)
    if own is None or key is None or not key.value or indent_of(lines[number]) <= key.column:
        return None
    return _below_value(path, lines, own, key)


def _mixed(path: str, lines: tuple[str, ...], fault: ParserFault) -> Diagnostic | None:
    """What to say of keys and items of a list beside each other."""
    first, here = fault.context_line, lines[fault.line].lstrip(" ")
    if first is None or fault.context_column != indent_of(lines[fault.line]):
        return None
    beside = lines[first].lstrip(" ")
    if indent_of(lines[first]) != fault.context_column or here[:2] == "- " == beside[:2]:
        return None
    if "- " not in (here[:2], beside[:2]) or _key_of(lines, fault.line) is None:
        return None
    note = Note(
        Location(path, first + 1, fault.context_column + 1),
        message("its neighbours begin here"),
    )
    found = message("a `- ` stands before this line, and not before its neighbours")
    if here[:2] != "- ":
        found = message("a `- ` stands before its neighbours, and not before this line")
    where = Location(path, fault.line + 1, fault.context_column + 1)
    hint = message("write `- ` before each of them, or before none")
    return Diagnostic("CVC106", found, where, (note,), hint)


def bullet_fault(path: str, lines: tuple[str, ...], fault: ParserFault) -> Diagnostic | None:
    """What to say of a bullet in the place of a hyphen."""
    for number in {fault.line, fault.context_line if "simple" in fault.context else None}:
        bullet = (
            _BULLET.match(lines[number]) if number is not None and number < len(lines) else None
        )
        if bullet is not None and number is not None:
            found = message(
                "`{bullet}` starts no item of a list, only a hyphen does", bullet=bullet[1]
            )
            where = Location(path, number + 1, bullet.start(1) + 1)
            return Diagnostic("CVC106", found, where, hint=message("write `- ` instead"))
    return None


def _unspaced(path: str, lines: tuple[str, ...], number: int) -> Diagnostic | None:
    """What to say of a colon or a hyphen that makes no key or item, for want of a space."""
    for mark, found, hint in _UNSPACED:
        met = mark.match(lines[number])
        if met is not None:
            where = Location(path, number + 1, met.end())
            return Diagnostic("CVC106", found, where, hint=hint)
    return None


_UNSPACED: tuple[tuple[re.Pattern[str], Message, Message], ...] = (
    (
        _NO_SPACE,
        message("no space follows this colon, so no key ends here"),
        message("put a space after the colon"),
    ),
    (
        _NO_SPACE_AFTER_HYPHEN,
        message("no space follows this hyphen, so no item starts here"),
        message("put a space after the hyphen"),
    ),
)


def _of_colon(path: str, lines: tuple[str, ...], fault: ParserFault) -> Diagnostic | None:
    """Why a colon stands in a text: because of the line above, where it is its line's first."""
    unspaced = _unspaced(path, lines, fault.line)
    own = _key_of(lines, fault.line)
    if unspaced is not None or own is None:
        return unspaced
    if own.end != fault.column:
        return _second_colon(path, own, fault.column) if own.value else None
    first = None
    for above in _lines_above(lines, fault.line):
        unspaced = _unspaced(path, lines, above)
        if unspaced is not None:
            return unspaced
        key = _key_of(lines, above)
        if key is None:
            first = above
            continue
        if first is None or (key.value and indent_of(lines[first]) > key.column):
            shallow = _not_deep_enough(lines, own.line) == key.line
            return (
                _of_indentation(path, lines, own.line)
                if shallow
                else _below_value(path, lines, own, key)
            )
        break
    return None if first is None else _no_key(path, lines, first)


def _below_value(path: str, lines: tuple[str, ...], own: _Key, above: _Key) -> Diagnostic:
    """What to say of a key that is indented as if it belonged to a text."""
    hint = message("indent it by as many spaces as its neighbours")
    if lines[own.line][own.column : own.end] in _OF_RATING:
        points = clip(above.value.partition(" #")[0].strip())
        hint = message(
            "write `points: {points}` on a line of its own above this one", points=points
        )
    return Diagnostic(
        "CVC106",
        message("this key is indented as a part of the text above it"),
        own.where(path),
        (Note(above.where(path), message("this key has its value already")),),
        hint,
    )


def _second_colon(path: str, own: _Key, column: int) -> Diagnostic:
    """What to say of a colon in the text behind a key."""
    if own.value[0] in _LETTERS:
        found = message("`{quote}` is a letter to YAML, not a quote", quote=own.value[0])
        hint = message('put the text in plain quotes: `"…"`')
        where = Location(path, own.line + 1, own.value_column + 1)
        return Diagnostic("CVC106", found, where, hint=hint)
    found = message("a second `: ` on this line")
    hint = message('put a text that holds `: ` in quotes: `"…: …"`')
    return Diagnostic("CVC106", found, Location(path, own.line + 1, column + 1), hint=hint)


def _no_key(path: str, lines: tuple[str, ...], number: int) -> Diagnostic:
    return Diagnostic(
        "CVC106",
        message("this line is a text without a key, and keys stand below it"),
        Location(path, number + 1, indent_of(lines[number]) + 1),
        hint=message("write `: ` after the key, or a key before the text"),
    )


def _of_indentation(path: str, lines: tuple[str, ...], number: int) -> Diagnostic | None:
    """What to say where a line does not fit because another one above it is to blame."""
    blamed = _first_too_deep(lines, number)
    if blamed is None:
        blamed = _not_deep_enough(lines, number)
    if blamed is None:
        return None
    unfit = Location(path, number + 1, indent_of(lines[number]) + 1)
    return Diagnostic(
        "CVC106",
        message("this line is not indented as line {line} is", line=number + 1),
        Location(path, blamed + 1, indent_of(lines[blamed]) + 1),
        (Note(unfit, message("it belongs to the same key as this one")),),
        message("indent both by the same number of spaces"),
    )


def _first_too_deep(lines: tuple[str, ...], number: int) -> int | None:
    """The first line of what is indented further than it should be, as the line shows."""
    here, first, step = indent_of(lines[number]), None, _step(lines)
    for above in _lines_above(lines, number):
        indent = indent_of(lines[above])
        if indent == here:
            return None
        if indent < here:
            holds = _opens(lines, above) and indent + step == here
            return first if holds else None
        first = above
    return first if here == 0 else None


def _not_deep_enough(lines: tuple[str, ...], number: int) -> int | None:
    """The line above that is indented less than it should be, as its neighbours show."""
    here, last, step = indent_of(lines[number]), None, _step(lines)
    for above in _lines_above(lines, number):
        indent = indent_of(lines[above])
        if last is None:
            if indent == here:
                return None
            last = above if indent < here else None
            continue
        if indent > here:
            continue
        short, key = indent_of(lines[last]), _key_of(lines, last)
        hyphens = key.column - short if key else 0
        beside = indent == here
        below = _opens(lines, above) and here - step - hyphens == indent <= short
        return last if beside or below else None
    return None


def _step(lines: tuple[str, ...]) -> int:
    """By how many spaces the file indents what belongs to a key, most of the time."""
    steps: Counter[int] = Counter()
    opened = None
    for number, line in enumerate(lines):
        said = line.lstrip(" ")
        if not said or said[0] == "#":
            continue
        if opened is not None and said[:2] != "- " and (deeper := indent_of(line) - opened) > 0:
            steps[deeper] += 1
        key = _key_of(lines, number)
        opened = key.column if key is not None and not key.value else None
    found = max(steps, key=steps.__getitem__, default=_STEP)
    return found if steps[found] > max(1, steps[_STEP]) else _STEP


def _opens(lines: tuple[str, ...], number: int) -> bool:
    """Whether the line holds a key whose value stands on the lines below."""
    key = _key_of(lines, number)
    return key is not None and not key.value


def _lines_above(lines: tuple[str, ...], number: int) -> Iterator[int]:
    """The lines with content above one, the nearest first; from 0."""
    for above in range(number - 1, max(-1, number - _MOST_LINES), -1):
        said = lines[above].lstrip(" ")
        if said and said[0] != "#":
            yield above
