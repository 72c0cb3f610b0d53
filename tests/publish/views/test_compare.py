"""Rankings side by side: inside one edition, in words, drawn and as a table."""

import pytest

from cvcgen.core.model import Catalogue
from cvcgen.publish.addresses import PageKind
from cvcgen.publish.views.compare import MOST_ROWS, CompareView, view_compare
from tests.publish.little_sites import (
    catalogue,
    clientele,
    context,
    not_concerned,
    pages,
    project,
    published,
    rated,
)


def compared(made: Catalogue) -> CompareView:
    return view_compare(context(made, "en", PageKind.COMPARE))


def two(edition: str = "2022") -> Catalogue:
    """For `all` the order is p, q, r; for `some` it is r, q, p."""
    projects = [
        project("p", rated("all", {"a": "5"}), rated("some", {"a": "0"})),
        project("q", rated("all", {"a": "3"}), rated("some", {"a": "1"})),
        project("r", rated("all", {"a": "1"}), rated("some", {"a": "3"})),
        project("alone", rated("all", {"a": None}), not_concerned("some")),
    ]
    groups = [
        clientele("all", ["a"], edition="2022"),
        clientele("some", ["a"], edition=edition),
    ]
    return catalogue(groups, projects)


def test_the_largest_differences_come_first_in_words_and_drawn() -> None:
    [comparison] = compared(two()).comparisons
    assert comparison.finding == (
        "3 projects are ranked for several clienteles. 1 has the same rank for all of them."
    )
    assert comparison.caption == (
        "Project p divides them most: 1st for All (en) (100.0%), 3rd for Some (en) (0.0%)."
    )
    drawn = [(d.project.label.text, d.disc.x, d.diamond.x) for d in comparison.dumbbells]
    assert drawn == [("Project p", "24", "296"), ("Project r", "296", "24")]
    assert comparison.dumbbells[0].label == "From the 1st to the 3rd rank"


def test_the_table_has_every_project_with_what_has_no_rank_last() -> None:
    [comparison] = compared(two()).comparisons
    shown = [
        (row.project.label.text, [place.rank for place in row.places], row.difference)
        for row in comparison.rows
    ]
    assert shown == [
        ("Project p", ["1st", "3rd"], "2"),
        ("Project r", ["3rd", "1st"], "2"),
        ("Project q", ["2nd", "2nd"], "0"),
        ("Project alone", ["not ranked", "not concerned"], "–"),
    ]
    assert comparison.rows[3].places[0].score == "between 0.0% and\xa0100.0%"


def test_clienteles_of_different_editions_are_never_compared() -> None:
    view = compared(two(edition="2019"))
    assert view.comparisons == ()
    assert [tab.href for tab in view.tabs] == ["rankings/all.html", "rankings/some.html"]
    assert view.frame.description == "Nothing to compare yet."


def test_what_is_alone_in_its_edition_is_named() -> None:
    made = two()
    groups = [*made.clienteles, clientele("old", ["b"], edition="2019")]
    view = compared(catalogue(groups, made.projects))
    assert len(view.comparisons) == 1
    assert view.lone.endswith("alone in their edition of the method: Old (en).")


def test_among_many_the_best_and_the_worst_are_drawn_and_the_others_marked() -> None:
    names = [f"c{n:02}" for n in range(12)]
    cards = [rated(name, {"a": "5" if n < 11 else "0"}) for n, name in enumerate(names)]
    others = [rated(name, {"a": "3"}) for name in names]
    made = catalogue(
        [clientele(name, ["a"]) for name in names],
        [project("p", *cards), project("q", *others)],
    )
    [comparison] = compared(made).comparisons
    assert len(comparison.columns) == 12
    [first, _] = comparison.dumbbells
    assert (first.disc.rank, first.diamond.rank, len(first.between)) == ("1st", "2nd", 10)
    assert first.diamond.words == "2nd for C11 (en) (0.0%)"


def test_neighbouring_ranks_have_their_labels_apart() -> None:
    """Two labels in the middle of close marks would cover each other."""
    count = 30
    cards = [project(f"p{n:02}", published("all", str(99 - n))) for n in range(count)]
    cards[3] = project("p03", published("all", "96"), published("some", "1"))
    others = [project(f"q{n}", published("some", str(50 + n))) for n in range(4)]
    made = catalogue([clientele("all", ["a"]), clientele("some", ["a"])], [*cards, *others])
    [comparison] = compared(made).comparisons
    [drawn] = comparison.dumbbells
    assert (drawn.disc.rank, drawn.disc.anchor) == ("4th", "end")
    assert (drawn.diamond.rank, drawn.diamond.anchor) == ("5th", "start")


def test_a_long_table_is_cut_and_says_so() -> None:
    many = [
        project(f"p{n:03}", published("all", "5"), published("some", "7"))
        for n in range(MOST_ROWS + 2)
    ]
    [comparison] = compared(
        catalogue([clientele("all", ["a"]), clientele("some", ["a"])], many)
    ).comparisons
    assert len(comparison.rows) == MOST_ROWS
    assert comparison.more.startswith("2 more projects, ")
    assert comparison.dumbbells == ()
    assert comparison.caption == ""


@pytest.mark.parametrize("clienteles", [0, 1])
def test_there_is_no_page_where_there_is_nothing_to_compare(clienteles: int) -> None:
    site = pages(catalogue([clientele(f"c{n}", ["a"]) for n in range(clienteles)]))
    assert "en/compare.html" not in site
    assert "compare.html" not in site["en/index.html"]


def test_two_clienteles_without_projects_have_a_page_that_says_so() -> None:
    site = pages(catalogue([clientele("c0", ["a"]), clientele("c1", ["a"])]))
    assert "No project is ranked for two" in site["en/compare.html"]
    assert 'class="tabs"' in site["en/compare.html"]


def test_a_ranking_leads_to_the_comparison() -> None:
    site = pages(two())
    assert '<a href="../compare.html">Compare</a>' in site["en/rankings/all.html"]
    assert 'href="compare.html" aria-current="page">Compare' in site["en/compare.html"]
