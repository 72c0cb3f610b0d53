"""The form of a file against its JSON Schema.

The files in `schemas/` are the only statement of the format; editors use the very same.
jsonschema finds the faults, `formfaults` words and places them.
"""

import json
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache
from itertools import islice
from typing import Any

from cvcgen.assets import schemas_dir
from cvcgen.core.diagnostics import Diagnostic, message
from cvcgen.sources.acceptance import Accepts, compile_part, compile_schema
from cvcgen.sources.keyplaces import Form, KeyPlaces
from cvcgen.sources.limits import MAX_FAULTS
from cvcgen.sources.otherkind import misplaced_fault
from cvcgen.sources.tree import Node, plain_value, repeated_item


def schema_faults(schema: str, root: Node) -> tuple[Diagnostic, ...]:
    """Every fault of the tree's form against `schemas/<schema>.schema.json`, each once.

    A file of another kind has no other fault than that. The order is jsonschema's; sort before
    showing. After `MAX_FAULTS` faults comes CVC116, and the rest is not looked at.
    """
    if _acceptance(schema)(root):
        return ()
    # Imported late, like jsonschema: a content without a fault needs none of it.
    from cvcgen.sources.echoes import without_echoes  # noqa: PLC0415
    from cvcgen.sources.formfaults import word_faults  # noqa: PLC0415

    if misplaced := misplaced_fault(root, schema, _documents(), _is_sound):
        return (misplaced,)
    findings = _unique(
        fault
        for error in _validator(schema).iter_errors(plain_value(root))
        for fault in _advised(word_faults(error, root), error.schema, schema, root)
    )
    faults = list(islice(findings, MAX_FAULTS))
    if len(faults) == MAX_FAULTS:
        rest = message("{limit} faults in this file; the rest is not read", limit=MAX_FAULTS)
        faults.append(Diagnostic("CVC116", rest, faults[-1].location))
    return tuple(without_echoes(faults, root, schema, _key_places(), _accepts))


def _advised(
    faults: Iterable[Diagnostic], part: Any, schema: str, root: Node
) -> Iterator[Diagnostic]:
    """The faults with what was meant: of unknown keys where they belong.

    `part` is what they broke of the schema.
    """
    from cvcgen.sources.advice import advised  # noqa: PLC0415 - see schema_faults

    places = _key_places()
    for fault in faults:
        if fault.code == "CVC302":
            yield places.hinted(fault, schema, root)
        else:
            yield advised(fault, part, schema, root, places)


@cache
def _key_places() -> KeyPlaces:
    return KeyPlaces(_documents())


def _unique(findings: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    seen = set()
    for found in findings:
        if found not in seen:
            seen.add(found)
            yield found


def _is_sound(schema: str, root: Node) -> bool:
    return _acceptance(schema)(root)


def _accepts(form: Form, node: Node) -> bool:
    return compile_part(form.document, form.schema, _documents())(node)


def _unique_items(validator: Any, wanted: bool, instance: Any, _: Any) -> Iterator[Any]:
    """What stands for jsonschema's own, which compares each item with each."""
    import jsonschema  # noqa: PLC0415 - see _validator

    is_list = wanted and validator.is_type(instance, "array")
    if is_list and repeated_item(instance) is not None:
        yield jsonschema.ValidationError("an item stands twice")


@cache
def _documents() -> dict[str, Any]:
    """Every schema by its file's name."""
    return {
        path.name: json.loads(
            path.read_text("utf-8"), parse_float=Decimal, object_hook=_with_whole_ends
        )
        for path in sorted(schemas_dir().glob("*.schema.json"))
    }


def _with_whole_ends(part: dict[str, Any]) -> dict[str, Any]:
    """The part of a schema with its patterns as Python has to be told them.

    To JSON Schema `$` is the end of a text; to Python a line end may follow it.
    """
    pattern, keys = part.get("pattern"), part.get("patternProperties")
    if isinstance(pattern, str):
        part["pattern"] = _to_the_end(pattern)
    if isinstance(keys, dict):
        part["patternProperties"] = {_to_the_end(key): of for key, of in keys.items()}
    return part


def _to_the_end(pattern: str) -> str:
    return rf"{pattern[:-1]}\Z" if pattern.endswith("$") else pattern


@cache
def _acceptance(schema: str) -> Accepts:
    return compile_schema(f"{schema}.schema.json", _documents())


@cache
def _validator(schema: str) -> Any:
    """The validator of one schema; it reaches the other files of the folder, nothing else."""
    # Imported late: 75 ms that a content without a fault never needs.
    import jsonschema  # noqa: PLC0415
    from referencing import Registry  # noqa: PLC0415
    from referencing.jsonschema import DRAFT202012  # noqa: PLC0415

    registry: Registry[Any] = Registry()
    for name, document in _documents().items():
        # Where `$schema` stands, jsonschema takes its own validator instead of ours.
        bare = {key: part for key, part in document.items() if key != "$schema"}
        registry = registry.with_resource(name, DRAFT202012.create_resource(bare))
    validator = jsonschema.validators.extend(  # type: ignore[no-untyped-call]
        jsonschema.Draft202012Validator, {"uniqueItems": _unique_items}
    )
    return validator(
        {"$ref": f"{schema}.schema.json"},
        registry=registry,
        format_checker=jsonschema.FormatChecker(formats=["date"]),
    )
