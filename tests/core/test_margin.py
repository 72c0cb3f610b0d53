from dataclasses import replace
from fractions import Fraction

from cvcgen.core.margin import fits, margin_scores
from cvcgen.core.model import Catalogue, Language, NotConcerned, Origin, Site, Text
from cvcgen.core.ranking import evaluate
from tests.core.grids import grid, project, published, scorecard

GRID = grid("50 30 20")
SITE = Site(Text(()), (Language("fr"),))


def _catalogue(*cards: object) -> Catalogue:
    one = project("p", *cards)  # type: ignore[arg-type]
    return Catalogue(SITE, (GRID.rubric,), (), (GRID.clientele,), (one,))


def _totals(*cards: object) -> list[Fraction | None]:
    catalogue = _catalogue(*cards)
    return [score.total for score in margin_scores(catalogue.projects[0], catalogue)]


def test_scores_are_those_of_the_whole_scoreboard() -> None:
    for ratings in GRID.every_rating("-", "n/a"):
        catalogue = _catalogue(scorecard(ratings))
        board = evaluate(catalogue, Origin("test"))
        [alone] = margin_scores(catalogue.projects[0], catalogue)
        [place] = [place for ranking in board.rankings for place in ranking.places]
        assert alone == place.score


def test_a_rating_more_or_less_than_the_pyramid_has_no_score() -> None:
    assert _totals(scorecard("5 3 1")) == [72]
    assert _totals(scorecard("5 3")) == []
    assert _totals(scorecard("5 3 1 1")) == []


def test_points_that_the_rubric_lacks_have_no_score() -> None:
    assert _totals(scorecard("5 3 2")) == []
    assert not fits(scorecard("5 3 2"), GRID.clientele, GRID.rubric)
    assert fits(scorecard("5 - n/a"), GRID.clientele, GRID.rubric)


def test_an_unknown_clientele_or_rubric_has_no_score() -> None:
    assert _totals(scorecard("5 3 1", clientele="others")) == []
    catalogue = replace(_catalogue(scorecard("5 3 1")), rubrics=())
    assert list(margin_scores(catalogue.projects[0], catalogue)) == []


def test_a_published_total_needs_no_pyramid_and_who_is_not_concerned_has_no_score() -> None:
    other = NotConcerned(GRID.clientele.id, Text(()))
    assert _totals(published("62.5", clientele="others")) == [Fraction("62.5")]
    assert _totals(other) == []
