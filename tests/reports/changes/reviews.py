"""Changes to report on: of the sample catalogue, of random ones, of thousands of projects."""

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction
from functools import cache

from cvcgen.core.changes import State, compare
from cvcgen.core.changes.files import ChangedFile, Touch
from cvcgen.core.diagnostics import Location
from cvcgen.core.model import (
    Catalogue,
    ClienteleId,
    Origin,
    Project,
    Rated,
    RatedScorecard,
    ValueId,
)
from cvcgen.core.ranking import evaluate
from cvcgen.reports.changes.review import Review
from tests.core.changes.catalogues import random_pair
from tests.reports.samples import WEIGHTS, X, Y, card, catalogue, clientele, project, text

ADA = Touch("4f2a9c1d20aa", "Ada", "2026-10-31T12:00:00-04:00", "Rate security again")
GRACE = Touch("77aa00bb11cc", "Grace", "2026-10-30T12:00:00-04:00", "Weigh again")
ORIGINS = (Origin("main", "0" * 40, "2026-10-01T12:00:00-04:00"), Origin("working tree"))


def review(
    before: Catalogue, after: Catalogue, files: tuple[ChangedFile, ...] = (), first: int = 3
) -> Review:
    states = (
        State(side, evaluate(side, origin))
        for side, origin in zip((before, after), ORIGINS, strict=True)
    )
    return Review(compare(*states), before, after, files, first)


def random_review(seed: int, *, swapped: bool = False) -> Review:
    before, after = random_pair(seed)
    pair = (
        (after.catalogue, before.catalogue) if swapped else (before.catalogue, after.catalogue)
    )
    return review(*pair)


def placed(found: Project, line: int) -> Project:
    """The project with places in a file, its ratings a line each."""
    path = f"content/projects/{found.id}.yaml"
    cards = tuple(
        replace(
            one,
            where=Location(path, line),
            ratings=tuple(
                replace(rating, where=Location(path, line + at))
                for at, rating in enumerate(one.ratings, start=1)
            ),
        )
        if isinstance(one, RatedScorecard)
        else one
        for one in found.scorecards
    )
    return replace(found, where=Location(path, 1), scorecards=cards)


def weighed(weights: Iterable[int]) -> Catalogue:
    """No project, and a pyramid of these weights whose entries stand in a file."""
    found = clientele("citoyens", tuple(weights))
    path = "content/clienteles/citoyens.yaml"
    pyramid = tuple(
        replace(entry, where=Location(path, 10 + at)) for at, entry in enumerate(found.pyramid)
    )
    return catalogue(clienteles=(replace(found, pyramid=pyramid),))


def everyday() -> Review:
    """Two weights changed, a rating changed, one given, one project new, one gone."""
    incomplete = placed(project("draft", card((5, 0, 3, None, 3, 1, 0, 3))), 5)
    kept = (placed(project("x", card(X), title="Guichet"), 5), placed(project("y", card(Y)), 5))
    gone = placed(project("old", card((1, 1, 1, 1, 1, 1, 1, 1)), title="Ancienne borne"), 5)
    before = replace(weighed(WEIGHTS), projects=(incomplete, gone, *kept))
    better = placed(project("x", card((5, 3, 3, 5, 3, 1, 0, 3)), title="Guichet"), 5)
    complete = placed(project("draft", card((5, 0, 3, 3, 3, 1, 0, 3))), 5)
    new = placed(project("young", card((0, 0, 0, 5, 5, 5, 5, 5)), title="Salle d’attente"), 5)
    words = replace(before.values[0], definition=text("Joindre le service"))
    after = replace(
        weighed((20, 14, 14, 13, 12, 11, 10, 6)),
        values=(words, *before.values[1:]),
        projects=(complete, better, kept[1], new),
    )
    files = (
        ChangedFile("content/clienteles/citoyens.yaml", None, 2, (GRACE,)),
        ChangedFile("content/projects/draft.yaml", None, 1, uncommitted=True),
        ChangedFile("content/projects/old.yaml", None, 12, (GRACE,)),
        ChangedFile("content/projects/x.yaml", None, 1, (ADA, GRACE)),
        ChangedFile("content/projects/young.yaml", None, 13, (), True),
    )
    return review(before, after, files)


def dwindling() -> Review:
    """The last value left the pyramid, with what two projects had on it."""
    reason, source = text("Un guichet", "A counter"), text("Étude", "Study")
    last = Rated(ValueId("v8"), Fraction(3), reason, (source,))
    rated = RatedScorecard(ClienteleId("citoyens"), (*card(X).ratings[:-1], last))
    before = replace(weighed(WEIGHTS), projects=(project("x", rated), project("y", card(Y))))
    after = replace(
        weighed((*WEIGHTS[:6], WEIGHTS[6] + WEIGHTS[7])),
        projects=(project("x", card(X[:7])), project("y", card(Y[:7]))),
    )
    files = (ChangedFile("content/clienteles/citoyens.yaml", None, 2),)
    return review(before, after, files)


@cache
def thousands(count: int) -> Review:
    """That many projects with a long title each, of which each has one rating changed."""
    title = "Une piste d’amélioration au titre bien long, avec des accents 🎉 et | des <signes>"
    ratings = [
        (at % 4, at // 4 % 4, at // 16 % 4, at // 64 % 4, at // 256 % 4, 3, 3, 3)
        for at in range(count)
    ]
    levels = (0, 1, 3, 5)
    sides = [
        catalogue(
            *(
                project(
                    f"p{at:05}",
                    card((*(levels[level] for level in row[:5]), 3, 3, last)),
                    title=f"{title} {at}",
                )
                for at, row in enumerate(ratings)
            )
        )
        for last in (3, 5)
    ]
    return review(*sides)


def hostile(words: str) -> Review:
    """A change where every name that a contributor may choose is these words."""
    named = text(words, words)
    found = catalogue(project("a", card(X), title=words), project("b", card(Y), title=words))
    dressed = replace(
        found,
        values=tuple(replace(value, name=named) for value in found.values),
        clienteles=tuple(replace(one, name=named, edition=words) for one in found.clienteles),
        rubrics=tuple(
            replace(
                rubric,
                name=named,
                levels=tuple(replace(level, name=named) for level in rubric.levels),
            )
            for rubric in found.rubrics
        ),
    )
    first = dressed.projects[0]
    rated = replace(card(X), ratings=(Rated(ValueId("v1"), Fraction(0)), *card(X).ratings[1:]))
    edited = replace(first, scorecards=(rated,), title=text(f"{words} !"), summary=named)
    touch = Touch("4f2a9c1d20aa", words, "2026-10-31", words)
    files = (ChangedFile("content/projects/a.yaml", None, 1, (touch,)),)
    return review(
        replace(dressed, projects=tuple(placed(p, 5) for p in dressed.projects)),
        replace(dressed, projects=(placed(edited, 5), placed(dressed.projects[1], 5))),
        files,
    )
