"""The grid: every rating of a clientele, what is missing never as zero."""

from cvcgen.core.model import Catalogue
from cvcgen.publish.addresses import PageKind
from cvcgen.publish.views.grid import GridView, view_grid
from tests.publish.little_sites import (
    catalogue,
    clientele,
    context,
    pages,
    project,
    published,
    rated,
)


def grid(made: Catalogue) -> GridView:
    return view_grid(context(made, "en", PageKind.GRID), made.clienteles[0])


def some() -> Catalogue:
    return catalogue(
        [clientele("all", {"a": "60", "b": "40"})],
        [
            project("first", rated("all", {"a": "5", "b": "1"})),
            project("none", rated("all", {"a": "0", "b": "0"})),
            project("open", rated("all", {"a": None, "b": "3"})),
            project("partly", rated("all", {"a": "3", "b": "n/a"})),
            project("total", published("all", "50")),
        ],
    )


def test_zero_not_rated_and_not_applicable_are_three_things() -> None:
    cells = {
        row.project.label.text: [(cell.anchor, cell.points, cell.state) for cell in row.cells]
        for row in grid(some()).rows
    }
    assert cells == {
        "Project first": [("level-3", "5", ""), ("level-1", "1", "")],
        "Project total": [],
        "Project none": [("level-0", "0", ""), ("level-0", "0", "")],
        "Project open": [("", "", "not rated yet"), ("level-2", "3", "")],
        "Project partly": [("level-2", "3", ""), ("", "", "not applicable")],
    }


def test_rows_are_by_rank_and_have_their_score() -> None:
    assert [(row.rank, row.total) for row in grid(some()).rows] == [
        ("1st", "68.0%"),
        ("2nd", "50.0%"),
        ("3rd", "0.0%"),
        ("", "between 24.0% and\xa084.0%"),
        ("", "60.0%"),
    ]


def test_the_totals_count_only_what_is_rated() -> None:
    # a: 5, 0 and 3 of 15 points; b: 1, 0 and 3 of 15
    view = grid(some())
    assert [column.gained for column in view.columns] == ["53%", "27%"]
    assert view.finding == (
        "The projects gain most on Value a (53% of what is possible)"
        " and least on Value b (27%)."
    )


def test_without_ratings_nothing_is_claimed() -> None:
    view = grid(catalogue([clientele("all", ["a"])], [project("p", published("all", "5"))]))
    assert view.finding == "No project is rated for this clientele yet."
    assert [column.gained for column in view.columns] == ["–"]


def test_equal_gains_are_said_to_be_equal() -> None:
    made = catalogue(
        [clientele("all", ["a", "b"])], [project("p", rated("all", {"a": "1", "b": "1"}))]
    )
    assert grid(made).finding == "The projects gain as much on each value."


def test_each_cell_refers_to_a_drawing_of_the_page() -> None:
    page = pages(some())["en/grids/all.html"]
    assert page.count('<symbol id="level-') == 4
    assert '<td><svg class="squares" width="58" height="10"' in page
    assert 'colspan="2">only the total was published' in page
    assert 'role="region" aria-label="Grid: All (en)" tabindex="0"' in page


def test_a_long_grid_is_split_and_linked_from_its_neighbours() -> None:
    many = [project(f"p{n:03}", rated("all", {"a": None})) for n in range(151)]
    site = pages(catalogue([clientele("all", ["a"])], many))
    assert site["fr/grilles/all.html"].count('<th scope="row">') == 150 + 1
    assert site["fr/grilles/all.2.html"].count('<th scope="row">') == 1 + 1
    assert 'href="all.2.html"' in site["fr/grilles/all.html"]
    for neighbour in ("fr/classements/all.html", "fr/clienteles/all.html"):
        assert 'href="../grilles/all.html"' in site[neighbour]
