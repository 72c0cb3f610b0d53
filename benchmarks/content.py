"""Realistic contents of any size, the same on every run.

N projects with ratings for two clienteles of eight values and about 150 words of Markdown
each: the job that build times are compared on. No random module: numbers come from a
multiplicative generator, so that the bytes never depend on a Python version.

    python benchmarks/content.py FOLDER PROJECTS [LANGUAGE…]
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

VALUES = (
    ("accessibilite", "Accessibilité", "Accessibility"),
    ("securite", "Sécurité", "Security"),
    ("communication", "Communication", "Communication"),
    ("autonomie", "Autonomie", "Autonomy"),
    ("rapidite", "Rapidité", "Speed"),
    ("tentative-unique", "Tentative unique", "Single attempt"),
    ("bienveillance", "Bienveillance", "Kindness"),
    ("agilite", "Agilité", "Agility"),
)
WEIGHTS = {
    "citoyens": (18, 16, 14, 13, 12, 11, 10, 6),
    "intervenants": (5, 7, 10, 12, 13, 15, 18, 20),
}
LEVELS = ((0, "Aucun"), (1, "Faible"), (3, "Moyen"), (5, "Fort"))
POINTS = tuple(points for points, _ in LEVELS)
WORDS = [
    "service",
    "dossier",
    "demande",
    "personne",
    "réponse",
    "délai",
    "formulaire",
    "téléphone",
    "ligne",
    "étape",
    "document",
    "preuve",
    "compte",
    "rappel",
    "avis",
    "lettre",
    "question",
    "parcours",
    "guichet",
    "essai",
    "mesure",
    "gain",
    "clientèle",
    "accès",
    "suivi",
    "choix",
    "langue",
    "renseignement",
    "rendez-vous",
    "confirmation",
]
STATUSES = ("proposed", "planned", "underway", "delivered", "abandoned")
FEASIBILITIES = ("feasible", "feasible", "feasible", "undetermined", "not_feasible")


@dataclass(slots=True)
class Numbers:
    """A stream of numbers that look random and never change (Park and Miller, 1988)."""

    state: int = field(default=20261122)

    def below(self, limit: int) -> int:
        """The next number in [0, limit)."""
        self.state = self.state * 48271 % 2147483647
        return self.state % limit


def site_files(
    projects: int, languages: tuple[str, ...] = ("fr",)
) -> Iterator[tuple[str, str]]:
    """Every file of a content with that many projects: path and text."""
    yield "cvcgen.yaml", _settings(languages)
    yield "content/rubrics/gain.yaml", _rubric()
    for name, french, english in VALUES:
        label = _text({"fr": french, "en": english}, languages)
        yield f"content/values/{name}.yaml", f"name: {label}\ndefinition: {label}\n"
    for name, weights in WEIGHTS.items():
        yield f"content/clienteles/{name}.yaml", _clientele(name, weights)
    numbers = Numbers()
    for number in range(1, projects + 1):
        yield f"content/projects/projet-{number:05}.yaml", _project(number, numbers, languages)


def write_site(folder: Path, projects: int, languages: tuple[str, ...] = ("fr",)) -> None:
    """Writes such a content into an empty folder."""
    for path, text in site_files(projects, languages):
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8", newline="\n")


def _text(wordings: dict[str, str], languages: tuple[str, ...]) -> str:
    kept = [f"{language}: {wordings[language]}" for language in languages]
    return "{" + ", ".join(kept) + "}"


def _settings(languages: tuple[str, ...]) -> str:
    title = _text({"fr": "Banc d’essai", "en": "Benchmark"}, languages)
    return f"format: 1\ntitle: {title}\nlanguages: [{', '.join(languages)}]\n"


def _rubric() -> str:
    rows = "".join(f"  - {{points: {points}, name: {name}}}\n" for points, name in LEVELS)
    return f"name: Gain\nlevels:\n{rows}"


def _clientele(name: str, weights: tuple[int, ...]) -> str:
    order = sorted(zip(weights, VALUES, strict=True), reverse=True)
    rows = "".join(f"  - {{value: {v[0]}, weight: {weight}}}\n" for weight, v in order)
    head = f"name: {name.capitalize()}\nrubric: gain\nweights: {{kind: illustrative}}\n"
    return f"{head}pyramid:\n{rows}"


def _project(number: int, numbers: Numbers, languages: tuple[str, ...]) -> str:
    lines = ["title:"]
    lines += [f"  {language}: {_words(numbers, 6)} {number}" for language in languages]
    lines.append("description:")
    for language in languages:
        lines.append(f"  {language}: |")
        lines += [f"    {line}" if line else "" for line in _markdown(numbers)]
    lines.append(f"feasibility: {FEASIBILITIES[numbers.below(len(FEASIBILITIES))]}")
    lines.append(f"status: {STATUSES[numbers.below(len(STATUSES))]}")
    lines.append("scorecards:")
    for clientele in WEIGHTS:
        lines += [f"  {clientele}:", '    rated: "2026-10-01"', "    ratings:"]
        lines += [f"      {v[0]}: {POINTS[numbers.below(len(POINTS))]}" for v in VALUES]
    return "\n".join(lines) + "\n"


def _markdown(numbers: Numbers) -> list[str]:
    """About 150 words: three paragraphs, a heading and a list."""
    paragraphs = [f"{_words(numbers, 38)}, **{_words(numbers, 2)}**." for _ in range(3)]
    items = [f"- {_words(numbers, 6)}" for _ in range(4)]
    return [paragraphs[0], "", "## Étapes", "", *items, "", paragraphs[1], "", paragraphs[2]]


def _words(numbers: Numbers, count: int) -> str:
    return " ".join(WORDS[numbers.below(len(WORDS))] for _ in range(count)).capitalize()


if __name__ == "__main__":
    write_site(Path(sys.argv[1]), int(sys.argv[2]), tuple(sys.argv[3:]) or ("fr",))
