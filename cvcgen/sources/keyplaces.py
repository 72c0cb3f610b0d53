"""Where in the format a key belongs that stands where none of its name may: from the schemas.

Asked of unknown keys alone.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from cvcgen.core.diagnostics import LONGEST_NAME, Diagnostic, Message, clip, message
from cvcgen.core.model import Kind
from cvcgen.sources.tree import Mapping as Map
from cvcgen.sources.tree import Node, Sequence, child_pointer

Place = tuple[str, ...]
"""The keys that lead to a mapping; `_ANY` for those that the site chooses, and for items."""
_ANY = "…"
_MARKS = " +-–—•*\"'`“”„«»‘’"
"""What may stand about a key that was copied from elsewhere."""
_MOST_PLACES = 2
"""A key of more of them belongs to none in particular."""
_DEEPEST = 12
"""How deep schemas are gone into: deeper than any of them nests."""
_FILES = {
    "site": "`cvcgen.yaml`",
    **{
        schema: f"`content/{kind.value}/`"
        for schema, kind in (
            ("project", Kind.PROJECT),
            ("clientele", Kind.CLIENTELE),
            ("value", Kind.VALUE),
            ("rubric", Kind.RUBRIC),
        )
    },
}
"""Where the files of each schema lie."""


class KeyPlaces:
    """Every mapping of the format, by the keys that it may hold."""

    def __init__(self, documents: Mapping[str, Any]) -> None:
        """`documents` are the schemas by the names of their files."""
        self._documents = documents
        self._known: dict[str, dict[str, set[Place]]] = {kind: {} for kind in _FILES}
        for kind in _FILES:
            name = f"{kind}.schema.json"
            self._walk(name, documents[name], kind, ())

    def hinted(self, fault: Diagnostic, kind: str, root: Node) -> Diagnostic:
        """The fault of an unknown key, with where it belongs if that can be said.

        `root` is the tree of its file, `kind` the name of the schema.
        """
        *path, key = _steps(fault.location.pointer)
        places = self._known[kind].get(key, set())
        hint = (
            self._written_oddly(tuple(path), key, kind)
            or _above(root, path, key, places)
            or _below(tuple(path), key, places)
        )
        is_near = fault.hint is not None and "did you mean" in fault.hint.template
        if hint is None and not is_near and not places:
            hint = self._elsewhere(key)
        return fault if hint is None else replace(fault, hint=hint)

    def _walk(self, name: str, schema: Any, kind: str, place: Place) -> None:
        if not isinstance(schema, Mapping) or len(place) > _DEEPEST:
            return
        if "$ref" in schema:
            self._walk(*self._referred(schema["$ref"], name), kind, place)
        for key, below in schema.get("properties", {}).items():
            self._known[kind].setdefault(key, set()).add(place)
            self._walk(name, below, kind, (*place, key))
        others = [schema.get("additionalProperties"), schema.get("items")]
        for below in (*others, *schema.get("patternProperties", {}).values()):
            self._walk(name, below, kind, (*place, _ANY))

    def _referred(self, reference: str, name: str) -> tuple[str, Any]:
        target, _, pointer = reference.partition("#")
        schema = self._documents[target or name]
        for step in pointer.split("/")[1:]:
            schema = schema[step]
        return target or name, schema

    def _written_oddly(self, path: Place, key: str, kind: str) -> Message | None:
        """The hint for a key that would be known but for a mark on it."""

        def is_known(name: str) -> bool:
            return any(_fits(path, place) for place in self._known[kind].get(name, ()))

        bare, start = key.strip(_MARKS), key.partition(":")[0].rstrip()
        if bare != key and is_known(bare):
            return message("did you mean `{name}`?", name=bare)
        if start != key and is_known(start):
            return message("put a space after the colon: `{name}: …`", name=start)
        return None

    def _elsewhere(self, key: str) -> Message | None:
        """The hint for a key of other kinds of files."""
        files = [_FILES[kind] for kind, known in self._known.items() if key in known]
        if not 0 < len(files) <= _MOST_PLACES:
            return None
        return message("`{key}` belongs in {files}", key=key, files=", ".join(files))


def meant_for(fault: Diagnostic) -> str | None:
    """The pointer of the mapping above that the unknown key was found to belong to, if any."""
    hint = dict(fault.hint.arguments) if fault.hint else {}
    if fault.code != "CVC302" or "parent" not in hint:
        return None
    return child_pointer(fault.location.pointer.rpartition("/")[0], str(hint["parent"]))


def _above(root: Node, path: list[str], key: str, places: set[Place]) -> Message | None:
    """The hint for a key that the mapping right above it may hold, and lacks."""
    node: Node | None = root
    for step in path:
        node = node.items[int(step)] if isinstance(node, Sequence) else _child(node, step)
    if not isinstance(node, Map):
        return None
    names = [entry.key for entry in node.entries]
    before = node.entries[: names.index(key)][-1:]
    for entry in before:
        own = any(_fits((*path, entry.key), place) for place in places)
        if own and isinstance(entry.node, Map) and entry.node.get(key) is None:
            parent = clip(entry.key, LONGEST_NAME)
            return message("it belongs to `{parent}` above: indent it further", parent=parent)
    return None


def _below(path: Place, key: str, places: set[Place]) -> Message | None:
    """The hint for a key of other mappings of the same file: those nearest to where it is."""
    if not places:
        return None
    depth = max(_shared(path, place) for place in places)
    near = sorted(place for place in places if _shared(path, place) == depth)
    nearest = [one for one in near if not any(one[: len(o)] == o != one for o in near)]
    if len(nearest) > _MOST_PLACES:
        return None
    if nearest == [()]:
        return message("`{key}` belongs to the file itself: do not indent it", key=key)
    shown = (_shown(path, place) for place in nearest if place)
    return message("`{key}` belongs under {places}", key=key, places=", ".join(shown))


def _shown(path: Place, place: Place) -> str:
    """The place, with the names of where the key stands as far as that leads there."""
    shared = _shared(path, place)
    steps = (*path[:shared], *place[shared:])
    return "`{}`".format("/".join(clip(step, LONGEST_NAME) for step in steps))


def _shared(path: Place, place: Place) -> int:
    """How many keys lead to both."""
    pairs = enumerate(zip(path, place, strict=False))
    return next(
        (at for at, (one, other) in pairs if other not in (one, _ANY)),
        min(len(path), len(place)),
    )


def _fits(path: Place, place: Place) -> bool:
    return len(path) == len(place) == _shared(path, place)


def _child(node: Node | None, key: str) -> Node | None:
    return node.get(key) if isinstance(node, Map) else None


def _steps(pointer: str) -> Iterator[str]:
    """The keys of a JSON Pointer."""
    for step in pointer.split("/")[1:]:
        yield step.replace("~1", "/").replace("~0", "~")
