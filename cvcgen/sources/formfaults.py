"""The words for a fault of form, whatever keyword of the schema it breaks.

jsonschema's own texts show Python's types and whole instances; each finding is worded and
placed here instead. A missing key points at its mapping, an extra key at itself.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any

from cvcgen.core.diagnostics import (
    Diagnostic,
    Location,
    Message,
    clip,
    did_you_mean,
    message,
)
from cvcgen.core.exact import parse_decimal
from cvcgen.core.hidden import is_blank
from cvcgen.sources.numberforms import number_meant
from cvcgen.sources.tree import Mapping, Node, Scalar, Sequence, plain_value, repeated_item

_EXPECTED = {
    ("string",): message("a text"),
    ("number",): message("a number"),
    ("object",): message("a mapping"),
    ("array",): message("a list"),
    ("boolean",): message("`true` or `false`"),
    ("string", "object"): message("a text, or a text per language"),
    ("number", "null", "object"): message("points, null, or a mapping with `points`"),
}
"""The words for the types that a schema accepts."""
_TYPE_HINTS = {
    ("array",): message("write each item on a line of its own, after `- `"),
    ("boolean",): message("write `true` or `false`, without quotes"),
}
"""What to write where one word stands instead."""
_FORMS = {
    "date": (
        message("{found} is not a date"),
        message('write year, month and day: `"2026-10-01"`'),
    ),
    "language": (
        message("{found} is not a language code"),
        message("write a language code, such as `fr` or `en`"),
    ),
    "address": (
        message("{found} is not a web address"),
        message("write a whole address that starts with `https://`, without a user name"),
    ),
    "https": (
        message("{found} is not an address that a site can be published at"),
        message("write a whole address that starts with `https://`, without `?`, `#` or `@`"),
    ),
    "code": (
        message("{found} is not the code of a diagnostic"),
        message("write the code as `cvcgen check` does, such as `CVC416`"),
    ),
    "place": (
        message("{found} is not a place in this file"),
        message("write its keys after slashes, such as `/scorecards/citoyens`"),
    ),
    "branch": (
        message("{found} is not the name of a branch"),
        message("write the name as git shows it, such as `main`"),
    ),
}
"""What a text should have been, by the schema's `format` or `x-form`."""
_BOUNDS = {
    "minimum": message("expected at least {limit}, found {found}"),
    "maximum": message("expected at most {limit}, found {found}"),
    "exclusiveMinimum": message("expected more than {limit}, found {found}"),
}
_Fault = tuple[str, Message, Location, Message | None]
"""Code, what was found, where, and what to write instead."""


def word_faults(error: Any, root: Node) -> Iterator[Diagnostic]:
    """The faults that one finding of jsonschema in this tree stands for, worded and placed."""
    node = _node_at(root, error.absolute_path)
    worder = _WORDERS.get(error.validator)
    if worder is None:
        raise AssertionError(f"a schema uses {error.validator!r}, which has no wording")
    for code, found, where, hint in worder(error, node):
        place = _key_place(root, error) if code == "CVC308" else where
        yield Diagnostic(code, found, place, hint=hint)


def _node_at(root: Node, path: Any) -> Node:
    node = root
    for step in path:
        child = (
            node.items[step]
            if isinstance(node, Sequence)
            else node.get(step)
            if isinstance(node, Mapping)
            else None
        )
        if child is None:
            return node
        node = child
    return node


def _key_place(root: Node, error: Any) -> Location:
    """The place of the key, where the key itself is what should not be there."""
    *path, key = error.absolute_path
    holder = _node_at(root, path)
    assert isinstance(holder, Mapping)
    return next(entry.where for entry in holder.entries if entry.key == key)


def _type(error: Any, node: Node) -> Iterator[_Fault]:
    accepted = error.validator_value
    wanted = (accepted,) if isinstance(accepted, str) else tuple(accepted)
    if isinstance(node, Scalar) and "number" in wanted and isinstance(node.value, str):
        yield _number_as_text(node)
        return
    found = message(
        "expected {expected}, found {found}", expected=_EXPECTED[wanted], found=_shown(node)
    )
    yield "CVC301", found, node.where, _type_hint(wanted, node, error.schema)


def _number_as_text(node: Scalar) -> _Fault:
    meant = number_meant(node.text) or (
        node.text if parse_decimal(node.text) is not None else None
    )
    found = message("expected a number, found the text `{text}`", text=clip(node.text))
    if meant is None:
        hint = message("write a number, with a decimal point where it has decimals")
    elif node.plain:
        return (
            "CVC115",
            message("`{text}` is not a number here", text=clip(node.text)),
            node.where,
            message("write `{number}`", number=meant),
        )
    else:
        hint = message("write `{number}`, without quotes", number=meant)
    return "CVC301", found, node.where, hint


def _type_hint(wanted: tuple[str, ...], node: Node, schema: Any) -> Message | None:
    if isinstance(node, Scalar) and node.value is None:
        return message("write a value, or remove the key")
    if isinstance(node, Scalar) and "string" in wanted:
        return message('put it in quotes: `"{text}"`', text=node.text)
    if wanted in _TYPE_HINTS and not isinstance(node, Sequence):
        keys = node.entries if isinstance(node, Mapping) else ()
        is_hyphen = wanted == ("array",) and any(one.key.startswith("-") for one in keys)
        return message("put a space after the hyphen") if is_hyphen else _TYPE_HINTS[wanted]
    if isinstance(node, Scalar) and wanted == ("object",):
        key = next(iter(schema.get("required", ())), None)
        if key is not None:
            return message("write what it is after its key, such as `{key}: …`", key=key)
        return message("write its keys on the lines below, indented by two spaces")
    return None


def _additional(error: Any, node: Node) -> Iterator[_Fault]:
    known = error.schema.get("properties", {})
    patterns = error.schema.get("patternProperties", {})
    assert isinstance(node, Mapping)
    for entry in node.entries:
        if entry.key in known or any(re.search(p, entry.key) for p in patterns):
            continue
        unused = [key for key in known if node.get(key) is None]
        hint = did_you_mean(entry.key, unused) or message("remove it")
        if not known and patterns:
            hint = message("the keys here are points, such as `1` or `2.5`")
        yield "CVC302", message("unknown key `{key}`", key=clip(entry.key)), entry.where, hint


def _required(error: Any, node: Node) -> Iterator[_Fault]:
    assert isinstance(node, Mapping)
    missing = [key for key in error.validator_value if node.get(key) is None]
    for key in missing:
        hint = message("add `{key}: …`", key=key)
        if key == "ratings":
            hint = message("add `ratings`, or `published`, or `not_concerned` with the reason")
        elif key == "points" and "by_rater" not in error.absolute_path:
            hint = message("add `points`, or `not_applicable` with the reason")
        yield "CVC303", message("the key `{key}` is missing here", key=key), node.where, hint


def _enum(error: Any, node: Node) -> Iterator[_Fault]:
    choices = [str(choice) for choice in error.validator_value]
    found = message(
        "expected one of {choices}, found {found}",
        choices=", ".join(f"`{choice}`" for choice in choices),
        found=_shown(node),
    )
    word = clip(node.text) if isinstance(node, Scalar) else ""
    close = did_you_mean(word, choices)
    hint = close if close and "did you mean" in close.template else None
    yield "CVC304", found, node.where, hint


def _pattern(error: Any, node: Node) -> Iterator[_Fault]:
    if isinstance(node, Scalar) and is_blank(node.text):
        hint = message("write a text, or remove the key")
        yield "CVC305", _nothing_shown(node.text), node.where, hint
        return
    form = error.schema.get("x-form", error.schema.get("format"))
    found, advice = _FORMS[form]
    yield "CVC305", message(found.template, found=_shown(node)), node.where, advice


def _nothing_shown(text: str) -> Message:
    """What is said of a text that leaves no mark on a page."""
    unseen = text.strip()[:1]
    if not unseen:
        return message("this text is empty")
    code = f"{ord(unseen):04X}"
    return message("this text shows nothing: U+{code} is drawn as a blank", code=code)


def _bound(error: Any, node: Node) -> Iterator[_Fault]:
    found = message(
        _BOUNDS[error.validator].template, limit=error.validator_value, found=_shown(node)
    )
    hint = None
    if error.validator == "exclusiveMinimum":
        hint = message("a value that does not count is left out of the pyramid")
    yield "CVC306", found, node.where, hint


def _count(error: Any, node: Node) -> Iterator[_Fault]:
    if error.validator == "uniqueItems":
        found = message("an item stands twice in this list")
        yield "CVC307", found, _repeated(node).where, message("keep one of the two")
        return
    if error.validator == "minProperties":
        hint = message("write what belongs here, or remove the key")
        yield "CVC307", message("nothing stands under this key"), node.where, hint
        return
    limit, count = error.validator_value, len(error.instance)
    found = message(
        "expected {limit} or more items in this list, found {count}", limit=limit, count=count
    )
    if error.validator == "maxItems":
        found = message(
            "expected {limit} or fewer items in this list, found {count}",
            limit=limit,
            count=count,
        )
    yield "CVC307", found, node.where, None


def _repeated(node: Node) -> Node:
    """The first item of a list that equals one before it."""
    items = node.items if isinstance(node, Sequence) else ()
    place = repeated_item(map(plain_value, items))
    return node if place is None else items[place]


def _excluded(error: Any, node: Node) -> Iterator[_Fault]:
    found = message(
        "`{key}` cannot stand beside `{other}`",
        key=error.absolute_path[-1],
        other=error.schema["x-excluded-by"],
    )
    yield "CVC308", found, node.where, message("remove one of the two")


def _shown(node: Node) -> Message:
    """What was found, in words."""
    if isinstance(node, Mapping):
        return message("a mapping")
    if isinstance(node, Sequence):
        return message("a list")
    if node.value is None:
        return message("nothing")
    if isinstance(node.value, str):
        return message("the text `{text}`", text=clip(node.text))
    return message("`{text}`", text=clip(node.text))


_WORDERS: dict[str, Callable[[Any, Node], Iterator[_Fault]]] = {
    "type": _type,
    "additionalProperties": _additional,
    "required": _required,
    "enum": _enum,
    "pattern": _pattern,
    "format": _pattern,
    "minLength": _pattern,
    "minimum": _bound,
    "maximum": _bound,
    "exclusiveMinimum": _bound,
    "minItems": _count,
    "maxItems": _count,
    "minProperties": _count,
    "uniqueItems": _count,
    "not": _excluded,
}
