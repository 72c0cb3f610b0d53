"""Commits as values, read from git's own bytes.

No format string and no mailmap stands between: what a commit says does not depend on any
configuration.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from itertools import takewhile

from cvcgen.core.diagnostics import message
from cvcgen.sources.git.errors import GitError, Problem
from cvcgen.sources.git.objects import Objects

MAX_COMMIT_BYTES = 1024 * 1024
"""The largest commit that is read."""
_MAX_SUBJECT = 500
_HEXADECIMAL = re.compile(rb"[0-9a-f]+")
_PERSON = re.compile(r"(?P<name>[^<]*)<[^>]*>(?: (?P<seconds>\d{1,12}) (?P<zone>[-+]\d{4}))?")
_ENCODING = re.compile(
    r"(?i)(utf-?8|(us-)?ascii|(iso-?8859|latin|windows|cp|koi8)-?\w{1,4}|euc-\w{2}|big5|gbk)"
)
"""Encodings of texts: Python knows others, that are slow or do something else."""


@dataclass(frozen=True, slots=True)
class Commit:
    """One commit."""

    id: str
    """In full, hexadecimal."""
    tree: str
    """The id of the repository's top folder."""
    parents: tuple[str, ...]
    """Their ids, also of parents that a shallow clone lacks."""
    author: str
    """The author's name, possibly empty."""
    committed_at: str
    """The committer's date in the committer's own time zone, ISO 8601."""
    subject: str
    """The first paragraph of the message, on one line."""


def read_commits(objects: Objects, ids: Sequence[str]) -> list[Commit]:
    """The commits of these ids, in order. Raises `GitError`."""
    contents = objects.contents("commit", ids, MAX_COMMIT_BYTES)
    return [parse_commit(id, content) for id, content in zip(ids, contents, strict=True)]


def parse_commit(id: str, content: bytes) -> Commit:
    """The commit that git's bytes describe. Raises `GitError`."""
    header, _, text = content.partition(b"\n\n")
    lines = [line.partition(b" ") for line in header.split(b"\n")]
    ids = _ids(lines)
    if not ids or not all(len(x) == len(id) and _HEXADECIMAL.fullmatch(x) for x in ids):
        raise GitError(Problem.DAMAGED, id, message("a commit without a tree"))
    tree, *parents = ids
    declared = next((value for key, _, value in lines if key == b"encoding"), b"")
    author, _ = _person(lines, b"author", declared)
    _, committed_at = _person(lines, b"committer", declared)
    return Commit(
        id=id,
        tree=tree.decode("ascii"),
        parents=tuple(x.decode("ascii") for x in parents),
        author=author,
        committed_at=committed_at,
        subject=_subject(_decode(text, declared)),
    )


def _ids(lines: Sequence[tuple[bytes, bytes, bytes]]) -> Sequence[bytes]:
    """The tree and the parents, where git looks for them: of the first lines alone."""
    if lines[0][0] != b"tree":
        return ()
    parents = takewhile(lambda line: line[0] == b"parent", lines[1:])
    return [lines[0][2], *(value for _, _, value in parents)]


def _person(
    lines: Sequence[tuple[bytes, bytes, bytes]], role: bytes, declared: bytes
) -> tuple[str, str]:
    """Name and date; like git, the first second of 1970 where the date makes no sense."""
    said = next((value for key, _, value in lines if key == role), b"")
    found = _PERSON.match(_decode(said, declared))
    if found is None:
        return "", _date(0, "+0000")
    return found["name"].strip(), _date(int(found["seconds"] or 0), found["zone"] or "+0000")


def _date(seconds: int, zone: str) -> str:
    """ISO 8601.

    >>> _date(1661990400, "-0400")
    '2022-08-31T20:00:00-04:00'
    >>> _date(10**12 - 1, "+9999")
    '1970-01-01T00:00:00+00:00'
    """
    sign = -1 if zone[0] == "-" else 1
    offset = sign * timedelta(hours=int(zone[1:3]), minutes=int(zone[3:5]))
    try:
        return datetime.fromtimestamp(seconds, timezone(offset)).isoformat()
    except (OverflowError, OSError, ValueError):
        return datetime.fromtimestamp(0, UTC).isoformat()


def _decode(text: bytes, declared: bytes) -> str:
    encoding = declared.decode("ascii", "replace")
    if _ENCODING.fullmatch(encoding):
        try:
            return text.decode(encoding, "replace")
        except LookupError:
            pass
    return text.decode("utf-8", "replace")


def _subject(text: str) -> str:
    paragraph = re.split(r"\n[ \t\r]*\n", text.strip("\n"), maxsplit=1)[0]
    line = " ".join(paragraph.split())
    return line if len(line) <= _MAX_SUBJECT else line[:_MAX_SUBJECT] + "…"
