"""Every small change of a JSON document that a strict schema has to refuse."""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

STRANGE = 0.5
"""A float, which no report holds."""


def alterations(document: Any) -> Iterator[tuple[str, Any]]:
    """Copies of the document, each named: a key too few or too many, or a strange value."""
    for steps in _places(document):
        name = "/".join(map(str, steps))
        changed = deepcopy(document)
        holder, key = _at(changed, steps[:-1]), steps[-1]
        holder[key] = STRANGE
        yield f"{name} strange", changed
        if isinstance(key, str):
            fewer = deepcopy(document)
            del _at(fewer, steps[:-1])[key]
            yield f"{name} gone", fewer
            more = deepcopy(document)
            _at(more, steps[:-1])[f"{key}_2"] = STRANGE
            yield f"{name} twice", more


def _places(node: Any, above: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The keys and indices that lead to each part of the document but the whole."""
    named = list(node.items()) if isinstance(node, dict) else []
    listed = list(enumerate(node)) if isinstance(node, list) else []
    for key, child in (*named, *listed):
        yield (*above, key)
        yield from _places(child, (*above, key))


def _at(node: Any, steps: tuple[Any, ...]) -> Any:
    for step in steps:
        node = node[step]
    return node
