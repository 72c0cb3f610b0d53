"""Whether a value has the shape that a JSON Schema states, with the standard library alone.

For the job that holds a token that may write, where no package is installed. It knows the
keywords that ci/handover.schema.json uses and refuses a schema that uses any other.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any

_TYPES: dict[str, Callable[[Any], bool]] = {
    "boolean": lambda value: isinstance(value, bool),
    "integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "object": lambda value: isinstance(value, dict),
    "string": lambda value: isinstance(value, str),
}
_KEYWORDS: dict[str, Callable[[Any, Any], bool]] = {
    "const": lambda value, wanted: type(value) is type(wanted) and value == wanted,
    "maxLength": lambda value, most: not isinstance(value, str) or len(value) <= most,
    "maximum": lambda value, most: not isinstance(value, int) or value <= most,
    "minimum": lambda value, least: not isinstance(value, int) or value >= least,
    "pattern": lambda value, form: not isinstance(value, str) or bool(re.search(form, value)),
    "required": lambda value, keys: not isinstance(value, dict) or set(keys) <= value.keys(),
    "type": lambda value, name: _TYPES[name](value),
}
_WORDS = {"$schema", "title", "description"}
_INSIDE = {"additionalProperties", "properties"}


def misfit(value: Any, schema: Mapping[str, Any], place: str = "") -> str | None:
    """The first keyword that the value breaks, with its place, such as `/head: pattern`."""
    unknown = schema.keys() - _KEYWORDS.keys() - _WORDS - _INSIDE
    if unknown:
        raise ValueError(f"unknown keywords: {sorted(unknown)}")
    for keyword, argument in schema.items():
        if keyword in _KEYWORDS and not _KEYWORDS[keyword](value, argument):
            return f"{place or '/'}: {keyword}"
    if not isinstance(value, dict):
        return None
    known = schema.get("properties", {})
    if schema.get("additionalProperties") is False and value.keys() - known.keys():
        return f"{place or '/'}: additionalProperties"
    found = (misfit(value[k], known[k], f"{place}/{k}") for k in known if k in value)
    return next((fault for fault in found if fault), None)
