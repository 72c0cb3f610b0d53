"""Ratings of one state under the pyramids of another."""

from dataclasses import replace
from fractions import Fraction

from cvcgen.core.mixture import mix
from cvcgen.core.model import Catalogue, Origin
from cvcgen.core.ranking import evaluate
from tests.core.changes.hands import X, Y, card, citizens, content, named

TODAY = content(citizens(), named("a", card(Y)))
FORMER = content(citizens("6 10 11 12 13 14 16 18"), named("a", card(X)))


def total(catalogue: Catalogue) -> Fraction | None:
    return evaluate(catalogue, Origin("")).rankings[0].places[0].score.total


def misfits(ratings: Catalogue, weights: Catalogue, *wanted: str) -> list[str]:
    return [misfit.text(str) for misfit in mix(ratings, weights, wanted).misfits]


def test_each_side_gives_what_it_is_named_for() -> None:
    ratings = content(citizens("6 10 11 12 13 14 16 18"), named("a", card(Y)))
    assert total(mix(TODAY, FORMER).catalogue) == total(ratings)
    assert total(mix(FORMER, TODAY).catalogue) == Fraction("52.4")
    assert misfits(TODAY, FORMER) == misfits(FORMER, TODAY) == []


def test_a_state_mixed_with_itself_is_the_same() -> None:
    assert mix(TODAY, TODAY).catalogue == TODAY


def test_values_that_do_not_fit_are_named() -> None:
    [clientele] = FORMER.clienteles
    short = replace(FORMER, clienteles=(replace(clientele, pyramid=clientele.pyramid[1:]),))
    assert misfits(TODAY, short) == ["`a` · `c`: no weight for `accessibilite`"]
    half = replace(card(X), ratings=card(X).ratings[:2])
    less = content(citizens(), named("a", half))
    assert misfits(less, FORMER) == [
        "`a` · `c`: no rating of `autonomie`, `bienveillance`, `communication`, `rapidite`,"
        " `securite`, `tentative-unique`"
    ]


def test_points_of_another_scale_do_not_fit() -> None:
    other = content(citizens(points="0 1 2 3"), named("a", card("0 1 2 3 0 1 2 3")))
    assert misfits(TODAY, other) == [
        "`c`: the ratings have the points 0, 1, 3, 5, the weights go with 0, 1, 2, 3"
    ]


def test_a_clientele_that_the_weights_do_not_know_matters_only_if_wanted() -> None:
    [clientele] = TODAY.clienteles
    both = replace(TODAY, clienteles=(clientele, replace(clientele, id="d")))
    assert misfits(both, FORMER) == ["the weights have no clientele `d`"]
    assert misfits(both, FORMER, "c") == []
