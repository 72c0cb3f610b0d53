"""The tree of a file in the few forms that nearly every file is written in, without a parser.

One key a line, plain words, texts in quotes or set in below `|` and `>`, lists with `-`. A line
of any other form, or whose meaning hangs on the next one, leaves the file to `yamltext`: here
is neither a fault nor a guess. A test proves that both agree (docs/decisions/0019).
"""

import re
from itertools import islice
from typing import Any, Final

from cvcgen.core.diagnostics import Location
from cvcgen.sources.limits import MAX_NODES
from cvcgen.sources.plainflow import flow_node
from cvcgen.sources.plainrow import BLOCKS, FLOWS, MARKED, QUOTES, Row, is_value, read_row
from cvcgen.sources.quicktree import OddFormError, follows_number, plain_meaning
from cvcgen.sources.tree import Entry, Mapping, Node, Scalar, Sequence

LONGEST: Final = MAX_NODES
"""In characters: so few cannot hold too many nodes, which are counted elsewhere."""
DEEPEST: Final = 10
"""How deep lists and mappings nest here: less than they may."""
_LINE_ENDS: Final = re.compile(r"\n(\n*)")
_new: Any = tuple.__new__
"""Makes a named tuple in half the time that a call of its class takes."""


def plain_root(path: str, text: str) -> Mapping | None:
    """The tree that `parse_yaml` gives of a text without faults, in a third of the time.

    `text` has no character that `textfile` refuses. None where it has faults, may have some, or
    is written in other forms.
    """
    if len(text) > LONGEST or not text.endswith("\n") or "\t" in text or "\r" in text:
        return None
    try:
        return _PlainFile(path, text.split("\n")).root()
    except OddFormError:
        return None


class _PlainFile:
    """Goes through the lines of one file; every method may raise `OddFormError`."""

    def __init__(self, path: str, lines: list[str]) -> None:
        self._path = path
        self._lines = lines
        self._end = len(lines) - 1
        """The line after the last one; it is empty."""
        self._at = 0
        """The first line that is not read yet."""

    def root(self) -> Mapping:
        """The mapping that the file is, no more."""
        self._ahead()
        root = Mapping(Location(self._path, self._at + 1), self._entries(0, "", 1))
        if self._at < self._end or not root.entries:
            raise OddFormError
        return root

    def _ahead(self) -> tuple[int, str]:
        """How far the next line with content is set in, and what it says.

        Passes over empty lines and comments. At the end of the file, -1 and nothing.
        """
        while self._at < self._end:
            line = self._lines[self._at]
            said = line.lstrip(" ")
            if said and said[0] != "#":
                return len(line) - len(said), said
            if line and not said:  # perhaps a part of a text
                raise OddFormError
            self._at += 1
        return -1, ""

    def _entries(self, indent: int, pointer: str, depth: int) -> tuple[Entry, ...]:
        """The keys that are set in so far, from the next line on, with their values."""
        if depth > DEEPEST:
            raise OddFormError
        path, lines = self._path, self._lines
        found: dict[str, Entry] = {}
        node: Node | None = None
        while (row := read_row(lines[self._at]) or self._next_row(indent)) is not None:
            margin, key, value, meaning = row
            if margin < indent:
                break
            if margin > indent or key in found or follows_number(key, node):
                raise OddFormError
            self._at = line = self._at + 1
            below, width = f"{pointer}/{key}", len(key)
            place = _new(Location, (path, line, indent + 1, below, width, ""))
            if value is None:
                node = self._below(place, depth)
            else:
                column = indent + width + 3
                start = _new(Location, (path, line, column, below, len(value), ""))
                if value[0] in MARKED:
                    node = self._marked(value, place, start, indent)
                else:
                    node = _new(Scalar, (start, meaning, value, True))
            found[key] = _new(Entry, (key, place, node))
        return tuple(found.values())

    def _next_row(self, indent: int) -> Row | None:
        """The next line with content, a key; None where it is set in less than that."""
        margin, _ = self._ahead()
        if margin < indent:
            return None
        row = read_row(self._lines[self._at])
        if row is None:
            raise OddFormError
        return row

    def _below(self, place: Location, depth: int) -> Node:
        """What stands on the lines below a key: a list, a mapping or nothing."""
        indent, said = self._ahead()
        if indent >= place.column - 1 and said.startswith("- "):
            return Sequence(place, self._items(indent, place.pointer, depth + 1))
        if indent >= place.column:
            return Mapping(place, self._entries(indent, place.pointer, depth + 1))
        behind = place._replace(column=place.column + place.length + 1, length=1)
        return Scalar(behind, None, "", plain=True)

    def _items(self, indent: int, pointer: str, depth: int) -> tuple[Node, ...]:
        """The items of a list whose hyphens are set in so far."""
        if depth > DEEPEST:
            raise OddFormError
        found: list[Node] = []
        while True:
            margin, said = self._ahead()
            if margin > indent:
                raise OddFormError
            if margin < indent or not said.startswith("- "):
                return tuple(found)
            found.append(self._item(said[2:], indent, f"{pointer}/{len(found)}", depth))

    def _item(self, said: str, indent: int, pointer: str, depth: int) -> Node:
        column = indent + 3
        if (row := read_row(said)) is not None and not row.indent:
            # Its first key stands behind the hyphen, the others below that key.
            self._lines[self._at] = f"{' ' * (indent + 2)}{said}"
            place = Location(self._path, self._at + 1, column, pointer)
            return Mapping(place, self._entries(indent + 2, pointer, depth + 1))
        if not is_value(said):
            raise OddFormError
        self._at += 1
        if said[0] in MARKED:
            length = len(said) if said[0] in QUOTES else 1
            start = Location(self._path, self._at, column, pointer, length)
            return self._marked(said, start, start, indent)
        start = Location(self._path, self._at, column, pointer, len(said))
        return Scalar(start, plain_meaning(said), said, plain=True)

    def _marked(self, said: str, place: Location, start: Location, indent: int) -> Node:
        """What is said from `start` on, by another form than plain words."""
        if said[0] in FLOWS:
            return flow_node(said, place, start)
        if said[0] in BLOCKS:
            text, start = self._block(said, indent), start._replace(length=1)
        else:
            text = said[1:-1]
        return Scalar(start, text, text, plain=False)

    def _block(self, said: str, indent: int) -> str:
        """The text that is set in below `|` or `>`, further than so far."""
        first = self._lines[self._at]
        margin = first[: len(first) - len(first.lstrip(" "))]
        if len(margin) <= indent or margin == first:
            raise OddFormError
        found: list[str] = []
        for line in islice(self._lines, self._at, self._end):
            if line and not line.startswith(margin):
                break
            found.append(line[len(margin) :])
        self._at += len(found)
        text = "\n".join(found).rstrip("\n")
        if said[0] == ">":
            if "\n " in text:  # what is set in further is not joined
                raise OddFormError
            text = _LINE_ENDS.sub(lambda ends: ends[1] or " ", text)
        return text if said[-1] == "-" else f"{text}\n"
