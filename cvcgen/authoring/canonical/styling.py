"""One way to indent, to quote and to space; lines of texts stay folded as they are."""

import re
from itertools import count
from typing import Any

from ruamel.yaml.nodes import ScalarNode, SequenceNode

from cvcgen.authoring.canonical.composing import CannotStyle, compose, serialize, walk

_FOLD = re.compile("\a(?!(?<=\\S\a) (?=\\S))")
"""ruamel.yaml's mark of a fold, where its writer does not take one."""
_BLOCK = ("|", ">")
_UNTIDY = re.compile(r"\n\n\n|[^\S\n](?:\n|\Z)|\A\n|\n\n\Z|[^\n]\Z")
"""What `_space` may change; without any of it, it would leave a text as it is."""
_STAND_IN = re.compile('"(cvcgen-quoted-[0-9]+-)"')
_END = "\n...\n"
"""What the writer adds after a text that keeps its empty lines."""


def style_text(text: str, root: Any) -> str:
    """The text as ruamel.yaml writes it, with quotes and spaces of our own.

    `root` is its node, which is used up. Raises `CannotStyle`.
    """
    _refuse_unwritable(root)
    kept = _keep_quoted(root, text)
    _unfold(root)
    _move_comments_close(root, text.split("\n"))
    written = serialize(root)
    if written.endswith(_END):
        written = written[: -len(_END) + 1]
    return _space(_STAND_IN.sub(lambda found: kept.get(found[1], found[0]), written))


def comments_below(root: Any, text: str) -> tuple[str, ...]:
    """Every comment of a text, sorted: what is left when its texts are taken out.

    `root` is its node, as it was composed.
    """
    if "#" not in text:
        return ()
    lines = text.split("\n")
    for node in walk(root) if root is not None else ():
        if isinstance(node, ScalarNode):
            _blank_out(lines, node)
    found = (re.search(r"(?:^|\s)#(.*)", line) for line in lines)
    return tuple(sorted(one[1].strip() for one in found if one))


def _blank_out(lines: list[str], node: Any) -> None:
    """Empties the place of a scalar; the line that starts a block one may have a comment."""
    start, end = node.start_mark, node.end_mark
    first = start.line + (node.style in _BLOCK)
    for number in range(first, min(end.line, len(lines) - 1) + 1):
        begin = start.column if number == start.line else 0
        stop = end.column if number == end.line else len(lines[number])
        lines[number] = lines[number][:begin] + "x" * (stop - begin) + lines[number][stop:]


def _refuse_unwritable(root: Any) -> None:
    """A comment behind the `|` or `>` of a list's item: ruamel.yaml fails to write it."""
    for node in walk(root):
        for item in node.value if isinstance(node, SequenceNode) else ():
            if isinstance(item, ScalarNode) and item.style in _BLOCK and _is_signed(item):
                raise CannotStyle


def _is_signed(node: Any) -> bool:
    """Whether a comment stands on the line of a block text's sign: a text, not a token."""
    before = node.comment[1] if node.comment else None
    return any(isinstance(part, str) for part in before or ())


def _keep_quoted(root: Any, text: str) -> dict[str, str]:
    """Puts a stand-in for each quoted text on one line: its escapes are the author's.

    Single quotes become double ones where nothing in the text needs an escape.
    """
    lines, numbers = text.split("\n"), count()
    kept: dict[str, str] = {}
    for node in walk(root):
        start, end = node.start_mark, node.end_mark
        if not isinstance(node, ScalarNode) or node.style not in ('"', "'"):
            continue
        if start.line == end.line:
            raw = lines[start.line][start.column : end.column]
            plain = node.style == "'" and not re.search(r'["\\]', node.value)
            name = f"cvcgen-quoted-{next(numbers)}-"
            kept[name] = f'"{node.value}"' if plain else raw
            node.value, node.style = name, '"'
    return kept


def _unfold(root: Any) -> None:
    for node in walk(root):
        if isinstance(node, ScalarNode) and node.style == ">":
            node.value = _FOLD.sub("", node.value)


def _move_comments_close(root: Any, lines: list[str]) -> None:
    """Comments that follow something on their line come one space after it."""
    for node in walk(root):
        for token in _tokens(node.comment):
            mark = token.start_mark
            if lines[mark.line][: mark.column].strip():
                mark.column = 0


def _tokens(comment: Any) -> list[Any]:
    """The comments of a node that have a place, which come in nested lists.

    One behind the `|` or `>` of a text has none: it stays as it is written there.
    """
    if comment is None or isinstance(comment, str):
        return []
    if isinstance(comment, list):
        return [token for part in comment for token in _tokens(part)]
    return [comment]


def _space(text: str) -> str:
    """At most one empty line in a row, and none at the ends, but for those inside texts."""
    return _tidied(text) if _UNTIDY.search(text) else text


def _tidied(text: str) -> str:
    root = compose(text)
    nodes = list(walk(root))
    inside = {
        number
        for node in nodes
        if isinstance(node, ScalarNode)
        for number in range(node.start_mark.line + 1, node.end_mark.line)
    }
    lines = text.split("\n")
    kept = [
        line if number in inside else line.rstrip()
        for number, line in enumerate(lines)
        if number in inside or line.strip() or (number and lines[number - 1].strip())
    ]
    return "\n".join(kept).rstrip("\n") + "\n" if not _keeps_end(nodes[-1]) else text


def _keeps_end(last: Any) -> bool:
    """Whether a file whose last node this is ends with empty lines that are text."""
    return isinstance(last, ScalarNode) and last.style in _BLOCK and last.value.endswith("\n\n")
