"""The records of the four families, from their trees.

The tree has passed its schema, or had what failed replaced by null; so every function here
takes what it finds and never complains: a record of a faulty file is good enough for the
checks that cross files, and is never scored or published.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction

from cvcgen.core.diagnostics import Diagnostic, Location
from cvcgen.core.exact import parse_decimal
from cvcgen.core.model import (
    Clientele,
    ClienteleId,
    Feasibility,
    Kind,
    Language,
    Level,
    NotConcerned,
    Project,
    ProjectId,
    Provenance,
    PublishedScorecard,
    PyramidEntry,
    RatedScorecard,
    RatersRule,
    Rubric,
    RubricId,
    Scorecard,
    Status,
    Text,
    Value,
    ValueId,
    ValueLevel,
    Weights,
    WeightsKind,
)
from cvcgen.sources.records.languages import language_faults, unspaced_language
from cvcgen.sources.records.parts import (
    child_of,
    choice_of,
    entries_of,
    entry_of,
    items_of,
    number_of,
    on_one_line,
    place_of,
    word_of,
)
from cvcgen.sources.records.ratings import read_raters, read_ratings
from cvcgen.sources.records.waivers import read_waivers
from cvcgen.sources.tree import Entry, Mapping, Node, Scalar

Record = Rubric | Value | Clientele | Project
NO_TEXT = Text(())


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads records of a site, and notes texts that lack one of its languages."""

    languages: tuple[Language, ...]
    """The site's languages, the default first."""
    faults: list[Diagnostic] = field(default_factory=list)
    """What was wrong with the texts read so far."""

    def record(self, kind: Kind, name: str, root: Mapping) -> Record:
        """The record of that kind and id."""
        readers: dict[Kind, Callable[[str, Mapping], Record]] = {
            Kind.RUBRIC: self.rubric,
            Kind.VALUE: self.value,
            Kind.CLIENTELE: self.clientele,
            Kind.PROJECT: self.project,
        }
        return readers[kind](name, root)

    def rubric(self, name: str, root: Mapping) -> Rubric:
        """The rating scale of a file in `content/rubrics/`."""
        levels = [self._level(node) for node in items_of(root.get("levels"))]
        read = [level for level in levels if level is not None]
        return Rubric(
            id=RubricId(name),
            name=self.name(root.get("name")) or NO_TEXT,
            # All or none: without one of them, ratings would seem to have no level.
            levels=tuple(sorted(read, key=lambda level: level.points))
            if len(read) == len(levels)
            else (),
            description=self.text(root.get("description")),
            provenance=choice_of(Provenance, root.get("provenance")),
            source=self.text(root.get("source")),
            waivers=read_waivers(root, self.text),
            where=root.where,
        )

    def value(self, name: str, root: Mapping) -> Value:
        """The value of a file in `content/values/`."""
        levels = [
            ValueLevel(points, meaning, entry.where)
            for entry in entries_of(root.get("levels"))
            if (points := parse_decimal(entry.key)) is not None
            and (meaning := self.text(entry.node)) is not None
        ]
        return Value(
            id=ValueId(name),
            name=self.name(root.get("name")) or NO_TEXT,
            definition=self.text(root.get("definition")),
            levels=tuple(sorted(levels, key=lambda level: level.points)),
            provenance=choice_of(Provenance, root.get("provenance")),
            source=self.text(root.get("source")),
            waivers=read_waivers(root, self.text),
            where=root.where,
        )

    def clientele(self, name: str, root: Mapping) -> Clientele:
        """The clientele, with its pyramid, of a file in `content/clienteles/`."""
        pyramid = tuple(
            PyramidEntry(
                value=ValueId(word_of(child_of(node, "value"))),
                weight=number_of(child_of(node, "weight")),
                where=place_of(child_of(node, "value"), node.where),
            )
            for node in items_of(root.get("pyramid"))
        )
        return Clientele(
            id=ClienteleId(name),
            name=self.name(root.get("name")) or NO_TEXT,
            rubric=RubricId(word_of(root.get("rubric"))),
            weights=self._weights(root.get("weights"), root.where, pyramid),
            pyramid=pyramid,
            description=self.text(root.get("description")),
            edition=on_one_line(word_of(root.get("edition"))) or None,
            provenance=choice_of(Provenance, root.get("provenance")),
            source=self.text(root.get("source")),
            waivers=read_waivers(root, self.text),
            where=place_of(root.get("rubric"), root.where),
            pyramid_where=place_of(entry_of(root, "pyramid"), root.where),
        )

    def project(self, name: str, root: Mapping) -> Project:
        """The project, with its scorecards, of a file in `content/projects/`."""
        said = root.by_key().get
        cards = [
            card
            for entry in entries_of(said("scorecards"))
            if (card := self._scorecard(entry)) is not None
        ]
        return Project(
            id=ProjectId(name),
            title=self.name(said("title")) or NO_TEXT,
            scorecards=tuple(sorted(cards, key=lambda card: card.clientele)),
            summary=self.text(said("summary")),
            description=self.text(said("description")),
            baseline=self.text(said("baseline")),
            feasibility=(
                choice_of(Feasibility, said("feasibility")) or Feasibility.UNDETERMINED
            ),
            status=choice_of(Status, said("status")),
            provenance=choice_of(Provenance, said("provenance")),
            source=self.text(said("source")),
            waivers=read_waivers(root, self.text),
            where=root.where,
        )

    def name(self, node: Node | None) -> Text | None:
        """The same of a name: on one line, however many it is written on."""
        text = self.text(node)
        if text is None:
            return None
        return Text(tuple([(code, on_one_line(said)) for code, said in text.translations]))

    def text(self, node: Node | None) -> Text | None:
        """The text of a node, in every language it has, or None where there is none."""
        if node is None:  # as most texts that a record may have
            return None
        if isinstance(node, Scalar) and isinstance(node.value, str):
            if node.plain and ":" in node.value:
                self.faults.extend(unspaced_language(node, self.languages))
            return Text(((self.languages[0], node.value),))
        if not isinstance(node, Mapping):
            return None
        self.faults.extend(language_faults(node, self.languages))
        wordings = [
            (Language(entry.key), entry.node.value)
            for entry in node.entries
            if isinstance(entry.node, Scalar) and isinstance(entry.node.value, str)
        ]
        return Text(tuple(sorted(wordings))) if wordings else None

    def _level(self, node: Node) -> Level | None:
        """A level of a rubric, or None where its points could not be read."""
        points = number_of(child_of(node, "points"))
        name = self.name(child_of(node, "name")) or NO_TEXT
        definition = self.text(child_of(node, "definition"))
        return None if points is None else Level(points, name, definition, node.where)

    def _weights(
        self, node: Node | None, where: Location, pyramid: tuple[PyramidEntry, ...]
    ) -> Weights:
        """What is said of the weights; a total that cannot be read is what they sum to."""
        given = node.get("total") if isinstance(node, Mapping) else node
        total = number_of(given) or Fraction(100)
        if given is not None and number_of(given) is None:
            total = (
                sum((entry.weight or Fraction(0) for entry in pyramid), Fraction(0)) or total
            )
        if not isinstance(node, Mapping):
            return Weights(WeightsKind.DECLARED, total, where=where)
        return Weights(
            kind=choice_of(WeightsKind, node.get("kind")) or WeightsKind.DECLARED,
            total=total,
            note=self.text(node.get("note")),
            where=node.where,
        )

    def _scorecard(self, entry: Entry) -> Scorecard | None:
        """The scorecard under a clientele's id, or None where it could not be read."""
        card = entry.node
        if not isinstance(card, Mapping):
            return None
        clientele, said = ClienteleId(entry.key), card.by_key().get
        reason = self.text(said("not_concerned"))
        if reason is not None:
            return NotConcerned(clientele, reason, entry.where)
        stated = said("published")
        published, published_where = number_of(stated), place_of(stated, entry.where)
        note, source = self.text(said("note")), self.text(said("source"))
        ratings = said("ratings")
        if isinstance(ratings, Mapping):
            rule = choice_of(RatersRule, said("rule"))
            return RatedScorecard(
                clientele=clientele,
                ratings=read_ratings(ratings, rule, self.text),
                published=published,
                rated=word_of(said("rated")) or None,
                raters=read_raters(said("raters"), self.name),
                rule=rule,
                misspelt_rule=rule is None and said("rule") is not None,
                note=note,
                source=source,
                where=entry.where,
                published_where=published_where,
            )
        if published is None:
            return None
        return PublishedScorecard(
            clientele, published, note, source, entry.where, published_where
        )
