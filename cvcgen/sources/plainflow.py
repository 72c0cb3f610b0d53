"""Lists and mappings within a line, such as `[fr, en]` or `{value: agilite, weight: 6}`.

Only those of words and texts in quotes, as nearly all are; others are left to the parser.
"""

import re
from collections.abc import Iterator
from typing import Final

from cvcgen.core.diagnostics import Location
from cvcgen.sources.quicktree import OddFormError, follows_number, plain_meaning
from cvcgen.sources.tree import Entry, Mapping, Node, Scalar, Sequence

KEY: Final = r"[^\W_][\w .'’-]{0,200}+(?<! )"
"""A key in letters and digits; no longer one can stand on a line of its own."""
QUOTED: Final = r"""\"[^"\\]*"|'[^']*'"""
_ITEM: Final = rf"(?:[^\W_][\w .'’-]*+(?<! )|{QUOTED})"
_PAIR: Final = rf"{KEY}: {_ITEM}"
FLOW: Final = rf"\[{_ITEM}(?:, {_ITEM})*\]|\{{{_PAIR}(?:, {_PAIR})*\}}"
_PARTS: Final = re.compile(rf"(?:({KEY}): )?({_ITEM})(?:, |[\]}}])")


def flow_node(written: str, place: Location, start: Location) -> Node:
    """What the text says, which matches `FLOW`; it stands at `start`, its node at `place`.

    Raises `OddFormError` for what may be a fault.
    """
    parts = _parts(written, start, place.pointer)
    if written[0] == "[":
        return Sequence(place, tuple(node for _, node in parts))
    found: dict[str, Entry] = {}
    before: Node | None = None
    for where, node in parts:
        key = where.pointer.rpartition("/")[2]
        if key in found or follows_number(key, before):
            raise OddFormError
        found[key], before = Entry(key, where, node), node
    return Mapping(place, tuple(found.values()))


def _parts(written: str, start: Location, pointer: str) -> Iterator[tuple[Location, Node]]:
    """The items with the places of their keys, or with their own."""
    for number, part in enumerate(_PARTS.finditer(written, 1)):
        key, word = part.groups()
        below = f"{pointer}/{number if key is None else key}"
        where = _shifted(start, part.start(2), below, len(word))
        yield (
            where if key is None else _shifted(start, part.start(1), below, len(key)),
            scalar_of(word, where),
        )


def _shifted(start: Location, columns: int, pointer: str, length: int) -> Location:
    return Location(start.path, start.line, start.column + columns, pointer, length)


def scalar_of(written: str, where: Location) -> Scalar:
    """What a word or a text in quotes means. Raises `OddFormError`."""
    if written[0] in "\"'":
        text = written[1:-1]
        return Scalar(where, text, text, plain=False)
    return Scalar(where, plain_meaning(written), written, plain=True)
