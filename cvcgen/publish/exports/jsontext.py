"""JSON as text whose lines are the records: small differences stay small, and it streams.

The text is that of the standard library's encoder but for its line breaks. What stands in
thousands of places, such as a number or a part of a score, is made once (`Shared`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from json.encoder import encode_basestring


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
    broken: dict[tuple[int, bytes, bool], bytes] = field(default_factory=dict)
    """Other texts, by depth of line breaks, indentation and whether it is its members alone."""


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
    return Encoded(_render_line(node))


def share(node: Node) -> Shared:
    """The value, to stand in many places."""
    return Shared(node, _render_line(node))


def render_json(node: Node, depth: int) -> bytes:
    r"""The JSON text in UTF-8, with line breaks down to that depth and a newline at its end.

    >>> render_json({"a": [{"b": 1}, {"b": 2}], "c": []}, depth=2)
    b'{\n "a": [\n  {"b": 1},\n  {"b": 2}\n ],\n "c": []\n}\n'
    """
    return _render(node, depth, b"") + b"\n"


def _render(node: Node, depth: int, indent: bytes) -> bytes:
    if isinstance(node, Shared):
        return _look_up(node, depth, indent, members=False)
    if depth and node:
        inner = indent + b" "
        if isinstance(node, list):
            lines = [_render(item, depth - 1, inner) for item in node]
            return b"[\n%b%b\n%b]" % (inner, (b",\n" + inner).join(lines), indent)
        if isinstance(node, dict | Joined):
            return b"{\n%b%b\n%b}" % (inner, _render_members(node, depth, inner), indent)
    return _render_line(node).encode()


def _render_members(node: Object, depth: int, indent: bytes) -> bytes:
    """The members of an object, each on a line of its own, at that indentation."""
    if isinstance(node, Joined):
        groups = [
            _look_up(group, depth, indent, members=True)
            if isinstance(group, Shared)
            else _render_members(group, depth, indent)
            for group in node.groups
        ]
        return (b",\n" + indent).join(groups)
    lines = [_name(key) + _render(value, depth - 1, indent) for key, value in node.items()]
    return (b",\n" + indent).join(lines)


def _look_up(shared: Shared, depth: int, indent: bytes, *, members: bool) -> bytes:
    key = (depth, indent, members)
    found = shared.broken.get(key)
    if found is None:
        node = shared.node
        if members and isinstance(node, dict | Joined):
            found = _render_members(node, depth, indent)
        else:
            found = _render(node, depth, indent)
        shared.broken[key] = found
    return found


@lru_cache(maxsize=1024)
def _name(key: str) -> bytes:
    return f"{encode_basestring(key)}: ".encode()


def _render_line(node: Node) -> str:
    if isinstance(node, str):
        return encode_basestring(node)
    if isinstance(node, Shared):
        return node.line
    if isinstance(node, dict):
        items = [f"{encode_basestring(k)}: {_render_line(v)}" for k, v in node.items()]
        return f"{{{', '.join(items)}}}"
    return "null" if node is None else _render_other(node)


def _render_other(
    node: Mapping[str, Node] | Sequence[Node] | Joined | Encoded | int,
) -> str:
    """Those that are fewer, on one line."""
    if isinstance(node, int):
        return str(node).lower()  # JSON writes true and false
    if isinstance(node, Encoded):
        return node.text
    if isinstance(node, Joined):
        return f"{{{', '.join([_render_line(group)[1:-1] for group in node.groups])}}}"
    return f"[{', '.join([_render_line(item) for item in node])}]"
