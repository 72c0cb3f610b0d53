"""One row of a scorecard: a value, the level it was rated at, what that brings and why."""

from dataclasses import dataclass

from cvcgen.core.diagnostics import message
from cvcgen.core.model import NotApplicable, Rated, Rating, Text
from cvcgen.core.ranking import Place
from cvcgen.core.scoring import Contribution
from cvcgen.publish.closed import Closed
from cvcgen.publish.sourcelinks import issue_link, line_link
from cvcgen.publish.views.changemark import say_former
from cvcgen.publish.views.context import FolderContext, PageContext, once_per_folder
from cvcgen.publish.views.raters import RaterMarks, show_raters
from cvcgen.publish.views.ratingfigures import (
    Grade,
    RatingFigures,
    RowScale,
    grade_part,
    show_figures,
)
from cvcgen.publish.voice import Prose


@dataclass(frozen=True, slots=True)
class RatingRow(Closed):
    """What one value brings to a score, and why."""

    figures: RatingFigures
    """The value, its level and what that brings."""
    reason: Prose | None
    """Why this level, or why the value does not apply."""
    evidence: tuple[Prose, ...]
    """What the level rests on."""
    raters: RaterMarks | None
    """What each rater gave; None where they rated together."""
    former: str
    """What its weight and level were, on a preview where they changed; else empty."""
    file_href: str | None
    """The file and line, or None where the repository is not known."""
    contest_href: str | None
    """The form to contest the rating, or None where that is not possible."""
    subject: str
    """What these links are about: the value and the clientele; empty where there are none."""


@once_per_folder
def show_bare_row(page: FolderContext, grade: Grade) -> RatingRow:
    """The row of a value that has its figures alone: the same for many projects."""
    return RatingRow(show_figures(page, grade), None, (), None, "", None, None, "")


def is_bare(rating: Rating) -> bool:
    """Whether nothing is written beside the points of the rating."""
    return not (
        isinstance(rating, NotApplicable) or rating.why or rating.evidence or rating.by_rater
    )


def show_row(page: PageContext, place: Place, scale: RowScale, part: Contribution) -> RatingRow:
    """The row of any value."""
    voice, rating = page.voice, part.rating
    repository, origin = page.site.catalogue.site.repository, page.site.here
    contested = repository and isinstance(rating, Rated)
    return RatingRow(
        figures=show_figures(page, grade_part(scale, part)),
        reason=voice.prose(_reason(part)),
        evidence=_evidence(page, part),
        raters=show_raters(page, place, rating),
        former=say_former(page, place, part.value),
        file_href=line_link(repository, origin, rating.where),
        contest_href=_contest(page, place, part) if contested else None,
        subject=_subject(page, place, part) if repository else "",
    )


def _reason(part: Contribution) -> Text | None:
    rating = part.rating
    return rating.reason if isinstance(rating, NotApplicable) else rating.why


def _evidence(page: PageContext, part: Contribution) -> tuple[Prose, ...]:
    texts = () if isinstance(part.rating, NotApplicable) else part.rating.evidence
    found = (page.voice.prose(text) for text in texts)
    return tuple(prose for prose in found if prose is not None)


def _subject(page: PageContext, place: Place, part: Contribution) -> str:
    value = page.value_link(part.value).label.text
    return f"{value}, {page.clientele_name(place.score.clientele).text}"


def _contest(page: PageContext, place: Place, part: Contribution) -> str | None:
    names = {
        "project": page.project_link(place.project).label,
        "clientele": page.clientele_name(place.score.clientele),
        "value": page.value_link(part.value).label,
    }
    title = message("Contest a rating: {project}, {clientele}, {value}", **names)
    where = part.rating.where
    body = message(
        "Rating contested: {place}. Why, and which level would be right?",
        place=f"{where.path}:{where.line}",
    )
    repository = page.site.catalogue.site.repository
    return issue_link(repository, page.voice.say(title), page.voice.say(body))
