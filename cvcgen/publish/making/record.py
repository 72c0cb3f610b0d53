"""What a build keeps for the next one: which files it made, and what of.

The text is JSON. Whatever is not as `write_record` writes it is no record: then everything is
made anew, which is never wrong.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any, NamedTuple

from cvcgen.core.model import ClienteleId, ProjectId
from cvcgen.core.projectparts import CardParts, ProjectParts
from cvcgen.publish.artifacts import Seal

_FORM = 3
"""Raised whenever what stands in a record changes."""
_PLAIN = [each.name for each in fields(ProjectParts) if each.name not in {"whole", "cards"}]


class RecordedFile(NamedTuple):
    """A file of the site as a build left it."""

    digest: str
    """SHA-256 of its content, hexadecimal."""
    seal: Seal
    """How to tell that nobody has touched it since."""
    reads: frozenset[str]
    """What was read to make it, see `noted`."""
    at: tuple[tuple[int, str], ...] = ()
    """Where its slots start, with their names, see `slots`."""


@dataclass(frozen=True, slots=True)
class Record:
    """One build."""

    surroundings: str
    """What all files are made from: the site's own templates and its method, as a digest."""
    sources: Mapping[str, str]
    """What was read by any file, with what it held, see `sources`."""
    files: Mapping[str, RecordedFile]
    """By path with `/`; the whole site."""
    slots: Mapping[str, bytes] = field(default_factory=dict)
    """What was in the slots of all files."""
    facts: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """What was read to find each fact among the sources."""
    projects: Mapping[ProjectId, ProjectParts] = field(default_factory=dict)
    """What each project was made of."""


def write_record(record: Record) -> bytes:
    """The record as bytes, to be read by `read_record`."""
    numbers = {name: number for number, name in enumerate(record.sources)}
    files = [
        [
            path,
            file.digest,
            *(file.seal.size, file.seal.modified, file.seal.number),
            [numbers[name] for name in file.reads],
            file.at,
        ]
        for path, file in record.files.items()
    ]
    content = {
        "form": _FORM,
        "surroundings": record.surroundings,
        "sources": list(record.sources.items()),
        "slots": {name: content.decode() for name, content in record.slots.items()},
        "files": files,
        "facts": [
            (numbers[name], [numbers[one] for one in reads])
            for name, reads in record.facts.items()
        ],
        "projects": [_write_parts(name, parts) for name, parts in record.projects.items()],
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def read_record(content: bytes | None) -> Record | None:
    """The record, or None where there is none that can be read."""
    if content is None:
        return None
    try:
        found = json.loads(content)
        return _read(found) if found["form"] == _FORM else None
    except (
        ValueError,
        TypeError,
        LookupError,
        AttributeError,
        ArithmeticError,
        RecursionError,
    ):
        return None


def _read(found: dict[str, Any]) -> Record:
    rows, pairs, facts = found["files"], found["sources"], found["facts"]
    sources = {str(name): str(held) for name, held in pairs}
    names = tuple(sources)
    files: dict[str, RecordedFile] = {}
    slots = {str(name): str(text).encode() for name, text in found["slots"].items()}
    for path, digest, size, modified, number, reads, at in rows:
        seal = Seal(int(size), int(modified), int(number))
        places = tuple([(int(start), str(name)) for start, name in at])
        read = frozenset([names[one] for one in reads])
        files[str(path)] = RecordedFile(str(digest), seal, read, places)
    parts = map(_read_parts, found["projects"])
    return Record(
        surroundings=str(found["surroundings"]),
        sources=sources,
        files=files,
        slots=slots,
        facts={names[at]: frozenset(names[one] for one in reads) for at, reads in facts},
        projects=dict(parts),
    )


def _write_parts(project: ProjectId, parts: ProjectParts) -> list[Any]:
    """The names of its parts, 0 for what is named as the whole: nearly always all."""
    whole = parts.whole
    cards = [
        [name, *(_but(whole, one) for one in (card.points, card.whole))]
        for name, card in parts.cards.items()
    ]
    return [project, whole, [_but(whole, getattr(parts, name)) for name in _PLAIN], cards]


def _read_parts(row: list[Any]) -> tuple[ProjectId, ProjectParts]:
    project, whole, plain, cards = row
    names = {name: str(one or whole) for name, one in zip(_PLAIN, plain, strict=True)}
    known = {
        ClienteleId(str(name)): CardParts(str(points or whole), str(written or whole))
        for name, points, written in cards
    }
    return ProjectId(str(project)), ProjectParts(**names, whole=str(whole), cards=known)


def _but(whole: str, name: str) -> str | int:
    return 0 if name == whole else name
