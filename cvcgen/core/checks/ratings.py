"""A scorecard must rate exactly the values of its pyramid, with points of its rubric."""

from collections import defaultdict
from collections.abc import Iterator, Set
from fractions import Fraction

from cvcgen.core.checks.wording import points_list, shown
from cvcgen.core.diagnostics import (
    Diagnostic,
    Location,
    Message,
    Note,
    Severity,
    clip,
    did_you_mean,
    message,
    nearest,
)
from cvcgen.core.model import (
    Catalogue,
    Clientele,
    ClienteleId,
    Kind,
    Level,
    PyramidEntry,
    Rated,
    RatedScorecard,
    Rating,
    Rubric,
)
from cvcgen.core.raters import given_by_raters
from cvcgen.core.spelling import Effort

_FEWEST_UNIFORM = 3
"""A pyramid with fewer values may well have one rating for all."""
_KEYS = {"points", "by_rater", "why", "evidence", "not_applicable"}
"""Of a rating: among the values where they are not indented below one."""
_IF_RENAMED = message(
    "if it is `{name}`, which is not rated, write that; else remove it, and add `{name}: null`"
)
_INDENT_IT = message("it is a key of a rating: indent it by two spaces more than its value")


def check_rated_values(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """CVC406 and CVC407: what is rated is in the pyramid, and the other way round."""
    known = catalogue.ids(Kind.VALUE)
    efforts: defaultdict[str, Effort] = defaultdict(Effort)
    slips: dict[ClienteleId, set[str | None]] = {}
    for card, clientele in _rated_cards(catalogue):
        pyramid = {entry.value: entry for entry in clientele.pyramid}
        rated = {rating.value for rating in card.ratings}
        if rated == pyramid.keys():
            continue  # as nearly all of them
        if clientele.id not in slips:
            slips[clientele.id] = _misspelt(clientele, known)
        misspelt, effort = slips[clientele.id], efforts[card.where.path]
        left_out = [value for value in pyramid if value not in rated and value in known]
        outside = [
            rating
            for rating in card.ratings
            if rating.value not in pyramid and rating.value not in misspelt
        ]
        for rating in outside:
            meant = nearest(rating.value, left_out, effort)
            hint = None if meant else _belonging(rating, clientele, known)
            if meant is None and hint is None and len(outside) == len(left_out) == 1:
                meant = left_out[0]
                hint = message(_IF_RENAMED.template, name=meant)
            hint = hint or did_you_mean(rating.value, left_out or pyramid, effort)
            yield Diagnostic("CVC406", _outside(rating, clientele), rating.where, hint=hint)
            left_out = [value for value in left_out if value != meant]
        if left_out:
            yield _left_out(card, [pyramid[value] for value in left_out])


def _misspelt(clientele: Clientele, known: Set[str]) -> set[str | None]:
    """What the unknown values of its pyramid may have been meant to be."""
    pyramid = {entry.value for entry in clientele.pyramid}
    absent, effort = known - pyramid, Effort()
    meant = {nearest(value, known, effort) for value in pyramid - known}
    is_doubtful = None in meant or len(pyramid) < len(clientele.pyramid)
    return meant | absent if is_doubtful else meant


def _outside(rating: Rating, clientele: Clientele) -> Message:
    return message(
        "`{value}` is not in the pyramid of `{clientele}`",
        value=clip(rating.value),
        clientele=clientele.id,
    )


def _belonging(rating: Rating, clientele: Clientele, known: Set[str]) -> Message | None:
    """Where a word belongs that is no slip of the pen: into the pyramid, or below a value."""
    if rating.value in known:
        return message(
            "take it away here, or put it into the pyramid in `{path}`",
            path=clientele.where.path,
        )
    return _INDENT_IT if rating.value in _KEYS else None


def _left_out(card: RatedScorecard, entries: list[PyramidEntry]) -> Diagnostic:
    """CVC407 for one or more values; a misspelt one is reported where it is written."""
    values = ", ".join(f"`{entry.value}`" for entry in entries)
    if len(entries) == 1:
        found = message("{value} is neither rated nor `null`", value=values)
        hint = message("add `{value}: null` until it is rated", value=entries[0].value)
    else:
        found = message(
            "{count} values are neither rated nor `null`: {values}",
            count=len(entries),
            values=values,
        )
        hint = message("add a line such as `{value}: null` for each", value=entries[0].value)
    note = Note(entries[0].where, message("in the pyramid"))
    return Diagnostic("CVC407", found, card.where, (note,), hint)


def check_points(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """CVC408: every rating has the points of a level."""
    rubrics = {rubric.id: rubric for rubric in catalogue.rubrics}
    levels = {rubric.id: {*map(_exactly, rubric.levels)} for rubric in catalogue.rubrics}
    for card, clientele in _rated_cards(catalogue):
        rubric = rubrics.get(clientele.rubric)
        if rubric is None or len(levels[rubric.id]) < len(rubric.levels) or not rubric.levels:
            continue  # what is wrong with the rubric is told there
        known = levels[rubric.id]
        for rating in card.ratings:
            rated = rating if isinstance(rating, Rated) else None
            if rated is not None and not rated.by_rater and _exactly(rated) in known:
                continue  # as nearly all of them
            given = given_by_raters(rating)
            for one in given:
                yield from _off_the_levels(one.points, one.points_where, rubric)
            if rated is not None and rated.points not in {one.points for one in given}:
                yield from _off_the_levels(rated.points, rated.points_where, rubric)


def _exactly(pointed: Level | Rated) -> tuple[int, int]:
    """The points as two integers: hashing and comparing fractions takes ten times as long."""
    return pointed.points.as_integer_ratio()


def check_uniform_ratings(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """CVC417, a warning: the same points everywhere look like a form filled in one stroke."""
    for card, _ in _rated_cards(catalogue):
        rated = [rating for rating in card.ratings if isinstance(rating, Rated)]
        if len(rated) < len(card.ratings) or len(rated) < _FEWEST_UNIFORM:
            continue
        points, first = rated[0].points, _exactly(rated[0])
        if all(_exactly(one) == first for one in rated) and points > 0:
            found = message("every value has {points} points", points=shown(points))
            hint = message("rate each value by itself; 0 says that nothing changes")
            yield Diagnostic("CVC417", found, card.where, (), hint, Severity.WARNING)


def _off_the_levels(
    points: Fraction | None, where: Location, rubric: Rubric
) -> Iterator[Diagnostic]:
    if points is None or rubric.level(points) is not None:
        return
    found = message(
        "the rubric `{rubric}` has no level of {points} points",
        rubric=rubric.id,
        points=shown(points),
    )
    levels = message("its points are {points}", points=points_list(rubric))
    note = Note(_where_levels(rubric), levels)
    yield Diagnostic("CVC408", found, where, (note,), _nearest_points(points, rubric))


def _where_levels(rubric: Rubric) -> Location:
    """The first level as written; the rubric itself where it has none."""
    places = (level.where for level in rubric.levels)
    return min(places, key=lambda place: (place.line, place.column), default=rubric.where)


def _rated_cards(catalogue: Catalogue) -> Iterator[tuple[RatedScorecard, Clientele]]:
    clienteles = {c.id: c for c in catalogue.clienteles if _is_readable(c)}
    for project in catalogue.projects:
        for card in project.scorecards:
            clientele = clienteles.get(card.clientele)
            if isinstance(card, RatedScorecard) and clientele is not None:
                yield card, clientele


def _is_readable(clientele: Clientele) -> bool:
    """Whether every entry of its pyramid could be read; what could not is said elsewhere."""
    return bool(clientele.pyramid) and all(entry.value for entry in clientele.pyramid)


def _nearest_points(points: Fraction, rubric: Rubric) -> Message:
    below = [level.points for level in rubric.levels if level.points < points]
    above = [level.points for level in rubric.levels if level.points > points]
    nearest = [shown(found) for found in (*below[-1:], *above[:1])]
    if len(nearest) == 1:
        return message("the nearest is `{points}`", points=nearest[0])
    return message(
        "the nearest are `{below}` and `{above}`", below=nearest[0], above=nearest[1]
    )
