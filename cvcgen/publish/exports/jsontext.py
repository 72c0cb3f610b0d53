"""JSON as text whose lines are the records: small differences stay small, and it streams.

The text is that of the standard library's encoder but for its line breaks. What stands in
thousands of places, such as a number or a part of a score, is made once (`Shared`).
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from json.encoder import encode_basestring
from operator import attrgetter
from typing import Any

_Where = tuple[int, bytes, bool]
"""Depth of line breaks, indentation, and whether it is an object's members alone."""


@dataclass(frozen=True, slots=True)
class Encoded:
    """A value that is JSON text already, on one line.

    What stands in several files is encoded once, and thousands of records are kept as text,
    not as objects. It may stand only where no line is broken inside it.
    """

    text: str


@dataclass(frozen=True, slots=True, eq=False)
class Shared:
    """A value that stands in many places and never changes: its text costs a look-up there."""

    node: "Node"
    """What stands there."""
    line: str
    """Its text on one line."""
    broken: dict["_Where", bytes] = field(default_factory=dict)
    """Other texts, by where they stand."""


@dataclass(frozen=True, slots=True)
class Joined:
    """An object with the members of several, in that order; what many have is shared."""

    groups: "tuple[Shared | dict[str, Node], ...]"
    """Each an object with a member at least; no two have one of the same name."""


Object = dict[str, "Node"] | Joined
Node = Mapping[str, "Node"] | Sequence["Node"] | Joined | Shared | Encoded | str | int | None
"""What the data files are made of; numbers with decimals are texts, see `numbers`."""


def encode(node: Node) -> Encoded:
    """The value on one line."""
    return Encoded(_LINES[type(node)](node))


def share(node: Node) -> Shared:
    """The value, to stand in many places."""
    return Shared(node, _LINES[type(node)](node))


def render_json(node: Node, depth: int) -> bytes:
    r"""The JSON text in UTF-8, with line breaks down to that depth and a newline at its end.

    >>> render_json({"a": [{"b": 1}, {"b": 2}], "c": []}, depth=2)
    b'{\n "a": [\n  {"b": 1},\n  {"b": 2}\n ],\n "c": []\n}\n'
    """
    return _render(node, depth, b"") + b"\n"


def _render(node: Node, depth: int, indent: bytes) -> bytes:
    if isinstance(node, Shared):
        return _look_up(node, (depth, indent, False))
    if depth and node:
        inner = indent + b" "
        if isinstance(node, list):
            here = (depth - 1, inner, False)
            lines = [
                item.broken.get(here) or _look_up(item, here)
                if isinstance(item, Shared)
                else _render(item, depth - 1, inner)
                for item in node
            ]
            return b"[\n%b%b\n%b]" % (inner, (b",\n" + inner).join(lines), indent)
        if isinstance(node, dict | Joined):
            return b"{\n%b%b\n%b}" % (inner, _render_members(node, depth, inner), indent)
    return _LINES[type(node)](node).encode()


def _render_members(node: Object, depth: int, indent: bytes) -> bytes:
    """The members of an object, each on a line of its own, at that indentation."""
    if isinstance(node, Joined):
        groups = [
            _look_up(group, (depth, indent, True))
            if isinstance(group, Shared)
            else _render_members(group, depth, indent)
            for group in node.groups
        ]
        return (b",\n" + indent).join(groups)
    lines = [_encoded_name(k) + _render(value, depth - 1, indent) for k, value in node.items()]
    return (b",\n" + indent).join(lines)


def _look_up(shared: Shared, where: _Where) -> bytes:
    found = shared.broken.get(where)
    if found is None:
        node, (depth, indent, members) = shared.node, where
        if members and isinstance(node, dict | Joined):
            found = _render_members(node, depth, indent)
        else:
            found = _render(node, depth, indent)
        shared.broken[where] = found
    return found


@lru_cache(maxsize=1024)
def _name(key: str) -> str:
    return f"{encode_basestring(key)}: "


@lru_cache(maxsize=1024)
def _encoded_name(key: str) -> bytes:
    return _name(key).encode()


def _object_line(node: Mapping[str, Node]) -> str:
    items = [_name(key) + _LINES[type(value)](value) for key, value in node.items()]
    return f"{{{', '.join(items)}}}"


def _array_line(node: Sequence[Node]) -> str:
    return f"[{', '.join([_LINES[type(item)](item) for item in node])}]"


def _joined_line(node: Joined) -> str:
    groups = [_LINES[type(group)](group)[1:-1] for group in node.groups]
    return f"{{{', '.join(groups)}}}"


class _Lines(dict[type, Callable[[Any], str]]):
    """What writes a value of each kind on one line; an enumeration's is found when it comes."""

    def __missing__(self, kind: type) -> Callable[[Any], str]:
        found = [self[base] for base in kind.__mro__ if base in self]
        if not found:
            raise TypeError(kind)
        self[kind] = found[0]
        return found[0]


_LINES = _Lines(
    {
        str: encode_basestring,
        type(None): lambda _: "null",
        bool: lambda truth: "true" if truth else "false",
        int: str,
        Shared: attrgetter("line"),
        Encoded: attrgetter("text"),
        Joined: _joined_line,
        dict: _object_line,
        list: _array_line,
    }
)
