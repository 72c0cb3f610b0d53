from cvcgen.core.model import ProjectId
from cvcgen.reports.scores.facts import facts
from cvcgen.reports.scores.sheet import sheets
from cvcgen.reports.scores.wording import make_wording
from tests.reports.samples import EVERY_STATE, board, reader


def _facts(name: str, language: str = "en") -> list[str]:
    [sheet] = sheets(EVERY_STATE, board(), [ProjectId(name)])
    return list(facts(sheet, make_wording(EVERY_STATE, reader(language))))


def test_the_reason_stands_where_the_rank_would() -> None:
    assert _facts("refused") == ["Score: 55.2%", "Not ranked: not feasible"]
    assert _facts("y") == ["Score: 55.2%", "Rank: 2nd of 5"]


def test_a_published_total_says_that_it_has_no_parts() -> None:
    said = "Total publié\xa0: 62,5\xa0% (cotes par valeur non publiées)"
    assert _facts("published", "fr") == [said, "Rang\xa0: 1ᵉʳ sur 5"]


def test_not_concerned_is_not_zero() -> None:
    assert _facts("untouched") == ["Not concerned: Rien à y voir"]
