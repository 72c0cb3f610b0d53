"""The marks of a preview beside scores and ratings: in words, with a sign."""

from dataclasses import replace

from cvcgen.core.model import Catalogue, ClienteleId, ProjectId, ValueId
from cvcgen.publish.views.changemark import ChangeMark, mark_change, say_former, say_gone
from cvcgen.publish.views.context import PageContext
from tests.publish.little_pasts import past, past_context
from tests.publish.little_pasts import site as told_site
from tests.publish.little_sites import Points, catalogue, clientele, context, project, rated
from tests.publish.previews import preview, preview_context, preview_pages

WEIGHTS = {"a": "60", "b": "40"}


def site(points: Points, **weights: str) -> Catalogue:
    others = [project(name, rated("all", {"a": "3", "b": "1"})) for name in ("q", "r")]
    mine = project("p", rated("all", points))
    return catalogue([clientele("all", weights or WEIGHTS)], [mine, *others])


def compared(old: Catalogue, new: Catalogue, language: str = "en") -> PageContext:
    return preview_context(preview(old, new), new, language)


def mark(page: PageContext, name: str = "p") -> ChangeMark | None:
    return mark_change(page, page.site.places[ProjectId(name), ClienteleId("all")])


def former(page: PageContext, value: str) -> str:
    place = page.site.places[ProjectId("p"), ClienteleId("all")]
    return say_former(page, place, ValueId(value))


LOW = site({"a": "0", "b": "0"})
HIGH = site({"a": "5", "b": "0"})


def test_a_mark_says_the_score_and_the_rank_that_were() -> None:
    found = mark(compared(LOW, HIGH))
    assert found
    assert found.before == "was 0.0%, 3rd"
    assert found.move
    assert (found.move.kind, found.move.sign, found.move.words) == (
        "up", "▲2", "up by 2 ranks",
    )  # fmt: skip


def test_a_rank_alone_is_said_alone_ties_too() -> None:
    found = mark(compared(LOW, HIGH), "q")
    assert found
    assert found.before == "was tied 1st"
    assert found.move
    assert (found.move.sign, found.move.words) == ("▼1", "down by 1 rank")


def test_a_project_that_was_not_ranked_or_not_there() -> None:
    found = mark(compared(site({"a": "5", "b": None}), HIGH))
    assert found
    assert found.before == "was between 60.0% and\xa0100.0%, not ranked"
    alone = catalogue(HIGH.clienteles, HIGH.projects[1:])
    assert mark(compared(alone, HIGH)) == ChangeMark(None, "new score")


def test_close_scores_are_told_apart() -> None:
    old, new = site({"a": "5", "b": "0"}), site({"a": "5", "b": "0"}, a="60.01", b="39.99")
    found = mark(compared(old, new))
    assert found
    assert found.before == "was 60.00%"


def test_a_rating_row_says_the_level_and_the_weight_that_were() -> None:
    page = compared(LOW, site({"a": "5", "b": "0"}, a="50", b="50"))
    assert former(page, "a") == "was Level 0 (0), weight 60%"
    assert former(page, "b") == "was weight 40%"
    added = compared(LOW, site({"a": "0", "b": "0", "c": "1"}, a="50", b="40", c="10"))
    assert former(added, "c") == "new in the pyramid"


def test_values_that_left_the_pyramid_stand_below_the_ratings() -> None:
    old = site({"a": "0", "b": "0", "c": "1"}, a="50", b="40", c="10")
    said = "Value c: no longer in the pyramid, was Level 1 (1)"
    page = compared(old, LOW)
    assert say_gone(page, page.site.places[ProjectId("p"), ClienteleId("all")]) == (said,)
    shown = preview_pages(preview(old, LOW), LOW)["en/projects/p.html"]
    assert f'<p class="change"><span class="was">{said}</span></p>' in shown
    assert said not in preview_pages(preview(LOW, LOW), LOW)["en/projects/p.html"]


def test_without_a_comparison_there_is_no_mark() -> None:
    page = context(HIGH)
    assert mark(page) is None
    assert former(page, "a") == ""
    assert mark(compared(HIGH, HIGH)) is None


def test_marks_stand_on_the_ranking_the_home_page_and_the_project() -> None:
    pages = preview_pages(preview(LOW, HIGH), HIGH)
    for path in ("en/rankings/all.html", "en/index.html", "en/projects/p.html"):
        assert '<span class="was">was 0.0%, 3rd</span>' in pages[path], path
        assert '<span aria-hidden="true">▲2</span>' in pages[path], path
    assert "was Level 0 (0)" in pages["en/projects/p.html"]
    assert "was " not in pages["embed/all.en.html"]


def test_a_history_marks_the_moves_of_ranks_that_came_last() -> None:
    low, middle, high = ({"a": points, "b": "0"} for points in ("1", "3", "5"))
    first, last = told_site(p=low, q=middle, r=high), told_site(p=high, q=middle, r=low)
    page = past_context(past([first, told_site(p=middle, q=middle, r=high), last, last]), last)
    marks = {place.project: mark_change(page, place) for place in page.site.places.values()}
    [p, q, r] = (marks[ProjectId(name)] for name in "pqr")
    assert p
    assert p.move
    assert (p.move.sign, p.before) == ("▲1", "tied 2nd before January 3, 2026")
    assert q is None
    assert r
    assert r.move
    assert (r.move.sign, r.before) == ("▼2", "1st before January 3, 2026")


def test_a_rank_that_is_not_committed_has_no_mark_of_the_past() -> None:
    low, middle, high = ({"a": points, "b": "0"} for points in ("1", "3", "5"))
    committed = past([told_site(p=low, q=middle), told_site(p=high, q=middle)])
    page = past_context(committed, told_site(p=low, q=middle))
    assert [mark_change(page, place) for place in page.site.places.values()] == [None, None]


def test_a_preview_marks_what_it_changes_and_nothing_of_the_past() -> None:
    low, middle, high = ({"a": points, "b": "0"} for points in ("1", "3", "5"))
    before, after = told_site(p=low, q=middle), told_site(p=high, q=middle)
    page = past_context(past([before, after]), after)
    page = replace(page, site=replace(page.site, preview=preview(after, after)))
    assert [mark_change(page, place) for place in page.site.places.values()] == [None, None]


def test_the_move_stands_with_the_rank_and_what_was_with_the_score() -> None:
    shown = preview_pages(preview(LOW, HIGH), HIGH)["en/rankings/all.html"]
    move = '<span aria-hidden="true">▲2</span><span class="unseen">up by 2 ranks</span>'
    rank = f'<td class="rank">1st <span class="move move-up">{move}</span> </td>'
    assert rank in shown
    assert '<p class="change"><span class="was">was 0.0%, 3rd</span></p>' in shown
