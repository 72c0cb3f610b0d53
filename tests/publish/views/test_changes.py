"""The page of what changes: its head line, its rows that add up, what was edited."""

from dataclasses import replace

from cvcgen.core.model import Catalogue
from cvcgen.publish.addresses import PageKind
from cvcgen.publish.views.changes import ChangesView, view_changes
from tests.publish.little_sites import (
    catalogue,
    clientele,
    not_concerned,
    pages,
    project,
    rated,
    text,
)
from tests.publish.previews import preview, preview_context, preview_pages

WEIGHTS = {"a": "60", "b": "40"}


def before() -> Catalogue:
    projects = [
        project("p", rated("all", {"a": "5", "b": "0"})),
        project("q", rated("all", {"a": "3", "b": "1"})),
        project("gone", rated("all", {"a": "0", "b": "0"})),
    ]
    return catalogue([clientele("all", WEIGHTS)], projects)


def after(**weights: str) -> Catalogue:
    """A rating of q rises, and `gone` is gone."""
    projects = [
        project("p", rated("all", {"a": "5", "b": "0"})),
        project("q", rated("all", {"a": "5", "b": "1"})),
    ]
    return catalogue([clientele("all", weights or WEIGHTS)], projects)


def changes(old: Catalogue, new: Catalogue, language: str = "en") -> ChangesView:
    made = preview(old, new)
    return view_changes(preview_context(made, new, language, PageKind.CHANGES), made)


def test_the_head_line_gives_the_reach() -> None:
    view = changes(before(), after())
    assert view.finding == (
        "2 lines changed in all.yaml: 1 score, 2 rank moves, 2 in the first 3, 1 score gone,"
        " 1 record removed"
    )
    assert view.compared == "Compared: main (d460674bbd) → test"


def test_a_row_says_what_was_and_why() -> None:
    [board] = changes(before(), after()).boards
    shown = [(row.project.text, row.project_href, row.rank, row.score) for row in board.rows]
    assert (
        shown
        == [
            ("Project q", "projects/q.html", "2 → 1", "44.0% → 68.0%"),
            ("Project p", "projects/p.html", "1 → 2", "60.0%"),
            ("gone", None, "3 → –", "0.0% → –"),
        ]
        or shown[2][0] == "Project gone"
    )
    first = board.rows[0]
    assert first.move
    assert (first.move.sign, first.move.words) == ("▲1", "up by 1 rank")
    assert [(c.amount, c.what) for c in first.causes.lines] == [
        ("+24.0", "Value a: Level 3 (3) → Level 5 (5)")
    ]
    assert board.rows[1].notes == ("now behind “Project q”", "its own score is the same")
    assert board.rows[2].notes[0] == "project removed"


def test_a_clientele_that_is_not_concerned_any_more_says_why() -> None:
    projects = [project("q", not_concerned("all", "Revu en mars"))]
    states = before(), catalogue([clientele("all", WEIGHTS)], projects)
    [board] = changes(*states).boards
    [row] = [one for one in board.rows if one.project.text == "Project q"]
    assert row.notes[0] == "no longer concerned: “Revu en mars”"
    lists = [item for listed in changes(*states, "fr").lists for item in listed.items]
    [reason] = [item for item in lists if "not_concerned" in item.what]
    assert (reason.before, reason.after) == ("–", "Revu en mars")


def test_a_score_that_others_passed_is_said_to_be_the_same() -> None:
    """Also where only weights of values changed that it earns nothing on."""
    projects = [
        project("p", rated("all", {"a": "0", "b": "0", "c": "5"})),
        project("q", rated("all", {"a": "5", "b": "0", "c": "1"})),
    ]
    states = [
        catalogue([clientele("all", {"a": one, "b": other, "c": "40"})], projects)
        for one, other in (("20", "40"), ("40", "20"))
    ]
    [board] = changes(*states).boards
    assert [row.notes for row in board.rows] == [
        ("no longer behind “Project p”",),
        ("now behind “Project q”", "its own score is the same"),
    ]


def test_parts_and_rounding_add_up_to_the_difference() -> None:
    view = changes(before(), after(a="2", b="1"))
    causes = view.boards[0].rows[0].causes
    assert [line.amount for line in causes.lines] == ["+25.3", "+5.3", "−1.3"]
    assert (causes.rounding, causes.total) == ("", "+29.3")


def test_words_alone_are_listed_apart() -> None:
    old = before()
    value = replace(old.values[0], definition=text("Autre sens", "Another meaning"))
    view = changes(old, replace(old, values=(value, *old.values[1:])))
    [changed] = view.lists
    assert changed.title == "Words that say what a rating means, or why it was given"
    [item] = changed.items
    assert (item.what, item.before, item.after) == (
        "Value a (a) · definition [en, fr]", "–", "Another meaning",
    )  # fmt: skip
    assert view.finding.startswith("2 lines changed in all.yaml: no score moves, 1 meaning")


def test_nothing_changed_is_said() -> None:
    old = before()
    assert changes(old, old).finding == "no change: only formatting, order or comments"
    made = preview(old, old, ())
    page = preview_pages(made, old)["en/changes.html"]
    assert "no change at all" in page
    assert "Nothing changes: every score" in page
    assert "<table" not in page


def test_a_preview_says_so_on_every_page_and_asks_not_to_be_listed() -> None:
    site = preview_pages(preview(before(), after()), after())
    for path, page in site.items():
        if path.startswith(("en/", "fr/")) and path.endswith(".html"):
            assert "main (d460674bbd)" in page, path
            assert '<meta name="robots" content="noindex">' in page, path
    assert 'href="changements.html">Ce qui change</a>' in site["fr/index.html"]


def test_a_site_that_is_no_preview_has_nothing_of_it() -> None:
    site = pages(after())
    assert "fr/changements.html" not in site
    assert not [path for path, page in site.items() if 'class="change"' in page]
