"""The words of grids and tables: what each is for, and how people may have written it.

Matching forgives case, accents, spaces and punctuation, in every language that the tool speaks.
"""

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import cache, lru_cache
from unicodedata import combining, normalize

from cvcgen.core.diagnostics import Message, message
from cvcgen.core.model import Feasibility, Status
from cvcgen.phrases import load_phrases, translated_languages

_NEITHER_LETTER_NOR_DIGIT = re.compile(r"[\W_]+")
_REMEMBERED = 10_000
"""How many texts stay folded: a table says the same few words in each of its rows."""


class Role(StrEnum):
    """What a row of facts or a column is about."""

    PROJECT = "title"
    PROJECT_ID = "id"
    CLIENTELE = "clientele"
    CLIENTELE_ID = "clientele_id"
    LANGUAGE = "language"
    """Of the texts."""
    FEASIBILITY = "feasibility"
    STATUS = "status"
    SUMMARY = "summary"
    RATED = "rated"
    """The day of the rating."""
    RATERS = "raters"
    PUBLISHED = "published"
    """A total in percent."""
    VALUE = "value"
    VALUE_ID = "value_id"
    DEFINITION = "definition"
    WEIGHT = "weight"
    NOT_APPLICABLE = "not_applicable"
    REASON = "why"
    CONTRIBUTION = "contribution"
    TO_CHECK = "to_check"
    TOTAL = "total"


SAID: Mapping[Role, Message] = {
    Role.PROJECT: message("Project"),
    Role.PROJECT_ID: message("Project id"),
    Role.CLIENTELE: message("Clientele"),
    Role.CLIENTELE_ID: message("Clientele id"),
    Role.LANGUAGE: message("Language of the texts"),
    Role.FEASIBILITY: message("Feasibility"),
    Role.STATUS: message("Status"),
    Role.SUMMARY: message("Summary"),
    Role.RATED: message("Rated on"),
    Role.RATERS: message("Rated by"),
    Role.PUBLISHED: message("Score (%)"),
    Role.VALUE: message("Value"),
    Role.VALUE_ID: message("Value id"),
    Role.DEFINITION: message("Definition"),
    Role.WEIGHT: message("Weight"),
    Role.NOT_APPLICABLE: message("Not applicable"),
    Role.REASON: message("Reason"),
    Role.CONTRIBUTION: message("Contribution (%)"),
    Role.TO_CHECK: message("To check"),
    Role.TOTAL: message("Total"),
}
"""How a grid calls each."""
_ALSO: Mapping[Role, str] = {
    Role.PROJECT: (
        "project|projet|title|titre|project name|project title|nom du projet|titre du projet"
        "|piste d'amélioration|improvement idea|initiative"
    ),
    Role.PROJECT_ID: "id|identifier|identifiant|project id|id du projet|identifiant du projet",
    Role.CLIENTELE: "clientele|clientèle|customer group",
    Role.FEASIBILITY: "feasibility|faisabilité|faisable|feasible",
    Role.STATUS: "status|état|statut",
    Role.SUMMARY: "summary|résumé",
    Role.RATED: "rated|rated on|date|cotée le|date de cotation",
    Role.RATERS: "raters|rated by|cotée par|cotation par",
    Role.PUBLISHED: (
        "score|percentage|percent|pourcentage|cote|cote valeur client|cote de valeur client"
        "|cvc|customer value score|total publié|published total|published"
    ),
    Role.VALUE: "value|values|valeur|valeurs|criterion|criteria|critère|critères",
    Role.NOT_APPLICABLE: "not applicable|n/a|sans objet|s.o.",
    Role.REASON: "reason|why|raison|justification|pourquoi|comment|commentaire",
    Role.WEIGHT: "weight|poids|pondération",
    Role.TOTAL: (
        "total|score|cote|totals|totaux|grand total|total général|subtotal|sous-total"
        "|sum|somme|average|mean|moyenne|median|médiane"
    ),
}
_FEASIBLE: Mapping[Feasibility, str] = {
    Feasibility.FEASIBLE: "feasible|faisable|oui|yes",
    Feasibility.NOT_FEASIBLE: (
        "not feasible|not_feasible|infeasible|non faisable|infaisable|non|no"
    ),
    Feasibility.UNDETERMINED: "undetermined|to be determined|à déterminer|indéterminée",
}
_STATUS: Mapping[Status, str] = {
    Status.PROPOSED: "proposed|proposé",
    Status.PLANNED: "planned|planifié|prévu",
    Status.UNDERWAY: "underway|under way|en cours",
    Status.DELIVERED: "delivered|livré",
    Status.ABANDONED: "abandoned|abandonné",
}
FEASIBILITY: Mapping[Feasibility, Message] = {
    Feasibility.FEASIBLE: message("feasible"),
    Feasibility.NOT_FEASIBLE: message("not feasible"),
    Feasibility.UNDETERMINED: message("to be determined"),
}
"""How a grid says whether a project can be done."""
STATUS: Mapping[Status, Message] = {
    Status.PROPOSED: message("proposed"),
    Status.PLANNED: message("planned"),
    Status.UNDERWAY: message("under way"),
    Status.DELIVERED: message("delivered"),
    Status.ABANDONED: message("abandoned"),
}
"""How far a project is, as people write it."""
NOT_RATED = frozenset(("", "null", "not rated", "non cotee", "non cote", "a coter"))
"""Folded words of a table that say that a value waits for its rating."""
NOT_APPLICABLE = frozenset(("n a", "na", "not applicable", "sans objet", "s o", "so"))
"""Folded words of a table that say that a value does not apply."""


@lru_cache(maxsize=_REMEMBERED)
def fold(text: str) -> str:
    """The text for comparing: no case, accents or punctuation, one space between words.

    >>> fold(" Sécurité (%) "), fold("Tentative_unique"), fold("★")
    ('securite', 'tentative unique', '★')
    """
    bare = "".join(c for c in normalize("NFKD", text.casefold()) if not combining(c))
    return _NEITHER_LETTER_NOR_DIGIT.sub(" ", bare).strip() or bare.strip()


def is_total(text: str) -> bool:
    """Whether a row that starts so adds up others, rather than say something of its own."""
    return roles().get(fold(text)) is Role.TOTAL


@cache
def roles() -> Mapping[str, Role]:
    """What each folded heading or label is for."""
    found: dict[str, Role] = {}
    speakers = [load_phrases(language) for language in translated_languages()]
    for role, said in SAID.items():
        for phrases in speakers:
            found.setdefault(fold(phrases.say(said)), role)
    for role, words in _ALSO.items():
        for word in words.split("|"):
            found.setdefault(fold(word), role)
    return found


def feasibility_of(text: str) -> Feasibility | None:
    """What a cell says of the feasibility; None for another word."""
    return next((one for one, words in _FEASIBLE.items() if _is_among(text, words)), None)


def status_of(text: str) -> Status | None:
    """What a cell says of the status; None for another word."""
    return next((one for one, words in _STATUS.items() if _is_among(text, words)), None)


def _is_among(text: str, words: str) -> bool:
    return fold(text) in {fold(word) for word in words.split("|")}
