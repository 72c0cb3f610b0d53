"""Which records were renamed: one id is gone, another is new, and they are the same record.

The same id is the same record, whatever became of it. Among the others of a kind, records
that are equal but for their id come first; then the most alike, down to `LEAST_LIKENESS`.
Kinds are matched in the order in which they are mentioned (rubrics, values, clienteles,
projects), each with the mentions of the former already renamed: a value renamed everywhere
leaves every pyramid and scorecard equal. The outcome is the same on every run, and the same
with the sides swapped.

Comparing all that went with all that came takes as long as the two are many. Beyond
`MOST_WORK` only records are compared whose title no other one of their side has.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import product

from cvcgen.core.changes.names import Names, record_ids, translated
from cvcgen.core.changes.similarity import Aspects, Record, aspects, likeness
from cvcgen.core.model import (
    Catalogue,
    Clientele,
    ClienteleId,
    Project,
    ProjectId,
    Rubric,
    RubricId,
    Text,
    ValueId,
)

_Known = tuple[str, Record, Aspects]
_Pair = tuple[_Known, _Known]

LEAST_LIKENESS = Fraction(1, 2)
"""Two records that are less alike than this are not the same one under another id. In the
demonstration content no two records of a kind are more alike than 0.42."""
_PAIR = 200
"""Facts that could be compared while two records are."""
MOST_WORK = 60_000_000
"""Facts that are compared at most, of a kind: some 500 projects with 500 others, in 2 s."""


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
    if not gone or not come:
        return {}
    ranked = []
    compared = _compared(_known(gone, old), _known(come, new))
    for (former, content, facts), (name, new_content, new_facts) in compared:
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


def _known(records: Sequence[Record], catalogue: Catalogue) -> list[_Known]:
    """What the records are compared by: each id, the rest of the record, its aspects."""
    told = zip(records, aspects(records, catalogue), strict=True)
    return [(str(record.id), nameless(record), facts) for record, facts in told]


def _compared(known: Sequence[_Known], found: Sequence[_Known]) -> Iterable[_Pair]:
    """All pairs of the two; where that is too much work, those that share a title alone."""
    work = min(_weight(known) * len(found), _weight(found) * len(known))
    if work <= MOST_WORK:
        return product(known, found)
    titled, entitled = _by_own_title(known), _by_own_title(found)
    return [(titled[title], entitled[title]) for title in titled if title in entitled]


def _weight(known: Iterable[_Known]) -> int:
    return sum(_PAIR + sum(map(len, facts)) for *_, facts in known)


def _by_own_title(known: Sequence[_Known]) -> dict[Text, _Known]:
    """Those of them whose title no other one has."""
    titles = [_title(record) for _, record, _ in known]
    count = Counter(titles)
    return {title: one for title, one in zip(titles, known, strict=True) if count[title] == 1}


def _title(record: Record) -> Text:
    return record.title if isinstance(record, Project) else record.name


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
