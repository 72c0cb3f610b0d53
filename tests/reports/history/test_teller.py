"""What is said of points: quickly as slowly, and alike whoever begins in the middle."""

import re
from collections.abc import Callable
from fractions import Fraction
from itertools import pairwise

import pytest

from cvcgen.core.model import Feasibility
from cvcgen.core.trend import Trend
from cvcgen.reports.history import as_atom, as_csv, as_json, as_markdown, as_text
from cvcgen.reports.history.chronicle import Chronicle
from cvcgen.reports.history.teller import Teller
from cvcgen.reports.pieces import Pieces
from cvcgen.reports.reader import Reader
from tests.reports.history.telling import hostile, random_trend, told
from tests.reports.samples import X, Y, card, catalogue, project, reader

_PART = re.compile(r"\(([+−]?[0-9]+\.[0-9]+)\)$")
TRENDS = [hostile(), *map(random_trend, range(20))]
REPORTS = [module.report for module in (as_atom, as_csv, as_json, as_markdown, as_text)]


def test_who_was_passed_is_told_as_of_any_other_point() -> None:
    quick = 0
    for trend in TRENDS:
        teller, careful = (Teller(Chronicle(trend), reader()) for _ in range(2))
        for series in trend.series:
            for former, point in pairwise(series.points):
                told = () if point.gap else tuple(careful._causes_told(point, former))
                assert teller.causes(point, former) == told
                quick += point.change is None and bool(told)
    assert quick > 20


def test_why_a_rank_is_lost_is_said_once() -> None:
    ranked, refused, rated = (
        catalogue(project("p", points, feasibility=feasibility))
        for points, feasibility in (
            (card(X), Feasibility.FEASIBLE),
            (card(X), Feasibility.NOT_FEASIBLE),
            (card(Y), Feasibility.NOT_FEASIBLE),
        )
    )
    [series] = told(ranked, refused, rated).series
    teller = Teller(Chronicle(told(ranked, refused, rated)), reader())
    said = [line.causes for line in teller.lines(series)]
    whys = [[cause for cause in causes if "ranked" in cause] for causes in said]
    assert whys[:3] == [[], ["no longer ranked: not feasible"], []]


def test_a_scorecard_that_was_there_before_is_not_called_the_first() -> None:
    rated, unrated = (catalogue(project("p", *cards)) for cards in ([card(X)], []))
    trend = told(rated, unrated, rated)
    [series] = trend.series
    said = [line.causes for line in Teller(Chronicle(trend), reader()).lines(series)]
    assert [causes[0] for causes in said[:3]] == [
        "first score known",
        "scorecard removed",
        "scorecard back; it had been gone since 2026-01-02",
    ]


def test_a_project_that_is_back_is_not_called_new() -> None:
    there, gone = catalogue(project("p", card(X))), catalogue()
    trend = told(there, gone, gone, there)
    [series] = trend.series
    english, french = (
        [*Teller(Chronicle(trend), reader(language)).lines(series)][2].causes[0]
        for language in ("en", "fr")
    )
    assert english == "project back; it had been gone since 2026-01-02"
    assert french == "projet de retour; il était absent depuis le 2026-01-02"


@pytest.mark.parametrize("report", REPORTS)
@pytest.mark.parametrize("trend", TRENDS)
def test_a_half_is_drawn_alike_by_who_has_not_drawn_the_other(
    report: Callable[[Chronicle, Reader], Pieces], trend: Trend
) -> None:
    whole, other = (report(Chronicle(trend), reader("fr")) for _ in range(2))
    middle = len(whole.sizes) // 2
    halves = [
        *whole.texts(range(middle)),
        *other.texts(range(middle, len(whole.sizes))),
    ]
    if middle:
        assert "".join(halves) == report(Chronicle(trend), reader("fr")).text()


@pytest.mark.parametrize("report", REPORTS)
def test_scores_alone_are_all_that_a_report_shows(
    report: Callable[[Chronicle, Reader], Pieces],
) -> None:
    for seed in range(40):
        whole, alone = random_trend(seed), random_trend(seed, scores_alone=True)
        told, quick = (report(Chronicle(one), reader("fr")).text() for one in (whole, alone))
        assert quick == told


def test_the_shown_figures_add_up() -> None:
    """Before and the change make up after; the parts, and what rounding leaves, the change."""
    changed = rounded = 0
    for trend in TRENDS:
        teller = Teller(Chronicle(trend), reader())
        for series in trend.series:
            for former, line in pairwise(teller.lines(series)):
                if line.delta:
                    parts = [part for cause in line.causes for part in _PART.findall(cause)]
                    assert sum(map(_number, parts)) == _number(line.delta)
                    if former.score.endswith("%"):
                        before, after = (_number(one.score[:-1]) for one in (former, line))
                        assert before + _number(line.delta) == after
                    changed += 1
                    rounded += any(cause.startswith("rounding (") for cause in line.causes)
    assert changed > 20
    assert rounded


def _number(shown: str) -> Fraction:
    return Fraction(shown.replace("−", "-").replace("+", ""))
