"""What is wrong with a catalogue that differs little from a sound one: only news is judged."""

from dataclasses import replace

from cvcgen.core.checks import check_catalogue
from cvcgen.core.diagnostics import Diagnostic
from cvcgen.core.model import Catalogue


def check_news(catalogue: Catalogue, former: Catalogue) -> tuple[Diagnostic, ...]:
    """The faults of what differs from `former`, a catalogue without errors; sorted.

    The errors among them are all the errors of the catalogue. Projects are judged one by
    one, against the other records: where those are as they were, only new ones are judged.
    """
    if _beside_projects(catalogue) != _beside_projects(former):
        return check_catalogue(catalogue)
    known = {project.id: project for project in former.projects}
    news = tuple(p for p in catalogue.projects if known.get(p.id) is not p)
    return check_catalogue(replace(catalogue, projects=news))


def _beside_projects(catalogue: Catalogue) -> tuple[object, ...]:
    return (catalogue.rubrics, catalogue.values, catalogue.clienteles, catalogue.unreadable)
