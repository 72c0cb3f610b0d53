"""The arithmetic of a score, as pages show it."""

from fractions import Fraction

from cvcgen.core.model import ClienteleId, ProjectId
from cvcgen.publish.views.scorecard import ScorecardTable, show_scorecard
from tests.publish.little_sites import (
    Points,
    catalogue,
    clientele,
    context,
    pages,
    project,
    rated,
    rubric,
)

DEMONSTRATION = {
    "acc": "18", "sec": "16", "com": "14", "aut": "13", "rap": "12", "tu": "11", "bie": "10",
    "agi": "6",
}  # fmt: skip
X = {
    "acc": "5", "sec": "0", "com": "3", "aut": "5", "rap": "3", "tu": "1", "bie": "0",
    "agi": "3",
}  # fmt: skip


def table(
    weights: dict[str, str] | list[str], points: Points, language: str = "en"
) -> ScorecardTable:
    made = catalogue([clientele("gens", weights)], [project("p", rated("gens", points))])
    page = context(made, language)
    place = page.site.places[ProjectId("p"), ClienteleId("gens")]
    return show_scorecard(page, place, made.rubrics[0])


def test_the_rows_of_the_worked_example_lead_to_its_total() -> None:
    # DOMAIN.md §2.8, W2
    shown = table(DEMONSTRATION, X)
    assert [row.figures.earned for row in shown.rows] == [
        "18.0",
        "0.0",
        "8.4",
        "13.0",
        "7.2",
        "2.2",
        "0.0",
        "3.6",
    ]
    assert shown.rows[2].figures.possible == "out of 14.0"
    assert shown.total == "52.4%"
    assert shown.rounding is None
    assert [row.earned for row in shown.levels] == ["31.0", "19.2", "2.2", "0.0"]
    assert [row.count for row in shown.levels] == ["2", "3", "1", "2"]


def test_the_bar_s_track_is_the_weight() -> None:
    shown = table({"a": "75", "b": "25"}, {"a": "0", "b": "5"})
    tracks = [(bar.track, bar.filled) for row in shown.rows if (bar := row.figures.bar)]
    assert tracks == [("100", "0"), ("33.33", "33.33")]


def test_what_rounding_hides_is_said() -> None:
    # three times 20/3 is 20, but 6.7 · 3 is 20.1
    shown = table(["a", "b", "c"], {"a": "1", "b": "1", "c": "1"})
    assert [row.figures.earned for row in shown.rows] == ["6.7"] * 3
    assert shown.total == "20.0%"
    assert shown.rounding == "\N{MINUS SIGN}0.1"
    assert shown.levels_rounding is None


def test_shown_parts_and_rounding_sum_to_the_shown_total() -> None:
    for points in ("0", "1", "3", "5"):
        shown = table([*"abcdefg"], {**dict.fromkeys("abcdef", "1"), "g": points})
        parts = [row.figures.earned for row in shown.rows] + [shown.rounding or "0"]
        total = sum(Fraction(part.replace("\N{MINUS SIGN}", "-")) for part in parts)
        assert total == Fraction(shown.total.removesuffix("%"))


def test_a_missing_rating_is_an_interval_never_a_zero() -> None:
    # DOMAIN.md §2.8, W4
    shown = table(DEMONSTRATION, {**X, "aut": None}, "fr")
    figures = next(r.figures for r in shown.rows if r.figures.value.href.endswith("aut.html"))
    assert (figures.state, figures.earned, figures.possible) == ("non coté", "0,0 à 13,0", "")
    assert shown.total == "entre 39,4\u00a0% et\u00a052,4\u00a0%"
    assert shown.levels == ()
    assert shown.rounding is None


def test_a_value_that_does_not_apply_leaves_with_its_weight() -> None:
    # DOMAIN.md §2.8, W4: 197/435, coverage 87 %
    shown = table(DEMONSTRATION, {**X, "aut": "n/a"})
    row = next(row for row in shown.rows if row.figures.value.href.endswith("aut.html"))
    figures = row.figures
    assert (figures.state, figures.earned, figures.possible) == ("not applicable", "–", "")
    assert figures.bar is None
    assert row.reason is not None
    assert shown.total == "45.3%"
    assert "make up 87% of the weight" in (shown.coverage or "")


def test_what_would_add_most_comes_first() -> None:
    raises = table(DEMONSTRATION, X).raises
    assert [(r.value.label.text, r.change, r.gain) for r in raises] == [
        ("Value sec", "from “Level 0” to “Level 5”", "+16.0 points"),
        ("Value bie", "from “Level 0” to “Level 5”", "+10.0 points"),
        ("Value tu", "from “Level 1” to “Level 5”", "+8.8 points"),
    ]


def test_nothing_raises_a_perfect_score() -> None:
    assert table(["a"], {"a": "5"}).raises == ()


def test_the_formula_has_the_number_of_the_highest_level() -> None:
    made = catalogue(
        [clientele("gens", {"a": "100"})],
        [project("p", rated("gens", {"a": "2.5"}))],
        rubric(["0", "2.5", "10"]),
    )
    page = pages(made)["fr/projets/p.html"]
    assert "Points = poids × niveau ÷ 10, le niveau le plus élevé." in page
    assert "Échelle de cotation\xa0: <a" in page
