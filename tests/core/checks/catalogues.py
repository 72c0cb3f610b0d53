"""Catalogues from grids and projects, and faults as the tests of the checks read them."""

from collections.abc import Iterable

from cvcgen.core.diagnostics import Diagnostic
from cvcgen.core.model import Catalogue, Language, Project, Site, Value, ValueId
from tests.core.grids import NO_TEXT, Grid

Said = tuple[str, str, str | None]
"""Code, message and hint."""


def catalogue(
    *grids: Grid, projects: Iterable[Project] = (), values: Iterable[str] | None = None
) -> Catalogue:
    """The grids, their rubrics, and the values that their pyramids name, or just `values`."""
    named = {value for grid in grids for value in grid.values} if values is None else values
    return Catalogue(
        Site(NO_TEXT, (Language("fr"),)),
        rubrics=tuple({grid.rubric.id: grid.rubric for grid in grids}.values()),
        values=tuple(Value(ValueId(value), NO_TEXT) for value in sorted(named)),
        clienteles=tuple(grid.clientele for grid in grids),
        projects=tuple(projects),
    )


def said(faults: Iterable[Diagnostic]) -> list[Said]:
    return [
        (fault.code, fault.message.text(str), fault.hint.text(str) if fault.hint else None)
        for fault in faults
    ]
