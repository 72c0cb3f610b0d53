"""What the tables of a sheet do not say: the score, its rank or why there is none."""

from cvcgen.core.diagnostics import message
from cvcgen.core.model import NotApplicable, NotConcerned, PublishedScorecard, RatedScorecard
from cvcgen.core.ranking import Place
from cvcgen.core.scoring import Completeness
from cvcgen.reports.reasons import coverage, unranked_reason
from cvcgen.reports.scores.raters import rater_facts
from cvcgen.reports.scores.sheet import Sheet
from cvcgen.reports.scores.wording import Wording


def facts(sheet: Sheet, wording: Wording) -> tuple[str, ...]:
    """Raw sentences, one a line."""
    if isinstance(sheet.card, NotConcerned):
        reason = wording.text(sheet.card.reason)
        return (wording.reader.say(message("Not concerned: {reason}", reason=reason)),)
    if sheet.place is None:
        return ()
    return (
        *_score(sheet.place, wording),
        *_published(sheet, sheet.place, wording),
        *_not_applicable(sheet.place, wording),
        *rater_facts(sheet, wording),
        _rank(sheet, sheet.place, wording),
    )


def _score(place: Place, wording: Wording) -> tuple[str, ...]:
    figure = wording.figure(place)
    if place.score.completeness is Completeness.INCOMPLETE:
        return (wording.reader.say(message("Score, an interval: {figure}", figure=figure)),)
    if place.score.completeness is Completeness.COMPLETE:
        return (wording.reader.say(message("Score: {figure}", figure=figure)),)
    return ()


def _published(sheet: Sheet, place: Place, wording: Wording) -> tuple[str, ...]:
    card, say = sheet.card, wording.reader.say
    if isinstance(card, PublishedScorecard):
        figure = wording.figure(place)
        alone = message("Published total: {figure} (ratings not published)", figure=figure)
        return (say(alone),)
    if isinstance(card, RatedScorecard) and card.published is not None:
        figure = wording.reader.percent(card.published, place.digits)
        return (say(message("Published total: {figure}", figure=figure)),)
    return ()


def _not_applicable(place: Place, wording: Wording) -> tuple[str, ...]:
    reasons = [
        f"{wording.name(part.value)} · {wording.text(part.rating.reason)}"
        for part in place.score.parts
        if isinstance(part.rating, NotApplicable)
    ]
    if not reasons:
        return ()
    share = coverage(place, wording.reader)
    covered = message("Coverage: {share} of the weight applies", share=share)
    lines = [
        wording.reader.say(message("Not applicable: {reason}", reason=reason))
        for reason in reasons
    ]
    return (wording.reader.say(covered), *lines)


def _rank(sheet: Sheet, place: Place, wording: Wording) -> str:
    if place.rank is None:
        why = unranked_reason(place, wording.names, wording.reader)
        return wording.reader.say(message("Not ranked: {why}", why=why))
    rank = wording.reader.ordinal(place.rank, place.tied)
    return wording.reader.say(message("Rank: {rank} of {count}", rank=rank, count=sheet.ranked))
