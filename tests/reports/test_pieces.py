"""A report in pieces is the report."""

from cvcgen.reports.pieces import Pieces

REPORT = Pieces("<", str, [1, 1, 1], ">")


def test_the_pieces_stand_between_head_and_foot() -> None:
    assert REPORT.text() == "<012>"
    assert Pieces("<", str, (), ">").text() == "<>"


def test_two_parts_make_up_the_whole() -> None:
    parts = [range(0, 2), range(2, 3)]
    assert ["".join(REPORT.texts(part)) for part in parts] == ["<01", "2>"]
