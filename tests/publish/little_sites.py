"""Little catalogues made by hand, and their sites as texts."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Any

from cvcgen.assets import templates_dir
from cvcgen.core.diagnostics import Location
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
from cvcgen.core.projectparts import ProjectParts, keep_names, name_parts
from cvcgen.core.ranking import Scoreboard, evaluate
from cvcgen.publish.addresses import Address, PageKind
from cvcgen.publish.artifacts import Download
from cvcgen.publish.exports import FOLDER, DataFiles, list_files, write_index
from cvcgen.publish.owntemplates import OwnTemplates
from cvcgen.publish.pages import list_crawler_files, list_pieces, make_press, read_assets
from cvcgen.publish.views.context import Asset, PageContext
from cvcgen.publish.views.indexing import index_site
from cvcgen.publish.voice import make_voice

BOTH = (Language("fr"), Language("en"))
Points = Mapping[str, str | None]
"""Points by value id; None is not rated, «n/a» not applicable."""


def text(fr: str, en: str | None = None) -> Text:
    pairs = [(Language("fr"), fr)] if en is None else [("en", en), ("fr", fr)]
    return Text(tuple((Language(code), words) for code, words in pairs))


def rubric(points: Iterable[str] = ("0", "1", "3", "5"), **more: Any) -> Rubric:
    levels = tuple(Level(Fraction(n), text(f"Niveau {n}", f"Level {n}")) for n in points)
    return Rubric(RubricId("gain"), text("Gain", "Gain"), levels, **more)


def clientele(name: str, weights: Mapping[str, str] | Iterable[str], **more: Any) -> Clientele:
    """A clientele by weights, or by values that weigh the same."""
    equal = not isinstance(weights, Mapping)
    entries = tuple(
        PyramidEntry(ValueId(value), None if equal else Fraction(weights[value]))
        for value in weights
    )
    kind = WeightsKind.EQUAL if equal else WeightsKind.DECLARED
    names = text(name.title(), f"{name.title()} (en)")
    return Clientele(ClienteleId(name), names, RubricId("gain"), Weights(kind), entries, **more)


def rated(
    name: str, points: Points, explained: Iterable[str] | None = None, **more: Any
) -> RatedScorecard:
    """A scorecard; beside the points of the values `explained`, or of all, stands why."""
    said = set(points) if explained is None else set(explained)
    ratings = tuple(
        _rating(ValueId(value), points[value], value in said) for value in sorted(points)
    )
    return RatedScorecard(ClienteleId(name), ratings, **more)


def _rating(value: ValueId, points: str | None, explained: bool) -> Rating:
    if points is None:
        return NotRated(value)
    if points == "n/a":
        return NotApplicable(value, text("Sans objet ici", "Means nothing here"))
    why = text(f"Parce que {value}", f"Because of {value}") if explained else None
    return Rated(value, Fraction(points), why, where=Location("content/projects/p.yaml", 7))


def published(name: str, percent: str) -> PublishedScorecard:
    return PublishedScorecard(ClienteleId(name), Fraction(percent))


def not_concerned(name: str, why: str = "Ne les touche pas") -> NotConcerned:
    return NotConcerned(ClienteleId(name), text(why))


def project(name: str, *cards: Scorecard, **more: Any) -> Project:
    title = more.pop("title", text(f"Projet {name}", f"Project {name}"))
    more.setdefault("feasibility", Feasibility.FEASIBLE)
    ordered = tuple(sorted(cards, key=lambda card: card.clientele))
    return Project(ProjectId(name), title, ordered, **more)


def catalogue(
    clienteles: Iterable[Clientele] = (),
    projects: Iterable[Project] = (),
    scale: Rubric | None = None,
    languages: tuple[Language, ...] = BOTH,
    **site: Any,
) -> Catalogue:
    groups = tuple(sorted(clienteles, key=lambda group: group.id))
    ids = sorted({entry.value for group in groups for entry in group.pyramid})
    title = site.pop("title", text("Site d’essai", "Trial site"))
    return Catalogue(
        Site(title, languages, **site),
        (scale or rubric(),),
        tuple(Value(value, text(f"Valeur {value}", f"Value {value}")) for value in ids),
        groups,
        tuple(sorted(projects, key=lambda made: made.id)),
    )


def parts(made: Catalogue, before: Catalogue | None = None) -> dict[ProjectId, ProjectParts]:
    """What the projects are made of; what says the same as before is named as it was then."""
    named = {one.id: name_parts(one, f"{hash(repr(one)):x}") for one in made.projects}
    known = {} if before is None else parts(before)
    for one in () if before is None else before.projects:
        if now := made.project(one.id):
            named[one.id] = keep_names(now, named[one.id].whole, one, known[one.id])
    return named


def board(made: Catalogue) -> Scoreboard:
    return evaluate(made, Origin("test"))


def pages(
    made: Catalogue,
    downloads: tuple[Download, ...] = (),
    own: OwnTemplates | None = None,
    **told: Any,
) -> dict[str, str]:
    """The site's pages and assets as texts, by path; its index says what is `told`, too."""
    assets = read_assets(templates_dir(), own)
    named = tuple(Asset(asset.path, asset.version) for asset in assets)
    index = replace(index_site(made, board(made), downloads, named, "9.9"), **told)
    pieces = list_pieces(index, make_press(made.site, templates_dir(), own))
    others = (*assets, *list_crawler_files(index))
    found = {piece.path: piece.make(index) for piece in pieces}
    found |= {str(artifact.path): artifact.content for artifact in others}
    return {path: content.decode() for path, content in found.items()}


def data_files(
    made: Catalogue, scoreboard: Scoreboard, schemas: Mapping[str, bytes] | None = None
) -> dict[str, bytes]:
    """The site's data files, by path."""
    makers = DataFiles(made, scoreboard, "9.9").list_makers()
    found = {file.path: make() for file, make in makers}
    sizes = {path: len(content) for path, content in found.items()}
    found["index.json"] = write_index(list_files(made, scoreboard), sizes, schemas or {})
    found |= {f"schemas/{name}": content for name, content in (schemas or {}).items()}
    return {f"{FOLDER}/{path}": content for path, content in found.items()}


def context(
    made: Catalogue, language: str = "fr", kind: PageKind = PageKind.HOME
) -> PageContext:
    voice = make_voice(Language(language), made.site.default_language)
    return PageContext(index_site(made, board(made), (), (), "9.9"), voice, Address(kind))
