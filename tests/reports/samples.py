"""A small catalogue made by hand: X and Y of DOMAIN.md §2.8, and every state a score has."""

from fractions import Fraction

from cvcgen.core.model import (
    Catalogue,
    Clientele,
    ClienteleId,
    Feasibility,
    Language,
    Level,
    NotApplicable,
    NotConcerned,
    NotRated,
    Origin,
    Project,
    ProjectId,
    Provenance,
    PublishedScorecard,
    PyramidEntry,
    Rated,
    RatedScorecard,
    Rating,
    Rubric,
    RubricId,
    Scorecard,
    Site,
    Text,
    Value,
    ValueId,
    Weights,
    WeightsKind,
)
from cvcgen.core.ranking import Scoreboard, evaluate
from cvcgen.phrases import load_phrases
from cvcgen.reports.reader import Reader, make_reader

ORIGIN = Origin("test")
ENGLISH = load_phrases("en")
FRENCH = load_phrases("fr")
WEIGHTS = (18, 16, 14, 13, 12, 11, 10, 6)
VALUES = tuple(ValueId(f"v{number}") for number in range(1, 9))
X = (5, 0, 3, 5, 3, 1, 0, 3)
Y = (3, 5, 3, 3, 1, 3, 1, 1)


def text(fr: str, en: str | None = None) -> Text:
    pairs = [(Language("en"), en)] if en else []
    return Text((*pairs, (Language("fr"), fr)))


def reader(language: str = "en") -> Reader:
    return make_reader(load_phrases(language))


RUBRIC = Rubric(
    RubricId("gain"),
    text("Gain"),
    tuple(
        Level(Fraction(points), text(fr, en))
        for points, fr, en in (
            (0, "Aucun", "None"),
            (1, "Faible", "Low"),
            (3, "Moyen", "Medium"),
            (5, "Fort", "High"),
        )
    ),
)


def clientele(name: str, weights: tuple[Fraction | int | str, ...]) -> Clientele:
    entries = tuple(
        PyramidEntry(value, Fraction(weight))
        for value, weight in zip(VALUES, weights, strict=False)
    )
    kind = Weights(WeightsKind.DECLARED)
    return Clientele(
        ClienteleId(name), text(name.title()), RubricId("gain"), kind, entries, edition="2022"
    )


def ratings(points: tuple[int | None, ...]) -> tuple[Rating, ...]:
    return tuple(
        NotRated(value) if given is None else Rated(value, Fraction(given))
        for value, given in zip(VALUES, points, strict=False)
    )


def card(points: tuple[int | None, ...], name: str = "citoyens") -> RatedScorecard:
    return RatedScorecard(ClienteleId(name), ratings(points))


def without(points: tuple[int | None, ...], *dropped: str) -> RatedScorecard:
    """A card where some values do not apply."""
    kept = tuple(
        NotApplicable(rating.value, text("Sans guichet", "No counter"))
        if rating.value in dropped
        else rating
        for rating in ratings(points)
    )
    return RatedScorecard(ClienteleId("citoyens"), kept)


def project(name: str, *cards: Scorecard, title: str = "", **more: object) -> Project:
    return Project(ProjectId(name), text(title or f"Projet {name}"), tuple(cards), **more)  # type: ignore[arg-type]


def catalogue(*projects: Project, clienteles: tuple[Clientele, ...] = ()) -> Catalogue:
    return Catalogue(
        Site(text("Cote"), (Language("fr"), Language("en"))),
        (RUBRIC,),
        tuple(Value(name, text(f"Valeur {name[1:]}", f"Value {name[1:]}")) for name in VALUES),
        clienteles or (clientele("citoyens", WEIGHTS),),
        tuple(sorted(projects, key=lambda one: one.id)),
    )


EVERY_STATE = catalogue(
    project("empty", without(X, *VALUES)),
    project("incomplete", card((5, 0, 3, None, 3, 1, 0, 3))),
    project("narrow", without(X, "v1", "v2")),
    project("partial", without(X, "v4")),
    project("published", PublishedScorecard(ClienteleId("citoyens"), Fraction("62.5"))),
    project("refused", card(Y), feasibility=Feasibility.NOT_FEASIBLE),
    project("twin", card(X)),
    project("untouched", NotConcerned(ClienteleId("citoyens"), text("Rien à y voir"))),
    project("x", card(X), provenance=Provenance.ILLUSTRATIVE),
    project("y", card(Y)),
)
"""Complete, tied, incomplete, not applicable (enough, too much, all), published, not feasible,
not concerned."""


def board(of: Catalogue = EVERY_STATE) -> Scoreboard:
    return evaluate(of, ORIGIN)
