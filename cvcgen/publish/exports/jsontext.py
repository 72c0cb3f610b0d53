"""JSON as text whose lines are the records: small differences stay small, and it streams."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from json.encoder import encode_basestring


@dataclass(frozen=True, slots=True)
class Encoded:
    """A value that is JSON text already, on one line.

    What stands in several files is encoded once, and thousands of records are kept as text,
    not as objects. It may stand only where lines are broken.
    """

    text: str


Node = Mapping[str, "Node"] | Sequence["Node"] | Encoded | str | int | None
"""What the data files are made of; numbers with decimals are texts, see `numbers`."""

_encode = json.JSONEncoder(ensure_ascii=False).encode


def encode(node: Node) -> Encoded:
    """The value on one line."""
    return Encoded(_encode(node))


def render_json(node: Node, depth: int) -> bytes:
    r"""The JSON text in UTF-8, with line breaks down to that depth and a newline at its end.

    >>> render_json({"a": [{"b": 1}, {"b": 2}], "c": []}, depth=2)
    b'{\n "a": [\n  {"b": 1},\n  {"b": 2}\n ],\n "c": []\n}\n'
    """
    return f"{_render(node, depth, '')}\n".encode()


def _render(node: Node, depth: int, indent: str) -> str:
    if isinstance(node, str):
        return encode_basestring(node)
    if isinstance(node, Encoded):
        return node.text
    if depth == 0 or not node or not isinstance(node, dict | list):
        return _encode(node)
    inner = f"{indent} "
    if isinstance(node, dict):
        items = ((encode_basestring(k), _render(v, depth - 1, inner)) for k, v in node.items())
        lines = [f"{key}: {value}" for key, value in items]
        opening, closing = "{", "}"
    else:
        lines = [_render(item, depth - 1, inner) for item in node]
        opening, closing = "[", "]"
    body = f",\n{inner}".join(lines)
    return f"{opening}\n{inner}{body}\n{indent}{closing}"
