"""A project scored by itself, under pyramids that may be of another day than its ratings.

For showing scores beside the lines of one file, whatever its age: what does not fit today's
pyramid is left out, where the checks would refuse it. What is written is for `reports`.
"""

from collections.abc import Iterator

from cvcgen.core.model import (
    Catalogue,
    Clientele,
    NotConcerned,
    Project,
    PublishedScorecard,
    Rated,
    RatedScorecard,
    Rubric,
)
from cvcgen.core.scoring import Score, score_published, score_ratings


def margin_scores(project: Project, catalogue: Catalogue) -> Iterator[Score]:
    """The scores of the scorecards whose ratings are those that their pyramid asks for."""
    clienteles = {clientele.id: clientele for clientele in catalogue.clienteles}
    rubrics = {rubric.id: rubric for rubric in catalogue.rubrics}
    for card in project.scorecards:
        if isinstance(card, PublishedScorecard):
            yield score_published(project.id, card)
        if isinstance(card, PublishedScorecard | NotConcerned):
            continue
        clientele = clienteles.get(card.clientele)
        rubric = rubrics.get(clientele.rubric) if clientele else None
        if clientele and rubric and fits(card, clientele, rubric):
            yield score_ratings(project.id, card, clientele, rubric)


def fits(card: RatedScorecard, clientele: Clientele, rubric: Rubric) -> bool:
    """Whether it rates the very values of the pyramid, with points of the rubric."""
    rated = {rating.value for rating in card.ratings}
    points = [rating.points for rating in card.ratings if isinstance(rating, Rated)]
    return rated == {entry.value for entry in clientele.pyramid} and all(
        rubric.level(number) for number in points
    )
