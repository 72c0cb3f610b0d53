"""Several raters on the pages of a project and of a value."""

from cvcgen.app import check_snapshot, evaluate_checked, render
from tests.building import SITES, files_in, snapshot


def pages() -> dict[str, str]:
    found = evaluate_checked(check_snapshot(snapshot(files_in(SITES / "valid/several-raters"))))
    assert found.scoreboard is not None
    files = render(found.checked.catalogue, found.scoreboard)
    return {
        str(file.path): file.content.decode("utf-8")
        for file in files
        if file.path.suffix == ".html"
    }


PAGES = pages()
COUNTER, CALLBACK = PAGES["en/projects/guichet.html"], PAGES["en/projects/rappel.html"]
KIOSK = PAGES["en/projects/borne.html"]


def test_each_rater_is_shown_with_level_and_reason() -> None:
    assert COUNTER.count('<dl class="raters">') == 3
    assert "Team B" in COUNTER
    assert "Rien ne change" in COUNTER
    assert "Agreement: 33.3% (pairs of raters at the same level: 1 of 3)" in COUNTER
    assert (
        "Accord\N{NO-BREAK SPACE}: 33,3\N{NO-BREAK SPACE}%" in PAGES["fr/projets/guichet.html"]
    )


def test_disagreements_of_two_levels_or_more_are_listed() -> None:
    listed = COUNTER.partition("Where the raters disagree")[2].partition("</section>")[0]
    assert "Security</a><br>from “None” to “High”, 3 levels apart" in listed
    assert "Accessibility" not in listed
    assert "from “Low” to “High”, 2 levels apart" in KIOSK
    assert "Nowhere by two levels or more." in CALLBACK


def test_the_rule_is_told() -> None:
    assert "the rating in the middle counts (of two, the lower)." in COUNTER
    assert "what they then agreed on counts" in CALLBACK


def test_a_rater_who_has_not_rated_leaves_the_value_unrated() -> None:
    security = KIOSK.partition(">Security</a>")[2].partition("</tbody>")[0]
    assert security.count("not rated yet") == 2
    assert "Agreement" not in security


def test_a_value_tells_the_agreement_over_all_projects() -> None:
    value = PAGES["en/values/securite.html"]
    assert "Agreement: 25% (pairs of raters at the same level: 1 of 4)" in value
    assert "Projects with raters two levels apart or more: 1 of 2" in value


def test_nothing_is_said_where_the_raters_rated_together() -> None:
    together = evaluate_checked(check_snapshot(snapshot(files_in(SITES / "base"))))
    assert together.scoreboard is not None
    for file in render(together.checked.catalogue, together.scoreboard):
        if file.path.suffix == ".html":
            text = file.content.decode("utf-8")
            assert 'class="raters"' not in text
            assert "raters agree" not in text
