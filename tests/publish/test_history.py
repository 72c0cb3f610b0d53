"""What a site knows of its past: steps by revision, titles of the time, ids of today."""

from cvcgen.core.model import Kind, ProjectId
from cvcgen.publish.history import make_history
from tests.publish.little_pasts import WEIGHTS, moment, past, site, told
from tests.publish.little_sites import catalogue, clientele, project, rated

P_LOW, P_HIGH = {"a": "1", "b": "0"}, {"a": "5", "b": "0"}
Q = {"a": "3", "b": "0"}


def test_a_rank_that_others_moved_is_a_step_too() -> None:
    history = past([site(p=P_LOW, q=Q), site(p=P_HIGH, q=Q)])
    first, second = history.steps
    assert first == ()
    assert [(step.series.project, step.moves_rank) for step in second] == [
        ("p", True),
        ("q", True),
    ]
    assert [step.point.change is None for step in second] == [False, True]


def test_a_gap_is_passed_over() -> None:
    history = past([site(p=P_LOW, q=Q), None, site(p=P_HIGH, q=Q)])
    assert [len(steps) for steps in history.steps] == [0, 0, 2]
    assert [history.past(one) is None for one in history.trend.occasions] == [True, True, False]


def test_an_unchanged_state_after_a_gap_is_no_step() -> None:
    history = past([site(p=P_LOW, q=Q), None, site(p=P_LOW, q=Q)])
    assert history.steps == ((), (), ())


def test_the_past_names_only_the_projects_that_it_is_about() -> None:
    crowd = {f"n{number}": {"a": "0", "b": "0"} for number in range(20)}
    history = past([site(p=P_LOW, q=Q, **crowd), site(p=P_HIGH, q=Q, **crowd)])
    known = history.past(history.trend.occasions[1])
    assert known
    named = {record for kind, record in known.preview.titles if kind is Kind.PROJECT}
    assert named == {"p", "q"}


def test_ids_of_then_lead_to_those_of_today() -> None:
    old = site(p=P_LOW, q=Q)
    moved = site(p=P_HIGH, q=Q)
    renamed = catalogue(
        [clientele("all", WEIGHTS)],
        [
            project("new", rated("all", P_HIGH), title=moved.projects[0].title),
            moved.projects[1],
        ],
    )
    history = past([old, moved, renamed])
    known = history.past(history.trend.occasions[1])
    assert known
    assert known.now[Kind.PROJECT, "p"] == "new"
    assert set(history.by_project) == {ProjectId("new"), ProjectId("q")}


def test_a_history_that_begins_late_says_so() -> None:
    history = make_history(told([site(p=P_LOW)]), whole=False, identity="")
    assert not history.whole
    assert history.positions[moment(None, 0).origin] == 0
