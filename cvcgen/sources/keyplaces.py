"""Where in the format a key belongs that stands where none of its name may: from the schemas.

Asked of unknown keys alone.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Any, NamedTuple

from cvcgen.core.diagnostics import LONGEST_NAME, Diagnostic, Message, clip, message
from cvcgen.core.spelling import fold
from cvcgen.sources.otherkind import RECORDS
from cvcgen.sources.othernames import names_of
from cvcgen.sources.tree import Mapping as Map
from cvcgen.sources.tree import Node, Scalar, Sequence, child_pointer

Place = tuple[str, ...]
"""The keys that lead to a mapping; `ANY` for those that the site chooses, and for items."""
ANY = "…"
"""What stands for keys that the site chooses, and for the places of items."""
_OF_LANGUAGE = re.compile(r"(\w+)[-_]([a-z]{2})")
"""A key with a language, as other formats write it."""
_MARKS = " +-–—•*\"'`“”„«»‘’"
"""What may stand about a key that was copied from elsewhere."""
_MOST_PLACES = 2
"""A key of more of them belongs to none in particular."""
_DEEPEST = 12
"""How deep schemas are gone into: deeper than any of them nests."""
_FILES = {
    "site": "`cvcgen.yaml`",
    **{schema: f"`content/{kind.value}/`" for schema, kind in RECORDS.items()},
}
"""Where the files of each schema lie."""


class Form(NamedTuple):
    """What a schema says of one place."""

    document: str
    """The name of the schema's file."""
    schema: Mapping[str, Any]

    def takes(self, kind: str) -> bool:
        """Whether what stands there may be of that JSON type."""
        types = self.schema.get("type", ())
        return kind in ((types,) if isinstance(types, str) else types)


class KeyPlaces:
    """Every mapping of the format, by the keys that it may hold."""

    def __init__(self, documents: Mapping[str, Any]) -> None:
        """`documents` are the schemas by the names of their files."""
        self._documents = documents
        self._known: dict[str, dict[str, set[Place]]] = {kind: {} for kind in _FILES}
        self._called: dict[str, dict[str, set[Place]]] = {kind: {} for kind in _FILES}
        self._forms: dict[tuple[str, Place], Form] = {}
        for kind in _FILES:
            name = f"{kind}.schema.json"
            self._walk(name, documents[name], kind, ())

    def form(self, kind: str, path: Iterable[str]) -> Form | None:
        """What files of that kind hold where those keys lead; None where nothing may stand."""
        place: Place = ()
        for step in path:
            place = next(
                (one for one in ((*place, step), (*place, ANY)) if (kind, one) in self._forms),
                (*place, step),
            )
        return self._forms.get((kind, place))

    def hinted(self, fault: Diagnostic, kind: str, root: Node) -> Diagnostic:
        """The fault of an unknown key, with where it belongs if that can be said.

        `root` is the tree of its file, `kind` the name of the schema.
        """
        *path, key = keys_of(fault.location.pointer)
        places = self._known[kind].get(key, set())
        holder = held(root, path)
        hint = (
            self._written_oddly(tuple(path), key, kind)
            or self._in_other_words(tuple(path), key, kind, holder)
            or _without_its_comma(holder, key)
            or self._beside(path, key, kind, holder)
            or _above(holder, path, key, places)
            or _below(
                tuple(path), key, {one for one in places if not _is_taken(root, one, key)}
            )
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
        self._forms.setdefault((kind, place), Form(name, schema))
        for key, below in schema.get("properties", {}).items():
            self._known[kind].setdefault(key, set()).add(place)
            for word in names_of(key, below.get("title", "")):
                self._called[kind].setdefault(word, set()).add((*place, key))
            self._walk(name, below, kind, (*place, key))
        others = [schema.get("additionalProperties"), schema.get("items")]
        for below in (*others, *schema.get("patternProperties", {}).values()):
            self._walk(name, below, kind, (*place, ANY))

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

        bare, start = key.strip(_MARKS), re.split("[:=]", key, maxsplit=1)[0].rstrip()
        if bare != key and is_known(bare):
            return message("did you mean `{name}`?", name=bare)
        if start != key and is_known(start):
            if start == key.rstrip():
                return message("did you mean `{name}`?", name=start)
            if "=" in key[: len(start) + 2]:
                return message(
                    "write a colon and a space after the key: `{name}: …`", name=start
                )
            return message("put a space after the colon: `{name}: …`", name=start)
        text = _OF_LANGUAGE.fullmatch(key)
        if text is not None and is_known(text[1]):
            return message(
                "write `{name}:`, and below it `{language}: …`", name=text[1], language=text[2]
            )
        return None

    def _in_other_words(
        self, path: Place, key: str, kind: str, holder: Map | None
    ) -> Message | None:
        """The hint for a word that the format has another key for, which is not there."""
        for *place, meant in sorted(self._called[kind].get(fold(key), ())):
            if _fits(path, tuple(place)) and holder is not None and holder.get(meant) is None:
                return message("did you mean `{name}`?", name=meant)
        return None

    def _beside(
        self, path: list[str], key: str, kind: str, holder: Map | None
    ) -> Message | None:
        """The hint for points that stand among the keys of the value above them."""
        node = holder.get(key) if holder is not None else None
        form = self.form(kind, path)
        if not isinstance(node, Scalar) or not isinstance(node.value, Fraction):
            return None
        if form is None or not form.takes("number"):
            return None
        parent = clip(path[-1], LONGEST_NAME)
        return message("if it belongs beside `{parent}`, indent it as that is", parent=parent)

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


def node_at(root: Node, path: Iterable[str]) -> Node | None:
    """What those keys lead to; None where they lead to nothing."""
    node: Node | None = root
    for step in path:
        if isinstance(node, Sequence):
            node = node.items[int(step)] if step.isdecimal() else None
        else:
            node = node.get(step) if isinstance(node, Map) else None
    return node


def held(root: Node, path: Iterable[str]) -> Map | None:
    """The mapping that those keys lead to; None where they lead to none."""
    node = node_at(root, path)
    return node if isinstance(node, Map) else None


def _is_taken(root: Node, place: Place, key: str) -> bool:
    """Whether the key stands there already; only where no key on the way is the site's own."""
    return node_at(root, (*place, key)) is not None


def _without_its_comma(holder: Map | None, key: str) -> Message | None:
    """The hint for what stands after a comma between braces, without a colon."""
    before = None
    for entry in holder.entries if holder is not None else ():
        if entry.key == key and before is not None and isinstance(entry.node, Scalar):
            beside = before.node.where.line == entry.where.line == entry.node.where.line
            text = isinstance(before.node, Scalar) and isinstance(before.node.value, str)
            if beside and text and entry.node.value is None and not entry.node.text:
                return message('put a text that holds a comma in quotes: `"…, …"`')
        before = entry
    return None


def _above(holder: Map | None, path: list[str], key: str, places: set[Place]) -> Message | None:
    """The hint for a key that the mapping right above it may hold, and lacks."""
    if holder is None:
        return None
    names = [entry.key for entry in holder.entries]
    before = holder.entries[: names.index(key)][-1:]
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
        (at for at, (one, other) in pairs if other not in (one, ANY)),
        min(len(path), len(place)),
    )


def _fits(path: Place, place: Place) -> bool:
    return len(path) == len(place) == _shared(path, place)


def keys_of(pointer: str) -> list[str]:
    """The keys of a JSON Pointer."""
    return [step.replace("~1", "/").replace("~0", "~") for step in pointer.split("/")[1:]]
