"""JSON Schema as functions over the tree: whether a file has no fault of form at all.

Nearly every file is right nearly always, and jsonschema takes milliseconds to say so; these
functions take microseconds and see numbers as exact as they are. They say yes or no:
jsonschema stays the judge of what is wrong (`schemas`). A test proves that both agree.
"""

import datetime
import re
from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

from cvcgen.sources.tree import Mapping as Map
from cvcgen.sources.tree import Node, Scalar, Sequence, plain_value, repeated_item

Accepts = Callable[[Node], bool]
"""Whether a node satisfies what the function was made from."""

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOST_NUMBERS = 1024
"""How many numbers a schema remembers its answer for."""
_ANNOTATIONS = frozenset(
    {"$schema", "$defs", "title", "description", "then", "else", "x-form", "x-excluded-by"}
)
"""Keywords that say nothing by themselves; `if` takes `then` and `else` with it."""


def compile_schema(name: str, documents: Mapping[str, Any]) -> Accepts:
    """The function for one schema document; references reach the other documents only.

    Raises `ValueError` for a keyword it does not know: an unknown one must not accept.
    """
    return _Compiler(documents).document(name)


def compile_part(name: str, schema: Any, documents: Mapping[str, Any]) -> Accepts:
    """The same for a part of the schema document of that name."""
    return _Compiler(documents).part(name, schema)


class _Compiler:
    """Turns schemas to functions, each schema object once."""

    def __init__(self, documents: Mapping[str, Any]) -> None:
        self._documents = documents
        self._made: dict[tuple[str, str], Accepts] = {}

    def document(self, name: str) -> Accepts:
        """The function for a whole document."""
        return self._schema(self._documents[name], name)

    def part(self, name: str, schema: Any) -> Accepts:
        """The function for a part of the document of that name."""
        return self._schema(schema, name)

    def _schema(self, schema: Any, document: str) -> Accepts:
        if isinstance(schema, bool):
            return _constantly(schema)
        parts = [
            self._keyword(keyword, schema, document)
            for keyword in schema
            if keyword not in _ANNOTATIONS and keyword not in _TOGETHER
        ]
        if _TOGETHER & schema.keys():
            parts.append(self._properties(schema, document))
        return _all_of(tuple(parts))

    def _keyword(self, keyword: str, schema: Mapping[str, Any], document: str) -> Accepts:
        argument = schema[keyword]
        if keyword == "$ref":
            return self._reference(argument, document)
        if keyword == "items":
            return _items(self._schema(argument, document))
        if keyword == "not":
            return _negated(self._schema(argument, document))
        if keyword == "if":
            branches = (argument, schema.get("then", True), schema.get("else", True))
            return _conditional(*(self._schema(branch, document) for branch in branches))
        if keyword not in _SIMPLE:
            raise ValueError(f"no function for the keyword {keyword!r}")
        return _SIMPLE[keyword](argument)

    def _reference(self, reference: str, document: str) -> Accepts:
        target, _, pointer = reference.partition("#")
        key = (target or document, pointer)
        if key not in self._made:
            schema = self._documents[key[0]]
            for step in pointer.split("/")[1:]:
                schema = schema[step]
            # Made before it is filled, for schemas that refer to themselves.
            self._made[key] = self._later(key)
            self._made[key] = self._schema(schema, key[0])
        return self._made[key]

    def _later(self, key: tuple[str, str]) -> Accepts:
        def accepts(node: Node) -> bool:
            return self._made[key](node)

        return accepts

    def _properties(self, schema: Mapping[str, Any], document: str) -> Accepts:
        named = {
            key: self._schema(value, document)
            for key, value in schema.get("properties", {}).items()
        }
        patterns = tuple(
            (re.compile(pattern), self._schema(value, document))
            for pattern, value in schema.get("patternProperties", {}).items()
        )
        others = self._schema(schema.get("additionalProperties", True), document)

        def accepts_any(key: str, node: Node) -> bool:
            checks = [check for pattern, check in patterns if pattern.search(key)]
            if key in named:
                checks.append(named[key])
            return all(check(node) for check in checks or (others,))

        def accepts(node: Node) -> bool:
            if not isinstance(node, Map):
                return True
            for entry in node.entries:
                if patterns:
                    if not accepts_any(entry.key, entry.node):
                        return False
                elif not named.get(entry.key, others)(entry.node):
                    return False
            return True

        return accepts


_TOGETHER = frozenset({"properties", "patternProperties", "additionalProperties"})
"""Keywords that only mean something with one another."""


def _constantly(answer: bool) -> Accepts:
    return lambda _: answer


def _all_of(parts: tuple[Accepts, ...]) -> Accepts:
    if len(parts) == 1:
        return parts[0]
    numbers: dict[tuple[int, int], bool] = {}

    def judge(node: Node) -> bool:
        for part in parts:  # noqa: SIM110 - all() with a generator takes twice the time
            if not part(node):
                return False
        return True

    def accepts(node: Node) -> bool:
        if not isinstance(node, Scalar) or type(node.value) is not Fraction:
            return judge(node)
        # A content has few different numbers, thousands of times each.
        number = node.value.as_integer_ratio()
        answer = numbers.get(number)
        if answer is None:
            if len(numbers) >= _MOST_NUMBERS:
                numbers.clear()
            answer = numbers[number] = judge(node)
        return answer

    return accepts


def _negated(accepts: Accepts) -> Accepts:
    return lambda node: not accepts(node)


def _conditional(condition: Accepts, then: Accepts, otherwise: Accepts) -> Accepts:
    return lambda node: then(node) if condition(node) else otherwise(node)


def _items(accepts: Accepts) -> Accepts:
    return lambda node: not isinstance(node, Sequence) or all(map(accepts, node.items))


def _type(names: str | list[str]) -> Accepts:
    wanted = frozenset([names] if isinstance(names, str) else names)
    families = tuple(_FAMILIES[name] for name in wanted if name in _FAMILIES)
    return lambda node: type(node) in families or _type_of(node) in wanted


_FAMILIES: Mapping[str, type] = {"object": Map, "array": Sequence}
"""The types that say all by themselves."""


def _type_of(node: Node) -> str:
    if isinstance(node, Map):
        return "object"
    if isinstance(node, Sequence):
        return "array"
    value = node.value
    if isinstance(value, str):
        return "string"
    if isinstance(value, Fraction):
        return "number"
    return "null" if value is None else "boolean"


def _required(keys: list[str]) -> Accepts:
    if len(keys) == 1:
        return lambda node: not isinstance(node, Map) or node.get(keys[0]) is not None
    wanted = frozenset(keys)
    return lambda node: (
        not isinstance(node, Map) or wanted <= {entry.key for entry in node.entries}
    )


def _enum(choices: list[Any]) -> Accepts:
    return lambda node: (
        isinstance(node, Scalar)
        and any(
            node.value == choice and isinstance(node.value, bool) == isinstance(choice, bool)
            for choice in choices
        )
    )


def _text(accepts: Callable[[str], bool]) -> Accepts:
    return lambda node: (
        not (isinstance(node, Scalar) and isinstance(node.value, str)) or accepts(node.value)
    )


def _number(accepts: Callable[[Fraction], bool]) -> Accepts:
    return lambda node: (
        not (isinstance(node, Scalar) and isinstance(node.value, Fraction))
        or accepts(node.value)
    )


def _pattern(pattern: str) -> Accepts:
    search = re.compile(pattern).search
    return _text(lambda text: search(text) is not None)


def _format(name: str) -> Accepts:
    if name != "date":
        raise ValueError(f"no function for the format {name!r}")
    return _text(_is_date)


def _is_date(text: str) -> bool:
    try:
        return bool(_DATE.fullmatch(text) and datetime.date.fromisoformat(text))
    except ValueError:
        return False


def _fewest_items(least: int) -> Accepts:
    return lambda node: not isinstance(node, Sequence) or len(node.items) >= least


def _most_items(most: int) -> Accepts:
    return lambda node: not isinstance(node, Sequence) or len(node.items) <= most


def _fewest_keys(least: int) -> Accepts:
    return lambda node: not isinstance(node, Map) or len(node.entries) >= least


def _unique(wanted: bool) -> Accepts:
    def accepts(node: Node) -> bool:
        if not wanted or not isinstance(node, Sequence):
            return True
        return repeated_item(map(plain_value, node.items)) is None

    return accepts


_SIMPLE: Mapping[str, Callable[[Any], Accepts]] = {
    "type": _type,
    "required": _required,
    "enum": _enum,
    "const": lambda constant: _enum([constant]),
    "pattern": _pattern,
    "format": _format,
    "minLength": lambda least: _text(lambda text: len(text) >= least),
    "minimum": lambda least: _number(lambda number: number >= least),
    "maximum": lambda most: _number(lambda number: number <= most),
    "exclusiveMinimum": lambda bound: _number(lambda number: number > bound),
    "minItems": _fewest_items,
    "maxItems": _most_items,
    "minProperties": _fewest_keys,
    "uniqueItems": _unique,
}
