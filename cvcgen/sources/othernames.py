"""What keys and choices of the format are called by people: from the titles of the schemas.

The keys are English; who writes in French, or by ear, writes the word that the pages show.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from cvcgen.core.spelling import fold

_FEWEST_LETTERS = 4
"""A shorter first word of a title is none by itself."""
_ALSO = {
    "name": ("titre", "title", "libellé", "label"),
    "title": ("nom", "name", "intitulé", "libellé"),
    "why": ("pourquoi", "justification", "motif", "because"),
    "ratings": ("évaluation", "pointage", "score"),
    "scorecards": ("évaluation", "cotation"),
    "rubric": ("grille", "barème", "scale", "grid"),
    "weight": ("importance", "pondération"),
    "rated": ("date",),
    "raters": ("évaluateur", "équipe", "team"),
    "not_applicable": ("non applicable", "n/a"),
    "not_concerned": ("non concerné",),
    "published": ("publié",),
    "until": ("date", "jusqu'au"),
}
"""Other words for a key, in the singular, beside those of its title."""
_MEANINGS = re.compile(r"([a-z_]+) \(([^,;)]+)")
"""A choice and what it means, as descriptions list them."""
_FIRST_WORD = re.compile(r"[a-z_]+")
_ANSWERS = {
    "feasible": ("oui", "yes", "true", "vrai"),
    "not_feasible": ("non", "no", "false", "faux", "infaisable", "impossible"),
    "undetermined": ("inconnu", "unknown", "maybe", "peut-être"),
    "delivered": ("terminé", "réalisé", "complété", "done", "completed", "finished"),
    "underway": ("in progress", "started", "commencé"),
    "abandoned": ("annulé", "cancelled"),
    "derived": ("sondage", "survey"),
    "median": ("médian",),
}
"""Other words for a choice, without those of its description; in the masculine singular."""


def names_of(key: str, title: str) -> Iterator[str]:
    """What the key may be called, folded: `title` is that of its schema, in two languages."""
    words = [*title.split(" / "), *_ALSO.get(key, ())]
    for word in words:
        yield from _forms(fold(word))
        first = fold(word).partition(" ")[0].partition("-")[0]
        if len(first) >= _FEWEST_LETTERS:
            yield from _forms(first)


def choice_meant(word: str, schema: Mapping[str, Any]) -> str | None:
    """The choice of the schema that the word is another word for, or None.

    >>> choice_meant("en cours", {"enum": ["underway"], "description": "underway (en cours)"})
    'underway'
    """
    choices = [str(choice) for choice in schema.get("enum", ())]
    called = [(choice, other) for choice in choices for other in _ANSWERS.get(choice, ())]
    called += [
        (choice, meaning)
        for choice, meaning in _MEANINGS.findall(schema.get("description", ""))
        if choice in choices
    ]
    meant = {form: choice for choice, name in called for form in _forms(fold(name))}
    first = _FIRST_WORD.match(word)  # what stands behind it is a comment without its mark
    return meant.get(fold(word)) or (first[0] if first and first[0] in choices else None)


def _forms(word: str) -> Iterator[str]:
    """The word in the singular and in the plural, masculine and feminine."""
    bare = word[:-1] if word.endswith("s") else word
    yield from (word, bare, f"{bare}s", f"{bare}e", f"{bare}es")
