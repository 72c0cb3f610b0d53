"""What stands at a place of a tree, or nothing: never a complaint.

The tree has been judged before; whatever is missing here has been reported there.
"""

import re
from enum import StrEnum
from fractions import Fraction
from functools import cache
from typing import TypeVar

from cvcgen.core.diagnostics import Location
from cvcgen.sources.tree import Entry, Mapping, Node, Scalar, Sequence

Choice = TypeVar("Choice", bound=StrEnum)
_LINE_END = re.compile(r"[ \t]*\n[ \t\n]*")


def entries_of(node: Node | None) -> tuple[Entry, ...]:
    """The keys and values of a mapping, or none."""
    return node.entries if isinstance(node, Mapping) else ()


def items_of(node: Node | None) -> tuple[Node, ...]:
    """The items of a list, or none."""
    return node.items if isinstance(node, Sequence) else ()


def child_of(node: Node | None, key: str) -> Node | None:
    """The value under that key of a mapping, or None."""
    return node.get(key) if isinstance(node, Mapping) else None


def entry_of(node: Mapping, key: str) -> Entry | None:
    """That key of a mapping with its value, or None."""
    return next((entry for entry in node.entries if entry.key == key), None)


def place_of(node: Node | Entry | None, otherwise: Location) -> Location:
    """Where it stands, or the other place where it is missing."""
    return otherwise if node is None else node.where


def word_of(node: Node | None) -> str:
    """The text of a scalar, or an empty one."""
    return node.value if isinstance(node, Scalar) and isinstance(node.value, str) else ""


def on_one_line(words: str) -> str:
    r"""The words with a space for each line end, and none at their ends.

    `title: >` and `title: |` give a text that ends with a line end, which nobody meant.

    >>> on_one_line("Un guichet\n  unique\n")
    'Un guichet unique'
    """
    return _LINE_END.sub(" ", words).strip(" ") if "\n" in words else words


def number_of(node: Node | None) -> Fraction | None:
    """The number of a scalar, or None."""
    return node.value if isinstance(node, Scalar) and isinstance(node.value, Fraction) else None


def truth_of(node: Node | None) -> bool:
    """Whether a scalar says true; what is missing does not."""
    return isinstance(node, Scalar) and node.value is True


def choice_of(kind: type[Choice], node: Node | None) -> Choice | None:
    """The choice that the text names, or None."""
    return _members(kind).get(word_of(node))


@cache
def _members(kind: type[Choice]) -> dict[str, Choice]:  # asking the enum takes microseconds
    return {member.value: member for member in kind}
