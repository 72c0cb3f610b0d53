"""Keys that became a part of a text, and parts of texts that became keys or comments.

YAML sees no fault there: a line is not indented as it should be, or a text begins with `#`.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from cvcgen.core.diagnostics import Diagnostic, Location, Note, message
from cvcgen.sources.limits import MAX_FAULTS
from cvcgen.sources.textfile import split_lines
from cvcgen.sources.tree import Entry, Node, Scalar
from cvcgen.sources.tree import Mapping as Map
from cvcgen.sources.tree import Sequence as List

_MOST_LINES = 2_000
"""How far the key is looked for in the lines of its text."""
_NOTHING, _UNKNOWN = "CVC301", "CVC302"
_COMMENT = re.compile(r" *+#\S")
"""What is taken for a comment, and may have been meant as a text."""
_OF_KEYS = {"CVC303": "key", "CVC411": "language", "CVC412": "language"}
"""Faults that say that a key lacks, by the name of the key in their message."""
_TOLD_BY_LINES = {_NOTHING, _UNKNOWN, *_OF_KEYS}


def with_swallowed(
    faults: Iterable[Diagnostic], root: Node | None, text: str | None
) -> tuple[Diagnostic, ...]:
    """The faults of a file, with what its lines tell of them.

    Those of a missing key say which line of a text holds it.
    """
    found = tuple(faults)
    if text is None or not any(fault.code in _TOLD_BY_LINES for fault in found):
        return found
    lines = split_lines(text)
    found = tuple(_of_line(fault, lines) for fault in found)
    if root is None or not any(fault.code in _OF_KEYS for fault in found):
        return found
    texts = [entry for entry in _entries(root) if isinstance(entry.node, Scalar)]
    looked_at = (_told(fault, texts, lines) for fault in found[:MAX_FAULTS])
    return (*looked_at, *found[MAX_FAULTS:])


def _of_line(fault: Diagnostic, lines: Sequence[str]) -> Diagnostic:
    """The fault of a key that is a part of a text, or of a text that is a comment."""
    number = fault.location.line - 1
    here = "".join(lines[number : number + 1])  # what is missing may be below the last line
    if fault.code == _NOTHING and _COMMENT.match(here, fault.location.column - 1):
        hint = message("`#` starts a comment: put a text that holds it in quotes")
        return replace(fault, hint=hint)
    if fault.code != _UNKNOWN:
        return fault
    from cvcgen.sources.dedented import ends_text, header_above  # noqa: PLC0415 - few do

    header = header_above(lines, number) if ends_text(here) else None
    if header is None:
        return fault
    begins = fault.location._replace(line=header + 1, column=1, length=1)
    note = Note(begins, message("the text begins below this line"))
    hint = message("if it is a part of the text above, indent it as that text is")
    return replace(fault, notes=(*fault.notes, note), hint=hint)


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
