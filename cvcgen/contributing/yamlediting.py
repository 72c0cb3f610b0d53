"""A YAML file made to say something else, line by line: what need not change stays as it is.

Only the lines of what differs are written anew; comments, order and spacing stay. The outcome
is read again, and where it would not say exactly what is wanted, or would lose a comment,
nothing is given.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from cvcgen.authoring.canonical import CannotStyle, Canonical, canonical_form, comments_in
from cvcgen.authoring.drafts.page import MODELINE
from cvcgen.authoring.plainfile import plain_file
from cvcgen.authoring.plainyaml import Plain, entry_lines, flow_text
from cvcgen.authoring.yamlwriting import WIDTH
from cvcgen.sources.textfile import decode_text, indent_of
from cvcgen.sources.tree import Entry, Scalar, plain_value
from cvcgen.sources.tree import Mapping as Map
from cvcgen.sources.yamltext import parse_yaml

_POINTS = re.compile(r"( *[\w-]+: )(?:null|[0-9]+(?:\.[0-9]+)?)( +#.*)?")
_TRAILING = re.compile(r"(?<!\s)\s+#.*$")


class CannotEdit(Exception):
    """The file cannot be changed without losing something: a person has to."""


def edit_yaml(text: str, wanted: Mapping[str, Plain], schema: str) -> str:
    """The text, changed to say what is wanted; `schema` is the name of its schema.

    A file in its canonical form stays in it. Raises `CannotEdit`.
    """
    root = _parse(text)
    said: Any = plain_value(root)
    first = text.partition("\n")[0]
    modeline = first if first.startswith(MODELINE) else ""
    if plain_file(modeline, said, schema) == text:  # nothing of anybody's hand
        edited, lost = plain_file(modeline, wanted, schema), set[str]()
    else:
        edited, lost = _by_lines(text, root, wanted, schema)
    if lost or plain_value(_parse(edited)) != wanted:
        raise CannotEdit
    return edited


def _by_lines(
    text: str, root: Map, wanted: Mapping[str, Plain], schema: str
) -> tuple[str, set[str]]:
    """The text with the lines changed that differ, and the comments that this loses."""
    lines = text.split("\n")
    # From the last to the first, so that earlier lines keep their numbers.
    edits = sorted(_edits(root, wanted, lines), reverse=True)
    only_points = all(_change_points(lines[start:end], new) for start, end, new in edits)
    for start, end, new in edits:
        lines[start:end] = new
    edited = "\n".join(lines)
    return (edited, set()) if only_points else _in_form(text, edited, schema)


def _change_points(before: list[str], after: list[str]) -> bool:
    """Whether the line has another number, or null, and stays the same around it.

    Then no comment is lost, and the file is in its canonical form if it was: neither needs to
    be looked at, which takes most of the time.
    """
    if len(before) != 1 or len(after) != 1:
        return False
    found, left = _POINTS.fullmatch(before[0]), _POINTS.fullmatch(after[0])
    return found is not None and left is not None and found.groups() == left.groups()


def _parse(text: str) -> Map:
    decoded = decode_text("", text.encode("utf-8", "surrogatepass"))
    parsed = parse_yaml("", decoded.text or "", decoded.lines)
    if parsed.faults or decoded.faults or not isinstance(parsed.root, Map):
        raise CannotEdit
    return parsed.root


def _in_form(before: str, edited: str, schema: str) -> tuple[str, set[str]]:
    """The edited text, in its canonical form if it was so before; and the comments it lost."""
    try:
        former, latter = _form(before, schema), _form(edited, schema)
        comments = latter.comments
        if former.text == before and latter.text not in ("", edited):
            edited, comments = latter.text, comments_in(latter.text)
    except CannotStyle as error:
        raise CannotEdit from error
    return edited, set(former.comments) - set(comments)


def _form(text: str, schema: str) -> Canonical:
    """The canonical form; an empty text with the comments where it cannot be written."""
    try:
        return canonical_form(text, schema)
    except CannotStyle:
        return Canonical("", comments_in(text))


Edit = tuple[int, int, list[str]]
"""The first line, the one after the last, and what stands there instead; lines from 0."""


def _edits(node: Map, wanted: Mapping[str, Plain], lines: list[str]) -> Iterator[Edit]:
    """What changes the mapping, which stands in lines of its own."""
    for entry in node.entries:
        if entry.key not in wanted:
            yield *_extent(entry, lines), []
        elif plain_value(entry.node) != wanted[entry.key]:
            yield from _entry_edits(entry, wanted[entry.key], lines)
    known = {entry.key for entry in node.entries}
    added = [key for key in wanted if key not in known]
    if added:
        last = node.entries[-1]
        end, column = _extent(last, lines)[1], last.where.column - 1
        new = [line for key in added for line in entry_lines(key, wanted[key], column)]
        yield end, end, new


def _entry_edits(entry: Entry, wanted: Plain, lines: list[str]) -> Iterator[Edit]:
    node, (start, end) = entry.node, _extent(entry, lines)
    is_block = isinstance(node, Map) and _is_block(entry, node, lines)
    if is_block and isinstance(node, Map) and isinstance(wanted, Mapping) and wanted:
        yield from _edits(node, wanted, lines)
        return
    column = entry.where.column - 1
    new = entry_lines(entry.key, wanted, column)
    if end - start == 1:
        line = lines[start]
        was_flow = not isinstance(node, Scalar)
        flow = f"{line[:column]}{flow_text(entry.key)}: {flow_text(wanted)}"
        if was_flow and len(flow) <= WIDTH and isinstance(wanted, Mapping | list):
            new = [flow]
        new[0] += _comment_after(entry, line)
    yield start, end, new


def _comment_after(entry: Entry, line: str) -> str:
    """The comment at the end of a line that holds a key and its value."""
    node = entry.node
    after = entry.where.column - 1 + entry.where.length
    if isinstance(node, Scalar) and node.text:
        after = max(node.where.column - 1 + node.where.length, after)
    elif not isinstance(node, Scalar):
        after = max(line.rfind("}"), line.rfind("]"), after)
    found = _TRAILING.search(line, after)
    return found[0] if found else ""


def _is_block(entry: Entry, node: Map, lines: list[str]) -> bool:
    """Whether each key stands at the start of a line of its own, without braces around."""
    line = lines[entry.where.line - 1]
    rest = line[entry.where.column - 1 + entry.where.length :].strip().removeprefix(":").strip()
    return (not rest or rest.startswith("#")) and all(
        not lines[one.where.line - 1][: one.where.column - 1].strip() for one in node.entries
    )


def _extent(entry: Entry, lines: list[str]) -> tuple[int, int]:
    """The lines of an entry: its key's, and those further in; empty ones at the end apart."""
    start, column = entry.where.line - 1, entry.where.column - 1
    end = start + 1
    while end < len(lines):
        line = lines[end]
        inside = indent_of(line)
        dash = inside == column and line[inside:].startswith("- ")
        if line.strip() and inside <= column and not dash:
            break
        end += 1
    while end > start + 1 and not lines[end - 1].strip():
        end -= 1
    return start, end
