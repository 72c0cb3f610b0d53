"""The ratings of a scorecard, from their trees; several raters' as the rule has them count."""

from collections.abc import Callable
from operator import attrgetter

from cvcgen.core.model import (
    NotApplicable,
    NotRated,
    Rated,
    RaterId,
    RaterPoints,
    RatersRule,
    Rating,
    Text,
    ValueId,
)
from cvcgen.core.raters import counting_points
from cvcgen.sources.records.parts import (
    child_of,
    entries_of,
    items_of,
    number_of,
    on_one_line,
    place_of,
)
from cvcgen.sources.tree import Entry, Mapping, Node

ReadText = Callable[[Node | None], Text | None]
"""From a node to its text in every language, noting what it lacks."""


def read_ratings(node: Mapping, rule: RatersRule | None, text: ReadText) -> tuple[Rating, ...]:
    """The ratings of a scorecard under that rule, by value id."""
    ratings = [_read_rating(entry, rule, text) for entry in node.entries]
    return tuple(sorted(ratings, key=attrgetter("value")))


def read_texts(node: Node | None, text: ReadText) -> tuple[Text, ...]:
    """The texts of a list, those that can be read."""
    return tuple(found for item in items_of(node) if (found := text(item)) is not None)


def read_raters(node: Node | None, text: ReadText) -> tuple[Text, ...]:
    """The raters of a list; none where one cannot be read: whom it names is then unknown."""
    raters = read_texts(node, text)
    return raters if len(raters) == len(items_of(node)) else ()


def _read_rating(entry: Entry, rule: RatersRule | None, text: ReadText) -> Rating:
    value, where, node = ValueId(entry.key), entry.where, entry.node
    points = number_of(node)
    if points is not None:
        return Rated(value, points, where=where, points_where=node.where)
    if not isinstance(node, Mapping):
        return NotRated(value, where)
    reason = text(node.get("not_applicable"))
    if reason is not None:
        return NotApplicable(value, reason, where)
    stated = node.get("points")
    given = _read_by_rater(node.get("by_rater"), text)
    points = counting_points(rule, given, number_of(stated))
    why, evidence = text(node.get("why")), read_texts(node.get("evidence"), text)
    if points is None:
        return NotRated(value, where, given, why, evidence)
    return Rated(value, points, why, evidence, where, place_of(stated, where), given)


def _read_by_rater(node: Node | None, text: ReadText) -> tuple[RaterPoints, ...]:
    given = [_read_rater_points(entry, text) for entry in entries_of(node)]
    return tuple(sorted(given, key=lambda one: one.rater))


def _read_rater_points(entry: Entry, text: ReadText) -> RaterPoints:
    stated = child_of(entry.node, "points") or entry.node
    why = text(child_of(entry.node, "why"))
    name, points = RaterId(on_one_line(entry.key)), number_of(stated)
    return RaterPoints(name, points, why, entry.where, stated.where)
