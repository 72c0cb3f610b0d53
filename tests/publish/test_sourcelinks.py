"""Addresses in the content's repository."""

from cvcgen.core.diagnostics import Location
from cvcgen.core.model import Origin, Repository
from cvcgen.publish.sourcelinks import issue_link, line_link, revision_link

HUB = Repository("https://github.com/o/r", "main")
LAB = Repository("https://gitlab.example.org/o/r", "main")
HERE = Location("content/projects/a b.yaml", 7)


def test_a_line_at_the_built_revision() -> None:
    origin = Origin("main", "abc123")
    link = "https://github.com/o/r/blob/abc123/content/projects/a%20b.yaml#L7"
    assert line_link(HUB, origin, HERE) == link
    assert revision_link(HUB, origin) == "https://github.com/o/r/commit/abc123"


def test_a_line_on_the_branch_where_no_revision_is_known() -> None:
    link = "https://gitlab.example.org/o/r/-/blob/main/content/projects/a%20b.yaml#L7"
    assert line_link(LAB, Origin("x"), HERE) == link
    assert revision_link(LAB, Origin("x")) is None


def test_an_issue_is_filled_in() -> None:
    assert (
        issue_link(HUB, "a & b", "c")
        == "https://github.com/o/r/issues/new?title=a+%26+b&body=c"
    )
    assert "issue%5Btitle%5D=a" in (issue_link(LAB, "a", "b") or "")


def test_nothing_is_linked_without_a_web_repository() -> None:
    script = Repository("javascript:alert(1)", "main")
    for repository in (None, script):
        assert line_link(repository, Origin("x", "abc"), HERE) is None
        assert issue_link(repository, "a", "b") is None
        assert revision_link(repository, Origin("x", "abc")) is None
    assert line_link(HUB, Origin("x"), Location("")) is None
