"""The drawing of a ranking over time: columns, ways, what is interrupted."""

from cvcgen.core.model import Catalogue
from cvcgen.publish.views.bumpfigure import BumpFigure, draw_bump
from tests.publish.little_pasts import past, past_context, site

LOW, HIGH, MIDDLE = {"a": "1", "b": "0"}, {"a": "5", "b": "0"}, {"a": "3", "b": "0"}


def drawn(*found: Catalogue | None, first: tuple[str, ...] = ("p", "q")) -> BumpFigure | None:
    history = past(found)
    made = next(one for one in reversed(found) if one)
    known = {series.project: series for series in history.trend.series}
    series = [one for name, one in known.items() if name in first]
    return draw_bump(past_context(history, made), history, series, "what it shows")


def test_ways_cross_where_ranks_do() -> None:
    figure = drawn(site(p=LOW, q=MIDDLE), site(p=HIGH, q=MIDDLE))
    assert figure
    assert [(row.y, row.text) for row in figure.ranks] == [
        ("20", "1st"),
        ("50", "2nd"),
        ("80", "3+"),
    ]
    p, q = figure.lines
    assert (p.path, p.dots) == ("M44 50L236 20M236 20L244 20", (("44", "50"), ("236", "20")))
    assert (q.path, q.name, q.name_y) == ("M44 20L236 50M236 50L244 50", "Project q", "50")
    assert p.dash != q.dash


def test_a_way_is_interrupted_where_the_method_changes() -> None:
    other = {"a": "50", "b": "50"}
    figure = drawn(site(p=LOW, q=MIDDLE), site(other, p=LOW, q=MIDDLE))
    assert figure
    assert figure.breaks == ("236",)
    assert [line.path for line in figure.lines] == ["M236 50L244 20", "M236 20L244 50"]


def test_nothing_is_drawn_where_nothing_is_known() -> None:
    figure = drawn(site(p=LOW, q=MIDDLE), None, site(p=HIGH, q=MIDDLE))
    assert figure
    assert figure.gaps == ("140",)
    assert figure.lines[0].path == "M236 20L244 20"


def test_lower_ranks_share_one_row() -> None:
    crowd = {f"n{number}": HIGH for number in range(9)}
    figure = drawn(site(p=LOW, **crowd), site(p={"a": "5", "b": "5"}, **crowd), first=("p",))
    assert figure
    assert figure.lines[0].dots == (("44", "50"), ("236", "20"))


def test_where_nobody_moved_there_is_nothing_to_draw() -> None:
    assert drawn(site(p=LOW, q=MIDDLE), site(p=LOW, q=MIDDLE)) is None


def test_the_last_columns_are_kept() -> None:
    states = [site(p=HIGH if at % 2 else LOW, q=MIDDLE) for at in range(20)]
    figure = drawn(*states)
    assert figure
    assert len(figure.lines[0].dots) == 8
    assert (figure.start, figure.end) == ("January 13, 2026", "January 20, 2026")
