"""Keys that became a part of a text, because their line is not indented as it should be.

YAML sees no fault there: the key is missing where it was to be, and the text goes on with it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from cvcgen.core.diagnostics import Diagnostic, Location, Note, message
from cvcgen.sources.limits import MAX_FAULTS
from cvcgen.sources.tree import Entry, Node, Scalar
from cvcgen.sources.tree import Mapping as Map
from cvcgen.sources.tree import Sequence as List

_MOST_LINES = 2_000
"""How far the key is looked for in the lines of its text."""
_OF_KEYS = {"CVC303": "key", "CVC411": "language", "CVC412": "language"}
"""Faults that say that a key lacks, by the name of the key in their message."""


def with_swallowed(
    faults: Iterable[Diagnostic], root: Node | None, text: str | None
) -> tuple[Diagnostic, ...]:
    """The faults of a file; those of a missing key say which line of a text holds it."""
    found = tuple(faults)
    if text is None or root is None or not any(fault.code in _OF_KEYS for fault in found):
        return found
    lines = re.split("\r\n|\n|\r", text)
    texts = [entry for entry in _entries(root) if isinstance(entry.node, Scalar)]
    looked_at = (_told(fault, texts, lines) for fault in found[:MAX_FAULTS])
    return (*looked_at, *found[MAX_FAULTS:])


def _told(fault: Diagnostic, texts: Iterable[Entry], lines: Sequence[str]) -> Diagnostic:
    name = _OF_KEYS.get(fault.code)
    if name is None:
        return fault
    key, within = str(dict(fault.message.arguments)[name]), f"{fault.location.pointer}/"
    marked = re.compile(rf"(?:^|\s)({re.escape(key)}:)(?:\s|$)")
    for entry in texts:
        text = entry.node.text if isinstance(entry.node, Scalar) else ""
        if entry.where.pointer.startswith(within) and marked.search(text):
            found = message("`{key}:` is a part of a text here", key=key)
            note = Note(_place(entry.where, marked, lines), found)
            hint = message("write it on a line of its own, indented as its neighbours")
            return replace(fault, notes=(*fault.notes, note), hint=hint)
    return fault


def _place(of_text: Location, marked: re.Pattern[str], lines: Sequence[str]) -> Location:
    """Where the key stands in the text under that key; else where the text's own key does."""
    for number in range(of_text.line, min(len(lines), of_text.line + _MOST_LINES) + 1):
        found = marked.search(lines[number - 1])
        if found is not None:
            place = of_text._replace(line=number, column=found.start(1) + 1)
            return place._replace(length=len(found[1]))
    return of_text


def _entries(node: Node) -> Iterator[Entry]:
    """All of a tree, in the order of the file; no tree is deep."""
    if isinstance(node, List):
        for item in node.items:
            yield from _entries(item)
    elif isinstance(node, Map):
        for entry in node.entries:
            yield entry
            yield from _entries(entry.node)
