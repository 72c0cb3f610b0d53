import pytest

from cvcgen.core.model import Feasibility, Status
from cvcgen.phrases import load_phrases
from cvcgen.spreadsheets.words import SAID, Role, feasibility_of, fold, roles, status_of


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("role", Role)
def test_what_a_grid_calls_something_is_understood_again(role: Role, language: str) -> None:
    said = load_phrases(language).say(SAID[role])
    assert roles()[fold(said)] is role
    assert roles()[fold(f"  {said.upper()} : ")] is role


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Oui", Feasibility.FEASIBLE),
        ("FEASIBLE", Feasibility.FEASIBLE),
        ("Non faisable", Feasibility.NOT_FEASIBLE),
        ("infeasible", Feasibility.NOT_FEASIBLE),
        ("A determiner", Feasibility.UNDETERMINED),
        ("peut-être", None),
    ],
)
def test_feasibility_is_said_in_both_languages(text: str, meant: Feasibility | None) -> None:
    assert feasibility_of(text) is meant


def test_the_columns_of_the_published_table_are_known() -> None:
    found = [roles()[fold(word)] for word in ("Faisabilité", "Piste d'amélioration")]
    assert found == [Role.FEASIBILITY, Role.PROJECT]
    assert roles()[fold("Cote valeur client %")] is Role.PUBLISHED


def test_a_status_is_said_in_both_languages() -> None:
    assert status_of("En cours") is status_of("under way") is Status.UNDERWAY
    assert status_of("?") is None
