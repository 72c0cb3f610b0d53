"""A record that lies among those of another kind, as its keys say."""

from collections.abc import Callable, Mapping
from pathlib import PurePosixPath
from typing import Any

from cvcgen.core.diagnostics import Diagnostic, Location, message
from cvcgen.core.model import Kind
from cvcgen.sources.snapshot import CONTENT
from cvcgen.sources.tree import Mapping as Map
from cvcgen.sources.tree import Node

RECORDS = {
    "project": Kind.PROJECT,
    "clientele": Kind.CLIENTELE,
    "value": Kind.VALUE,
    "rubric": Kind.RUBRIC,
}
"""Which records each schema is of."""


def misplaced_fault(
    root: Node,
    schema: str,
    documents: Mapping[str, Any],
    accepts: Callable[[str, Node], bool],
) -> Diagnostic | None:
    """The one fault of a file that was meant for another folder; None of others.

    `documents` are the schemas by the names of their files. Where the keys leave a doubt,
    `accepts` tells whether a file has no fault under a schema.
    """
    keys = {entry.key for entry in root.entries} if isinstance(root, Map) else set()
    if schema not in RECORDS:
        return None
    known = {kind: documents[f"{kind}.schema.json"] for kind in RECORDS}
    is_strange = not keys <= known[schema]["properties"].keys()
    fitting = [
        kind
        for kind, form in known.items()
        if kind != schema and set(form["required"]) <= keys <= form["properties"].keys()
        if is_strange or len(form["required"]) > 1
    ]
    if len(fitting) > 1 or not is_strange:
        fitting = [kind for kind in fitting if accepts(kind, root)]
    return _told(root.where, RECORDS[fitting[0]]) if len(fitting) == 1 else None


def _told(where: Location, kind: Kind) -> Diagnostic:
    folder, path = CONTENT / kind.value, PurePosixPath(where.path)
    found = message("this file has the keys of those in `{folder}/`", folder=folder)
    hint = message("did you mean `{path}`?", path=folder / f"{path.stem}.yaml")
    return Diagnostic("CVC202", found, Location(where.path), hint=hint)
