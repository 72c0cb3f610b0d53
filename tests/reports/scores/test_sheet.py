from cvcgen.core.model import ClienteleId, ProjectId
from cvcgen.reports.scores.sheet import sheets
from tests.reports.samples import EVERY_STATE, board


def test_without_names_every_scorecard_is_shown() -> None:
    shown = sheets(EVERY_STATE, board())
    assert [one.project for one in shown] == list(EVERY_STATE.projects)


def test_named_projects_come_once_in_the_order_of_their_names() -> None:
    shown = sheets(EVERY_STATE, board(), [ProjectId(name) for name in ("y", "x", "y")])
    assert [one.project.id for one in shown] == ["y", "x"]


def test_another_clientele_has_none() -> None:
    assert sheets(EVERY_STATE, board(), clienteles=[ClienteleId("autres")]) == ()


def test_a_clientele_that_is_not_concerned_has_no_place() -> None:
    [one] = sheets(EVERY_STATE, board(), [ProjectId("untouched")])
    assert one.place is None
    assert one.ranked == 5
