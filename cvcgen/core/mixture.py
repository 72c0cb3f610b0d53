"""The ratings of one state of the content under the pyramids of another.

«Today's ratings under last year's weights»: projects, scorecards, texts and the rating scale
are those of the ratings' state, values and weights those of the other one. Ids are taken as
they are: what was renamed between the two does not fit, and is told.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from cvcgen.core.diagnostics import Message, message
from cvcgen.core.exact import decimal_text
from cvcgen.core.model import (
    Catalogue,
    Clientele,
    ClienteleId,
    Project,
    RatedScorecard,
    Rubric,
    Value,
)

_MOST_NAMES = 8


@dataclass(frozen=True, slots=True)
class Mixture:
    """A catalogue of two states, or why there is none."""

    catalogue: Catalogue
    """Of the clienteles that were asked for alone; to be scored only if nothing misfits."""
    misfits: tuple[Message, ...]
    """Where ratings and pyramids do not fit, by clientele and project."""


def mix(ratings: Catalogue, weights: Catalogue, wanted: Collection[str] = ()) -> Mixture:
    """The ratings of one catalogue under the pyramids of the other, both without errors.

    Only for the `wanted` clienteles; for all that the ratings know where none is named.
    """
    pyramids = {clientele.id: clientele for clientele in weights.clienteles}
    scales = {rubric.id: rubric for rubric in weights.rubrics}
    misfits: list[Message] = []
    found: list[Clientele] = []
    for clientele in ratings.clienteles:
        if wanted and clientele.id not in wanted:
            continue
        other = pyramids.get(clientele.id)
        if other is None:
            misfits.append(
                message("the weights have no clientele `{clientele}`", clientele=clientele.id)
            )
            continue
        misfits += _misfits(ratings, clientele, other, scales[other.rubric])
        found.append(replace(clientele, pyramid=other.pyramid, weights=other.weights))
    names = {clientele.id for clientele in found}
    mixed = replace(
        ratings,
        values=_all_values(ratings, weights),
        clienteles=tuple(found),
        projects=tuple(_only(project, names) for project in ratings.projects),
    )
    return Mixture(mixed, tuple(misfits))


def _misfits(
    ratings: Catalogue, clientele: Clientele, other: Clientele, scale: Rubric
) -> Iterator[Message]:
    rubrics = {rubric.id: rubric for rubric in ratings.rubrics}
    points = [_points(rubrics[clientele.rubric]), _points(scale)]
    if points[0] != points[1]:
        yield message(
            "`{clientele}`: the ratings have the points {found}, the weights go with {wanted}",
            clientele=clientele.id,
            found=points[0],
            wanted=points[1],
        )
    wanted = {entry.value for entry in other.pyramid}
    for project in ratings.projects:
        for card in project.scorecards:
            if card.clientele == clientele.id and isinstance(card, RatedScorecard):
                rated = {rating.value for rating in card.ratings}
                yield from _differing(project, clientele, rated - wanted, wanted - rated)


def _differing(
    project: Project, clientele: Clientele, beyond: Collection[str], lacking: Collection[str]
) -> Iterator[Message]:
    place = f"`{project.id}` · `{clientele.id}`"
    if beyond:
        yield message("{place}: no weight for {values}", place=place, values=_listed(beyond))
    if lacking:
        yield message("{place}: no rating of {values}", place=place, values=_listed(lacking))


def _listed(values: Collection[str]) -> str:
    names = [f"`{value}`" for value in sorted(values)]
    return ", ".join([*names[:_MOST_NAMES], *(["…"] if len(names) > _MOST_NAMES else [])])


def _points(rubric: Rubric) -> str:
    return ", ".join(decimal_text(level.points) or "" for level in rubric.levels)


def _all_values(ratings: Catalogue, weights: Catalogue) -> tuple[Value, ...]:
    """The values of both, in the words of the ratings' state where that has them."""
    known = {value.id: value for value in (*weights.values, *ratings.values)}
    return tuple(known[name] for name in sorted(known))


def _only(project: Project, names: Collection[ClienteleId]) -> Project:
    kept = tuple(card for card in project.scorecards if card.clientele in names)
    return (
        project if len(kept) == len(project.scorecards) else replace(project, scorecards=kept)
    )
