"""What to write instead of a value, where the word itself tells what was meant.

Hints of `formfaults` go by what a schema wants; here the value is looked at too.
"""

import datetime
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from cvcgen.core.diagnostics import LONGEST_NAME, Diagnostic, Message, clip, message
from cvcgen.core.exact import parse_decimal
from cvcgen.core.spelling import fold
from cvcgen.sources.echoes import as_pair
from cvcgen.sources.keyplaces import ANY, KeyPlaces, keys_of, node_at
from cvcgen.sources.numberforms import number_meant
from cvcgen.sources.othernames import choice_meant
from cvcgen.sources.tree import Mapping as Map
from cvcgen.sources.tree import Node, Scalar, Sequence

_LONGEST = 80
"""Longer words mean nothing here."""
_ANSWERS = {
    **dict.fromkeys(("oui", "yes", "vrai", "true", "on", "o", "y", "x", "1"), "true"),
    **dict.fromkeys(("non", "no", "faux", "false", "off", "n", "0"), "false"),
}
"""Words for what is true or false."""
_LANGUAGES = {"francais": "fr", "french": "fr", "anglais": "en", "english": "en"}
_ANY_DAY = message('write year, month and day: `"2026-10-01"`')
_CARD = message("write `not_concerned: …` with the reason on the line below, or `ratings:`")
_NONE = {
    "n/a",
    "na",
    "n.a.",
    "s.o.",
    "s/o",
    "so",
    "sans-objet",
    "non-applicable",
    "not-applicable",
}
_MONTHS = (
    ("janvier", "january"),
    ("fevrier", "february"),
    ("mars", "march"),
    ("avril", "april"),
    ("mai", "may"),
    ("juin", "june"),
    ("juillet", "july"),
    ("aout", "august"),
    ("septembre", "september"),
    ("octobre", "october"),
    ("novembre", "november"),
    ("decembre", "december"),
)
_MONTH = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names}
_DATE = re.compile(r"\W*(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})(?:[ T]\d.*)?\W*")
_DATE_BACKWARDS = re.compile(r"\W*(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})\W*")
_DATE_IN_WORDS = re.compile(
    r"(?:(\d{1,2})(?:er|st|nd|rd|th)?-)?([a-z]+)-(?:(\d{1,2}),?-)?(\d{4})"
)


def advised(
    fault: Diagnostic, schema: Mapping[str, Any], kind: str, root: Node, places: KeyPlaces
) -> Diagnostic:
    """The fault, with a better hint where there is one.

    `schema` is the part that the value broke, `kind` the name of the schema of its file.
    """
    path = keys_of(fault.location.pointer)
    node = node_at(root, path)
    hint = None
    if isinstance(node, Scalar) and len(node.text) <= _LONGEST:
        hint = _for_word(fault, schema, kind, node)
    elif isinstance(node, Sequence) and fault.code == "CVC301":
        hint = _for_list(node, schema)
    elif isinstance(node, Map) and fault.code == "CVC301" and node.entries:
        hint = _for_mapping(node, kind, path, places)
    return fault if hint is None else replace(fault, hint=hint)


def date_meant(text: str) -> str | None:
    """The day that a text names, `YYYY-MM-DD`; None where it may be one of two, or none.

    >>> [date_meant(text) for text in ("2026/3/1", "31-12-2026", "1er mars 2026", "03-04-2026")]
    ['2026-03-01', '2026-12-31', '2026-03-01', None]
    """
    year, month, day = 0, 0, 0
    if found := _DATE.fullmatch(text):
        year, month, day = map(int, found.groups())
    elif found := _DATE_BACKWARDS.fullmatch(text):
        day, month, year = map(int, found.groups())
        if day <= 12 and month != day:
            return None
    elif found := _DATE_IN_WORDS.fullmatch(fold(text)):
        first, name, second, at_end = found.groups()
        if (first is None) == (second is None):
            return None
        year, month, day = int(at_end), _MONTH.get(name, 0), int(first or second)
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return None


def _for_word(
    fault: Diagnostic, schema: Mapping[str, Any], kind: str, node: Scalar
) -> Message | None:
    if fault.code == "CVC304":
        meant = choice_meant(node.text, schema)
        return None if meant is None else message("did you mean `{name}`?", name=meant)
    if schema.get("format") == "date":
        day = date_meant(node.text)
        return _ANY_DAY if day is None else message('write `"{day}"`', day=day)
    if schema.get("x-form") == "code":
        code = _code_meant(fold(node.text))
        return None if code is None else message("write `{code}`", code=code)
    if schema.get("x-form") == "language":
        code = _LANGUAGES.get(fold(node.text), fold(node.text))
        is_code = re.fullmatch(r"[a-z]{2}", code) is not None
        return message("write `{code}`", code=code) if is_code else None
    is_odd = node.value is None and schema.get("type") != "boolean"
    return None if is_odd else _of_another_type(fault, schema, kind, node)


def _of_another_type(
    fault: Diagnostic, schema: Mapping[str, Any], kind: str, node: Scalar
) -> Message | None:
    """The hint for a word where the format wants no words, or a text."""
    word, types = fold(node.text.strip()), schema.get("type", ())
    is_points = fault.location.pointer.endswith("/points") and types == "number"
    if ("number" in types and "object" in types) or (is_points and kind == "project"):
        return _for_rating(word, node, is_points or "not_applicable" in schema["properties"])
    if fault.code == "CVC301" and types == "boolean" and word in _ANSWERS:
        return message("write `{answer}`, without quotes", answer=_ANSWERS[word])
    if fault.code == "CVC301" and "not_concerned" in schema.get("properties", ()):
        return _CARD
    is_truth = fault.code == "CVC301" and isinstance(node.value, bool)
    return message("write a text: what it is, or the reason") if is_truth else None


def _for_rating(word: str, node: Scalar, may_be_inapplicable: bool) -> Message | None:
    """The hint for a word in the place of points, unless a number can be told from it."""
    is_number = number_meant(node.text) or parse_decimal(node.text) is not None
    if is_number and "%" not in word:
        return None
    if word in _NONE and may_be_inapplicable:
        return message("write `not_applicable: …` with the reason on the line below")
    return message("write the points of a level of the rubric, or `null` until it is rated")


def _code_meant(word: str) -> str | None:
    """The code that is written in another way, or by its rule's name."""
    from cvcgen.core.rules import RULES  # noqa: PLC0415 - few files have such a fault

    digits = re.search(r"[0-9]{3}", word)
    if digits is not None and f"CVC{digits[0]}" in RULES:
        return f"CVC{digits[0]}"
    return next((code for code, rule in RULES.items() if rule.name == word), None)


def _for_list(node: Sequence, schema: Mapping[str, Any]) -> Message | None:
    """The hint for a list where the format wants keys, or one value."""
    if not node.items:
        return None
    first = node.items[0]
    if isinstance(first, Map) and first.entries:
        key, value = first.entries[0].key, first.entries[0].node
        if len(first.entries) > 1 and isinstance(value, Scalar):
            name = clip(value.text, LONGEST_NAME)
            return message(
                "write no `- ` here: write `{name}:`, and what belongs to it below", name=name
            )
        name = clip(key, LONGEST_NAME)
        return message(
            "write no `- ` here: each line starts with its key, such as `{key}:`", key=name
        )
    if isinstance(first, Scalar) and len(node.items) == 1:
        return message("write `{text}`, without brackets and `- `", text=clip(first.text))
    has_keys = "object" in schema.get("type", ())
    return (
        message("write no `- ` here: each line starts with a key and a colon")
        if has_keys
        else None
    )


def _for_mapping(node: Map, kind: str, path: list[str], places: KeyPlaces) -> Message | None:
    """The hint for a mapping in the place of a list of pairs."""
    form = places.form(kind, (*path, ANY))
    keys = list(form.schema.get("properties", ()) if form is not None else ())[:2]
    forms = {key: places.form(kind, (*path, ANY, key)) for key in keys}
    pair = as_pair(node.entries[0], forms)
    return None if pair is None else message("for each item, after `- `, {write}", write=pair)
