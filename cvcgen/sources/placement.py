"""Which record a file holds, told by its place and name alone.

`content/<kind>/<id>.yaml`, and nothing else: the kind is the folder, the id is the name.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from operator import attrgetter
from pathlib import PurePosixPath
from unicodedata import combining, normalize

from cvcgen.core.diagnostics import Diagnostic, Location, Message, Note, message, nearest
from cvcgen.core.hidden import HIDDEN
from cvcgen.core.model import Kind
from cvcgen.sources.snapshot import CONFIGURATION, CONTENT

MAX_ID_LENGTH = 100
"""The longest id; file systems allow 255 bytes with what is added to it."""
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_UNSEEN = re.compile(rf"(?![\t\n\r\ud800-\udfff]){HIDDEN.pattern}")
"""What nobody meant to write in a name: neither a gap nor a byte that is no UTF-8."""
_RESERVED = frozenset(
    ["con", "prn", "aux", "nul", "index"]
    + [f"{device}{number}" for device in ("com", "lpt") for number in range(10)]
)
"""Names that some file system, or the site itself, keeps for something else."""
_EXTENSIONS = {".yaml", ".yml"}
_OTHER_ENDING = re.compile(r"\.ya?ml\.txt|\.json", re.IGNORECASE)
"""How the name of a record ends that an editor or another tool saved."""
_FOLDERS = {(CONTENT / kind.value).parts: kind for kind in Kind}
_PARTS = attrgetter("parts")
"""The order of paths, without comparing them as such, which takes five times as long."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A file that holds a record."""

    path: PurePosixPath
    kind: Kind
    id: str
    is_duplicate: bool = False
    """Whether another file holds the record of that id: this one is only judged."""


@dataclass(frozen=True, slots=True)
class Placement:
    """All files that hold records, and what is wrong with places and names."""

    records: tuple[Placed, ...]
    """By path."""
    faults: tuple[Diagnostic, ...]
    """In no order."""
    strays: frozenset[tuple[Kind, str]]
    """Kinds and ids of records that lie in a wrong place: meant to be there, and not read."""


def place_files(
    paths: Iterable[PurePosixPath], refused: Iterable[PurePosixPath] = ()
) -> Placement:
    """The records that the paths hold, by path; a file with a fault of name is still read.

    `refused` are paths of what is no readable file: their place alone is no fault.
    """
    named: list[Placed] = []
    ill_named: list[Placed] = []
    faults: list[Diagnostic] = []
    strays: set[tuple[Kind, str]] = set()
    unread = frozenset(refused)
    known = frozenset(paths) | unread
    for path in sorted(known, key=_PARTS):
        if path == CONFIGURATION or path.name == "README.md":
            continue
        placed = _placed(path)
        if placed is not None:
            (named if _is_well_named(placed) else ill_named).append(placed)
        elif path not in unread:
            faults.append(_misplaced(path, known))
            strays.update(_meant(path, known))
    # No two well-named files have the same id, and nothing is wrong with their names.
    holders = {(placed.kind, placed.id): placed for placed in named}
    for placed in ill_named:
        key = (placed.kind, normalize("NFC", placed.id).casefold())
        if holders.setdefault(key, placed) is not placed:
            faults.append(_same_id(placed.path, holders[key].path))
            named.append(replace(placed, is_duplicate=True))
            continue
        better = _better_id(placed)
        free = better and holders.get((placed.kind, better), placed) is placed
        faults.extend(_name_faults(placed, better if free else None))
        if better and free:
            holders[placed.kind, better] = placed
            named.append(replace(placed, id=better))
        else:
            named.append(placed)
    ordered = sorted(named, key=lambda placed: _PARTS(placed.path))
    return Placement(tuple(ordered), tuple(faults), frozenset(strays))


def suggest_id(name: str) -> str:
    """The nearest id that follows the rule, or an empty text where nothing is left.

    >>> suggest_id("Rappel téléphonique_2")
    'rappel-telephonique-2'
    """
    shown = normalize("NFKD", _UNSEEN.sub("", name).casefold())
    bare = "".join(c for c in shown if not combining(c))
    return re.sub(r"[^a-z0-9]+", "-", bare).strip("-")[:MAX_ID_LENGTH].strip("-")


def _placed(path: PurePosixPath) -> Placed | None:
    kind, suffix = _FOLDERS.get(path.parts[:-1]), path.suffix
    if kind is None or suffix.lower() not in _EXTENSIONS:
        return None
    return Placed(path, kind, path.name[: -len(suffix)])


def _is_well_named(placed: Placed) -> bool:
    return placed.path.suffix == ".yaml" and is_id(placed.id)


def _misplaced(path: PurePosixPath, known: frozenset[PurePosixPath]) -> Diagnostic:
    hint: Message
    if meant := _meant(path, known):
        better = CONTENT / meant[0][0].value / f"{meant[0][1]}.yaml"
        hint = message("did you mean `{path}`?", path=better)
    elif _seen(path).suffix.lower() not in _EXTENSIONS:
        hint = message("only `.yaml` files belong under `content/`: move it elsewhere")
    else:
        folders = ", ".join(f"`content/{kind}/`" for kind in Kind)
        hint = message("records lie in {folders}", folders=folders)
    found = message("no record is read from this place")
    return Diagnostic("CVC202", found, Location(str(path)), hint=hint)


def _meant(path: PurePosixPath, known: frozenset[PurePosixPath]) -> list[tuple[Kind, str]]:
    """The record that a misplaced file was probably meant to be, if any.

    A file with another extension than records have is none where its record is there, too.
    """
    path = _seen(path)
    inside = path.parts[1] if len(path.parts) > 2 else ""
    kind = nearest(inside, [kind.value for kind in Kind])
    if kind is None:
        return []
    if path.suffix.lower() in _EXTENSIONS:
        return [(Kind(kind), path.name[: -len(path.suffix)])]
    id, dot, _ = path.name.partition(".")
    is_record = not dot or _OTHER_ENDING.fullmatch(path.name, len(id))
    is_free = CONTENT / kind / f"{id}.yaml" not in known
    return [(Kind(kind), id)] if is_record and is_id(id) and is_free else []


def _seen(path: PurePosixPath) -> PurePosixPath:
    """The path as people see it."""
    return PurePosixPath(_UNSEEN.sub("", str(path)))


def _same_id(path: PurePosixPath, other: PurePosixPath) -> Diagnostic:
    return Diagnostic(
        "CVC204",
        message("this file has the same id as another one"),
        Location(str(path)),
        (Note(Location(str(other)), message("the other one")),),
        message(
            "rename or remove one; upper case, accents' encoding and extension do not count"
        ),
    )


def is_id(name: str) -> bool:
    """Whether the name follows every rule for ids."""
    usable = name not in _RESERVED and len(name) <= MAX_ID_LENGTH
    return usable and _ID.fullmatch(name) is not None


def _better_id(placed: Placed) -> str | None:
    """The id that was probably meant by a name that cannot be one."""
    if is_id(placed.id):
        return None
    better = suggest_id(placed.id)
    return better if is_id(better) else None


def _name_faults(placed: Placed, better: str | None) -> list[Diagnostic]:
    where = Location(str(placed.path))
    faults = []
    if placed.path.suffix != ".yaml":
        found = message("the extension is `{extension}`", extension=placed.path.suffix)
        hint = message("rename the file to `{name}`", name=f"{better or placed.id}.yaml")
        faults.append(Diagnostic("CVC201", found, where, hint=hint))
    if not is_id(placed.id):
        found = message("`{id}` cannot be an id", id=placed.id)
        hint = message("use lower-case letters, digits and single hyphens")
        if better is not None:
            hint = message("rename the file to `{name}`", name=f"{better}.yaml")
        elif placed.id in _RESERVED:
            hint = message("the name is taken: choose another one")
        faults.append(Diagnostic("CVC203", found, where, hint=hint))
    return faults
