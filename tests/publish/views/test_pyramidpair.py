"""Two pyramids side by side: which values move."""

from collections.abc import Mapping

from cvcgen.publish.addresses import PageKind
from cvcgen.publish.views.pyramidpair import PyramidPair, list_pairs
from tests.publish.little_sites import catalogue, clientele, context, pages

CITIZENS = {"access": "50", "safety": "30", "speed": "20"}
STAFF = {"speed": "60", "access": "25", "safety": "15"}


def pairs(
    language: str = "en", **pyramids: Mapping[str, str] | list[str]
) -> tuple[PyramidPair, ...]:
    groups = [clientele(name, pyramid) for name, pyramid in pyramids.items()]
    return list_pairs(context(catalogue(groups), language, PageKind.VALUES))


def test_every_place_is_said_before_and_after() -> None:
    [pair] = pairs(citizens=CITIZENS, staff=STAFF)
    assert pair.caption == (
        "Value speed moves most: 3rd for Citizens (en), 1st for Staff (en)."
    )
    assert [(m.before, m.after, m.kind) for m in pair.movements] == [
        ("1st", "2nd", "down"),
        ("2nd", "3rd", "down"),
        ("3rd", "1st", "up"),
    ]
    assert pair.movements[2].line == "M162 75L238 15"
    assert pair.height == "90"
    assert len(pair.bands) == 6


def test_in_french_the_place_of_a_value_is_feminine() -> None:
    [pair] = pairs("fr", citizens=CITIZENS, staff=STAFF)
    assert "3ᵉ pour Citizens, 1ʳᵉ pour Staff." in pair.caption
    assert [(m.before, m.after) for m in pair.movements] == [
        ("1ʳᵉ", "2ᵉ"),
        ("2ᵉ", "3ᵉ"),
        ("3ᵉ", "1ʳᵉ"),
    ]


def test_the_same_order_is_said() -> None:
    [pair] = pairs(citizens=CITIZENS, others=CITIZENS)
    assert pair.caption == "Citizens (en) and Others (en) put their values in the same order."
    assert {movement.kind for movement in pair.movements} == {"same"}


def test_equal_weights_and_foreign_values_are_in_no_pair() -> None:
    assert pairs(citizens=CITIZENS, equal=["access", "speed"]) == ()
    assert pairs(citizens=CITIZENS, foreign={"x": "60", "y": "40"}) == ()
    assert pairs(citizens=CITIZENS) == ()
    assert pairs() == ()


def test_among_many_the_most_different_two_are_shown() -> None:
    swapped = {"safety": "50", "access": "30", "speed": "20"}
    [pair] = pairs(a_citizens=CITIZENS, b_swapped=swapped, c_staff=STAFF)
    assert (pair.left.text, pair.right.text) == ("A_Citizens (en)", "C_Staff (en)")


def test_a_value_of_one_pyramid_only_has_a_band_and_no_line() -> None:
    [pair] = pairs(citizens=CITIZENS, short={"speed": "60", "access": "40"})
    assert (len(pair.bands), len(pair.movements)) == (5, 2)


def test_a_long_name_is_cut_in_the_drawing_alone() -> None:
    [pair] = pairs(citizens={"a" * 40: "60", "b": "40"}, staff={"b": "60", "a" * 40: "40"})
    assert pair.bands[0].text == "Value " + "a" * 10 + "…"
    assert pair.movements[0].value.label.text == "Value " + "a" * 40


def test_the_figure_says_its_finding_to_everyone() -> None:
    page = pages(catalogue([clientele("citizens", CITIZENS), clientele("staff", STAFF)]))
    assert page["en/values/index.html"].count("Value speed moves most") == 2
    assert (
        '<svg viewBox="0 0 400 90" role="img" aria-label="Value speed'
        in page["en/values/index.html"]
    )
