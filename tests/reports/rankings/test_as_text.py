from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from cvcgen.reports.rankings.as_text import BAR_COLUMNS, bar, report
from tests.reports.samples import EVERY_STATE, board, catalogue, reader


def test_ties_are_said_and_what_is_not_ranked_has_a_reason() -> None:
    assert (
        report(board().rankings, EVERY_STATE, reader())
        == """\
Citoyens (citoyens, 2022)
       1st  62.5%  Projet published (published)
       2nd  55.2%  Projet y (y)
  tied 3rd  52.4%  Projet twin (twin)
  tied 3rd  52.4%  Projet x (x) [illustrative]
       5th  45.3%  Projet partial (partial)
  Not ranked
             —  Projet empty (empty) · no value applies
  39.4 – 52.4%  Projet incomplete (incomplete) · 1 value not rated: Value 4
         52.1%  Projet narrow (narrow) · the values that apply weigh 66%, less than 80%
         55.2%  Projet refused (refused) · not feasible
"""
    )


def test_a_french_ranking_says_ex_aequo() -> None:
    lines = report(board().rankings, EVERY_STATE, reader("fr")).splitlines()
    assert lines[3] == "  3ᵉ ex æquo  52,4\xa0%  Projet twin (twin)"
    assert lines[6] == "  Non classés"


def test_bars_are_drawn_when_asked() -> None:
    lines = report(board().rankings, EVERY_STATE, reader(), bars=True).splitlines()
    assert lines[1] == "       1st  62.5%  ████████████▌  Projet published (published)"


def test_a_clientele_without_scorecards_says_so() -> None:
    of = catalogue()
    written = report(board(of).rankings, of, reader())
    assert written == "Citoyens (citoyens, 2022)\n  No scorecard yet\n"


@given(st.fractions(0, 100), st.fractions(0, 100))
def test_a_larger_score_never_has_a_shorter_bar(one: Fraction, other: Fraction) -> None:
    low, high = sorted((one, other))
    assert len(bar(low)) <= len(bar(high)) <= BAR_COLUMNS
