"""A site as a preview: the state of the content that its pages are compared with."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from cvcgen.core.changes import Comparison, RecordEvent, ScoreChange
from cvcgen.core.changes.files import ChangedFile
from cvcgen.core.model import Catalogue, ClienteleId, Kind, ProjectId, Text


@dataclass(frozen=True, slots=True)
class Preview:
    """What differs between another state of the content and the site's own."""

    comparison: Comparison
    """Its latter side is what the site is built from."""
    before: Catalogue
    """The state that the site is compared with."""
    after: Catalogue
    """The site's own state; on pages of its history, a former one."""
    files: tuple[ChangedFile, ...]
    """The files that differ, by path."""
    changes: Mapping[tuple[ProjectId, ClienteleId], ScoreChange]
    """The changes of the comparison by project and clientele."""
    titles: Mapping[tuple[Kind, str], Text]
    """What every record of both states is called, by the ids of the comparison."""
    gone: frozenset[tuple[Kind, str]]
    """Those of them that the site does not have any more."""
    former: Mapping[str, str]
    """The ids of renamed clienteles before the change, by those after it."""


def make_preview(
    comparison: Comparison,
    before: Catalogue,
    after: Catalogue,
    files: tuple[ChangedFile, ...],
) -> Preview:
    """The preview of a site whose content `after` was compared with `before`."""
    there, here = (dict(_titles(catalogue)) for catalogue in (before, after))
    return Preview(
        comparison,
        before,
        after,
        files,
        changes={(change.project, change.clientele): change for change in comparison.changes},
        titles=there | here,
        gone=frozenset(there.keys() - here.keys()),
        former=former_clienteles(comparison),
    )


def former_clienteles(comparison: Comparison) -> Mapping[str, str]:
    """The ids of renamed clienteles before the change, by those after it."""
    return {
        change.record.id: change.former
        for change in comparison.records
        if change.event is RecordEvent.RENAMED
        and change.former
        and change.record.kind is Kind.CLIENTELE
    }


def _titles(catalogue: Catalogue) -> Iterator[tuple[tuple[Kind, str], Text]]:
    yield from (((Kind.PROJECT, one.id), one.title) for one in catalogue.projects)
    yield from (((Kind.CLIENTELE, one.id), one.name) for one in catalogue.clienteles)
    yield from (((Kind.VALUE, one.id), one.name) for one in catalogue.values)
    yield from (((Kind.RUBRIC, one.id), one.name) for one in catalogue.rubrics)
