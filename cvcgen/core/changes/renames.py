"""Which records were renamed: one id is gone, another is new, and they are the same record.

The same id is the same record, whatever became of it. Among the others of a kind, records
that are equal but for their id come first; then the most alike, down to `LEAST_LIKENESS`.
Kinds are matched in the order in which they are mentioned (rubrics, values, clienteles,
projects), each with the mentions of the former already renamed: a value renamed everywhere
leaves every pyramid and scorecard equal. The outcome is the same on every run, and the same
with the sides swapped.
"""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import product

from cvcgen.core.changes.names import Names, record_ids, translated
from cvcgen.core.changes.similarity import Record, aspects, likeness
from cvcgen.core.model import (
    Catalogue,
    Clientele,
    ClienteleId,
    Project,
    ProjectId,
    Rubric,
    RubricId,
    ValueId,
)

LEAST_LIKENESS = Fraction(1, 2)
"""Two records that are less alike than this are not the same one under another id. In the
demonstration content no two records of a kind are more alike than 0.42."""


def find_renames(before: Catalogue, after: Catalogue) -> Names:
    """The renamed records of each kind."""
    names = Names()
    if record_ids(before) == record_ids(after):  # as in most changes
        return names
    names = replace(names, rubrics=_matched(before.rubrics, after.rubrics, before, after))
    known = translated(before, names)
    names = replace(names, values=_matched(known.values, after.values, known, after))
    known = translated(before, names)
    clienteles = _matched(known.clienteles, after.clienteles, known, after)
    names = replace(names, clienteles=clienteles)
    known = translated(before, names)
    return replace(names, projects=_matched(known.projects, after.projects, known, after))


def _matched(
    before: Sequence[Record], after: Sequence[Record], old: Catalogue, new: Catalogue
) -> dict[str, str]:
    known = {str(record.id) for record in before} & {str(record.id) for record in after}
    gone = [record for record in before if record.id not in known]
    come = [record for record in after if record.id not in known]
    equals = _only_equals(gone, come)
    taken = equals.keys() | set(equals.values())
    gone = [record for record in gone if record.id not in taken]
    come = [record for record in come if record.id not in taken]
    return equals | _most_alike(gone, come, old, new)


def _only_equals(gone: Sequence[Record], come: Sequence[Record]) -> dict[str, str]:
    """The pairs that are equal but for the id, where no third record is."""
    without, within = _by_content(gone), _by_content(come)
    return {
        names[0]: within[content][0]
        for content, names in without.items()
        if len(names) == len(within.get(content, ())) == 1
    }


def _most_alike(
    gone: Sequence[Record], come: Sequence[Record], old: Catalogue, new: Catalogue
) -> dict[str, str]:
    """The pairs that are alike enough, the most alike first, each record once."""
    known = [(str(r.id), nameless(r), aspects(r, old)) for r in gone] if come else []
    found = [(str(r.id), nameless(r), aspects(r, new)) for r in come] if gone else []
    ranked = []
    for (former, content, facts), (name, new_content, new_facts) in product(known, found):
        alike = likeness(facts, new_facts)
        equal = content == new_content
        if equal or alike >= LEAST_LIKENESS:
            # The ids of a pair, sorted: a tie is broken alike from either side.
            ranked.append((not equal, -alike, sorted((former, name)), former, name))
    pairs: dict[str, str] = {}
    taken: set[str] = set()
    for *_, former, name in sorted(ranked):
        if former not in taken and name not in taken:
            pairs[former] = name
            taken |= {former, name}
    return pairs


def nameless(record: Record) -> Record:
    """The record without its id: what two records are equal by."""
    if isinstance(record, Project):
        return replace(record, id=ProjectId(""))
    if isinstance(record, Clientele):
        return replace(record, id=ClienteleId(""))
    if isinstance(record, Rubric):
        return replace(record, id=RubricId(""))
    return replace(record, id=ValueId(""))


def _by_content(records: Sequence[Record]) -> dict[Record, list[str]]:
    found: dict[Record, list[str]] = {}
    for record in records:
        found.setdefault(nameless(record), []).append(str(record.id))
    return found
