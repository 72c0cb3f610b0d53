"""ruamel.yaml's nodes: a file with its comments, its quotes and the place of everything.

Nodes and not its ready-made values: those would turn numbers and dates into Python's, and
not always back again.
"""

from collections.abc import Iterator
from io import StringIO
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode, ScalarNode, SequenceNode

Node = MappingNode | SequenceNode | ScalarNode
_NO_WIDTH = 1_000_000
"""Longer than any line that a file may hold: no text is folded anew."""


class CannotStyle(Exception):
    """The file holds what ruamel.yaml cannot write."""


def compose(text: str) -> Any:
    """The root node; None for a file of comments alone."""
    try:
        return _yaml().compose(text)
    except YAMLError as error:
        raise CannotStyle from error


def is_mapping(node: Any) -> bool:
    """Whether the node holds keys and values."""
    return isinstance(node, MappingNode)


def serialize(node: Any) -> str:
    """The text of a node and all below, with our indentation."""
    stream = StringIO()
    try:
        _yaml().serialize(node, stream)
    except YAMLError as error:
        raise CannotStyle from error
    return stream.getvalue()


def walk(node: Any) -> Iterator[Any]:
    """The node and all below, in the order of the file."""
    yield node
    if isinstance(node, MappingNode):
        for key, value in node.value:
            yield from walk(key)
            yield from walk(value)
    elif isinstance(node, SequenceNode):
        for item in node.value:
            yield from walk(item)


def _yaml() -> YAML:
    yaml = YAML()
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.width = _NO_WIDTH
    yaml.brace_single_entry_mapping_in_flow_sequence = True
    return yaml
