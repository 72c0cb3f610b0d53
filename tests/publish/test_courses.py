"""From where to where projects came: since when, in which order, over gaps and breaks."""

from cvcgen.core.model import Catalogue, ClienteleId
from cvcgen.publish.courses import Courses, find_courses
from tests.publish.little_pasts import past, site

LOW, HIGH, MIDDLE = {"a": "1", "b": "0"}, {"a": "5", "b": "0"}, {"a": "3", "b": "0"}
OTHER_WEIGHTS = {"a": "50", "b": "50"}
ALL = ClienteleId("all")


def followed(*found: Catalogue | None) -> Courses:
    return find_courses(past(found), ALL)


def told(courses: Courses) -> list[tuple[str, int, bool]]:
    return [(one.series.project, one.rise, one.moved) for one in courses.courses]


def test_a_course_goes_from_the_first_score_to_the_last() -> None:
    found = followed(site(p=LOW, q=MIDDLE), site(p=HIGH, q=MIDDLE))
    assert found.since == 0
    assert told(found) == [("p", 1, True), ("q", -1, False)]


def test_a_course_begins_where_the_method_changed_last() -> None:
    found = followed(
        site(p=LOW, q=MIDDLE),
        site(OTHER_WEIGHTS, p=HIGH, q=MIDDLE),
        site(OTHER_WEIGHTS, p=HIGH, q=MIDDLE),
    )
    assert found.since == 1
    assert told(found) == [("p", 0, False), ("q", 0, False)]


def test_a_gap_divides_the_history_and_ends_no_course() -> None:
    found = followed(site(p=LOW), None, site(p=HIGH), None)
    assert (found.since, sorted(found.turns)) == (0, [1, 3])
    assert told(found) == [("p", 0, True)]


def test_who_has_no_rank_comes_after_and_who_is_gone_last() -> None:
    found = followed(
        site(a=LOW, p=LOW, q=MIDDLE),
        site(p={"a": None, "b": "0"}, q=MIDDLE),
    )
    assert told(found) == [("q", 0, False), ("p", 0, True), ("a", 0, False)]


def test_a_clientele_without_a_past_has_no_course() -> None:
    found = find_courses(past([site(p=LOW)]), ClienteleId("few"))
    assert (found.since, found.turns, found.courses) == (0, {}, ())
