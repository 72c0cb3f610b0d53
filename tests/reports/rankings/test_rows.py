from cvcgen.reports.rankings.rows import boards
from tests.reports.samples import EVERY_STATE, board, reader


def test_ranked_and_unranked_stand_apart() -> None:
    [shown] = boards(board().rankings, EVERY_STATE, reader())
    assert shown.title == "Citoyens (citoyens, 2022)"
    assert [row.rank for row in shown.ranked] == ["1st", "2nd", "tied 3rd", "tied 3rd", "5th"]
    assert all(row.why for row in shown.unranked)
    assert not any(row.why for row in shown.ranked)


def test_illustrative_figures_are_marked() -> None:
    [shown] = boards(board().rankings, EVERY_STATE, reader())
    assert "Projet x (x) [illustrative]" in [row.project for row in shown.ranked]
