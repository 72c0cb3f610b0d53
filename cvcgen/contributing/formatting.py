"""The canonical form of a site's files, written only where nothing that they say changes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from os.path import realpath, relpath
from pathlib import Path, PurePosixPath

from cvcgen.app import EnvironmentFailure
from cvcgen.authoring.canonical import CannotStyle, canonical_form
from cvcgen.contributing.newrecords import SCHEMA_OF, UnknownWord
from cvcgen.core.diagnostics import Diagnostic, message, sort_diagnostics
from cvcgen.sources.loader import refusal
from cvcgen.sources.placement import place_files
from cvcgen.sources.snapshot import CONFIGURATION, NoSite, Snapshot, read_directory
from cvcgen.sources.textfile import decode_text
from cvcgen.sources.tree import Mapping as Map
from cvcgen.sources.tree import Node, Scalar
from cvcgen.sources.tree import Sequence as Items
from cvcgen.sources.yamltext import parse_yaml
from cvcgen.wholefile import write_whole


@dataclass(frozen=True, slots=True)
class Formatted:
    """What the canonical form changes; paths are inside the site, sorted."""

    changed: tuple[str, ...]
    """The files that are, or would be, written anew."""
    left: tuple[str, ...]
    """The files that have another form and stay: writing them anew would lose something."""
    diagnostics: tuple[Diagnostic, ...]
    """The faults of form for which files are left as they are."""
    texts: Mapping[str, str]
    """The text of every file that was read, by path."""


@dataclass(frozen=True, slots=True)
class _Read:
    """A file as this formats it: its text, its tree and what is wrong with it."""

    text: str | None
    root: Node | None
    faults: tuple[Diagnostic, ...]


def format_site(root: Path, paths: Sequence[Path], write: bool) -> Formatted:
    """Formats these files, or those in these folders; all of the site where none is named.

    Raises `UnknownWord` for a path without a file of the site, and `EnvironmentFailure`.
    """
    try:
        snapshot = read_directory(root)
    except NoSite as error:
        raise EnvironmentFailure(error.message) from error
    changed: list[str] = []
    left: list[str] = []
    faults: list[Diagnostic] = []
    texts: dict[str, str] = {}
    for path, schema in _wanted(root, paths, _schemas(snapshot)):
        if path in snapshot.refused:
            faults.append(refusal(path, snapshot.refused[path]))
            continue
        read = _read(str(path), snapshot.files[path])
        faults += read.faults
        if read.text is not None:
            texts[str(path)] = read.text
        if read.text is None or read.root is None or read.faults:
            continue
        text = _canonical(str(path), read, schema)
        if text is None:
            left.append(str(path))
        elif text != read.text:
            changed.append(str(path))
            if write:
                write_whole(root / path, text)
    return Formatted(tuple(changed), tuple(left), sort_diagnostics(faults), texts)


def _schemas(snapshot: Snapshot) -> dict[PurePosixPath, str]:
    """The schema of every file that was read, or should have been, by path."""
    placed = place_files([*snapshot.files, *snapshot.refused]).records
    schemas = {CONFIGURATION: "site", **{one.path: SCHEMA_OF[one.kind] for one in placed}}
    known = snapshot.files.keys() | snapshot.refused.keys()
    return {path: schema for path, schema in schemas.items() if path in known}


def _wanted(
    root: Path, paths: Sequence[Path], schemas: Mapping[PurePosixPath, str]
) -> Iterable[tuple[PurePosixPath, str]]:
    chosen: set[PurePosixPath] = set() if paths else set(schemas)
    for path in paths:
        inside = PurePosixPath(Path(relpath(realpath(path), realpath(root))).as_posix())
        found = {one for one in schemas if one.is_relative_to(inside)}
        if not found:
            raise UnknownWord(message("no file of the content: «{id}»"), str(path))
        chosen |= found
    return [(path, schemas[path]) for path in sorted(chosen)]


def _read(path: str, content: bytes) -> _Read:
    decoded = decode_text(path, content)
    if decoded.text is None or decoded.faults:
        return _Read(decoded.text, None, decoded.faults)
    parsed = parse_yaml(path, decoded.text, decoded.lines)
    return _Read(decoded.text, parsed.root, parsed.faults)


def _canonical(path: str, read: _Read, schema: str) -> str | None:
    """The canonical text, or None where it would not say the same or not stay as it is."""
    assert read.text is not None
    try:
        form = canonical_form(read.text, schema)
        text = form.text
        if text == read.text:
            return text
        again = canonical_form(text, schema)
    except CannotStyle:
        return None
    same_comments, stable = again.comments == form.comments, again.text == text
    after = _read(path, text.encode("utf-8"))
    same = not after.faults and _meaning(after.root) == _meaning(read.root)
    return text if same and same_comments and stable else None


def _meaning(node: Node | None) -> object:
    """What a tree says: the values, the numbers as written, but not the order of keys."""
    if isinstance(node, Map):
        return {entry.key: _meaning(entry.node) for entry in node.entries}
    if isinstance(node, Items):
        return [_meaning(item) for item in node.items]
    return (node.value, node.text, type(node.value)) if isinstance(node, Scalar) else None
