"""The accessibility statement's contact."""

from cvcgen.core.model import Repository
from cvcgen.publish.addresses import PageKind
from cvcgen.publish.views.accessibility import view_accessibility
from tests.publish.little_sites import catalogue, context, pages


def test_a_known_repository_is_where_to_tell_of_a_barrier() -> None:
    repository = Repository("https://github.com/o/r", "main")
    page = context(catalogue(repository=repository), "en", PageKind.ACCESSIBILITY)
    start = "https://github.com/o/r/issues/new?title=Accessibility+barrier&body=Which+page"
    assert (view_accessibility(page).issue_href or "").startswith(start)


def test_without_a_repository_no_place_is_made_up() -> None:
    page = context(catalogue(), "en", PageKind.ACCESSIBILITY)
    assert view_accessibility(page).issue_href is None
    assert "does not name a place" in pages(catalogue())["en/accessibility.html"]
