"""The tree of a file without a fault of form, by the shortest way.

Nearly every file has none. Whatever could be one is left to `yamltext`, which reads the file
again with care and says what is wrong: here is no word of it. A test proves that both agree.
"""

from collections.abc import Callable, Mapping
from enum import Enum
from fractions import Fraction
from functools import lru_cache
from typing import Any, Final

from cvcgen.core.diagnostics import Location
from cvcgen.core.exact import parse_decimal
from cvcgen.sources.numberforms import is_read_differently
from cvcgen.sources.tree import Entry, Node, Scalar, ScalarValue, Sequence, child_pointer
from cvcgen.sources.tree import Mapping as Map

LONGEST = 65_536
"""In characters: a longer text is read by the careful way, which counts as it goes."""
_SHORT = 32
"""In characters: what longer plain words mean is not remembered."""
_CONSTANTS: Final = {"": None, "null": None, "true": True, "false": False}
"""What plain words mean that are neither a text nor a number."""


_new: Any = tuple.__new__
"""Makes a named tuple in half the time that a call of its class takes."""


class EventKind(Enum):
    """What a parser's event is, as far as it matters here."""

    TEXT = "text"
    MAPPING = "mapping"
    LIST = "list"
    END = "end"
    """Of a mapping or a list."""
    LAST = "last"
    """Nothing comes after it."""


class OddFormError(Exception):
    """The file has, or may have, a fault of form."""


class QuickReader:
    """Makes one file's tree of its events."""

    def __init__(
        self, path: str, take: Callable[[], Any], kinds: Mapping[type, EventKind], depth: int
    ) -> None:
        """`take` gives the next event; `depth` is how deep lists and mappings may nest."""
        self._path = path
        self._take = take
        self._kind = kinds.get
        self._depth = depth
        self.nodes = 1
        """How many keys and values were read, the root counted in."""

    def document(self, length: int) -> Map:
        """The mapping that the text of that length is, no more. Raises `OddFormError`."""
        if length > LONGEST:
            raise OddFormError
        self._take(), self._take()  # the stream and its document begin
        first = self._take()
        if self._kind(type(first)) is not EventKind.MAPPING:
            raise OddFormError
        root = self._mapping(first, self._at(first, ""), 1)
        self._take()  # the document ends
        if self._kind(type(self._take())) is not EventKind.LAST:
            raise OddFormError
        return root

    def _mapping(self, event: Any, where: Location, depth: int) -> Map:
        self._open(event, depth)
        take, kind, at, text = self._take, self._kind, self._at, EventKind.TEXT
        pointer = where.pointer
        found: dict[str, Entry] = {}
        before: Node | None = None
        while kind(type(event := take())) is text:
            key = event.value
            if key in found or event.anchor or event.tag is not None:
                raise OddFormError
            if not event.style and (key == "<<" or follows_number(key, before)):
                raise OddFormError
            simple = "/" not in key and "~" not in key
            place = at(event, f"{pointer}/{key}" if simple else child_pointer(pointer, key))
            event = take()
            if kind(type(event)) is text:
                before = self._scalar(event, place[3])
            else:
                before = self._collection(event, place, depth + 1)
            found[key] = _new(Entry, (key, place, before))
        if kind(type(event)) is not EventKind.END:
            raise OddFormError
        self.nodes += 2 * len(found)
        return Map(where, tuple(found.values()))

    def _list(self, event: Any, where: Location, depth: int) -> Sequence:
        self._open(event, depth)
        items: list[Node] = []
        while (kind := self._kind(type(event := self._take()))) is not EventKind.END:
            pointer = f"{where.pointer}/{len(items)}"
            if kind is EventKind.TEXT:
                items.append(self._scalar(event, pointer))
            else:
                items.append(self._collection(event, self._at(event, pointer), depth + 1))
        self.nodes += len(items)
        return Sequence(where, tuple(items))

    def _collection(self, event: Any, where: Location, depth: int) -> Node:
        kind = self._kind(type(event))
        if kind is EventKind.MAPPING:
            return self._mapping(event, where, depth)
        if kind is EventKind.LIST:
            return self._list(event, where, depth)
        raise OddFormError

    def _open(self, event: Any, depth: int) -> None:
        if depth > self._depth or event.anchor is not None or event.tag is not None:
            raise OddFormError

    def _scalar(self, event: Any, pointer: str) -> Any:
        if event.anchor or event.tag is not None:
            raise OddFormError
        text, where = event.value, self._at(event, pointer)
        if event.style:
            return _new(Scalar, (where, text, text, False))
        return _new(Scalar, (where, plain_meaning(text), text, True))

    def _at(self, event: Any, pointer: str) -> Location:
        start, end = event.start_mark, event.end_mark
        line, column = start.line, start.column
        length = end.column - column if end.line == line else 1
        length = length if length > 1 else 1
        place: Location = _new(
            Location, (self._path, line + 1, column + 1, pointer, length, "")
        )
        return place


def follows_number(key: str, node: Node | None) -> bool:
    """Whether a key after that node may be the end of a number such as `62,5`."""
    return key.isdecimal() and isinstance(node, Scalar) and isinstance(node.value, Fraction)


def plain_meaning(text: str) -> ScalarValue:
    """What a word without quotes means; `OddFormError` where readers of YAML disagree."""
    return _remembered(text) if len(text) <= _SHORT else _meaning(text)


def _meaning(text: str) -> ScalarValue:
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    number = parse_decimal(text)
    if number is None and is_read_differently(text):
        raise OddFormError
    return text if number is None else number


_remembered = lru_cache(maxsize=1024)(_meaning)
