"""Which texts read otherwise: listed apart, since words move no score but may move minds.

Texts in a list, such as pieces of evidence, are compared as a set: their order means
nothing, and what left is shown beside what came.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import zip_longest

from cvcgen.core.changes.differences import SITE_KEY, RecordKey, Sides, WordingEdit
from cvcgen.core.changes.side import edited_records
from cvcgen.core.changes.texts import (
    Texts,
    Wording,
    clientele_texts,
    project_texts,
    rubric_texts,
    site_texts,
    value_texts,
)
from cvcgen.core.model import Catalogue, Kind, Text


def find_wording_edits(before: Catalogue, after: Catalogue) -> Iterator[WordingEdit]:
    """The edited texts of all records, ids being those after the change on both sides."""
    for record, old, new in _text_pairs(before, after):
        yield from _differing(record, old, new)


def wording_order(edit: WordingEdit) -> tuple[object, ...]:
    """By record, scorecard, value and key; then by the texts."""
    record = (edit.record.kind or "", edit.record.id, edit.clientele or "", edit.value or "")
    return (*record, edit.key, *(text.translations if text else () for text in _both(edit)))


def _text_pairs(
    before: Catalogue, after: Catalogue
) -> Iterator[tuple[RecordKey, Texts, Texts]]:
    if before.site is not after.site:
        yield SITE_KEY, site_texts(before.site), site_texts(after.site)
    for rubric, new_rubric in edited_records(before.rubrics, after.rubrics):
        key = RecordKey(Kind.RUBRIC, rubric.id)
        yield key, rubric_texts(rubric, new_rubric), rubric_texts(new_rubric, rubric)
    for value, new_value in edited_records(before.values, after.values):
        yield RecordKey(Kind.VALUE, value.id), value_texts(value), value_texts(new_value)
    for clientele, new_clientele in edited_records(before.clienteles, after.clienteles):
        key = RecordKey(Kind.CLIENTELE, clientele.id)
        yield key, clientele_texts(clientele), clientele_texts(new_clientele)
    for project, new_project in edited_records(before.projects, after.projects):
        key = RecordKey(Kind.PROJECT, project.id)
        yield key, project_texts(project, new_project), project_texts(new_project, project)


def _differing(record: RecordKey, before: Texts, after: Texts) -> Iterator[WordingEdit]:
    for key in before.keys() | after.keys():
        old, new = before.get(key), after.get(key)
        for was, becomes in _changed(old, new):
            yield WordingEdit(
                record=record,
                key=key.key,
                before=was,
                after=becomes,
                clientele=key.clientele,
                value=key.value,
                meaning=key.meaning,
                sides=Sides(old.where if old else None, new.where if new else None),
            )


def _changed(
    old: Wording | None, new: Wording | None
) -> Iterator[tuple[Text | None, Text | None]]:
    """The texts that only one side has, in their order, side by side."""
    before, after = old.texts if old else (), new.texts if new else ()
    if before != after:
        yield from zip_longest(_beyond(before, after), _beyond(after, before))


def _beyond(texts: Iterable[Text], others: Iterable[Text]) -> tuple[Text, ...]:
    left = Counter(others)
    found = []
    for text in texts:
        if left[text]:
            left[text] -= 1
        else:
            found.append(text)
    return tuple(found)


def _both(edit: WordingEdit) -> tuple[Text | None, Text | None]:
    return edit.before, edit.after
