"""A rubric's levels must differ, and a value may only explain levels that exist."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from itertools import pairwise

from cvcgen.core.checks.wording import points_list, shown
from cvcgen.core.diagnostics import Diagnostic, Note, message
from cvcgen.core.model import Catalogue, Kind, Rubric, RubricId, ValueId

_MOST_NOTES = 4
"""How many rubrics are named beside a level that none of them has."""


def check_level_points(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """CVC414: no two levels have the same points, and the highest is above 0."""
    for rubric in catalogue.rubrics:
        for first, second in pairwise(rubric.levels):
            if first.points == second.points:
                found = message("two levels have {points} points", points=shown(second.points))
                note = Note(first.where, message("the other one"))
                hint = message("a rating must tell its level: change or remove one")
                yield Diagnostic("CVC414", found, second.where, (note,), hint)


def check_value_levels(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """CVC113, CVC415: a value explains levels of its rubrics, each once."""
    scales = _rubrics_by_value(catalogue)
    for value in catalogue.values:
        for first, second in pairwise(value.levels):
            if first.points == second.points:  # written in two ways, such as 5 and 5.0
                found = message("the key `{key}` stands twice", key=shown(second.points))
                note = Note(first.where, message("first here"))
                hint = message("keep one of the two")
                yield Diagnostic("CVC113", found, second.where, (note,), hint)
        rubrics = _known_rubrics(catalogue, scales.get(value.id, set()))
        # As two integers: a file may explain thousands of levels beside thousands of others.
        known = {level.points.as_integer_ratio() for one in rubrics for level in one.levels}
        for level in value.levels:
            if not rubrics or level.points.as_integer_ratio() in known:
                continue
            found = message(
                "no rubric has a level of {points} points", points=shown(level.points)
            )
            notes = tuple(
                Note(
                    rubric.where,
                    message(
                        "`{rubric}` has {points}", rubric=rubric.id, points=points_list(rubric)
                    ),
                )
                for rubric in rubrics[:_MOST_NOTES]
            )
            yield Diagnostic("CVC415", found, level.where, notes)


def _rubrics_by_value(catalogue: Catalogue) -> Mapping[ValueId, set[RubricId]]:
    """The rubrics of the clienteles that have the value, of each value."""
    found: defaultdict[ValueId, set[RubricId]] = defaultdict(set)
    for clientele in catalogue.clienteles:
        for entry in clientele.pyramid:
            found[entry.value].add(clientele.rubric)
    return found


def _is_sound(rubric: Rubric) -> bool:
    """Whether it has levels, and each its own points."""
    different = {level.points.as_integer_ratio() for level in rubric.levels}
    return 0 < len(rubric.levels) == len(different)


def _known_rubrics(catalogue: Catalogue, names: Set[RubricId]) -> tuple[Rubric, ...]:
    """The rubrics of these names; none where one is unreadable."""
    found = tuple(rubric for rubric in catalogue.rubrics if rubric.id in names)
    unread = {name for kind, name in catalogue.unreadable if kind is Kind.RUBRIC}
    unread.update(rubric.id for rubric in found if not _is_sound(rubric))
    return () if names & unread else found
