from cvcgen.core.model import ClienteleId, ProjectId
from cvcgen.reports.reasons import coverage, unranked_reason, value_names
from tests.reports.samples import EVERY_STATE, board, reader


def _reason(project: str, language: str = "en") -> str:
    place = board().place(ProjectId(project), ClienteleId("citoyens"))
    assert place is not None
    names = value_names(EVERY_STATE, reader(language))
    return unranked_reason(place, names, reader(language))


def test_each_reason_is_said() -> None:
    assert _reason("incomplete") == "1 value not rated: Value 4"
    assert _reason("empty") == "no value applies"
    assert _reason("narrow") == "the values that apply weigh 66%, less than 80%"
    assert _reason("refused") == "not feasible"
    assert _reason("x") == ""


def test_reasons_are_said_in_french() -> None:
    assert _reason("incomplete", "fr") == "1 valeur non cotée\xa0: Valeur 4"
    narrow = "les valeurs applicables pèsent 66\xa0%, soit moins de 80\xa0%"
    assert _reason("narrow", "fr") == narrow


def test_coverage_is_whole_where_it_can_be() -> None:
    place = board().place(ProjectId("partial"), ClienteleId("citoyens"))
    assert place is not None
    assert coverage(place, reader()) == "87%"
