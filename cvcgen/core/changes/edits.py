"""What was edited in each record that both sides have: everything but words.

A record or scorecard that came or went is one change, without edits of what was in it. The
order of keys and records means nothing; the order of a pyramid does, and is an edit of its
own that moves no score.
"""

from collections.abc import Iterator, Mapping, Set
from fractions import Fraction
from itertools import zip_longest

from cvcgen.core.changes.differences import SITE_KEY, Edit, RecordKey, Sides
from cvcgen.core.changes.facts import (
    Facts,
    clientele_facts,
    project_facts,
    provenance_facts,
    site_facts,
)
from cvcgen.core.changes.kinds import EditKind
from cvcgen.core.changes.side import edited_records
from cvcgen.core.model import Catalogue, Clientele, Kind, Level, Rubric, Text

_Words = tuple[Text, Text | None]
"""The name and definition of a level."""


def find_edits(before: Catalogue, after: Catalogue) -> Iterator[Edit]:
    """The edits of all records, ids being those after the change on both sides."""
    if before.site is not after.site:
        yield from _differing(SITE_KEY, site_facts(before.site), site_facts(after.site))
    for rubric, new_rubric in edited_records(before.rubrics, after.rubrics):
        key = RecordKey(Kind.RUBRIC, rubric.id)
        yield from _differing(key, provenance_facts(rubric), provenance_facts(new_rubric))
        yield from _level_edits(rubric, new_rubric)
    for value, new_value in edited_records(before.values, after.values):
        key = RecordKey(Kind.VALUE, value.id)
        yield from _differing(key, provenance_facts(value), provenance_facts(new_value))
    for clientele, new_clientele in edited_records(before.clienteles, after.clienteles):
        yield from _clientele_edits(clientele, new_clientele)
    for project, new_project in edited_records(before.projects, after.projects):
        old, new = project_facts(project, new_project), project_facts(new_project, project)
        yield from _differing(RecordKey(Kind.PROJECT, project.id), old, new)


def edit_order(edit: Edit) -> tuple[str, ...]:
    """By record, scorecard, kind and value; then by what it says."""
    record = (edit.record.kind or "", edit.record.id, edit.clientele or "")
    what = (edit.kind, edit.value or "", edit.part or "")
    return (*record, *what, str(edit.before), str(edit.after))


def _differing(record: RecordKey, before: Facts, after: Facts) -> Iterator[Edit]:
    for key in before.keys() | after.keys():
        old, old_place = before.get(key, (None, None))
        new, new_place = after.get(key, (None, None))
        if old != new:
            kind, clientele, value, part = key
            sides = Sides(old_place, new_place)
            yield Edit(record, kind, old, new, clientele, value, part, sides=sides)


def _clientele_edits(before: Clientele, after: Clientele) -> Iterator[Edit]:
    record = RecordKey(Kind.CLIENTELE, after.id)
    orders = [[entry.value for entry in side.pyramid] for side in (before, after)]
    shared = set(orders[0]) & set(orders[1])
    for edit in _differing(record, clientele_facts(before), clientele_facts(after)):
        if edit.kind is not EditKind.WEIGHT or edit.value in shared:
            yield edit
    for entry in after.pyramid:
        if entry.value not in shared:
            kind, sides = EditKind.VALUE_ADDED, Sides(None, entry.where)
            yield Edit(record, kind, None, entry.weight, value=entry.value, sides=sides)
    for entry in before.pyramid:
        if entry.value not in shared:
            kind, sides = EditKind.VALUE_REMOVED, Sides(entry.where, None)
            yield Edit(record, kind, entry.weight, None, value=entry.value, sides=sides)
    old, new = (tuple(value for value in order if value in shared) for order in orders)
    if old != new:
        sides = Sides(before.pyramid[0].where, after.pyramid[0].where)
        yield Edit(record, EditKind.VALUES_REORDERED, old, new, sides=sides)


def _level_edits(before: Rubric, after: Rubric) -> Iterator[Edit]:
    """Levels are the same where they have the same points, else the same words."""
    record = RecordKey(Kind.RUBRIC, after.id)
    shared = {level.points for level in before.levels} & {lv.points for lv in after.levels}
    gone, come = _by_words(before, shared), _by_words(after, shared)
    for words in gone.keys() | come.keys():
        for old, new in zip_longest(gone.get(words, ()), come.get(words, ())):
            kind = EditKind.LEVEL_POINTS
            if old is None or new is None:
                kind = EditKind.LEVEL_ADDED if old is None else EditKind.LEVEL_REMOVED
            points = (old.points if old else None, new.points if new else None)
            sides = Sides(old.where if old else None, new.where if new else None)
            yield Edit(record, kind, *points, sides=sides)


def _by_words(rubric: Rubric, shared: Set[Fraction]) -> Mapping[_Words, tuple[Level, ...]]:
    """The levels of other points than these, by name and definition, fewest points first."""
    found: dict[_Words, tuple[Level, ...]] = {}
    for level in rubric.levels:
        if level.points not in shared:
            words = (level.name, level.definition)
            found[words] = (*found.get(words, ()), level)
    return found
