"""The lengths that figures are drawn with."""

from fractions import Fraction

from cvcgen.publish.views.figures import draw_bar, draw_pyramid, draw_squares


def test_as_many_squares_as_the_largest_points() -> None:
    assert draw_squares(Fraction(3), Fraction(5)) == ("10", "10", "10", "0", "0")
    assert draw_squares(Fraction("2.5"), Fraction(4)) == ("10", "10", "5", "0")


def test_large_or_broken_scales_get_five_squares() -> None:
    assert draw_squares(Fraction(50), Fraction(100)) == ("10", "10", "5", "0", "0")
    assert draw_squares(Fraction("0.5"), Fraction("0.5")) == ("10",) * 5


def test_an_interval_shows_what_may_be_reached() -> None:
    assert draw_bar(Fraction(20), possible=Fraction(40)).possible == "40"
    assert draw_bar(Fraction(20), possible=Fraction(20)).possible is None


def test_the_bands_of_a_pyramid_meet_and_end_full_width() -> None:
    bands = draw_pyramid(7)
    assert [band.bottom_left for band in bands[:-1]] == [band.top_left for band in bands[1:]]
    assert (bands[-1].bottom_left, bands[-1].bottom_right) == ("0", "100")
    assert draw_pyramid(0) == ()
