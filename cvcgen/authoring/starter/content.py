"""The records of a first site: valid, without a warning, clearly placeholders."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from cvcgen.authoring.drafts.page import MODELINE
from cvcgen.authoring.forms import SUFFIX
from cvcgen.authoring.starter.words import starter_words
from cvcgen.authoring.yamlwriting import comment, quoted, text_lines
from cvcgen.core.diagnostics import message
from cvcgen.core.model import Language
from cvcgen.phrases import SOURCE_LANGUAGE, is_spoken, load_phrases

_POINTS = (0, 1, 3, 5)
_WEIGHTS = (30, 25, 20, 15, 10)
_TRUTHS = frozenset({"no", "on", "off", "yes"})
"""Codes, of Norwegian among others, that some reader of YAML takes for true or false."""
_RATINGS = (("3", "0", "1", "5", "3"), ("1", "0", "5", "1", "3"), ("3", "1", "3", "3", "null"))
"""A row per project, a column per value; the last value of the last project is not rated."""


@dataclass(frozen=True, slots=True)
class Start:
    """What a new organisation says of itself."""

    languages: tuple[Language, ...]
    """Of the site; the first is the default."""
    schemas: str
    """The folder of the schemas inside the site."""
    identify: Callable[[str], str]
    """From a name to an id; empty where it cannot be one."""
    title: str | None = None
    """The site's title; None for a placeholder."""
    clienteles: tuple[str, ...] = ()
    """Their names; empty for two placeholders."""

    @property
    def shown_title(self) -> str:
        """The site's title in its default language."""
        return self.title or starter_words(load_phrases(self.languages[0])).title

    @property
    def unspoken(self) -> tuple[Language, ...]:
        """The languages that nobody has taught the tool: its examples are in English there."""
        return tuple(one for one in self.languages if not is_spoken(one))


@dataclass(frozen=True, slots=True)
class _Named:
    """A record's id, and its name in each language."""

    id: str
    name: Mapping[Language, str]


def starter_content(start: Start) -> dict[str, str]:
    """The text of `cvcgen.yaml` and of every record, by path inside the site."""
    return dict(_Writer(start).files())


class _Writer:
    def __init__(self, start: Start) -> None:
        self._start = start
        self._words = {one: starter_words(load_phrases(one)) for one in start.languages}
        first = self._words[start.languages[0]]
        self._values = [
            self._named({one: words.values[place][0] for one, words in self._words.items()})
            for place in range(len(first.values))
        ]
        self._projects = [
            self._named({one: words.projects[place][0] for one, words in self._words.items()})
            for place in range(len(first.projects))
        ]
        self._clienteles = [
            self._named(dict.fromkeys(start.languages, name)) for name in start.clienteles
        ] or [
            self._named({one: words.clienteles[place] for one, words in self._words.items()})
            for place in range(len(first.clienteles))
        ]

    def files(self) -> Iterator[tuple[str, str]]:
        """Path and text of each file."""
        yield "cvcgen.yaml", self._site()
        yield "content/rubrics/gain.yaml", self._rubric()
        for place, value in enumerate(self._values):
            yield f"content/values/{value.id}.yaml", self._value(place, value)
        for place, clientele in enumerate(self._clienteles):
            path = f"content/clienteles/{clientele.id}.yaml"
            yield path, self._clientele(place, clientele)
        for place, project in enumerate(self._projects):
            yield f"content/projects/{project.id}.yaml", self._project(place, project)

    def _site(self) -> str:
        title, words = self._start.title, self._words.items()
        lines = [
            *self._head(f"{self._start.schemas}/site{SUFFIX}"),
            "format: 1",
            *_text("title", {one: title or said.title for one, said in words}),
            f"languages: [{', '.join(map(_code, self._start.languages))}]",
            *_text("notice", {one: said.notice for one, said in words}),
        ]
        return "\n".join(lines) + "\n"

    def _rubric(self) -> str:
        words = self._words.items()
        lines = [*_text("name", {one: said.rubric for one, said in words}), "levels:"]
        for place, points in enumerate(_POINTS):
            names = {one: said.levels[place][0] for one, said in words}
            definitions = {one: said.levels[place][1] for one, said in words}
            lines.append(f"  - points: {points}")
            lines += _text("name", names, 4) + _text("definition", definitions, 4)
        return self._record("rubric", lines)

    def _value(self, place: int, value: _Named) -> str:
        definitions = {one: said.values[place][1] for one, said in self._words.items()}
        lines = [*_text("name", value.name), *_text("definition", definitions)]
        return self._record("value", lines)

    def _clientele(self, place: int, clientele: _Named) -> str:
        """A pyramid of its own for each: the same weights, from another value on."""
        start = place % len(self._values)
        values = self._values[start:] + self._values[:start]
        entries = zip(values, _WEIGHTS, strict=True)
        lines = [
            *_text("name", clientele.name),
            "rubric: gain",
            "weights:",
            "  kind: illustrative",
            "pyramid:",
            *(f"  - {{value: {value.id}, weight: {weight}}}" for value, weight in entries),
        ]
        return self._record("clientele", lines)

    def _project(self, place: int, project: _Named) -> str:
        words, values = self._words.items(), self._values
        ratings = [
            f"      {value.id}: {points}"
            for value, points in zip(values, _RATINGS[place], strict=True)
        ]
        lines = _text("title", project.name)
        lines += _text("summary", {one: said.projects[place][1] for one, said in words})
        lines += ["feasibility: feasible", "status: proposed"]
        lines += _text("baseline", {one: said.projects[place][2] for one, said in words})
        lines += ["scorecards:"]
        for clientele in self._clienteles:
            lines += [f"  {clientele.id}:", "    ratings:", *ratings]
        return self._record("project", lines)

    def _record(self, kind: str, lines: list[str]) -> str:
        head = self._head(f"../../{self._start.schemas}/{kind}{SUFFIX}")
        made_up = {one: said.made_up for one, said in self._words.items()}
        foot = ["provenance: illustrative", *_text("source", made_up)]
        return "\n".join([*head, *lines, *foot]) + "\n"

    def _head(self, schema: str) -> list[str]:
        """The first lines: where the schema is, and which texts wait for a translation."""
        start = self._start
        spoken = (one for one in start.languages if one not in start.unspoken)
        phrases = load_phrases(next(spoken, SOURCE_LANGUAGE))
        waiting = message(
            "The example texts are in English for {languages}: translate them.",
            languages=", ".join(f"`{one}`" for one in start.unspoken),
        )
        told = comment(phrases.say(waiting)) if start.unspoken else []
        return [f"{MODELINE}{schema}", *told]

    def _named(self, name: Mapping[Language, str]) -> _Named:
        return _Named(self._start.identify(name[self._start.languages[0]]), name)


def _text(key: str, said: Mapping[Language, str], indent: int = 0) -> list[str]:
    """A text by language, or a plain one where the site has a single language."""
    if len(said) > 1:
        return text_lines(key, said, indent)
    return [f"{' ' * indent}{key}: {quoted(text)}" for text in said.values()]


def _code(language: Language) -> str:
    """A language's code, in quotes where it would say something else without them."""
    return quoted(language) if language in _TRUTHS else language
