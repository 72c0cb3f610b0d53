"""The lines to sign on a project's printed sheet."""

from cvcgen.core.model import Project
from cvcgen.publish.addresses import PageKind
from cvcgen.publish.views.project import view_project
from tests.publish.little_sites import catalogue, clientele, context, project, rated, text


def signatories(made: Project) -> tuple[str, ...]:
    groups = [clientele("all", ["a"]), clientele("some", ["a"])]
    page = context(catalogue(groups, [made]), "en", PageKind.PROJECT)
    return view_project(page, made).signatories


def test_every_group_that_rated_signs_once_and_somebody_approves() -> None:
    desk, field = text("Guichet", "Desk"), text("Terrain", "Field")
    made = project(
        "p",
        rated("all", {"a": "1"}, raters=(desk, field)),
        rated("some", {"a": "1"}, raters=(field,)),
    )
    assert signatories(made) == ("Desk", "Field", "Approved by")


def test_without_known_raters_there_is_a_line_for_them() -> None:
    assert signatories(project("p")) == ("Rated by", "Approved by")
