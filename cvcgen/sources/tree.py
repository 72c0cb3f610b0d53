"""The tree of a YAML file: values that know their place.

What the parser's events become and what the loader reads records from; no YAML library and
no schema is needed to handle it.
"""

from collections import abc
from collections.abc import Iterable
from fractions import Fraction
from typing import NamedTuple
from unicodedata import normalize

from cvcgen.core.diagnostics import Location

ScalarValue = None | bool | Fraction | str


class Scalar(NamedTuple):
    """A text, a number, true, false or null."""

    where: Location
    value: ScalarValue
    """What the text means."""
    text: str
    """As written, without quotes."""
    plain: bool
    """Whether it stands without quotes or block indicator."""


class Sequence(NamedTuple):
    """A list."""

    where: Location
    items: "tuple[Node, ...]"
    """In the order of the file."""


class Entry(NamedTuple):
    """One key of a mapping with its value."""

    key: str
    """As written, without quotes; numbers are text here."""
    where: Location
    """The place of the key."""
    node: "Node"


class Mapping(NamedTuple):
    """Keys and values, in the order of the file; no key twice."""

    where: Location
    """The place of the key or list item that holds it, or of the file's first key."""
    entries: tuple[Entry, ...]
    """In the order of the file."""

    def get(self, key: str) -> "Node | None":
        """The value under that key, or None."""
        for entry in self.entries:
            if entry.key == key:
                return entry.node
        return None

    def by_key(self) -> "dict[str, Node]":
        """The values by key: for whoever asks for many of them."""
        return {entry.key: entry.node for entry in self.entries}


Node = Scalar | Sequence | Mapping


def plain_value(node: Node) -> object:
    """The tree as dicts, lists and scalars; numbers are `Fraction`, keys text."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Sequence):
        return [plain_value(item) for item in node.items]
    return {entry.key: plain_value(entry.node) for entry in node.entries}


def repeated_item(items: Iterable[object]) -> int | None:
    """The place of the first plain value that equals one before it, or None.

    By hashing: comparing each with each takes minutes where a file has thousands of them.

    >>> repeated_item(["a", {"fr": "b"}, "c", {"fr": "b"}, "a"])
    3
    >>> repeated_item(["\N{LATIN SMALL LETTER E WITH ACUTE}", "e\N{COMBINING ACUTE ACCENT}"])
    1
    >>> repeated_item([Fraction(1), True, "1", None]) is None
    True
    """
    seen = set()
    for place, item in enumerate(items):
        key = _hashable(item)
        if key in seen:
            return place
        seen.add(key)
    return None


def _hashable(value: object) -> object:
    """What is equal for plain values that readers see as equal, and for no others."""
    if isinstance(value, dict):
        return dict, frozenset((key, _hashable(item)) for key, item in value.items())
    if isinstance(value, list):
        return list, tuple(map(_hashable, value))
    return isinstance(value, bool), normalize("NFC", value) if isinstance(value, str) else value


def child_pointer(pointer: str, key: str | int) -> str:
    """The JSON Pointer of a child.

    >>> child_pointer("/ratings", "a/b")
    '/ratings/a~1b'
    """
    name = str(key)
    if "~" in name or "/" in name:
        name = name.replace("~", "~0").replace("/", "~1")
    return f"{pointer}/{name}"


def without(
    node: Node, pointers: frozenset[str], unknown: "abc.Mapping[str, str] | None" = None
) -> Node:
    """The tree with null where those pointers lead: what is left after its faults.

    Of the keys that `unknown` leads to, one with another name stands under that; one with none
    is gone.

    >>> spot = Location("a.yaml", pointer="/weight")
    >>> weight = Entry("weight", spot, Scalar(spot, "x", "x", True))
    >>> tree = Mapping(Location("a.yaml"), (weight,))
    >>> plain_value(without(tree, frozenset({"/weight"})))
    {'weight': None}
    >>> plain_value(without(tree, frozenset({"/weight"}), {"/weight": "total"}))
    {'total': None}
    """
    unknown = unknown or {}
    if not pointers and not unknown:
        return node
    if node.where.pointer in pointers:
        return Scalar(node.where, None, "", plain=True)
    if isinstance(node, Sequence):
        return Sequence(
            node.where, tuple(without(item, pointers, unknown) for item in node.items)
        )
    if isinstance(node, Mapping):
        kept = (
            Entry(name, e.where, without(e.node, pointers, unknown))
            for e in node.entries
            if (name := unknown.get(e.where.pointer, e.key))
        )
        return Mapping(node.where, tuple(kept))
    return node
