"""Projects as JSON: what their content files say, in full, and no scores."""

from fractions import Fraction

from cvcgen.core.model import (
    NotApplicable,
    NotConcerned,
    Project,
    ProjectId,
    PublishedScorecard,
    Rated,
    RatedScorecard,
    RaterPoints,
    Rating,
    Scorecard,
    ValueId,
)
from cvcgen.core.raters import given_by_raters
from cvcgen.publish.exports.jsontext import Encoded, Node, Shared, encode, share
from cvcgen.publish.exports.numbers import MOST_WEIGHT_DIGITS, Numbers
from cvcgen.publish.exports.records import describe_text
from cvcgen.publish.numbers import shared_digits


class ProjectRecords:
    """Writes projects; the record of each is made once, and so are ratings that are equal."""

    def __init__(self, numbers: Numbers) -> None:
        self._numbers = numbers
        self._records: dict[ProjectId, Encoded] = {}
        self._ratings: dict[tuple[ValueId, tuple[int, int]], Shared] = {}

    def record(self, project: Project) -> Encoded:
        """The project on one line, for all files that it stands in."""
        if project.id not in self._records:
            self._records[project.id] = encode(self.describe(project))
        return self._records[project.id]

    def describe(self, project: Project) -> dict[str, Node]:
        """A project with its scorecards, as written: ratings, reasons, evidence."""
        return {
            "id": project.id,
            "title": describe_text(project.title),
            "summary": describe_text(project.summary),
            "description": describe_text(project.description),
            "baseline": describe_text(project.baseline),
            "feasibility": project.feasibility,
            "status": project.status,
            "provenance": project.provenance,
            "source": describe_text(project.source),
            "scorecards": [self._describe_scorecard(card) for card in project.scorecards],
        }

    def _describe_scorecard(self, card: Scorecard) -> Node:
        if isinstance(card, NotConcerned):
            return {
                "clientele": card.clientele,
                "kind": "not_concerned",
                "reason": describe_text(card.reason),
            }
        found: dict[str, Node] = {
            "clientele": card.clientele,
            "kind": "published" if isinstance(card, PublishedScorecard) else "rated",
            "published": self._describe_published(card.published),
            "note": describe_text(card.note),
            "source": describe_text(card.source),
        }
        if isinstance(card, RatedScorecard):
            found["rated"] = card.rated
            found["raters"] = [describe_text(rater) for rater in card.raters]
            if card.rule is not None:
                found["rule"] = card.rule
            found["ratings"] = [self._share_rating(rating) for rating in card.ratings]
        return found

    def _describe_published(self, total: Fraction | None) -> Node:
        digits = 1 if total is None else shared_digits([total], MOST_WEIGHT_DIGITS)
        return self._numbers.percent(total, digits)

    def _share_rating(self, rating: Rating) -> Node:
        """The rating; where it says points alone, the one that many projects have."""
        if not isinstance(rating, Rated) or rating.why or rating.evidence or rating.by_rater:
            return self._describe_rating(rating)
        key = (rating.value, rating.points.as_integer_ratio())
        found = self._ratings.get(key)
        if found is None:
            found = self._ratings[key] = share(self._describe_rating(rating))
        return found

    def _describe_rating(self, rating: Rating) -> Node:
        found: dict[str, Node] = {"value": rating.value, "state": rating_state(rating)}
        if isinstance(rating, Rated):
            found["points"] = self._numbers.plain(rating.points)
            found["why"] = describe_text(rating.why)
            found["evidence"] = [describe_text(item) for item in rating.evidence]
        elif isinstance(rating, NotApplicable):
            found["reason"] = describe_text(rating.reason)
        given = given_by_raters(rating)
        if given:
            found["by_rater"] = [self._describe_rater_points(one) for one in given]
        return found

    def _describe_rater_points(self, one: RaterPoints) -> Node:
        return {
            "rater": one.rater,
            "points": self._numbers.plain(one.points),
            "why": describe_text(one.why),
        }


def rating_state(rating: Rating) -> str:
    """Whether a value was rated, still is to be, or has no meaning here."""
    if isinstance(rating, Rated):
        return "rated"
    return "not_applicable" if isinstance(rating, NotApplicable) else "not_rated"
