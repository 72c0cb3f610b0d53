from fractions import Fraction

from cvcgen.core.model import Catalogue, ProjectId
from cvcgen.reports.scores.as_text import report
from cvcgen.reports.scores.sheet import sheets
from tests.reports.samples import (
    EVERY_STATE,
    X,
    board,
    card,
    catalogue,
    clientele,
    project,
    reader,
)


def _text(name: str, of: Catalogue = EVERY_STATE, language: str = "en") -> str:
    return report(sheets(of, board(of), [ProjectId(name)]), of, reader(language))


def test_the_worked_example_x_adds_up_to_its_score() -> None:
    assert (
        _text("x")
        == """\
Projet x (x) · Citoyens (citoyens)

  Value    Weight  Level (points)  Share  Earned  Unrealised
  Value 1      18  High (5)          5/5    18.0         0.0
  Value 2      16  None (0)          0/5     0.0        16.0
  Value 3      14  Medium (3)        3/5     8.4         5.6
  Value 4      13  High (5)          5/5    13.0         0.0
  Value 5      12  Medium (3)        3/5     7.2         4.8
  Value 6      11  Low (1)           1/5     2.2         8.8
  Value 7      10  None (0)          0/5     0.0        10.0
  Value 8       6  Medium (3)        3/5     3.6         2.4
  Total      100%                          52.4%       47.6%

  Level       Values  Earned
  None (0)         2     0.0
  Low (1)          1     2.2
  Medium (3)       3    19.2
  High (5)         2    31.0
  Total            8   52.4%

  Score: 52.4%
  Rank: tied 3rd of 5
"""
    )


def test_a_french_reader_gets_french_words_and_numbers() -> None:
    lines = _text("x", language="fr").splitlines()
    assert "  Valeur    Poids  Niveau (points)  Part  Apport  Potentiel restant" in lines
    assert lines[-1] == "  Rang\xa0: 3ᵉ ex æquo sur 5"
    assert lines[-2] == "  Cote\xa0: 52,4\xa0%"


def test_a_value_that_does_not_apply_shows_the_other_weights() -> None:
    written = _text("partial")
    assert "  Value 4      13         —  not applicable      —       —           —\n" in written
    assert "  Value 1      18      20.7  High (5)          5/5    20.7         0.0\n" in written
    assert "  Score: 45.3%\n  Coverage: 87% of the weight applies\n" in written
    assert "  Not applicable: Value 4 · No counter\n" in written


def test_a_missing_rating_is_an_interval_and_never_0() -> None:
    written = _text("incomplete")
    row = "  Value 4      13  not rated           —    0.0 – 13.0    0.0 – 13.0\n"
    assert row in written
    assert written.endswith(
        "  Score, an interval: 39.4 – 52.4%\n  Not ranked: 1 value not rated: Value 4\n"
    )


def test_what_rounding_leaves_is_a_row() -> None:
    of = catalogue(
        project("p", card((5, 1, 1), "c")),
        clienteles=(clientele("c", (Fraction(100, 3),) * 3),),
    )
    lines = _text("p", of).splitlines()
    assert lines[2:8] == [
        "  Value     Weight  Level (points)  Share  Earned  Unrealised",
        "  Value 1     33.3  High (5)          5/5    33.3         0.0",
        "  Value 2     33.3  Low (1)           1/5     6.7        26.7",
        "  Value 3     33.3  Low (1)           1/5     6.7        26.7",
        "  Rounding     0.1                                       \N{MINUS SIGN}0.1",
        "  Total     100.0%                          46.7%       53.3%",
    ]


def test_other_states_are_said_without_a_table() -> None:
    assert _text("published").splitlines()[2:] == [
        "  Published total: 62.5% (ratings not published)",
        "  Rank: 1st of 5",
    ]
    assert _text("untouched").splitlines()[2:] == ["  Not concerned: Rien à y voir"]
    assert "  Not ranked: no value applies" in _text("empty").splitlines()


def test_titles_do_nothing_to_a_terminal() -> None:
    of = catalogue(project("p", card(X), title="\x1b[2J\u202e##vso[x]\n表"))
    head = _text("p", of).splitlines()[0]
    assert head == r"\u{1b}[2J\u{202e}#\u{23}vso[x]\u{a}表 (p) · Citoyens (citoyens)"
