"""The drawing of one series: levels that hold, breaks, gaps, intervals."""

import re

from cvcgen.core.model import Catalogue
from cvcgen.publish.views.historyrow import find_moments
from cvcgen.publish.views.trendfigure import TrendFigure, draw_trend
from tests.publish.little_pasts import past, past_context, site

LOW, HIGH, MIDDLE = {"a": "1", "b": "0"}, {"a": "5", "b": "0"}, {"a": "3", "b": "0"}
OTHER_WEIGHTS = {"a": "50", "b": "50"}


def drawn(*found: Catalogue | None, project: str = "p") -> TrendFigure | None:
    history = past(found)
    series = next(one for one in history.trend.series if one.project == project)
    made = next(one for one in reversed(found) if one)
    points = [point for _, point in find_moments(series)]
    page = past_context(history, made)
    return draw_trend(page, points, history.trend.occasions[-1], "what it shows")


def test_a_level_holds_until_the_next_one() -> None:
    figure = drawn(site(p=LOW, q=MIDDLE), site(p=HIGH, q=MIDDLE), site(p=HIGH, q=LOW))
    assert figure
    score, rank = figure.panels
    assert (score.upper, score.lower) == ("60%", "10%")
    assert score.line == "M62 114.48H227V30H392"
    assert score.dots == (("62", "114.48"), ("227", "30"))
    assert (rank.upper, rank.lower, rank.line) == ("1st", "2nd", "M62 224H227V164H392")
    assert (figure.start, figure.end) == ("January 1, 2026", "January 3, 2026")
    assert (figure.breaks, figure.unknown) == ((), ())


def test_a_line_is_interrupted_where_the_method_changes() -> None:
    figure = drawn(site(p=HIGH), site(OTHER_WEIGHTS, p=HIGH), site(OTHER_WEIGHTS, p=LOW))
    assert figure
    assert figure.breaks == ("227",)
    for panel in figure.panels:
        assert re.match(r"M62 [\d.]+H223M227 [\d.]+H392|M62 \d+H223M227 \d+H392V", panel.line)


def test_a_line_ends_where_nothing_is_known() -> None:
    figure = drawn(site(p=LOW, q=MIDDLE), None, site(p=HIGH, q=MIDDLE))
    assert figure
    assert [(span.x, span.width) for span in figure.unknown] == [("227", "165")]
    assert figure.panels[0].line == "M62 114.48H227M392 30H392"


def test_an_interval_is_an_area_and_no_rank() -> None:
    figure = drawn(site(p=LOW, q=MIDDLE), site(p={"a": None, "b": "0"}, q=MIDDLE), site(q=LOW))
    assert figure
    score, rank = figure.panels
    assert score.ranges == "M227 30H392V118H227z"
    assert (score.line, rank.line) == ("M62 100.4H227", "M62 224H227")


def test_one_moment_alone_is_not_drawn() -> None:
    assert drawn(site(p=LOW), site(p=LOW, q=MIDDLE), project="q") is None


def test_every_number_is_within_the_drawing() -> None:
    figure = drawn(site(p=LOW), None, site(OTHER_WEIGHTS, p=HIGH), site(OTHER_WEIGHTS), None)
    assert figure
    for panel in figure.panels:
        for x in re.findall(r"[MH]([\d.]+)", panel.line):
            assert 62 <= int(x.partition(".")[0]) <= 392
