"""Keys in the schema's order; whole lines move, so that comments travel with their keys.

A comment belongs to the key right below it. What has no line of its own, such as the first
key after a list's dash, stays where it is.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from ruamel.yaml.nodes import MappingNode, SequenceNode

from cvcgen.authoring.forms import SUFFIX, Form

_COMMENT = re.compile(r" *#")
_MODELINE = "# yaml-language-server:"
_TEXTS = f"common{SUFFIX}"
"""Where the forms are stated whose keys are languages: their order is the author's."""


def arrange_keys(text: str, root: Any, form: Form) -> str:
    """The text with the keys of its block mappings in the form's order; `root` is its node."""
    lines = text.split("\n")
    if not isinstance(root, MappingNode) or root.flow_style:
        return text
    start = _header(lines, root.value[0][0].start_mark.line)
    arranged = _Arranger(lines).mapping(root, form, start, len(lines))
    return "\n".join([*lines[:start], *arranged])


def arrange_flow(node: Any, form: Form | None) -> None:
    """Puts the keys of mappings in braces in the form's order, in the nodes themselves."""
    if isinstance(node, SequenceNode):
        for item in node.value:
            arrange_flow(item, form.find("items") if form else None)
    elif isinstance(node, MappingNode):
        if node.flow_style:
            rank = key_rank(form)
            node.value.sort(key=lambda pair: rank(pair[0].value))
        for key, value in node.value:
            arrange_flow(value, form.find(key.value) if form else None)


def _header(lines: list[str], first: int) -> int:
    """How many lines speak of the whole file: up to the last empty one, or the modeline."""
    for number in range(first - 1, -1, -1):
        if not lines[number].strip() or lines[number].startswith(("---", "%")):
            return number + 1
    return 1 if first and lines[0].startswith(_MODELINE) else 0


@dataclass(frozen=True, slots=True)
class _Part:
    """One key with its value and comments: the lines from `start` to before `end`."""

    key: str
    node: Any
    line: int
    """Where the key itself stands."""
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Arranger:
    lines: list[str]

    def mapping(self, node: Any, form: Form | None, start: int, end: int) -> list[str]:
        """The lines from `start` to `end`, which hold the mapping's entries and no more."""
        column = node.value[0][0].start_mark.column
        stop = self._before_tail(column, start, end)
        parts = self._parts(node, column, start, stop)
        if self._have_own_lines(parts, column):
            rank = key_rank(form)
            parts = sorted(parts, key=lambda part: rank(part.key))
        moved = [line for part in parts for line in self._part(part, form)]
        return [*moved, *self.lines[stop:end]]

    def _part(self, part: _Part, form: Form | None) -> list[str]:
        """The lines of one entry, its value arranged too."""
        below = form.find(part.key) if form else None
        arranged = self.lines[part.start : part.line + 1]
        last = part.line + 1
        for node, inner, start, end in self._blocks(part, below):
            arranged += self.lines[last:start]
            arranged += self.mapping(node, inner, start, end)
            last = end
        return arranged + self.lines[last : part.end]

    def _blocks(
        self, part: _Part, form: Form | None
    ) -> Iterator[tuple[Any, Form | None, int, int]]:
        """The block mappings of a value, with the lines of each."""
        node = part.node
        if _is_block(node, MappingNode):
            yield node, form, part.line + 1, part.end
        elif _is_block(node, SequenceNode):
            starts = [item.start_mark.line for item in node.value]
            for item, end in zip(node.value, [*starts[1:], part.end], strict=True):
                if _is_block(item, MappingNode):
                    inner = form.find("items") if form else None
                    yield item, inner, item.start_mark.line, end

    def _parts(self, node: Any, column: int, start: int, stop: int) -> list[_Part]:
        places = [key.start_mark.line for key, _ in node.value]
        starts = [start, *(self._with_comments(line, column) for line in places[1:])]
        ends = [*starts[1:], stop]
        return [
            _Part(key.value, value, line, first, last)
            for (key, value), line, first, last in zip(
                node.value, places, starts, ends, strict=True
            )
        ]

    def _with_comments(self, line: int, column: int) -> int:
        """The first line that speaks of the key: comments right above it, then empty lines."""
        mark = f"{' ' * column}#"
        while line > 0 and self.lines[line - 1].startswith(mark):
            line -= 1
        while line > 0 and not self.lines[line - 1].strip():
            line -= 1
        return line

    def _before_tail(self, column: int, start: int, end: int) -> int:
        """Where the last entry ends: comments and empty lines after it stay where they are."""
        while end > start:
            line = self.lines[end - 1]
            margin = len(line) - len(line.lstrip())
            if line.strip() and not (_COMMENT.match(line) and margin <= column):
                break
            end -= 1
        return end

    def _have_own_lines(self, parts: list[_Part], column: int) -> bool:
        return all(not self.lines[part.line][:column].strip() for part in parts)


def _is_block(node: Any, kind: type[MappingNode] | type[SequenceNode]) -> bool:
    return isinstance(node, kind) and not node.flow_style and bool(node.value)


def key_rank(form: Form | None) -> Callable[[str], int]:
    """The place of a key by its name; those that the schema does not name come last."""
    target = form.target if form else None
    known = target.below() if target and target.document != _TEXTS else ()
    places = {key.name: place for place, key in enumerate(known)}
    return lambda key: places.get(key, len(places))
