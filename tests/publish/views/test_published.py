"""The published scores, checked against the grid."""

from cvcgen.publish.views.published import check_published
from tests.publish.little_sites import catalogue, clientele, context, project, published

SIX = {"a": "62.5", "b": "20", "c": "37.5", "d": "35", "e": "42.5", "f": "45"}


def test_the_six_published_scores_are_reproduced() -> None:
    # DOMAIN.md §1.2
    group = clientele("v1", [f"c{n}" for n in range(8)])
    made = catalogue([group], [project(n, published("v1", s)) for n, s in SIX.items()])
    table = check_published(context(made, "en"), group)
    assert table is not None
    assert [row.points.split()[0] for row in table.rows] == ["25", "18", "17", "15", "14", "8"]
    assert [row.standing.rank for row in table.rows] == [
        "1st",
        "2nd",
        "3rd",
        "4th",
        "5th",
        "6th",
    ]
    assert table.finding == "All 6 published scores are totals that the grid can give."
    assert table.impossible == "Totals that no ratings give: 92.5% and 97.5%."


def test_an_impossible_total_is_counted() -> None:
    group = clientele("v1", ["a"])
    made = catalogue(
        [group], [project("p", published("v1", "62")), project("q", published("v1", "60"))]
    )
    table = check_published(context(made, "en"), group)
    assert table is not None
    assert [row.reachable for row in table.rows] == [False, True]
    assert table.finding == "1 of 2 published scores is a total that the grid can give."


def test_without_published_scores_there_is_no_table() -> None:
    group = clientele("v1", ["a"])
    assert check_published(context(catalogue([group])), group) is None
