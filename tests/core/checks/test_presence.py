"""A clientele to rank for, and a project to rank."""

from dataclasses import replace

from cvcgen.core.checks.presence import check_presence
from cvcgen.core.diagnostics import Severity
from cvcgen.core.model import Kind
from tests.core.checks.catalogues import catalogue, said
from tests.core.grids import grid, project, scorecard

FULL = catalogue(grid("60 40"), projects=[project("a", scorecard("1 3"))])


def test_a_site_with_both_has_no_fault() -> None:
    assert list(check_presence(FULL)) == []


def test_a_site_without_a_clientele_is_an_error_of_its_own_whatever_else_it_has() -> None:
    for site in (replace(FULL, clienteles=()), catalogue()):
        (found,) = check_presence(site)
        assert (found.code, found.severity) == ("CVC422", Severity.ERROR)
        place = found.location
        assert (place.path, place.line, place.column) == ("cvcgen.yaml", 1, 1)
        assert found.hint is not None
        words = "cvcgen new clientele" if site.values else "git sparse-checkout disable"
        assert words in found.hint.text(str)


def test_a_site_without_a_project_is_a_warning() -> None:
    found = list(check_presence(catalogue(grid("60 40"))))
    assert [fault.severity for fault in found] == [Severity.WARNING]
    assert said(found) == [
        (
            "CVC423",
            "this site has no project: there is nothing in `content/projects/`",
            'add one with `cvcgen new project "…"`',
        )
    ]


def test_a_record_that_cannot_be_read_is_there() -> None:
    unread = frozenset({(Kind.CLIENTELE, "a"), (Kind.PROJECT, "b")})
    assert list(check_presence(replace(catalogue(), unreadable=unread))) == []
