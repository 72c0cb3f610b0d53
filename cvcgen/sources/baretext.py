"""A text as it stands once every character that no content may hold is deleted from it.

Whoever is told of such a character deletes it; so what else is wrong is judged as if that were
done, and one slip is told once. What is found so is placed where it stands in the file.
"""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, replace

from cvcgen.core.diagnostics import Diagnostic, Location
from cvcgen.core.hidden import FORBIDDEN
from cvcgen.sources.tree import Entry, Node, Sequence
from cvcgen.sources.tree import Mapping as Map


@dataclass(frozen=True, slots=True)
class BareText:
    """The text, and the way back from its places to those of the file."""

    lines: tuple[str, ...]
    """Its lines, without their ends; as many as the file has."""
    gaps: Mapping[int, tuple[int, ...]]
    """By line, from 1: for each deleted character, how many are left before it."""

    @property
    def text(self) -> str:
        """All of it; lines end with LF."""
        return "\n".join(self.lines)

    def location_of(self, found: Location) -> Location:
        """The same place in the file."""
        gaps = self.gaps.get(found.line)
        if gaps is None:
            return found
        start, last = found.column - 1, found.column + found.length - 2
        start, last = start + bisect_right(gaps, start), last + bisect_right(gaps, last)
        return found._replace(column=start + 1, length=last - start + 1)

    def fault_of(self, found: Diagnostic) -> Diagnostic:
        """The same fault in the file."""
        notes = (replace(one, location=self.location_of(one.location)) for one in found.notes)
        return replace(found, location=self.location_of(found.location), notes=tuple(notes))

    def node_of(self, found: Node) -> Node:
        """The same tree in the file; no deeper than any tree may be."""
        where = self.location_of(found.where)
        if isinstance(found, Map):
            entries = (
                Entry(one.key, self.location_of(one.where), self.node_of(one.node))
                for one in found.entries
            )
            return Map(where, tuple(entries))
        if isinstance(found, Sequence):
            return Sequence(where, tuple(map(self.node_of, found.items)))
        return found._replace(where=where)


def bare_text(lines: tuple[str, ...]) -> BareText:
    r"""The text of these lines as it is once what it may not hold is deleted.

    >>> bare = bare_text(("title: A", "rapi\u200bdite: 5"))
    >>> bare.text, bare.location_of(Location("a.yaml", line=2, column=11))[1:3]
    ('title: A\nrapidite: 5', (2, 12))
    """
    gaps = {}
    for number, line in enumerate(lines, start=1):
        places = [found.start() for found in FORBIDDEN.finditer(line)]
        if places:
            gaps[number] = tuple(place - before for before, place in enumerate(places))
    return BareText(tuple(FORBIDDEN.sub("", line) for line in lines), gaps)
