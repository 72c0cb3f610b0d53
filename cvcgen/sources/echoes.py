"""Faults of form that one slip brings about, told as the one that it is.

A misspelt key is missing under its right name; a key that was left out makes all that should
stand below it unknown. What is left is the fault that a contributor mends.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from cvcgen.core.diagnostics import LONGEST_NAME, Diagnostic, Message, clip, message
from cvcgen.core.exact import parse_decimal
from cvcgen.sources.keyplaces import ANY, Form, KeyPlaces, held, keys_of, meant_for
from cvcgen.sources.tree import Entry, Node, Scalar, child_pointer
from cvcgen.sources.tree import Mapping as Map

_UNKNOWN, _MISSING, _CHOICE = "CVC302", "CVC303", "CVC304"
_TYPES = {"CVC115", "CVC301"}
"""Faults that say that a value is of another type than its key wants."""
_INSTEAD = {
    **dict.fromkeys(("published", "not_concerned"), ("ratings",)),
    **dict.fromkeys(("by_rater", "not_applicable"), ("points",)),
}
"""Keys in the place of which another one may stand."""
_LANGUAGE = re.compile(r"[a-z]{2}(?:-[A-Z]{2})?")
_RATINGS = "ratings"
_OF_RATING = frozenset({"points", "by_rater", "why", "evidence", "not_applicable"})
"""Keys of a rating, which are taken for values where they are not indented below one."""

Accepts = Callable[[Form, Node], bool]
"""Whether what stands there is of that form."""


def without_echoes(
    faults: Sequence[Diagnostic], root: Node, kind: str, places: KeyPlaces, accepts: Accepts
) -> Iterator[Diagnostic]:
    """The faults of a tree, each slip told once; `kind` is the name of its schema."""
    told = list(_beside_ratings(faults, root))
    for pointer, lacking in _by_holder(told, _MISSING).items():
        unknown = _by_holder(told, _UNKNOWN).get(pointer, [])
        holder = held(root, keys_of(pointer))
        if holder is not None and unknown:
            slip = _Slip(holder, lacking, unknown, kind, places, accepts)
            told = slip.told_once(told)
    meant = set(_meant(told))
    types = {fault.location.pointer for fault in told if fault.code in _TYPES}
    words = {
        fault.location.pointer
        for fault in told
        if fault.code == _CHOICE and fault.location.pointer in types
        if (form := places.form(kind, keys_of(fault.location.pointer))) and form.takes("string")
    }
    for fault in told:
        place = fault.location.pointer
        is_echo = fault.code == _MISSING and child_pointer(place, key_of(fault)) in meant
        # Of both, the choices say more, unless a number is wanted.
        is_less = place in types and fault.code in (_TYPES if place in words else {_CHOICE})
        if not is_echo and not is_less:
            yield fault


def key_of(fault: Diagnostic) -> str:
    """The key that is missing or unknown."""
    return str(dict(fault.message.arguments).get("key", ""))


def _by_holder(faults: Iterable[Diagnostic], code: str) -> dict[str, list[Diagnostic]]:
    """The faults of that code by the pointer of the mapping that they are of."""
    found = defaultdict(list)
    for fault in faults:
        if fault.code == code:
            pointer = fault.location.pointer
            found[pointer if code == _MISSING else pointer.rpartition("/")[0]].append(fault)
    return dict(found)


def _meant(faults: Iterable[Diagnostic]) -> Iterator[str]:
    """Where keys were meant to stand that stand elsewhere, or under another name."""
    for fault in faults:
        if fault.code != _UNKNOWN or fault.hint is None:
            continue
        holder, hint = fault.location.pointer.rpartition("/")[0], dict(fault.hint.arguments)
        if "name" in hint:
            name = str(hint["name"])
            yield from (child_pointer(holder, key) for key in (name, *_INSTEAD.get(name, ())))
        above = meant_for(fault)
        if above is not None:
            yield f"{above}/{fault.location.pointer.rpartition('/')[2]}"
        if "places" in hint:
            for place in str(hint["places"]).replace("`", "").split(", "):
                steps = place.split("/")
                yield from (f"/{'/'.join(steps[:end])}" for end in range(1, len(steps) + 1))
        elif "key" in hint and "files" not in hint:
            yield child_pointer("", str(hint["key"]))


def _beside_ratings(faults: Sequence[Diagnostic], root: Node) -> Iterator[Diagnostic]:
    """The faults; those of a key of a rating that stands among the values become one."""
    told = set()
    for fault in faults:
        steps = keys_of(fault.location.pointer)
        ratings = held(root, steps[:3]) if steps[2:3] == [_RATINGS] else None
        astray = None if ratings is None or not steps[3:] else _astray(ratings, steps[3])
        if astray is None:
            yield fault
        elif astray.location.pointer not in told:
            told.add(astray.location.pointer)
            yield astray


def _astray(ratings: Map, key: str) -> Diagnostic | None:
    """The fault of a key of a rating that is not indented below its value; None for others."""
    above = None
    for entry in ratings.entries:
        if entry.key not in _OF_RATING:
            above = entry.key
        elif entry.key == key and above is not None:
            found = message("unknown key `{key}`", key=key)
            parent = clip(above, LONGEST_NAME)
            hint = message("it belongs to `{parent}` above: indent it further", parent=parent)
            return Diagnostic(_UNKNOWN, found, entry.where, hint=hint)
    return None


@dataclass(frozen=True, slots=True)
class _Slip:
    """A mapping that lacks keys, and has others that are unknown."""

    holder: Map
    lacking: Sequence[Diagnostic]
    """The faults of what it lacks."""
    unknown: Sequence[Diagnostic]
    """The faults of what it should not have."""
    kind: str
    """The name of the schema of its file."""
    places: KeyPlaces
    accepts: Accepts

    def told_once(self, faults: list[Diagnostic]) -> list[Diagnostic]:
        """The faults of the file, with one where several were of this slip."""
        if any(fault.hint and "name" in dict(fault.hint.arguments) for fault in self.unknown):
            return faults
        better = self._pair() if len(self.lacking) > 1 else self._forgotten() or self._renamed()
        if better is None:
            return faults
        gone = {id(fault) for fault in (*self.lacking, *self.unknown)}
        return [*(fault for fault in faults if id(fault) not in gone), better]

    def _form(self, *keys: str) -> Form | None:
        return self.places.form(self.kind, (*keys_of(self.holder.where.pointer), *keys))

    def _entries(self) -> list[Entry]:
        keys = {fault.location.pointer for fault in self.unknown}
        return [entry for entry in self.holder.entries if entry.where.pointer in keys]

    def _forgotten(self) -> Diagnostic | None:
        """The fault of a key that is missing above those that belong under it."""
        key, entries = key_of(self.lacking[0]), self._entries()
        below = self._form(key, ANY)
        if below is None or not all(_belongs(entry, below) for entry in entries):
            return None
        if keys_of(self.holder.where.pointer)[-1:] == [key]:
            hint = message(
                "write the clientele's name with a colon on a line above `{key}`, and indent"
                " what stands from there on further",
                key=key,
            )
            return replace(self.lacking[0], location=self.holder.where, hint=hint)
        hint = message(
            "write `{key}:` on a line above `{first}`, and indent what belongs to it further",
            key=key,
            first=clip(entries[0].key, LONGEST_NAME),
        )
        return replace(self.lacking[0], location=entries[0].where, hint=hint)

    def _renamed(self) -> Diagnostic | None:
        """The fault of a key under a name that nobody knows."""
        key, entries = key_of(self.lacking[0]), self._entries()
        form = self._form(key)
        if len(entries) > 1 or form is None or form.takes("string"):
            return None
        if not self.accepts(form, entries[0].node):
            return None
        return replace(self.unknown[0], hint=message("did you mean `{name}`?", name=key))

    def _pair(self) -> Diagnostic | None:
        """The fault of an entry such as `speed: 20`, of which both halves want a key."""
        keys = [key_of(fault) for fault in self.lacking]
        if len(keys) > 2 or len(self.holder.entries) > 1:
            return None
        entry, forms = self.holder.entries[0], [self._form(key) for key in keys]
        pair = None if None in forms else as_pair(entry, dict(zip(keys, forms, strict=True)))
        return None if pair is None else replace(self.unknown[0], hint=pair)


def _belongs(entry: Entry, form: Form) -> bool:
    """Whether it is of that form, or would be but for a fault in it."""
    node = entry.node
    if isinstance(node, Scalar):
        is_language = _LANGUAGE.fullmatch(entry.key) is not None
        return form.takes("number") or (form.takes("string") and is_language)
    known = form.schema.get("properties", {})
    return isinstance(node, Map) and any(entry.key in known for entry in node.entries)


def as_pair(entry: Entry, forms: Mapping[str, Form | None]) -> Message | None:
    """The hint that gives both halves of an entry their keys; None where they do not fit."""
    if not isinstance(entry.node, Scalar) or len(forms) != 2:
        return None
    halves = [(entry.key, parse_decimal(entry.key)), (entry.node.text, entry.node.value)]
    written = []
    for (key, form), (text, value) in zip(forms.items(), halves, strict=True):
        is_number = isinstance(value, Fraction)
        if form is None or not form.takes("number" if is_number else "string"):
            return None
        written.append(f"`{key}: {clip(text)}`")
    if not any(isinstance(value, Fraction) for _, value in halves):
        return None  # two texts fit any two keys
    return message("write {first} and {second}", first=written[0], second=written[1])
