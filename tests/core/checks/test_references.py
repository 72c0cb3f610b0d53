"""Ids that name records which exist."""

from dataclasses import replace

from cvcgen.core.checks.references import check_clienteles, check_rubrics, check_values
from cvcgen.core.model import Kind, RubricId
from tests.core.checks.catalogues import catalogue, said
from tests.core.grids import grid, project, published

TWO = grid("60 40", values=("rapidite", "securite"))


def test_records_that_exist_may_be_named() -> None:
    whole = catalogue(TWO, projects=[project("p", published("50"))])
    for check in (check_values, check_clienteles, check_rubrics):
        assert list(check(whole)) == []


def test_an_unknown_value_is_told_with_the_nearest() -> None:
    assert said(check_values(catalogue(TWO, values=["rapidité", "securite"]))) == [
        ("CVC401", "there is no value `rapidite`", "did you mean `rapidité`?")
    ]


def test_a_value_of_the_pyramid_is_not_proposed_again() -> None:
    site = catalogue(grid("60 40", values=("prix", "vitesse")), values=("prix", "rapidite"))
    assert said(check_values(site)) == [
        ("CVC401", "there is no value `vitesse`", "known here: `rapidite`")
    ]


def test_an_unknown_clientele_is_told_with_what_is_known() -> None:
    card = project("p", published("50", clientele="quelqu-un"))
    assert said(check_clienteles(catalogue(TWO, projects=[card]))) == [
        ("CVC402", "there is no clientele `quelqu-un`", "known here: `c`")
    ]


def test_an_unknown_rubric_is_told_without_a_hint_where_there_is_none() -> None:
    assert said(check_rubrics(replace(catalogue(TWO), rubrics=()))) == [
        ("CVC403", "there is no rubric `r`", None)
    ]


def test_what_could_not_be_read_may_be_named() -> None:
    unread = frozenset(
        {(Kind.VALUE, "rapidite"), (Kind.RUBRIC, "r"), (Kind.CLIENTELE, "autre")}
    )
    card = project("p", published("50", clientele="autre"))
    site = replace(
        catalogue(TWO, projects=[card], values=["securite"]), rubrics=(), unreadable=unread
    )
    for check in (check_values, check_clienteles, check_rubrics):
        assert list(check(site)) == []


def test_an_id_that_could_not_be_read_is_told_elsewhere() -> None:
    silent = replace(TWO.clientele, rubric=RubricId(""))
    assert list(check_rubrics(replace(catalogue(TWO), clienteles=(silent,)))) == []


def test_a_value_that_stands_twice_is_told_once_for_each_repetition() -> None:
    repeated = grid("40 30 20 10", values=("a", "b", "a", "a"))
    faults = list(check_values(catalogue(repeated)))
    assert (
        said(faults)
        == [("CVC404", "the value `a` stands twice in this pyramid", "remove one of the two")]
        * 2
    )
    assert [fault.notes[0].message.text(str) for fault in faults] == ["first here"] * 2


def test_a_very_long_id_is_shown_in_part() -> None:
    [(_, message, _)] = said(check_values(catalogue(grid("1", values=["x" * 9999]), values=[])))
    assert len(message) < 100
