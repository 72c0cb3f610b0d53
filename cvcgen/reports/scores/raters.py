"""What each of several raters gave, how far they agree, and which rating counts."""

from fractions import Fraction

from cvcgen.core.diagnostics import message
from cvcgen.core.exact import fraction_text
from cvcgen.core.model import RatedScorecard, RaterId, RaterPoints, RatersRule, Rating, Text
from cvcgen.core.raters import agreement, given_by_raters, in_order, raters_by_id
from cvcgen.core.scoring import HUNDRED
from cvcgen.reports.media.csv import escape
from cvcgen.reports.media.json import Json, number
from cvcgen.reports.scores.digits import digits_for
from cvcgen.reports.scores.sheet import Sheet
from cvcgen.reports.scores.wording import Wording

_RULES = {
    RatersRule.CONSENSUS: message("Several raters: what they agreed on counts"),
    RatersRule.MEDIAN: message("Several raters: the median counts (of two, the lower)"),
}


def rater_facts(sheet: Sheet, wording: Wording) -> tuple[str, ...]:
    """The rule, then for each value what each rater gave; nothing where they rated together."""
    card = sheet.card
    if sheet.place is None or not isinstance(card, RatedScorecard) or card.rule is None:
        return ()
    lines = [
        _line(sheet, card, part.rating, wording)
        for part in sheet.place.score.parts
        if given_by_raters(part.rating)
    ]
    return (wording.reader.say(_RULES[card.rule]), *lines)


def describe_raters(sheet: Sheet, rating: Rating, wording: Wording) -> Json:
    """What each rater gave and how far they agree; null where they rated together."""
    card = sheet.card
    if not isinstance(card, RatedScorecard) or not given_by_raters(rating):
        return None
    found = agreement(rating, sheet.rubric)
    return {
        "rule": card.rule,
        "given": [
            {
                "rater": wording.text(name),
                "points": None if one.points is None else _plain(one.points, wording),
                "why": None if one.why is None else wording.text(one.why),
            }
            for name, one in _named(card, rating, wording)
        ],
        "agreement": None
        if found is None
        else number(found.share, _share(found.share, wording)),
        "levels_apart": None if found is None else found.steps,
    }


def raters_cell(rating: Rating) -> str:
    """What each rater gave in one cell of a spreadsheet: `Équipe A=5; Équipe B=3`."""
    given = given_by_raters(rating)
    said = (f"{one.rater}={_points(one)}" for one in given)
    return escape("; ".join(said))


def _line(sheet: Sheet, card: RatedScorecard, rating: Rating, wording: Wording) -> str:
    given = ", ".join(
        wording.reader.say(
            message(
                "{rater}: {level}",
                rater=wording.text(name),
                level=wording.level(one.points, sheet.rubric),
            )
        )
        for name, one in _named(card, rating, wording)
    )
    line = f"{wording.name(rating.value)} · {given}"
    found = agreement(rating, sheet.rubric)
    if found is None:
        return line
    share = message("agreement {share}", share=_share(found.share, wording))
    return f"{line} · {wording.reader.say(share)}"


def _named(
    card: RatedScorecard, rating: Rating, wording: Wording
) -> tuple[tuple[Text, RaterPoints], ...]:
    """What each rater is called, with what they gave, in their order."""
    raters = raters_by_id(card, wording.site.default_language)
    return tuple((raters[RaterId(one.rater)], one) for one in in_order(rating, raters))


def _share(share: Fraction, wording: Wording) -> str:
    percent = HUNDRED * share
    return wording.reader.percent(percent, digits_for([percent], 1, 0))


def _points(one: RaterPoints) -> str:
    return "" if one.points is None else fraction_text(one.points)


def _plain(points: Fraction, wording: Wording) -> Json:
    return number(points, wording.reader.plain(points))
