from fractions import Fraction

from cvcgen.core.model import ClienteleId, ProjectId
from cvcgen.reports.scores.wording import make_wording
from tests.reports.samples import EVERY_STATE, RUBRIC, board, reader

WORDING = make_wording(EVERY_STATE, reader())


def _figure(name: str) -> str:
    place = board().place(ProjectId(name), ClienteleId("citoyens"))
    assert place is not None
    return WORDING.figure(place)


def test_a_figure_is_a_total_an_interval_or_nothing() -> None:
    assert _figure("x") == "52.4%"
    assert _figure("incomplete") == "39.4 – 52.4%"
    assert _figure("empty") == "—"


def test_a_level_has_its_name_and_points() -> None:
    assert WORDING.level(Fraction(3), RUBRIC) == "Medium (3)"
    assert WORDING.level(Fraction(2), RUBRIC) == "(2)"
    assert WORDING.level(None, RUBRIC) == "not rated"
