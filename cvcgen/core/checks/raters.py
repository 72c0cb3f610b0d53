"""Several raters: each has rated every value, under a rule, and none is far from another."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from cvcgen.core.checks.wording import shown
from cvcgen.core.diagnostics import (
    LONGEST_NAME,
    Diagnostic,
    Note,
    Severity,
    clip,
    did_you_mean,
    message,
    nearest,
)
from cvcgen.core.model import (
    Catalogue,
    RatedScorecard,
    RaterId,
    RaterPoints,
    Rating,
    Rubric,
    Text,
)
from cvcgen.core.raters import agreement, given_by_raters, raters_by_id
from cvcgen.core.spelling import Effort


def check_raters(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """CVC418 to CVC420: a rule, known raters only, and each of them for every value."""
    efforts: defaultdict[str, Effort] = defaultdict(Effort)
    for card in _cards(catalogue):
        separate = [rating for rating in card.ratings if given_by_raters(rating)]
        if not separate:  # as most teams rate together
            continue
        raters = raters_by_id(card, catalogue.site.default_language)
        if card.rule is None and not card.misspelt_rule:
            found = message("each rater's points stand here, and no `rule` says which count")
            hint = message("add `rule: consensus` or `rule: median` to the scorecard")
            yield Diagnostic("CVC418", found, separate[0].where, hint=hint)
        elif raters and len(raters) == len(card.raters):
            for rating in separate:
                yield from _misnamed(rating, raters, efforts[card.where.path])


def check_disagreements(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """CVC421, for strict checks: no two raters are two levels apart or more."""
    rubrics = {rubric.id: rubric for rubric in catalogue.rubrics}
    scales = {c.id: rubrics.get(c.rubric) for c in catalogue.clienteles}
    for card in _cards(catalogue):
        rubric = scales.get(card.clientele)
        if card.rule is not None and rubric is not None and rubric.levels:
            for rating in card.ratings:
                yield from _far_apart(rating, rubric)


def _cards(catalogue: Catalogue) -> Iterator[RatedScorecard]:
    for project in catalogue.projects:
        for card in project.scorecards:
            if isinstance(card, RatedScorecard):
                yield card


def _misnamed(
    rating: Rating, raters: Mapping[RaterId, Text], effort: Effort
) -> Iterator[Diagnostic]:
    """The raters of a rating that nobody knows, then those that it leaves out."""
    given = given_by_raters(rating)
    named = {word: name for name, rater in raters.items() for _, word in rater.translations}
    left_out = [name for name in raters if name not in {one.rater for one in given}]
    for one in given:
        if one.rater not in raters:
            found = message("`{rater}` is not one of the raters", rater=clip(one.rater))
            meant = named.get(one.rater) or nearest(one.rater, left_out, effort)
            hint = did_you_mean(meant or one.rater, left_out or raters, effort)
            yield Diagnostic("CVC419", found, one.where, hint=hint)
            left_out = [name for name in left_out if name != meant]
    for name in left_out:
        rater = clip(name, LONGEST_NAME)
        found = message("`{rater}` has no points here, and is one of the raters", rater=rater)
        hint = message("add `{rater}: null` until they have rated", rater=rater)
        yield Diagnostic("CVC420", found, rating.where, hint=hint)


def _far_apart(rating: Rating, rubric: Rubric) -> Iterator[Diagnostic]:
    measured = agreement(rating, rubric)
    if measured is None or not measured.disagrees:
        return
    given = [one for one in given_by_raters(rating) if one.points is not None]
    low = next(one for one in given if one.points == measured.lowest)
    high = next(one for one in given if one.points == measured.highest)
    found = message(
        "the raters are {steps} levels apart, from {low} to {high} points",
        steps=measured.steps,
        low=shown(measured.lowest),
        high=shown(measured.highest),
    )
    notes = (_note(low), _note(high))
    hint = message("have them talk it over; a waiver says why it stays so")
    yield Diagnostic("CVC421", found, rating.where, notes, hint, Severity.WARNING)


def _note(one: RaterPoints) -> Note:
    return Note(one.where, message("the rating of {rater}", rater=clip(one.rater)))
