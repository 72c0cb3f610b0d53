"""The agreement on a value is that of all its pairs of raters; see `test_raters` for pages."""

from tests.publish.views.test_raters import PAGES


def test_values_that_each_rater_rated_alike_agree_wholly() -> None:
    assert (
        "Agreement: 100% (pairs of raters at the same level: 3 of 3)"
        in (PAGES["en/values/rapidite.html"])
    )


def test_a_value_of_several_projects_counts_all_their_pairs() -> None:
    value = PAGES["en/values/accessibilite.html"]
    assert "Agreement: 20% (pairs of raters at the same level: 1 of 5)" in value
    assert "two levels apart or more: 1 of 3" in value
