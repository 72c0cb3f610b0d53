"""Small random catalogues and random edits of them, and a hand's grip on whole states."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from fractions import Fraction
from random import Random

from cvcgen.core.changes import State
from cvcgen.core.diagnostics import Location
from cvcgen.core.model import (
    Catalogue,
    Clientele,
    ClienteleId,
    Feasibility,
    Kind,
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
    RaterId,
    RaterPoints,
    RatersRule,
    Rating,
    Rubric,
    RubricId,
    Scorecard,
    Site,
    Status,
    Text,
    Value,
    ValueId,
    ValueLevel,
    Weights,
    WeightsKind,
)
from cvcgen.core.ranking import evaluate
from cvcgen.core.raters import counting_points, given_by_raters

SITE = Site(Text(((Language("fr"), "Site"),)), (Language("fr"),))
_WORDS = ("accueil", "borne", "carte", "dossier", "fiche", "guide", "lettre", "rappel")


def state(catalogue: Catalogue, label: str = "") -> State:
    return State(catalogue, evaluate(catalogue, Origin(label)))


def french(words: str) -> Text:
    return Text(((Language("fr"), words),))


def random_catalogue(random: Random) -> Catalogue:
    """Up to 2 rubrics, 5 values, 2 clienteles and 5 projects, in every state there is."""
    rubrics = [_rubric(random, name) for name in _some(random, ["gain", "scale"], 1)]
    values = [_value(random, name) for name in _some(random, list("vwxyz"), 2)]
    names = _some(random, ["clients", "staff"], 1)
    clienteles = [_clientele(random, name, rubrics, values) for name in names]
    projects = [_project(random, name, clienteles) for name in _some(random, list("abcde"), 0)]
    return sound(
        Catalogue(SITE, tuple(rubrics), tuple(values), tuple(clienteles), tuple(projects))
    )


def sound(catalogue: Catalogue) -> Catalogue:
    """The catalogue sorted, its scorecards rating exactly the values of the pyramids."""
    pyramids = {c.id: [e.value for e in c.pyramid] for c in catalogue.clienteles}
    projects = [
        replace(
            project,
            scorecards=tuple(
                _fitting(card, pyramids[card.clientele])
                for card in sorted(project.scorecards, key=lambda card: card.clientele)
                if card.clientele in pyramids
            ),
        )
        for project in catalogue.projects
    ]
    return replace(
        catalogue,
        rubrics=_by_id(catalogue.rubrics),
        values=_by_id(catalogue.values),
        clienteles=_by_id(catalogue.clienteles),
        projects=_by_id(projects),
    )


def random_edit(random: Random, catalogue: Catalogue) -> Catalogue:
    """The catalogue with one thing changed, or nothing where the edit finds no hold."""
    return sound(random.choice(_EDITS)(random, catalogue))


def random_pair(seed: int) -> tuple[State, State]:
    """Two states: mostly one and a few edits of it, now and then two strangers."""
    random = Random(seed)
    before = random_catalogue(random)
    after = before
    if random.random() < 0.1:
        after = random_catalogue(random)
    for _ in range(random.choice((1, 1, 2, 3, 8))):
        after = random_edit(random, after)
    return state(before, "before"), state(after, "after")


def rename(catalogue: Catalogue, kind: Kind, old: str, new: str) -> Catalogue:
    """The catalogue with one id replaced wherever it is mentioned."""

    def swap(name, of: Kind):
        return new if of is kind and name == old else name

    def card(found: Scorecard) -> Scorecard:
        found = replace(found, clientele=swap(found.clientele, Kind.CLIENTELE))
        if not isinstance(found, RatedScorecard):
            return found
        ratings = [replace(r, value=swap(r.value, Kind.VALUE)) for r in found.ratings]
        return replace(found, ratings=tuple(sorted(ratings, key=lambda r: r.value)))

    return sound(
        replace(
            catalogue,
            rubrics=tuple(replace(r, id=swap(r.id, Kind.RUBRIC)) for r in catalogue.rubrics),
            values=tuple(replace(v, id=swap(v.id, Kind.VALUE)) for v in catalogue.values),
            clienteles=tuple(
                replace(
                    c,
                    id=swap(c.id, Kind.CLIENTELE),
                    rubric=swap(c.rubric, Kind.RUBRIC),
                    pyramid=tuple(
                        replace(e, value=swap(e.value, Kind.VALUE)) for e in c.pyramid
                    ),
                )
                for c in catalogue.clienteles
            ),
            projects=tuple(
                replace(
                    p,
                    id=swap(p.id, Kind.PROJECT),
                    scorecards=tuple(map(card, p.scorecards)),
                )
                for p in catalogue.projects
            ),
        )
    )


def moved(thing, line: int):
    """The same records, standing elsewhere in their files."""
    if isinstance(thing, Location):
        return Location("moved.yaml", line)
    if isinstance(thing, tuple):
        return tuple(moved(item, line + n) for n, item in enumerate(thing, start=1))
    if is_dataclass(thing) and not isinstance(thing, type):
        parts = {f.name: moved(getattr(thing, f.name), line + 1) for f in fields(thing)}
        return type(thing)(**parts)
    return thing


def _some(random: Random, names: list[str], least: int) -> list[str]:
    return sorted(random.sample(names, random.randint(least, len(names))))


def _by_id(records):
    return tuple(sorted(records, key=lambda record: record.id))


def _text(random: Random) -> Text:
    return french(" ".join(random.sample(_WORDS, 3)))


def _rubric(random: Random, name: str) -> Rubric:
    points = sorted(random.sample(range(8), random.randint(2, 4)))
    levels = tuple(Level(Fraction(p), _text(random), _text(random)) for p in points)
    return Rubric(RubricId(name), _text(random), levels)


def _value(random: Random, name: str) -> Value:
    meaning = (ValueLevel(Fraction(random.randint(0, 3)), _text(random)),)
    return Value(ValueId(name), _text(random), random.choice((None, _text(random))), meaning)


def _clientele(
    random: Random, name: str, rubrics: list[Rubric], values: list[Value]
) -> Clientele:
    chosen = random.sample(values, random.randint(1, len(values)))
    equal = random.random() < 0.3
    entries = tuple(
        PyramidEntry(v.id, None if equal else Fraction(random.randint(1, 9))) for v in chosen
    )
    kind = WeightsKind.EQUAL if equal else WeightsKind.DECLARED
    rubric = random.choice(rubrics).id
    return Clientele(ClienteleId(name), _text(random), rubric, Weights(kind), entries)


def _project(random: Random, name: str, clienteles: list[Clientele]) -> Project:
    cards = [_card(random, c) for c in clienteles if random.random() < 0.9]
    feasibility = random.choice((*Feasibility, Feasibility.FEASIBLE))
    return Project(ProjectId(name), _text(random), tuple(cards), feasibility=feasibility)


def _card(random: Random, clientele: Clientele) -> Scorecard:
    form = random.random()
    if form < 0.1:
        return NotConcerned(clientele.id, _text(random))
    if form < 0.2:
        return PublishedScorecard(clientele.id, Fraction(random.randint(0, 40) * 5, 2))
    ratings = [_rating(random, entry.value) for entry in clientele.pyramid]
    return RatedScorecard(clientele.id, tuple(sorted(ratings, key=lambda r: r.value)))


def _rating(random: Random, value: ValueId) -> Rating:
    form = random.random()
    if form < 0.08:
        return NotRated(value)
    if form < 0.2:
        return NotApplicable(value, _text(random))
    why = _text(random) if random.random() < 0.3 else None
    return Rated(value, Fraction(random.choice((0, 1, 3, 5))), why)


def _fitting(card: Scorecard, pyramid: list[ValueId]) -> Scorecard:
    if not isinstance(card, RatedScorecard):
        return card
    ratings = {rating.value: rating for rating in card.ratings}
    found = (ratings.get(value, NotRated(value)) for value in sorted(pyramid))
    return replace(card, ratings=tuple(found))


_Edit = Callable[[Random, Catalogue], Catalogue]


def _one(random: Random, catalogue: Catalogue, kind: str, change) -> Catalogue:
    """The catalogue with one record of a kind changed, if there is one."""
    records = list(getattr(catalogue, kind))
    if not records:
        return catalogue
    at = random.randrange(len(records))
    records[at] = change(records[at])
    return replace(catalogue, **{kind: tuple(records)})


def _edit_card(random: Random, catalogue: Catalogue, change) -> Catalogue:
    def edit(project: Project) -> Project:
        cards = list(project.scorecards)
        if cards:
            at = random.randrange(len(cards))
            cards[at] = change(cards[at])
        return replace(project, scorecards=tuple(cards))

    return _one(random, catalogue, "projects", edit)


def _edit_rating(random: Random, catalogue: Catalogue) -> Catalogue:
    def edit(card: Scorecard) -> Scorecard:
        if not isinstance(card, RatedScorecard):
            return card
        ratings = list(card.ratings)
        at = random.randrange(len(ratings))
        ratings[at] = _rating(random, ratings[at].value)
        return replace(card, ratings=tuple(ratings))

    return _edit_card(random, catalogue, edit)


def _edit_raters(random: Random, catalogue: Catalogue) -> Catalogue:
    """Three raters give points of their own, or another rule counts what they gave."""

    def edit(card: Scorecard) -> Scorecard:
        if not isinstance(card, RatedScorecard):
            return card
        rule = random.choice(tuple(RatersRule))
        anew = random.random() < 0.5
        ratings = (_by_raters(random, rating, rule, anew) for rating in card.ratings)
        return replace(card, rule=rule, ratings=tuple(ratings))

    return _edit_card(random, catalogue, edit)


def _by_raters(random: Random, rating: Rating, rule: RatersRule, anew: bool) -> Rating:
    given = given_by_raters(rating)
    if isinstance(rating, NotApplicable):
        return rating
    if anew or not given:
        points = (Fraction(random.choice((0, 1, 3, 5))) for _ in range(3))
        given = tuple(RaterPoints(RaterId(n), p) for n, p in zip("ABC", points, strict=True))
    counted = counting_points(rule, given, None)
    if counted is None:
        return NotRated(rating.value, by_rater=given)
    return Rated(rating.value, counted, by_rater=given)


def _edit_form(random: Random, catalogue: Catalogue) -> Catalogue:
    clienteles = {c.id: c for c in catalogue.clienteles}
    return _edit_card(random, catalogue, lambda card: _card(random, clienteles[card.clientele]))


def _edit_pyramid(random: Random, catalogue: Catalogue) -> Catalogue:
    values = [value.id for value in catalogue.values]

    def edit(clientele: Clientele) -> Clientele:
        entries = list(clientele.pyramid)
        at = random.randrange(len(entries))
        written = entries[at].weight is not None
        deed = random.choice(("weight", "weight", "shuffle", "add", "remove", "double"))
        if deed == "weight" and written:
            entries[at] = replace(entries[at], weight=Fraction(random.randint(1, 9)))
        elif deed == "shuffle":
            random.shuffle(entries)
        elif deed == "add" and (new := sorted(set(values) - {e.value for e in entries})):
            weight = Fraction(random.randint(1, 9)) if written else None
            entries.insert(at, PyramidEntry(random.choice(new), weight))
        elif deed == "remove" and len(entries) > 1:
            del entries[at]
        elif deed == "double" and written:
            entries = [replace(e, weight=(e.weight or 0) * 2) for e in entries]
        return replace(clientele, pyramid=tuple(entries))

    return _one(random, catalogue, "clienteles", edit)


def _edit_clientele(random: Random, catalogue: Catalogue) -> Catalogue:
    fresh = _one(
        random,
        catalogue,
        "clienteles",
        lambda c: _clientele(random, c.id, list(catalogue.rubrics), list(catalogue.values)),
    )
    rubric = random.choice(catalogue.rubrics).id
    other = _one(random, catalogue, "clienteles", lambda c: replace(c, rubric=rubric))
    edition = random.choice(("2019", "2022", None))
    dated = _one(random, catalogue, "clienteles", lambda c: replace(c, edition=edition))
    return random.choice((fresh, other, dated))


def _edit_levels(random: Random, catalogue: Catalogue) -> Catalogue:
    def edit(rubric: Rubric) -> Rubric:
        levels = list(rubric.levels)
        at = random.randrange(len(levels))
        deed = random.choice(("points", "add", "remove", "words"))
        points = Fraction(random.randint(0, 16), 2)
        if deed == "points":
            levels[at] = replace(levels[at], points=points)
        elif deed == "add":
            levels.append(Level(points, _text(random)))
        elif deed == "words":
            levels[at] = replace(levels[at], definition=_text(random))
        elif len(levels) > 2:
            del levels[at]
        unique = {level.points: level for level in levels}
        ordered = tuple(unique[points] for points in sorted(unique))
        return replace(rubric, levels=ordered) if ordered[-1].points > 0 else rubric

    return _one(random, catalogue, "rubrics", edit)


def _edit_project(random: Random, catalogue: Catalogue) -> Catalogue:
    edits: list[Callable[[Project], Project]] = [
        lambda p: replace(p, feasibility=random.choice(list(Feasibility))),
        lambda p: replace(p, status=random.choice(list(Status))),
        lambda p: replace(p, provenance=random.choice(list(Provenance))),
        lambda p: replace(p, title=_text(random)),
        lambda p: replace(p, baseline=_text(random)),
        lambda p: replace(p, scorecards=p.scorecards[1:]),
    ]
    return _one(random, catalogue, "projects", random.choice(edits))


def _edit_records(random: Random, catalogue: Catalogue) -> Catalogue:
    """A project more, a project less, or another definition of a value."""
    deed = random.randrange(3)
    free = sorted(set("abcdefgh") - {project.id for project in catalogue.projects})
    if deed == 0 and free:
        new = _project(random, random.choice(free), list(catalogue.clienteles))
        return replace(catalogue, projects=(*catalogue.projects, new))
    if deed == 1 and catalogue.projects:
        at = random.randrange(len(catalogue.projects))
        left = catalogue.projects[:at] + catalogue.projects[at + 1 :]
        return replace(catalogue, projects=left)
    return _one(random, catalogue, "values", lambda v: replace(v, definition=_text(random)))


def _edit_names(random: Random, catalogue: Catalogue) -> Catalogue:
    kind = random.choice(list(Kind))
    names = sorted(catalogue.ids(kind))
    if not names:
        return catalogue
    name = random.choice(names)
    new = random.choice([f"{name}-2", f"0{name}", f"z{name}"])
    return catalogue if new in names else rename(catalogue, kind, name, new)


_EDITS: tuple[_Edit, ...] = (
    _edit_rating,
    _edit_rating,
    _edit_rating,
    _edit_raters,
    _edit_form,
    _edit_pyramid,
    _edit_pyramid,
    _edit_clientele,
    _edit_levels,
    _edit_project,
    _edit_records,
    _edit_names,
)
